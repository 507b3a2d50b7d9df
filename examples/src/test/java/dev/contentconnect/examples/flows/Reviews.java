package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskResult;
import java.util.List;
import java.util.Map;

/** What people say when they are asked for approval. */
public final class Reviews {
    /** About the packages of WV1. */
    public static final Map<String, String> ALL_APPROVE =
            Map.of("brand", "approved", "legal", "approved", "marketing", "approved");
    /** About the packages of WV1. */
    public static final Map<String, String> LEGAL_REJECTS =
            Map.of("brand", "approved", "legal", "rejected", "marketing", "approved");

    private Reviews() {}

    /**
     * Answers what is still open of a case; who is not named goes on waiting.
     *
     * @param people the workflow service
     * @param caseRef the case
     * @param words what each stakeholder says
     */
    public static void answer(Connector people, SourceRef caseRef, Map<String, String> words) {
        CaseDesk cases = people.require(CaseDesk.class);
        List<Approval> open = people.require(ApprovalDesk.class).query(ApprovalQuery.ALL.ofCase(caseRef)).stream()
                .filter(approval -> !approval.status().isFinal())
                .toList();
        for (Approval approval : open) {
            String word = words.get(String.valueOf(approval.stakeholder()));
            if (word != null) {
                String note = word.equals("approved") ? null : "not " + approval.stakeholder() + " enough";
                Actor actor = Actor.of(approval.stakeholder() + "@example.com");
                cases.complete(approval.ref(), TaskResult.of(word, note, actor));
            }
        }
    }
}
