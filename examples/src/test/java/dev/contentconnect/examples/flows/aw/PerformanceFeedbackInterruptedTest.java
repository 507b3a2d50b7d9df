package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class PerformanceFeedbackInterruptedTest extends FeedbackScene {
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
