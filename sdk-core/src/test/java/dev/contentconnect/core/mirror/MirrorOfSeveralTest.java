package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One object is paired with two others of one system under one name; the power goes in one pair, and the other one runs first. */
class MirrorOfSeveralTest {
    private static final int MANY = 100;

    private final TwoSystems systems = new TwoSystems();

    private Mirror mirror(PowerCut cut, FakeSystem left, FakeSystem right) {
        return Mirror.builder("review", cut.on(systems.store), systems.clock)
                .between(side(cut, left), side(cut, right))
                .comments()
                .patience(Duration.ofMinutes(2))
                .build();
    }

    private static MirrorSide side(PowerCut cut, FakeSystem system) {
        return MirrorSide.of(system.name)
                .comments(cut.on(CommentThread.class, system))
                .build();
    }

    private void sync(FakeSystem left, FakeSystem right) {
        mirror(PowerCut.never(), left, right).sync(left.object, right.object);
        systems.later();
    }

    private static List<String> said(FakeSystem system) {
        return system.texts().stream()
                .map(text -> text.substring(text.indexOf('\n') + 1))
                .toList();
    }

    @Test
    void neitherLosesNorEchoesACopyOfTheOtherPairThatBrokeOff() {
        boolean killed = true;
        int moment = 0;
        for (; killed; moment++) {
            assertThat(moment).isLessThan(MANY);
            FakeSystem left = new FakeSystem("one", "m" + moment + "-", systems.clock);
            FakeSystem first = new FakeSystem("two", "m" + moment + "-first-", systems.clock);
            FakeSystem second = new FakeSystem("two", "m" + moment + "-second-", systems.clock);
            left.say("l1");
            first.say("f1");
            second.say("s1");
            systems.later();
            try {
                mirror(new PowerCut(moment), left, first).sync(left.object, first.object);
                killed = false;
            } catch (PowerCut.Killed expected) {
                left.say("[said] by somebody");
            }
            sync(left, second);
            sync(left, first);
            sync(left, second);
            sync(left, first);

            String which = "moment " + moment;
            assertThat(said(left)).as(which).contains("l1").containsOnlyOnce("f1", "s1");
            assertThat(said(first)).as(which).containsOnlyOnce("l1", "f1").doesNotContain("s1");
            assertThat(said(second)).as(which).containsOnlyOnce("l1", "s1").doesNotContain("f1");
            List<String> all = List.of(
                    left.texts().toString(),
                    first.texts().toString(),
                    second.texts().toString());
            assertThat(all).as(which).noneMatch(text -> text.contains("taken back"));
            if (killed) {
                assertThat(first.texts()).as(which).anyMatch(text -> text.endsWith("[said] by somebody"));
                assertThat(second.texts()).as(which).anyMatch(text -> text.endsWith("[said] by somebody"));
            }
        }
        assertThat(moment).as("moments").isGreaterThan(10);
    }

    @Test
    void readsWhatWasNotedBeforePairsWere() {
        FakeSystem left = new FakeSystem("one", systems.clock);
        FakeSystem right = new FakeSystem("two", systems.clock);
        SourceRef said = left.say("l1").ref();
        StateStore store = systems.store;
        String type = MirrorPlan.type("review", "sent");
        store.transact(t -> {
            String before = "o 1 " + Prints.ofComment("l1");
            t.putLink(new StateLink(said, type, right.object, 1, before, systems.clock.now()));
            return null;
        });
        sync(left, right);
        sync(left, right);
        assertThat(said(right)).containsExactly("l1");
        assertThat(said(left)).containsExactly("l1");
    }
}
