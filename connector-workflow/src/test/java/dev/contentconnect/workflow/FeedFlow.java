package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed, on the sandbox and on the real engine alike. Where they disagree, the sandbox is wrong. */
abstract class FeedFlow extends FlowScene {
    FeedFlow(WorkflowConfig config, WorkflowConnector connector) {
        super(config, connector);
    }

    private CaseFeed feed() {
        return connector().require(CaseFeed.class);
    }

    @Test
    void beginsAtThePresentWithoutACursor() {
        Approval earlier = requested("legal").get(0);

        ChangeBatch begin = feed().changes(null, 100);

        assertThat(begin.events()).isEmpty();
        assertThat(begin.more()).isFalse();
        List<CaseEvent> later = new ArrayList<>();
        readAll(feed(), begin.next(), later);
        assertThat(ofCase(later, earlier.caseRef())).isEmpty();
    }

    @Test
    void tellsWhatHappenedOnceAndFromWhereOneStopped() {
        Cursor begin = feed().changes(null, 100).next();
        Approval asked = requested("legal").get(0);
        List<CaseEvent> first = new ArrayList<>();
        Cursor place = readAll(feed(), begin, first);
        assertThat(ofCase(first, asked.caseRef()))
                .extracting(CaseEvent::type)
                .containsExactlyInAnyOrder(
                        CaseEventType.CASE_OPENED, CaseEventType.COMMENT_ADDED, CaseEventType.APPROVAL_REQUESTED);

        approvals()
                .decide(
                        asked.ref(),
                        Decision.of(DecisionOutcome.APPROVED, "fine").by(ANNA));
        ended(asked.caseRef());
        List<CaseEvent> second = new ArrayList<>();
        readAll(feed(), Cursor.of(place.value()), second);

        List<CaseEvent> mine = ofCase(second, asked.caseRef());
        assertThat(mine)
                .extracting(CaseEvent::type)
                .containsExactlyInAnyOrder(
                        CaseEventType.TASK_CLAIMED,
                        CaseEventType.COMMENT_ADDED,
                        CaseEventType.APPROVAL_DECIDED,
                        CaseEventType.CASE_RESOLVED);
        assertThat(mine).allSatisfy(event -> assertThat(event.caseKey()).isEqualTo(key));
        assertThat(mine)
                .filteredOn(event -> event.type().equals(CaseEventType.APPROVAL_DECIDED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo("approved");
                    assertThat(event.step()).isEqualTo("legal");
                    assertThat(event.actor()).isEqualTo(ANNA);
                });
        assertThat(mine)
                .filteredOn(event -> event.type().equals(CaseEventType.COMMENT_ADDED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.note()).isEqualTo("fine");
                    assertThat(event.actor()).isEqualTo(ANNA);
                    assertThat(event.related()).isEqualTo(asked.ref());
                });
    }
}
