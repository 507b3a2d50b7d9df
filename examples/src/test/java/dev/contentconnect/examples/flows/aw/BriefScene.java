package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.host.AprimoBriefs;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Campaigns whose briefs are submitted, and the flow AW1. */
abstract class BriefScene {
    static final Map<String, String> YES =
            Map.of("brand", "approved", "legal", "approved", "finance", "approved", "regional", "approved");
    static final Map<String, String> FINANCE_SAYS_NO =
            Map.of("brand", "approved", "legal", "approved", "finance", "rejected", "regional", "approved");

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    final BriefApproval flow = flow(PowerCut.never(), state);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    BriefApproval flow(PowerCut cut, StateStore memory) {
        var planning = stage.aprimo(cut);
        return new BriefApproval(
                stage.desk.workflow(cut),
                planning,
                new AprimoBriefs(planning, AwStage.SUBMITTED, AwStage.BRIEF_FIELDS, AwStage.CURRENCIES),
                new BriefApproval.Statuses("production", "draft"),
                memory,
                stage.time());
    }

    SourceRef asked(SourceRef campaign) {
        return ((Standing.Waiting) flow.advance(campaign)).caseRef();
    }

    void state(SourceRef campaign, int wanted) {
        stage.pm.personSets("activities", AwStage.number(campaign), "activityStateId", wanted);
    }
}
