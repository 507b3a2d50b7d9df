package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Busy;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People talk on both sides at any moment, also between two calls of the flow, and another host works on the same asset. */
class GlobalReviewInterleavingsTest {
    private static final int STORIES = 25;

    private final SwStage stage = SwStage.sandboxes();
    private final Regions regions = new Regions(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    /** One of many. Each comment has words of its own. */
    private final class Story {
        final SourceRef asset;
        final StateStore state = StateStore.inMemory(stage.clock, TrailChain.plain());
        final List<String> annSaid = new ArrayList<>();
        final Map<String, List<String>> maxSaid = Map.of("austria", new ArrayList<>(), "germany", new ArrayList<>());
        final Map<String, SourceRef> cases;
        private final Random dice;
        private final GlobalReview one;
        private final GlobalReview other;
        private boolean isActing;
        private int words;

        Story(long seed) {
            this.dice = new Random(seed);
            this.asset = stage.licensed("story-" + seed, stage.stock("story-" + seed));
            this.one = flow(this::maybe);
            this.other = flow(() -> {});
            Map<String, Standing> stands = other.advance(asset);
            this.cases = Map.of(
                    "austria", Regions.waiting(stands, "austria"), "germany", Regions.waiting(stands, "germany"));
        }

        private GlobalReview flow(Runnable meanwhile) {
            // No two comments of the same moment: their order would be nobody's.
            Consumer<String> passing = method -> {
                stage.clock.advance(Duration.ofMillis(1));
                meanwhile.run();
            };
            return regions.flow(
                    new Busy(stage.desk.workflow(PowerCut.never()), passing),
                    new Busy(stage.smintio(PowerCut.never()), passing),
                    state);
        }

        private void maybe() {
            if (!isActing && dice.nextInt(5) == 0) {
                act();
            }
        }

        void act() {
            isActing = true;
            stage.clock.advance(Duration.ofSeconds(1));
            String text = "word " + ++words + " of " + asset.id();
            switch (dice.nextInt(7)) {
                case 0, 1, 2 -> {
                    annSaid.add(text);
                    regions.annSays(asset, text);
                }
                case 3, 4 -> say("austria", text);
                case 5 -> say("germany", text);
                default -> advance(other);
            }
            isActing = false;
        }

        private void say(String region, String text) {
            maxSaid.get(region).add(text);
            regions.maxSays(cases.get(region), text);
        }

        /** Whoever comes second waits for a while, and comes back later. */
        private void advance(GlobalReview flow) {
            try {
                flow.advance(asset);
            } catch (StateException busy) {
                assertThat(busy.reason()).isIn(StateException.Reason.CONFLICT, StateException.Reason.FENCED);
            }
        }

        void run() {
            for (int i = 0; i < 4; i++) {
                act();
                advance(one);
            }
            isActing = true;
            stage.clock.advance(Duration.ofMinutes(2));
            one.advance(asset);
            other.advance(asset);
        }
    }

    @Test
    void losesNoCommentAndRepeatsNoneHoweverItComes() {
        int talked = 0;
        for (long seed = 1; seed <= STORIES; seed++) {
            Story story = new Story(seed);
            story.run();
            String which = "story " + seed;

            List<String> shown = regions.talk(story.asset);
            List<String> all = new ArrayList<>(story.annSaid);
            story.maxSaid.values().forEach(all::addAll);
            assertThat(shown).as(which).containsExactlyInAnyOrderElementsOf(all);
            story.cases.forEach((region, caseRef) -> {
                List<String> there = new ArrayList<>(story.annSaid);
                there.addAll(story.maxSaid.get(region));
                List<String> inCase = regions.talk(caseRef);
                assertThat(inCase).as(which + " in " + region).containsExactlyInAnyOrderElementsOf(there);
                assertThat(inCase).as(which + " in " + region).containsSubsequence(story.annSaid);
                assertThat(shown).as(which + " of " + region).containsSubsequence(story.maxSaid.get(region));
            });
            assertThat(stage.cases(story.asset)).as(which).hasSize(2);
            talked += all.size();
        }
        assertThat(talked).as("comments").isGreaterThan(10 * STORIES);
    }

    @Test
    void endsInTheSameStateOnBothSidesWhoeverDecidesFirst() {
        for (long seed = 100; seed < 110; seed++) {
            Story story = new Story(seed);
            story.run();
            boolean inPortalFirst = seed % 2 == 0;
            SourceRef austria = story.cases.get("austria");
            if (inPortalFirst) {
                regions.annSays(story.asset, "approved");
                story.advance(story.other);
            }
            stage.desk.complete(story.cases.get("germany"), "regional", TaskResult.of("rejected", "no", Regions.MAX));
            if (!inPortalFirst) {
                stage.desk.complete(austria, "regional", TaskResult.of("approved", null, Regions.MAX));
                regions.annSays(story.asset, "rejected");
            }
            story.advance(story.one);
            story.advance(story.other);

            String which = "story " + seed;
            assertThat(stage.read(austria).outcome()).as(which).isEqualTo("approved");
            assertThat(stage.offers(story.asset, SwStage.AUSTRIA)).as(which).hasSize(1);
            assertThat(stage.offers(story.asset, SwStage.GERMANY)).as(which).isEmpty();
            assertThat(stage.said(story.asset, "austria: regional said approved"))
                    .as(which)
                    .isOne();
            assertThat(stage.said(story.asset, "germany: regional said rejected"))
                    .as(which)
                    .isOne();
            assertThat(stage.portal.require(CommentThread.class).comments(story.asset).stream()
                            .map(Comment::ref)
                            .distinct()
                            .count())
                    .as(which)
                    .isEqualTo(stage.said(story.asset).size());
        }
    }
}
