package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Orders to publish that were given and of which nobody knows yet what came of them, noted before anything is done. */
record PublishOrders(FlowTrail trail) {
    private static final String ORDERED = "ordered";
    private static final String VERSION = "ordered version";
    private static final String WORDS = "ordered words";
    private static final SourceRef TITLE = SourceRef.of(FinalPublishing.FLOW, "title");
    private static final SourceRef NOTE = SourceRef.of(FinalPublishing.FLOW, "note");

    /**
     * One order.
     *
     * @param print tells one form of the package from another
     * @param request what was ordered: assets in versions, for all
     */
    record Order(String print, PublishRequest request) {
        private SourceRef ref() {
            return SourceRef.of(FinalPublishing.FLOW, request.key());
        }
    }

    /** Notes an order. */
    void give(SourceRef subject, Order order) {
        PublishRequest request = order.request();
        trail.noteAll(order.ref(), VERSION, request.versions());
        Map<SourceRef, String> words = new TreeMap<>(Map.of(TITLE, request.title()));
        if (request.note() != null) {
            words.put(NOTE, request.note());
        }
        trail.noteAll(order.ref(), WORDS, words);
        trail.note(subject, ORDERED, order.ref(), order.print());
    }

    /** The orders for a package of which it is not known that they were carried out, or that nothing of them is left. */
    List<Order> open(SourceRef subject) {
        return trail.notes(subject, ORDERED).stream().map(this::read).toList();
    }

    /** It is known what came of it. */
    void close(SourceRef subject, Order order) {
        trail.forget(subject, ORDERED, order.ref());
    }

    private Order read(StateLink given) {
        Map<SourceRef, String> versions = new TreeMap<>();
        trail.notes(given.to(), VERSION).forEach(one -> versions.put(one.to(), text(one)));
        Map<SourceRef, String> words = new TreeMap<>();
        trail.notes(given.to(), WORDS).forEach(one -> words.put(one.to(), text(one)));
        PublishRequest request = new PublishRequest(
                given.to().id(),
                Objects.requireNonNull(words.get(TITLE)),
                List.copyOf(versions.keySet()),
                List.of(),
                null,
                words.get(NOTE));
        return new Order(text(given), request.ofVersions(versions));
    }

    private static String text(StateLink link) {
        return Objects.requireNonNull(link.fingerprint());
    }
}
