package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A pair to be mirrored, each host with a mirror of its own on one store. */
final class TwoSystems {
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final FakeClock clock = new FakeClock(START);
    final FakeSystem left = new FakeSystem("one", clock);
    final FakeSystem right = new FakeSystem("two", clock);
    final StateStore store;
    FieldRule rule = FieldRule.lastWriter();

    TwoSystems() {
        this.store = StateStore.inMemory(clock, TrailChain.plain());
    }

    /** With a memory that outlives this process. */
    TwoSystems(StateStore store) {
        this.store = store;
    }

    /** A second passes. */
    void later() {
        clock.advance(Duration.ofSeconds(1));
    }

    Mirror mirror() {
        return mirror(store, left.side(), right.side());
    }

    /** On a host whose power goes. */
    Mirror mirror(PowerCut cut) {
        return mirror(cut.on(store), dying(cut, left), dying(cut, right));
    }

    private static MirrorSide.Builder dying(PowerCut cut, FakeSystem system) {
        return MirrorSide.of(system.name)
                .comments(cut.on(CommentThread.class, system))
                .field("status", cut.on(FieldPort.class, system));
    }

    Mirror mirror(StateStore memory, MirrorSide.Builder one, MirrorSide.Builder two) {
        return Mirror.builder("review", memory, clock)
                .between(one.build(), two.build())
                .field("status", rule)
                .comments()
                .patience(Duration.ofMinutes(2))
                .build();
    }

    MirrorResult sync() {
        return mirror().sync(left.object, right.object);
    }

    /** The mirror runs on a host whose power goes, somebody acts, and it runs on another host. Whether the power went. */
    boolean syncAfterCut(int moment, Runnable meanwhile) {
        boolean killed = false;
        try {
            mirror(new PowerCut(moment)).sync(left.object, right.object);
        } catch (PowerCut.Killed expected) {
            killed = true;
        }
        meanwhile.run();
        sync();
        return killed;
    }

    List<CaseEvent> trail() {
        return store.read(view -> {
            List<CaseEvent> events = new ArrayList<>();
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return events;
        });
    }

    /** Further runs change nothing. */
    void assertQuiet() {
        int count = left.all().size() + right.all().size();
        for (int i = 0; i < 3; i++) {
            assertThat(sync().events()).isEmpty();
        }
        assertThat(left.all().size() + right.all().size()).isEqualTo(count);
    }
}
