package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the notices that flows sent. The network has no feed of them: each is asked for while it is young. Which ones
 * there are the flows' own part of the trail says.
 */
final class NoticeReading {
    private static final String FOLLOWED = DistributionAudit.FLOW + ".notice";
    private static final SourceRef NOTICES = SourceRef.of(DistributionAudit.FLOW, "notices");

    private final PartnerDesk desk;
    private final String network;
    private final AuditFiling filing;
    private final StateStore state;
    private final Duration followed;
    private final TimeSource time;

    NoticeReading(
            PartnerDesk desk,
            String network,
            AuditFiling filing,
            StateStore state,
            Duration followed,
            TimeSource time) {
        this.desk = desk;
        this.network = network;
        this.filing = filing;
        this.state = state;
        this.followed = followed;
        this.time = time;
    }

    /** Finds the notices that a flow has sent since the last time. */
    void find(String flow) {
        String name = DistributionAudit.FLOW + ".log." + flow;
        @Nullable Cursor from = state.read(memory -> memory.cursor(name)).orElse(null);
        long after = from == null ? 0 : Long.parseLong(from.value());
        List<StateLink> found = new ArrayList<>();
        long[] last = {after};
        state.read(memory -> {
            memory.trail(TrailQuery.ALL.by(flow).after(after), entry -> {
                last[0] = entry.number();
                notice(entry.event(), found);
            });
            return null;
        });
        if (last[0] == after) {
            return;
        }
        state.transact(memory -> {
            found.forEach(memory::putLink);
            memory.moveCursor(name, from, Cursor.of(Long.toString(last[0])));
            return null;
        });
    }

    private void notice(CaseEvent event, List<StateLink> found) {
        SourceRef message = event.related();
        if (event.type().equals(CaseEventType.NOTICE_SENT)
                && event.subject() != null
                && message != null
                && message.system().equals(network)) {
            found.add(new StateLink(
                    NOTICES, FOLLOWED, message, 1, event.subject().toString(), time.now()));
        }
    }

    /** Asks for the receipts of those that are followed; one that the network does not know is told once. */
    void read() {
        for (StateLink link : state.read(memory -> memory.linksFrom(NOTICES, FOLLOWED))) {
            boolean isOld = link.updatedAt().plus(followed).isBefore(time.now());
            SourceRef asset = SourceRef.parse(Objects.requireNonNull(link.fingerprint()));
            List<Receipt> receipts = receipts(link);
            state.transact(memory -> {
                if (receipts == null) {
                    MappingIssue issue = new MappingIssue("receipts", "are not known there", link.to().id());
                    filing.ofIssue(network, issue, memory);
                } else {
                    receipts.forEach(receipt -> filing.ofReceipt(receipt, asset, memory));
                }
                if (isOld || receipts == null) {
                    memory.removeLink(NOTICES, FOLLOWED, link.to());
                }
                return null;
            });
        }
    }

    private @Nullable List<Receipt> receipts(StateLink link) {
        try {
            return desk.receipts(link.to());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
