package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is compared was read from the campaign in Aprimo and from the workflow service. */
class BriefApprovalTest extends BriefScene {
    @Test
    void movesTheCampaignToProductionWhenEverybodyApproved() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef caseRef = asked(campaign);
        stage.answer(caseRef, Map.of("brand", "approved", "legal", "approved"));
        assertThat(flow.advance(campaign)).isEqualTo(new Standing.Waiting(caseRef, List.of("finance", "regional")));
        assertThat(stage.state(campaign)).isEqualTo("13");
        assertThat(stage.notes(campaign)).contains("brand said approved").doesNotContain("finance");
        stage.answer(caseRef, YES);

        assertThat(flow.advance(campaign)).isEqualTo(new Standing.Done(caseRef, "production"));
        assertThat(stage.state(campaign)).isEqualTo("12");
        List<Comment> said = stage.planning.require(CommentThread.class).comments(campaign).stream()
                .toList();
        assertThat(said)
                .extracting(Comment::text)
                .containsExactlyInAnyOrder(
                        "brand said approved",
                        "legal said approved",
                        "finance said approved",
                        "regional said approved",
                        "production\napproved by brand, legal, finance, regional");
        assertThat(said.get(0).author()).isNotNull();
        assertThat(stage.read(caseRef).outcome()).isEqualTo("approved");
    }

    @Test
    void tellsTheDecidersWhatTheBriefSays() {
        SourceRef caseRef = asked(stage.brief("Spring"));
        assertThat(stage.desk.people().require(CommentThread.class).comments(caseRef).stream()
                        .map(Comment::text))
                .singleElement()
                .asString()
                .contains("Audience: runners, hikers", "Budget: 120000.50 EUR", "Dates: 2027-03-01 to 2027-05-31");
    }

    @Test
    void givesTheBriefBackWithTheReasons() {
        SourceRef campaign = stage.brief("Spring");
        stage.answer(asked(campaign), FINANCE_SAYS_NO);

        assertThat(flow.advance(campaign))
                .isEqualTo(new Standing.Refused(List.of("finance said rejected: not finance enough")));
        assertThat(stage.state(campaign)).isEqualTo("11");
        assertThat(stage.notes(campaign)).contains("finance said rejected: not finance enough");
    }

    @Test
    void asksOnceHoweverOftenItIsCalled() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef caseRef = asked(campaign);
        assertThat(asked(campaign)).isEqualTo(caseRef);
        stage.answer(caseRef, YES);
        Standing end = flow.advance(campaign);
        assertThat(flow.advance(campaign)).isEqualTo(end);
        assertThat(flow.advance(campaign)).isEqualTo(end);
        assertThat(stage.cases(campaign)).hasSize(1);
        assertThat(stage.told(campaign, "finance said")).isOne();
        assertThat(stage.told(campaign, "approved by")).isOne();
    }

    @Test
    void asksAnewWhenTheAuthorChangesTheBriefAndOldAnswersNoLongerCount() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef first = asked(campaign);
        stage.answer(first, Map.of("brand", "approved", "legal", "approved", "finance", "approved"));
        stage.pm.personWrites("activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "990000");

        SourceRef second = asked(campaign);
        assertThat(second).isNotEqualTo(first);
        assertThat(stage.read(first).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(((Standing.Waiting) flow.advance(campaign)).missing())
                .containsExactlyElementsOf(BriefApproval.STAKEHOLDERS);
        stage.pm.personWrites("activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "120000.50");
        SourceRef third = asked(campaign);
        assertThat(third).isNotIn(first, second);
        stage.answer(third, YES);
        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Done.class);
    }

    @Test
    void doesNotActOnTheEndOfACaseWhoseBriefWasChangedMeanwhile() {
        SourceRef campaign = stage.brief("Spring");
        stage.answer(asked(campaign), YES);
        stage.pm.personWrites("activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "990000");

        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Waiting.class);
        assertThat(stage.state(campaign)).isEqualTo("13");
        assertThat(stage.told(campaign, "finance said approved")).isOne();
        assertThat(stage.report(state).cases().resolved()).isOne();
        assertThat(stage.report(state).cases().opened()).isEqualTo(2);
    }

    @Test
    void callsTheCaseOffWhenTheAuthorTakesTheBriefBack() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef caseRef = asked(campaign);
        state(campaign, AwStage.DRAFT);

        stage.answer(caseRef, Map.of("brand", "approved"));
        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(stage.told(campaign, "brand said approved")).isOne();
        state(campaign, AwStage.SUBMITTED);
        assertThat(asked(campaign)).isNotEqualTo(caseRef);
    }

    @Test
    void asksAboutAReturnedBriefAgainWhenItIsSubmittedUnchanged() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef first = asked(campaign);
        stage.answer(first, FINANCE_SAYS_NO);
        flow.advance(campaign);
        state(campaign, AwStage.SUBMITTED);

        SourceRef second = asked(campaign);
        assertThat(second).isNotEqualTo(first);
        stage.answer(second, YES);
        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Done.class);
        assertThat(stage.state(campaign)).isEqualTo("12");
        assertThat(stage.report(state).cases().resolved()).isEqualTo(2);
    }

    @Test
    void givesAnIncompleteBriefBackWithoutAskingAnybody() {
        SourceRef campaign = stage.brief("Spring");
        stage.pm.personWrites("activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "a lot");
        stage.pm.personSets("activities", AwStage.number(campaign), "endDate", "2026-01-01T00:00:00");

        assertThat(flow.advance(campaign))
                .isEqualTo(new Standing.Refused(List.of("it has no budget", "it ends before it begins")));
        assertThat(stage.state(campaign)).isEqualTo("11");
        assertThat(stage.notes(campaign)).contains("it has no budget; it ends before it begins");
        assertThat(stage.cases(campaign)).isEmpty();
    }

    @Test
    void takesEventsLateTwiceAndAboutOtherThings() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef task = AwStage.ref(PmRef.TASKS, 5);
        for (SourceRef subject : List.of(campaign, task, AwStage.ref(PmRef.ACTIVITIES, 99_999), campaign)) {
            flow.handle(CaseEvent.builder("aprimo", CaseEventType.STATUS_CHANGED, "e", stage.clock.now())
                    .subject(subject)
                    .build());
        }
        flow.handle(CaseEvent.builder("workflow", CaseEventType.TASK_CREATED, "e", stage.clock.now())
                .build());
        assertThat(stage.cases(campaign)).hasSize(1);
        assertThat(stage.cases(task)).isEmpty();
    }

    @Test
    void isTheMatterOfAReport() {
        SourceRef campaign = stage.brief("Spring");
        SourceRef caseRef = asked(campaign);
        stage.clock.advance(Duration.ofHours(5));
        stage.answer(caseRef, YES);
        flow.advance(campaign);
        CaseRecord ended = stage.read(caseRef);

        GovernanceReport report = stage.report(state);
        assertThat(report.cases().opened()).isOne();
        assertThat(report.cases().resolved()).isOne();
        assertThat(report.cases().turnaround().median())
                .isEqualTo(Duration.between(ended.openedAt(), ended.closedAt()));
    }

    @Test
    void givesAnIncompleteBriefBackEachTimeItIsSubmitted() {
        SourceRef campaign = stage.brief("Spring");
        stage.pm.personWrites("activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "a lot");
        flow.advance(campaign);
        state(campaign, AwStage.SUBMITTED);

        assertThat(flow.advance(campaign)).isEqualTo(new Standing.Refused(List.of("it has no budget")));
        assertThat(stage.state(campaign)).isEqualTo("11");
        assertThat(stage.told(campaign, "it has no budget")).isEqualTo(2);
        assertThat(AwStage.events(state, CaseEventType.FLOW_REFUSED)).hasSize(2);
    }

    @Test
    void hasNothingToSayOnceACampaignIsDeletedAfterItsDecision() {
        SourceRef campaign = stage.brief("Spring");
        stage.answer(asked(campaign), YES);
        flow.advance(campaign);
        stage.pm.personDeletes(PmRef.ACTIVITIES, AwStage.number(campaign));

        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Idle.class);
        assertThat(flow.advance(campaign)).isInstanceOf(Standing.Idle.class);
    }
}
