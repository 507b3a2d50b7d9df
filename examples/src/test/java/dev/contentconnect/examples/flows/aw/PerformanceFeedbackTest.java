package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.PerformanceFeedback.LookBack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared was read from the record in Aprimo and from the workflow service. */
class PerformanceFeedbackTest extends FeedbackScene {
    @Test
    void tagsForReuseWhatEverybodyIsHappyWithAndLeavesOtherTagsAlone() {
        SourceRef asset = stage.poster("hero", "summer", "shoes");
        SourceRef caseRef = asked(look(asset, "spring"));
        assertThat(stage.desk.people().require(CommentThread.class).comments(caseRef).stream()
                        .map(comment -> comment.text()))
                .containsExactly("12 downloads, 3 % response");
        assertThat(tags(asset)).containsExactly("summer", "shoes");
        stage.answer(caseRef, YES);

        assertThat(flow.advance(look(asset, "spring"))).isEqualTo(new Standing.Done(caseRef, "reuse"));
        assertThat(tags(asset)).containsExactly("summer", "shoes", "reuse");
        assertThat(stage.report(state).cases().resolved()).isOne();
    }

    @Test
    void flagsForRevisionWhatSomebodyIsNotHappyWith() {
        SourceRef asset = stage.poster("hero", "reuse");
        stage.answer(asked(look(asset, "spring")), BRAND_SAYS_NO);

        assertThat(flow.advance(look(asset, "spring")))
                .isEqualTo(new Standing.Refused(List.of("brand said rejected: not brand enough")));
        assertThat(tags(asset)).containsExactly("revise");
    }

    @Test
    void writesAVerdictOnceAndLeavesLaterWordsOfPeopleAlone() {
        SourceRef asset = stage.poster("hero", "summer");
        LookBack look = look(asset, "spring");
        SourceRef caseRef = asked(look);
        assertThat(asked(look)).isEqualTo(caseRef);
        stage.answer(caseRef, YES);
        Standing end = flow.advance(look);
        tag(asset, "winter");

        assertThat(flow.advance(look)).isEqualTo(end);
        assertThat(tags(asset)).containsExactly("winter");
        assertThat(stage.cases(asset)).hasSize(1);
    }

    @Test
    void asksAboutEachLaunchAndTheLaterOneCounts() {
        SourceRef asset = stage.poster("hero");
        SourceRef spring = asked(look(asset, "spring"));
        SourceRef autumn = asked(look(asset, "autumn"));
        assertThat(stage.read(spring).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(flow.advance(look(asset, "spring"))).isInstanceOf(Standing.Idle.class);
        assertThat(asked(look(asset, "autumn"))).isEqualTo(autumn);
        stage.answer(autumn, YES);
        flow.advance(look(asset, "autumn"));
        assertThat(flow.advance(look(asset, "spring"))).isInstanceOf(Standing.Idle.class);
        assertThat(stage.cases(asset)).hasSize(2);
        SourceRef winter = asked(look(asset, "winter"));
        stage.answer(winter, BRAND_SAYS_NO);
        flow.advance(look(asset, "winter"));
        assertThat(tags(asset)).containsExactly("revise");
    }

    @Test
    void saysNothingAboutTheAssetWhenSomebodyCancelsTheCase() {
        SourceRef asset = stage.poster("hero", "summer");
        SourceRef caseRef = asked(look(asset, "spring"));
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "wrong asset");
        assertThat(flow.advance(look(asset, "spring"))).isInstanceOf(Standing.Idle.class);
        assertThat(tags(asset)).containsExactly("summer");
    }

    @Test
    void saysNothingAboutTheAssetWhenSomebodyCancelsACaseThatHasItsOutcome() {
        SourceRef asset = stage.poster("hero", "summer");
        stage.cancelDecided(asked(look(asset, "spring")), "rejected");
        assertThat(flow.advance(look(asset, "spring"))).isInstanceOf(Standing.Idle.class);
        assertThat(tags(asset)).containsExactly("summer");
    }
}
