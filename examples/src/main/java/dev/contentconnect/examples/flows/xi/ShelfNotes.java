package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Objects;

/**
 * What is remembered of the references of workspaces, and told in the trail. An asset may come into a workspace, leave it and
 * come again: each round is numbered, so that a round that is met again after a crash is told once.
 */
final class ShelfNotes {
    private static final String IN = "in";
    private static final String MET = "met";
    private static final String CUT = "cut ";
    private static final String LINKING = "linking ";
    private static final String LINKED = "linked ";

    private final FlowTrail trail;
    private final SourceRef all = SourceRef.of("shelf", "workspaces");

    ShelfNotes(FlowTrail trail) {
        this.trail = trail;
    }

    void met(Workspace workspace, String key) {
        boolean known =
                trail.notes(all, MET).stream().anyMatch(note -> note.to().equals(workspace.ref()));
        if (!known) {
            trail.note(all, MET, workspace.ref(), key);
        }
    }

    List<String> keys() {
        return trail.notes(all, MET).stream()
                .map(note -> Objects.requireNonNull(note.fingerprint()))
                .distinct()
                .toList();
    }

    List<SourceRef> workspacesOf(SourceRef asset) {
        return trail.notes(asset, IN).stream()
                .filter(note -> !text(note).startsWith(CUT))
                .map(StateLink::to)
                .toList();
    }

    /** Before the link is made, so that a later event of the asset leads to the workspace whatever happens. */
    void linking(SourceRef asset, SourceRef workspace) {
        String last = last(asset, workspace);
        int round = last.isEmpty() ? 1 : last.startsWith(CUT) ? round(last) + 1 : round(last);
        trail.note(asset, IN, workspace, LINKING + round);
    }

    /** Tells of a link that this flow made, also where it was made before a crash. */
    void linked(Asset asset, Workspace workspace, SourceRef record) {
        String last = last(asset.ref(), workspace.ref());
        if (!last.startsWith(LINKING)) {
            return;
        }
        AssetVersion version = asset.currentVersion();
        trail.append(
                trail.event(asset.ref(), null, CaseEventType.ASSET_LINKED, which(asset.ref(), workspace.ref()), null)
                        .subjectVersion(version == null ? null : version.id())
                        .caseRef(workspace.ref())
                        .caseKey(workspace.key())
                        .related(record)
                        .build());
        trail.note(asset.ref(), IN, workspace.ref(), LINKED + round(last));
    }

    /** Tells of a link that is gone: cut just now, or noted as there until now. */
    void cut(SourceRef asset, Workspace workspace, boolean now, String why) {
        String last = last(asset, workspace.ref());
        if (!now && (last.isEmpty() || last.startsWith(CUT))) {
            return;
        }
        trail.append(trail.event(asset, null, CaseEventType.ASSET_UNLINKED, which(asset, workspace.ref()), null)
                .caseRef(workspace.ref())
                .caseKey(workspace.key())
                .note(why)
                .build());
        trail.note(asset, IN, workspace.ref(), CUT + Math.max(1, round(last)));
    }

    private String which(SourceRef asset, SourceRef workspace) {
        return workspace + "#" + Math.max(1, round(last(asset, workspace)));
    }

    private String last(SourceRef asset, SourceRef workspace) {
        return trail.notes(asset, IN).stream()
                .filter(note -> note.to().equals(workspace))
                .map(ShelfNotes::text)
                .findFirst()
                .orElse("");
    }

    private static String text(StateLink note) {
        return Objects.requireNonNullElse(note.fingerprint(), "");
    }

    private static int round(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }
}
