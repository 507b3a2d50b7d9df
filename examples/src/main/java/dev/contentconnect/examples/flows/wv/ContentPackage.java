package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.IntendedUses;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content that is published together or not at all.
 *
 * @param id identifies the package through all its versions; never blank
 * @param version changes with every byte, every right and every segment of the audience: people approve one version
 * @param title what people call it
 * @param items the assets; never empty
 * @param audience the regions, markets, brands, partner programmes, agencies and channels it is meant for; what its rights
 *     must allow are its regions and channels, else its markets, and its agencies and programmes where a licence cares
 * @param dueAt when decisions are due, or null
 */
public record ContentPackage(
        String id,
        String version,
        String title,
        List<PackageItem> items,
        List<Segment> audience,
        @Nullable Instant dueAt) {
    private static final String SYSTEM = "package";

    /**
     * Makes a package; lists are copied.
     *
     * @throws IllegalArgumentException when {@code id}, {@code version} or {@code title} is blank or there are no items
     */
    public ContentPackage {
        items = List.copyOf(items);
        audience = List.copyOf(audience);
        if (id.isBlank() || version.isBlank() || title.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException("a package has an id, a version, a title and items");
        }
    }

    /**
     * The identity of the package.
     *
     * @return the same for all its versions
     */
    public SourceRef ref() {
        return SourceRef.of(SYSTEM, id);
    }

    /**
     * The identity of this version of the package.
     *
     * @return another one for each version
     */
    public SourceRef versionRef() {
        return SourceRef.of(SYSTEM, id + "@" + version);
    }

    /** Why it must not be published at a moment; empty when every use of every item is allowed. */
    List<String> objections(Instant at) {
        return items.stream()
                .flatMap(item -> IntendedUses.objections(
                        audience, item.rights(), item.asset().ref(), at)
                        .stream())
                .distinct()
                .toList();
    }
}
