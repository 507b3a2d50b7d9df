package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Change requests of a production, which people write into its workspace, as comments on its media. */
record ChangeRequests(String set, MediaLibrary media, FlowTrail trail) {
    private static final String SAID = "said";
    private static final String BETWEEN = " ";

    /**
     * Says what was not said yet. A request without a number or a text is still being written. Rows of one number are one
     * request with several wordings.
     */
    void tell(SourceRef workspace, WorkspaceSheet sheet, Asset asset) {
        Map<String, Map<String, String>> requests = new LinkedHashMap<>();
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
                requests.computeIfAbsent(number, any -> new LinkedHashMap<>()).put(Fingerprint.of(request), request);
            }
        }
        requests.forEach((number, wordings) -> tell(workspace, asset.ref(), number, wordings));
    }

    /** What was said last is remembered, not all that ever was: a request that is open again is said again. */
    private void tell(SourceRef workspace, SourceRef asset, String number, Map<String, String> wordings) {
        SourceRef request = SourceRef.of(ProductionProject.FLOW, workspace + "#" + number);
        List<String> last = last(asset, request);
        List<String> said = last.subList(1, last.size());
        if (said.equals(List.copyOf(wordings.keySet()))) {
            return;
        }
        int round = Integer.parseInt(last.get(0)) + 1;
        wordings.forEach((print, wording) -> {
            if (!said.contains(print)) {
                say(workspace, asset, request.id() + ":" + print + (round == 1 ? "" : "#" + round), wording);
            }
        });
        trail.note(asset, SAID, request, round + BETWEEN + String.join(BETWEEN, wordings.keySet()));
    }

    /** The round, then the prints of the wordings. */
    private List<String> last(SourceRef asset, SourceRef request) {
        return trail.notes(asset, SAID).stream()
                .filter(one -> one.to().equals(request))
                .map(StateLink::fingerprint)
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> Arrays.asList(text.split(BETWEEN)))
                .orElse(List.of("0"));
    }

    private void say(SourceRef workspace, SourceRef asset, String which, String wording) {
        String key = ProductionProject.FLOW + ":" + which;
        media.say(asset, key, wording, null);
        trail.append(trail.event(asset, null, CaseEventType.COMMENT_ADDED, key, null)
                .note(wording)
                .related(workspace)
                .build());
    }
}
