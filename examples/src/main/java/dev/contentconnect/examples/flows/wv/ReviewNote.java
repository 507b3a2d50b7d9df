package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is noted about the latest review of an asset.
 *
 * @param key of its case
 * @param version of the asset that is reviewed
 * @param stage how far it is
 * @param prints what the asset may look like because of this review: as it was found, and as the flow leaves it
 */
record ReviewNote(String key, String version, Stage stage, List<String> prints) {
    private static final String WORD = "review";
    private static final String BETWEEN = "\n";

    enum Stage {
        OPEN,
        DECIDED,
        CALLED_OFF
    }

    static ReviewNote open(String key, String version, String... prints) {
        return new ReviewNote(key, version, Stage.OPEN, List.of(prints));
    }

    static Optional<ReviewNote> of(SourceRef asset, FlowTrail trail) {
        return trail.noted(asset, WORD).map(link -> {
            List<String> parts =
                    Arrays.asList(Objects.requireNonNull(link.fingerprint()).split(BETWEEN, -1));
            return new ReviewNote(
                    parts.get(0),
                    parts.get(1),
                    Stage.valueOf(parts.get(2)),
                    List.copyOf(parts.subList(3, parts.size())));
        });
    }

    /** Whether the asset still is what is reviewed, or what came out of it. */
    boolean knows(String print) {
        return prints.contains(print);
    }

    ReviewNote alsoKnowing(String print) {
        List<String> more = new ArrayList<>(prints);
        more.remove(print);
        more.add(print);
        return new ReviewNote(key, version, stage, List.copyOf(more));
    }

    /** The end: from now on only what the flow left behind is known. What it was before would be somebody's change. */
    ReviewNote endedAs(Stage end) {
        return new ReviewNote(key, version, end, prints.subList(prints.size() - 1, prints.size()));
    }

    ReviewNote keep(SourceRef asset, FlowTrail trail) {
        List<String> parts = new ArrayList<>(List.of(key, version, stage.name()));
        parts.addAll(prints);
        trail.note(asset, WORD, asset, String.join(BETWEEN, parts));
        return this;
    }
}
