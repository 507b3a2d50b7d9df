package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** People edit both sides at any time, also while the mirror works, and hosts die. */
class MirrorPropertyTest {

    /** One story. Every value and every comment has words of its own, so that it can be found again. */
    private static final class Story {
        private final TwoSystems pair;
        private final Random dice;
        private final List<Comment> leftSaid = new ArrayList<>();
        private final List<Comment> rightSaid = new ArrayList<>();
        private final boolean edits;
        private final boolean dying;
        private String lastValue = "v0";
        private int words;

        Story(long seed, boolean edits) {
            this(seed, edits, true, new TwoSystems());
        }

        Story(long seed, boolean edits, boolean dying, TwoSystems pair) {
            this.pair = pair;
            this.dying = dying;
            this.dice = new Random(seed);
            this.edits = edits;
            pair.left.answering = dice.nextBoolean();
            pair.right.answering = dice.nextBoolean();
            pair.right.threaded = dice.nextBoolean();
            if (dice.nextBoolean()) {
                pair.right.habit = value -> value.strip();
                pair.right.knownHabit = value -> value.strip();
            }
            pair.left.set(lastValue);
            pair.right.set(lastValue);
            pair.sync();
            pair.left.before = this::maybeAct;
            pair.right.before = this::maybeAct;
            pair.left.afterWrite = this::maybeAct;
            pair.right.afterWrite = this::maybeAct;
        }

        private void maybeAct() {
            if (dice.nextInt(4) == 0) {
                act();
            }
        }

        void act() {
            pair.later();
            boolean isLeft = dice.nextBoolean();
            FakeSystem system = isLeft ? pair.left : pair.right;
            List<Comment> said = isLeft ? leftSaid : rightSaid;
            String text = "w" + ++words + (dice.nextBoolean() ? " \ud83d\ude00" : "");
            switch (dice.nextInt(edits ? 3 : 2)) {
                case 0 -> {
                    lastValue = text;
                    system.set(text);
                }
                case 1 -> {
                    List<Comment> all = system.all();
                    boolean answers = !all.isEmpty() && dice.nextInt(3) == 0;
                    said.add(system.say(
                            "ann",
                            text,
                            answers ? all.get(dice.nextInt(all.size())).ref() : null));
                }
                default -> {
                    if (!said.isEmpty()) {
                        system.edit(said.get(dice.nextInt(said.size())), text);
                    }
                }
            }
        }

        void run() {
            for (int i = 0; i < 12; i++) {
                for (int j = dice.nextInt(3); j > 0; j--) {
                    act();
                }
                PowerCut cut = !dying || dice.nextInt(3) == 0 ? PowerCut.never() : new PowerCut(dice.nextInt(40));
                try {
                    pair.mirror(cut).sync(pair.left.object, pair.right.object);
                } catch (PowerCut.Killed | ConnectorException expected) {
                    pair.later();
                }
            }
            pair.left.before = () -> {};
            pair.right.before = () -> {};
            pair.left.afterWrite = () -> {};
            pair.right.afterWrite = () -> {};
            pair.sync();
            changeWhatWasTakenForUndoing();
            pair.sync();
        }

        /**
         * People who edit after each of the four writes of a run, and do nothing else, look like two sides that undo each
         * other's writes: both are left as they are until somebody changes one of them. So somebody does.
         */
        private void changeWhatWasTakenForUndoing() {
            List<CaseEvent> ofField = pair.trail().stream()
                    .filter(event -> "status".equals(event.step()))
                    .toList();
            if (ofField.isEmpty()) {
                return;
            }
            CaseEvent last = ofField.get(ofField.size() - 1);
            if (last.type().equals(CaseEventType.MIRROR_UNSETTLED)) {
                assertThat(last.extensions().get("mirror"))
                        .containsEntry("left", pair.left.value())
                        .containsEntry("right", pair.right.value())
                        .containsValue(lastValue);
                pair.later();
                lastValue = "changed after all";
                pair.left.set(lastValue);
            }
        }
    }

    private static long copiesOf(String text, FakeSystem system) {
        return system.texts().stream()
                .filter(one -> one.equals(text) || one.endsWith("\n" + text))
                .count();
    }

    @Property(tries = 300)
    void bothSidesEndEqualWithEachCommentOnceAndTheLastWriterCounts(@ForAll long seed) {
        endsEqual(new Story(seed, false));
    }

    /** Without deaths: the lease of a dead host ends by the clock of the database, which no test moves. */
    @Property(tries = 5)
    void doesSoWithAMemoryOnDiskToo(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("mirror");
        Path file = folder.resolve("state.db");
        try (StateStore store = JdbcStateStore.file(file).open()) {
            endsEqual(new Story(seed, false, false, new TwoSystems(store)));
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path one : left.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(folder);
        }
    }

    private static void endsEqual(Story story) {
        story.run();
        TwoSystems pair = story.pair;
        assertThat(pair.left.value()).isEqualTo(story.lastValue);
        assertThat(pair.right.value()).isEqualTo(story.lastValue);
        for (List<Comment> said : List.of(story.leftSaid, story.rightSaid)) {
            for (Comment comment : said) {
                assertThat(copiesOf(comment.text(), pair.left))
                        .as(comment.text())
                        .isEqualTo(1);
                assertThat(copiesOf(comment.text(), pair.right))
                        .as(comment.text())
                        .isEqualTo(1);
            }
        }
        int total = story.leftSaid.size() + story.rightSaid.size();
        assertThat(pair.left.all()).hasSize(total);
        assertThat(pair.right.all()).hasSize(total);
        assertThat(pair.sync().events()).isEmpty();
    }

    @Property(tries = 300)
    void theLastWordsOfEachEditedCommentStandOnBothSidesAndNothingEchoes(@ForAll long seed) {
        Story story = new Story(seed, true);
        story.run();
        TwoSystems pair = story.pair;
        for (FakeSystem system : List.of(pair.left, pair.right)) {
            FakeSystem other = system == pair.left ? pair.right : pair.left;
            List<Comment> said = system == pair.left ? story.leftSaid : story.rightSaid;
            for (Comment comment : said) {
                String now = system.all().stream()
                        .filter(one -> one.ref().equals(comment.ref()))
                        .findFirst()
                        .orElseThrow()
                        .text();
                assertThat(copiesOf(now, system)).as(now).isEqualTo(1);
                // A run that was cut off may repeat an edit, never lose one.
                assertThat(copiesOf(now, other)).as(now).isBetween(1L, 2L);
            }
        }
        assertThat(pair.left.value()).isEqualTo(story.lastValue);
        assertThat(pair.right.value()).isEqualTo(story.lastValue);
        assertThat(pair.sync().events()).isEmpty();
    }
}
