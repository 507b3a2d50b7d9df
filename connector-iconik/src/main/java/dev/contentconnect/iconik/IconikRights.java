package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.RightsMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireValues;
import org.jspecify.annotations.Nullable;

/** Rights: the fields that the tenant keeps them in, and iconik's own block. Every write is read back. */
final class IconikRights implements RightsReader, RightsWriter {
    private static final String APPLY = "rights.apply";
    private static final String BLOCK = "rights.block";
    private static final String UNBLOCK = "rights.unblock";

    private final Library library;
    private final Blocking blocking;

    IconikRights(Library library) {
        this.library = library;
        this.blocking = new Blocking(library);
    }

    /** An asset and its metadata in the view of rights. */
    private record Found(WireAsset asset, @Nullable WireValues values) {}

    private Found find(String id) {
        WireAsset asset = library.client.assets().get(id, false);
        String view = library.config.rightsView();
        return new Found(
                asset,
                view == null
                        ? null
                        : library.client
                                .metadata()
                                .values(ObjectType.ASSETS, id, view)
                                .orElse(null));
    }

    private RightsRecord rights(String id, Found found) {
        return RightsMapper.toRights(id, found.asset(), found.values(), library.rightsFields());
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        return rights(id, find(id));
    }

    /** Users of iconik see the block only, so it is set for every status that forbids, and lifted for every other. */
    @Override
    public RightsRecord apply(RightsRecord rights) {
        String view = library.config.rightsView();
        if (view == null) {
            throw NotOffered.by(
                    IconikConnector.SYSTEM, APPLY, "no view for rights is configured; block and unblock work");
        }
        String id = rights.asset().idIn(IconikConnector.SYSTEM);
        Found found = find(id);
        Library.checkUsable(APPLY, found.asset());
        RightsRecord now = rights(id, found);
        if (rights.updatedAt() != null && !rights.updatedAt().equals(now.updatedAt())) {
            throw REFUSED.conflict(
                    APPLY,
                    "the rights of asset " + id + " were changed at " + now.updatedAt() + ", after these were read");
        }
        SourceRef own = SourceRef.of(IconikConnector.SYSTEM, id);
        // A block stands apart: the word underneath is kept for when it is lifted.
        RightsStatus underneath = rights.status().equals(RightsStatus.BLOCKED)
                ? RightsMapper.fieldStatus(id, found.values(), library.rightsFields())
                : rights.status();
        RightsRecord wanted = rights.toBuilder(own).status(underneath).build();
        if (!RightsMapper.holds(wanted, library.rightsFields())) {
            throw REFUSED.rejected(
                    APPLY,
                    LocalErrors.NO_PLACE,
                    "the configured fields cannot hold all of these rights; add a field for the record");
        }
        boolean blocks = rights.status().forbids();
        if (blocks && !blocking.isSet(found.asset())) {
            // First what keeps the asset back, then what is known about it.
            blocking.set(APPLY, id, true, rights.status().value());
        }
        library.client
                .metadata()
                .write(ObjectType.ASSETS, id, view, RightsMapper.toMetadata(wanted, library.rightsFields()));
        Found stored = find(id);
        if (!RightsMapper.isKept(wanted, stored.values(), library.rightsFields())) {
            throw REFUSED.rejected(
                    APPLY, LocalErrors.DROPPED, "view " + view + " did not take the rights of asset " + id);
        }
        if (!blocks && blocking.isSet(stored.asset())) {
            blocking.set(APPLY, id, false, null);
            stored = find(id);
        }
        return rights(id, stored);
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        Found found = find(id);
        if (!blocking.isSet(found.asset())) {
            blocking.set(BLOCK, id, true, reason);
            library.client.assets().addHistory(id, "CUSTOM", "Blocked: " + reason);
        }
        return rights(id, find(id));
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        Found found = find(id);
        String view = library.config.rightsView();
        RightsStatus underneath = RightsMapper.fieldStatus(id, found.values(), library.rightsFields());
        if (view != null && underneath.equals(RightsStatus.BLOCKED)) {
            // People wrote the word by hand and nobody knows what was before: unknown is never allowed.
            RightsRecord unknown =
                    rights(id, found).toBuilder().status(RightsStatus.UNKNOWN).build();
            library.client
                    .metadata()
                    .write(ObjectType.ASSETS, id, view, RightsMapper.toMetadata(unknown, library.rightsFields()));
        }
        if (blocking.isSet(found.asset())) {
            blocking.set(UNBLOCK, id, false, null);
            library.client.assets().addHistory(id, "CUSTOM", "Unblocked: " + reason);
        }
        return rights(id, find(id));
    }
}
