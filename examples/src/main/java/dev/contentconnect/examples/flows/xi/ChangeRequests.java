package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Map;

/** Change requests of a production, which people write into its workspace, as comments on its media. */
record ChangeRequests(String set, MediaLibrary media, FlowTrail trail) {
    private static final String TOLD = "told";

    /** Says what was not said yet. A request without a number or a text is still being written. */
    void tell(SourceRef workspace, WorkspaceSheet sheet, Asset asset) {
        for (Map<String, String> row : sheet.rows(set)) {
            String number = row.getOrDefault("Number", "");
            String text = row.getOrDefault("Text", "");
            String cut = row.getOrDefault("Cut", "");
            boolean concerns = cut.isEmpty()
                    || cut.equalsIgnoreCase(MediaLibrary.title(asset))
                    || cut.equals(asset.ref().toString());
            if (!number.isEmpty() && !text.isEmpty() && concerns) {
                String state = row.getOrDefault("State", "");
                String request = "Change request " + number + (state.isEmpty() ? "" : " (" + state + ")") + ": " + text;
                say(workspace, asset.ref(), number, request);
            }
        }
    }

    /** The key tells each wording of a request apart, so that a change of it is said and a repetition is not. */
    private void say(SourceRef workspace, SourceRef asset, String number, String request) {
        String key = ProductionProject.FLOW + ":" + workspace + "#" + number + ":" + Fingerprint.of(request);
        SourceRef what = SourceRef.of(ProductionProject.FLOW, key);
        if (trail.notes(asset, TOLD).stream().anyMatch(one -> one.to().equals(what))) {
            return;
        }
        media.say(asset, key, request, null);
        trail.append(trail.event(asset, null, CaseEventType.COMMENT_ADDED, key, null)
                .note(request)
                .related(workspace)
                .build());
        trail.note(asset, TOLD, what, null);
    }
}
