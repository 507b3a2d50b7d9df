package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** What the capabilities share. */
final class Desk {
    final AprimoPmClient client;
    final PmConfig config;
    final TimeSource time;
    private volatile @Nullable Long ownUser;

    Desk(AprimoPmClient client, PmConfig config, TimeSource time) {
        this.client = client;
        this.config = config;
        this.time = time;
    }

    int pageSize() {
        return Math.min(config.pageSize(), PmPages.MAX_SIZE);
    }

    /** The object that an identity of ours names; one of the DAM is not found here. */
    static PmRef object(String operation, SourceRef ref) {
        String id = ref.idIn(PmHttp.SYSTEM);
        return PmRef.parse(id).orElseThrow(() -> REFUSED.notFound(operation, id + " names nothing of this product"));
    }

    static long id(String operation, SourceRef ref, String resource) {
        PmRef found = object(operation, ref);
        if (!found.isOf(resource)) {
            throw REFUSED.notFound(operation, found + " is not one of " + resource);
        }
        return found.id();
    }

    /** The number of a person, by our name or as it is. */
    @Nullable Long user(Actor actor) {
        Long named = config.actors().get(actor.id());
        if (named != null) {
            return named;
        }
        boolean digits = !actor.id().isEmpty()
                && actor.id().length() < 18
                && actor.id().chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.valueOf(actor.id()) : null;
    }

    /** The user of our credential; asked once. */
    long ownUser(String operation) {
        Long known = ownUser;
        if (known == null) {
            known = client.users().me().id();
            if (known == null) {
                throw REFUSED.undecodable(operation, "the service does not say who we are");
            }
            ownUser = known;
        }
        return known;
    }
}
