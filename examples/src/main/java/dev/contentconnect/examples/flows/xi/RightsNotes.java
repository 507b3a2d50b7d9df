package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Objects;

/** What is remembered of assets and their workspaces, and told in the trail beside what the mirror tells. */
final class RightsNotes {
    private static final String WORKSPACE = "workspace";
    private static final String MET = "met";
    private static final String USE = "use";
    private static final String BLOCKED = "blocked ";
    private static final String FREE = "free ";

    private final FlowTrail trail;
    private final SourceRef all = SourceRef.of("rights", "assets");

    RightsNotes(FlowTrail trail) {
        this.trail = trail;
    }

    void met(SourceRef asset, Workspace workspace) {
        boolean known = trail.notes(asset, WORKSPACE).stream()
                .anyMatch(note -> note.to().equals(workspace.ref()));
        if (!known) {
            trail.append(trail.event(
                            asset,
                            null,
                            CaseEventType.ASSET_LINKED,
                            workspace.ref().toString(),
                            null)
                    .caseRef(workspace.ref())
                    .caseKey(workspace.key())
                    .related(workspace.ref())
                    .build());
            trail.note(all, MET, asset, null);
            trail.note(asset, WORKSPACE, workspace.ref(), workspace.key());
        }
    }

    List<SourceRef> assets() {
        return trail.notes(all, MET).stream().map(StateLink::to).toList();
    }

    /** Tells when the use of an asset was forbidden or let again since the last call, each time once. */
    RightsStatus use(RightsRecord now, Workspace workspace) {
        SourceRef asset = now.asset();
        String last = trail.noted(asset, USE)
                .map(note -> Objects.requireNonNull(note.fingerprint()))
                .orElse(FREE + 0);
        boolean wasBlocked = last.startsWith(BLOCKED);
        boolean blocked = now.status().forbids();
        if (blocked != wasBlocked) {
            int round = Integer.parseInt(last.substring(last.indexOf(' ') + 1)) + 1;
            CaseEventType type = blocked ? CaseEventType.RIGHTS_BLOCKED : CaseEventType.RIGHTS_UNBLOCKED;
            trail.append(trail.event(asset, null, type, "#" + round, null)
                    .caseRef(workspace.ref())
                    .caseKey(workspace.key())
                    .outcome(now.status().value())
                    .build());
            trail.note(asset, USE, asset, (blocked ? BLOCKED : FREE) + round);
        }
        return now.status();
    }

    /** Told once for each reason. */
    void failed(SourceRef asset, ConnectorException e) {
        String code = Objects.requireNonNullElse(e.error().trace().vendorCode(), "");
        trail.append(trail.event(asset, null, CaseEventType.FLOW_FAILED, code, null)
                .outcome("no_workspace")
                .note(e.getMessage())
                .build());
    }
}
