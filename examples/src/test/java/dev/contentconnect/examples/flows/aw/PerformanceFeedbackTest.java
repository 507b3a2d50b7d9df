package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.PerformanceFeedback.LookBack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the record in Aprimo and from the workflow service. */
class PerformanceFeedbackTest {
    private static final Map<String, String> YES = Map.of("marketing", "approved", "brand", "approved");
    private static final Map<String, String> BRAND_SAYS_NO = Map.of("marketing", "approved", "brand", "rejected");

    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory();
    private final PerformanceFeedback flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private PerformanceFeedback flow(PowerCut cut, StateStore memory) {
        return new PerformanceFeedback(
                stage.desk.workflow(cut),
                stage.aprimo(cut),
                new PerformanceFeedback.Tags("reuse", "revise"),
                memory,
                stage.clock);
    }

    private LookBack look(SourceRef asset, String launch) {
        return new LookBack(asset, launch, "12 downloads, 3 % response", null);
    }

    private SourceRef asked(LookBack look) {
        return ((Standing.Waiting) flow.advance(look)).caseRef();
    }

    private List<String> tags(SourceRef asset) {
        return stage.planning.require(AssetReader.class).get(asset).tags();
    }

    private void tag(SourceRef asset, String... tags) {
        stage.planning
                .require(AssetWriter.class)
                .update(Asset.builder(asset).tags(List.of(tags)).build());
    }

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
        stage.answer(autumn, YES);
        flow.advance(look(asset, "autumn"));
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

    private void survives(Map<String, String> words, String tag) throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Interruptions.survived(
                "hero",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, any -> stage.poster(any, "summer"));
                    PerformanceFeedback cutOff = flow(cut, memory);
                    if (cutOff.advance(look(asset, "spring")) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), words);
                        cutOff.advance(look(asset, "spring"));
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(tags(asset)).as(id).containsExactly("summer", tag);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void tagsOnceWheneverItDies() throws Exception {
        survives(YES, "reuse");
    }

    @Test
    void flagsOnceWheneverItDies() throws Exception {
        survives(BRAND_SAYS_NO, "revise");
    }
}
