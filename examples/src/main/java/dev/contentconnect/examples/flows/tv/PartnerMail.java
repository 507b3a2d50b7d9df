package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One notice to one partner, or why there is none. */
record PartnerMail(PartnerDesk desk) {
    private static final String IN_DOUBT = "notice_in_doubt";

    /**
     * What became of a notice.
     *
     * @param notice the notice; null where none went out, as far as is known
     * @param problem why none did; null where one did
     * @param inDoubt whether one may have gone out that nobody knows of
     */
    record Posted(@Nullable SourceRef notice, @Nullable String problem, boolean inDoubt) {

        /** The event for the answer to a message. */
        CaseEvent.Builder event(FlowTrail trail, PartnerMessage message, String caseKey, String key) {
            CaseEventType type = notice == null ? CaseEventType.FLOW_FAILED : CaseEventType.NOTICE_SENT;
            return trail.event(message.ref(), null, type, key, null)
                    .caseKey(caseKey)
                    .step(message.partner().id())
                    .note(problem)
                    .related(notice);
        }
    }

    Posted post(SourceRef partner, Notice notice) {
        try {
            return new Posted(desk.notify(List.of(partner), notice).get(0).ref(), null, false);
        } catch (ConnectorException e) {
            boolean inDoubt = e.kind() == ErrorKind.CONFLICT
                    && IN_DOUBT.equals(e.error().trace().vendorCode());
            if (inDoubt || e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.NOT_FOUND) {
                return new Posted(null, String.valueOf(e.getMessage()), inDoubt);
            }
            throw e;
        }
    }

    /** How far a notice got; nothing where the service has forgotten it, as it does after a while, or never knew it. */
    Optional<Delivery> look(SourceRef notice) {
        try {
            return Optional.of(desk.notice(notice));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Nothing for whom the directory does not have. */
    Optional<Partner> find(SourceRef partner) {
        try {
            return Optional.of(desk.get(partner));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
