package dev.contentconnect.core.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was published, for whom, in which version.
 *
 * @param ref the identity
 * @param key the caller-chosen key, where the system keeps one
 * @param assets what is in it; empty where all of it was taken back and the system keeps no list of that
 * @param versions by asset the id of the version that is distributed; an asset without an entry: the system does not say
 * @param status published, held or withdrawn, in review or a draft where nothing of it has come out yet; a system may leave it
 *     at published where nothing is in it any more
 * @param audience for whom; empty means for all who may see the system
 * @param at since when, where known
 * @param uri where the audience finds it, where there is an address that lasts
 * @param extensions what the vendor adds
 */
public record Publication(
        SourceRef ref,
        @Nullable String key,
        List<SourceRef> assets,
        Map<SourceRef, String> versions,
        AssetStatus status,
        List<Segment> audience,
        @Nullable Instant at,
        @Nullable URI uri,
        Extensions extensions) {

    /**
     * Makes the value; collections are copied.
     *
     * @param ref the identity
     * @param key the caller-chosen key, where the system keeps one
     * @param assets what is in it; empty where all of it was taken back and the system keeps no list of that
     * @param versions by asset the id of the version that is distributed; an asset without an entry: the system does not
     *     say
     * @param status published, held or withdrawn, in review or a draft where nothing of it has come out yet; a system may
     *     leave it at published where nothing is in it any more
     * @param audience for whom; empty means for all who may see the system
     * @param at since when, where known
     * @param uri where the audience finds it, where there is an address that lasts
     * @param extensions what the vendor adds
     */
    public Publication {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        assets = List.copyOf(assets);
        versions = Map.copyOf(versions);
        audience = List.copyOf(audience);
    }
}
