package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document that a partner sent through the network, as its tracking tells it.
 *
 * @param ref identifies what the partner wants: the same for the same case of the same partner, however often it is sent
 * @param partner who sent it
 * @param asset what it is about, where it says so
 * @param reason what it says about that, where it says so
 * @param fileName the file that came with it, as the sender named it: nothing that may be trusted as a path
 */
public record PartnerMessage(
        SourceRef ref,
        SourceRef partner,
        @Nullable SourceRef asset,
        @Nullable String reason,
        @Nullable String fileName) {
    private static final String BETWEEN = "\n";

    /**
     * Reads an event of the network.
     *
     * @param event from its {@code CaseFeed}
     * @param step the step that documents of this kind stand for, as the connector is configured
     * @return nothing for another event, and for one that names no sender
     */
    static Optional<PartnerMessage> of(CaseEvent event, String step) {
        boolean asked = event.type().equals(CaseEventType.REQUEST_RECEIVED) && step.equals(event.step());
        return asked ? of(event) : Optional.empty();
    }

    /** The partner's system refused a document of ours: the machine-readable form of a wrong format. */
    static Optional<PartnerMessage> ofRefusal(CaseEvent event) {
        return event.type().equals(CaseEventType.DELIVERY_REJECTED) ? of(event) : Optional.empty();
    }

    private static Optional<PartnerMessage> of(CaseEvent event) {
        if (event.actor() == null || event.related() == null) {
            return Optional.empty();
        }
        SourceRef entry = event.related();
        SourceRef partner = SourceRef.of(entry.system(), event.actor().id());
        // Another partner may count its cases alike.
        String id = event.caseKey() == null ? entry.id() : partner.id() + "/" + event.caseKey();
        SourceRef subject = event.subject();
        return Optional.of(new PartnerMessage(
                SourceRef.of(entry.system(), id),
                partner,
                subject == null || subject.system().equals(entry.system()) ? null : subject,
                event.outcome() == null ? event.note() : event.outcome(),
                fileName(event.extensions().get(entry.system()))));
    }

    private static @Nullable String fileName(Map<String, @Nullable Object> members) {
        return Stream.of("deliveryfilename", "senderfilename", "receivefilename")
                .map(members::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** All but the partner, in one text. */
    String text() {
        return Stream.of(asset, reason, fileName)
                .map(part -> part == null ? "" : part.toString().replace(BETWEEN, " "))
                .reduce((one, other) -> one + BETWEEN + other)
                .orElse("");
    }

    /** The message that was noted. */
    static PartnerMessage of(SourceRef ref, SourceRef partner, @Nullable String text) {
        List<String> parts = List.of(Objects.requireNonNullElse(text, "").split(BETWEEN, -1));
        return new PartnerMessage(
                ref,
                partner,
                part(parts, 0) == null ? null : SourceRef.parse(Objects.requireNonNull(part(parts, 0))),
                part(parts, 1),
                part(parts, 2));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index >= parts.size() || parts.get(index).isEmpty() ? null : parts.get(index);
    }
}
