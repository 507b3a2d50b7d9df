package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.examples.flows.wv.ContentPackage;
import java.util.List;
import java.util.Map;

/**
 * Three people at their desks. Brand and marketing like what they see; legal says no to a person who has not agreed, and
 * does not look at dates: that is what the flow is for.
 */
final class Reviewers {
    private static final Map<String, Actor> PEOPLE = Map.of(
            "brand", new Actor("ines@ostrevik.example", "Ines", "brand"),
            "legal", new Actor("jonas@ostrevik.example", "Jonas", "legal"),
            "marketing", new Actor("mara@ostrevik.example", "Mara", "marketing"));

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final Narrator narrator;

    Reviewers(Connector workflow, Narrator narrator) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.narrator = narrator;
    }

    /** Takes and completes the open tasks of a case. */
    void decide(ContentPackage content, SourceRef caseRef) {
        List<Approval> asked =
                approvals.query(ApprovalQuery.ALL.ofCase(caseRef)).stream().toList();
        for (Approval approval : asked) {
            Actor person = PEOPLE.get(String.valueOf(approval.stakeholder()));
            if (person != null && !approval.status().isFinal()) {
                decide(content, approval, person);
            }
        }
    }

    private void decide(ContentPackage content, Approval approval, Actor person) {
        TaskResult result = "legal".equals(person.role()) && showsSomebodyWhoDidNotAgree(content)
                ? TaskResult.of("rejected", "the person shown has not agreed to be shown", person)
                : TaskResult.of("approved", null, person);
        cases.claim(approval.ref(), person);
        cases.complete(approval.ref(), result);
        narrator.say("task       " + person.role() + ": " + person.name() + " takes it and says " + result.outcome()
                + (result.note() == null ? "" : ": " + result.note()));
    }

    private static boolean showsSomebodyWhoDidNotAgree(ContentPackage content) {
        return content.items().stream()
                .anyMatch(item -> ReleaseState.MISSING.equals(item.rights().modelRelease()));
    }
}
