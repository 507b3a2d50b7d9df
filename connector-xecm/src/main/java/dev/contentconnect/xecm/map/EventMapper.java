package dev.contentconnect.xecm.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.xecm.wire.WireAudit;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Set;

/** Entries of the audit as events. */
public final class EventMapper {
    /** Reserved, given back, opened: nothing has changed. */
    private static final Set<Long> NO_CHANGE = Set.of(6L, 7L, 14L);

    private EventMapper() {}

    /**
     * Whether an entry tells of a change.
     *
     * @param entry the entry
     * @return false for what leaves the node as it was
     */
    public static boolean isChange(WireAudit entry) {
        return !NO_CHANGE.contains(entry.eventType());
    }

    /**
     * What tells an entry apart: the server gives it no id.
     *
     * @param node the node that was asked about
     * @param entry the entry
     * @return the same text whenever the entry is read
     */
    public static String id(long node, WireAudit entry) {
        return "audit:" + node + ":" + entry.eventType() + ":" + entry.date() + ":" + entry.userId();
    }

    /**
     * An entry of the audit of an asset.
     *
     * @param node the node that was asked about
     * @param entry the entry
     * @param dates reads its date
     * @return the event, or why it is none
     */
    public static Either<MappingIssue, CaseEvent> toAssetEvent(long node, WireAudit entry, Dates dates) {
        return event(node, assetType(entry.eventType()), entry, dates);
    }

    /**
     * An entry of the audit of a workspace.
     *
     * @param node the workspace
     * @param entry the entry
     * @param dates reads its date
     * @return the event, or why it is none
     */
    public static Either<MappingIssue, CaseEvent> toWorkspaceEvent(long node, WireAudit entry, Dates dates) {
        boolean made = entry.eventType() == 1 || entry.eventType() == 92;
        return event(node, made ? CaseEventType.WORKSPACE_CREATED : CaseEventType.WORKSPACE_UPDATED, entry, dates);
    }

    private static CaseEventType assetType(long number) {
        if (number == 1 || number == 4 || number == 92) {
            return CaseEventType.ASSET_CREATED;
        }
        return number == 11 ? CaseEventType.ASSET_VERSION_ADDED : CaseEventType.ASSET_UPDATED;
    }

    private static Either<MappingIssue, CaseEvent> event(long node, CaseEventType type, WireAudit entry, Dates dates) {
        Instant at = dates.instant(entry.date());
        if (at == null) {
            return Either.left(new MappingIssue("audit_date", "missing or not readable", Long.toString(node)));
        }
        Long user = entry.userId();
        return Either.right(CaseEvent.builder(AssetMapper.SYSTEM, type, id(node, entry), at)
                .subject(AssetMapper.ref(node))
                .actor(user == null || user < 1 ? null : Actor.of(user.toString()))
                .note(entry.name())
                .extensions(Extensions.of(AssetMapper.SYSTEM, entry.fields().asMap()))
                .build());
    }
}
