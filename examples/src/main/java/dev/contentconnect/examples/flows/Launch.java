package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan to publish assets of a library together.
 *
 * @param id identifies the launch through all versions of its plan; never blank
 * @param version changes with everything below: people sign off one version of the plan
 * @param title what people call it
 * @param assets by asset the id of the version that goes out; never empty
 * @param audience for whom, in the words of the library; empty for all
 * @param at not before
 * @param dueAt when everything should be done, or null
 */
public record Launch(
        String id,
        String version,
        String title,
        Map<SourceRef, String> assets,
        List<Segment> audience,
        Instant at,
        @Nullable Instant dueAt) {
    private static final String SYSTEM = "launch";

    /**
     * Makes a plan; collections are copied.
     *
     * @throws IllegalArgumentException when {@code id}, {@code version} or {@code title} is blank or there are no assets
     */
    public Launch {
        assets = Map.copyOf(assets);
        audience = List.copyOf(audience);
        if (id.isBlank() || version.isBlank() || title.isBlank() || assets.isEmpty()) {
            throw new IllegalArgumentException("a launch has an id, a version, a title and assets");
        }
    }

    /**
     * The identity of the launch.
     *
     * @return the same for all versions of its plan
     */
    public SourceRef ref() {
        return SourceRef.of(SYSTEM, id);
    }
}
