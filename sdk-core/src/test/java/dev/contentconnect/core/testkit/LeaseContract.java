package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.state.Lease;
import dev.contentconnect.core.state.Leases;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the leases of every {@link StateStore} must do. Extend it, and each test runs on a store of its own. */
@Timeout(60)
public abstract class LeaseContract {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(30);

    /** The clock that the stores of this test run on. */
    protected final FakeClock clock = new FakeClock(T0);

    private StateStore store;

    /**
     * An empty store on {@link #clock}.
     *
     * @return closed by the contract
     * @throws Exception when there is none
     */
    protected abstract StateStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private <T> T leases(Function<Leases, T> work) {
        return store.transact(t -> work.apply(t.leases()));
    }

    private Optional<Lease> acquire(String owner) {
        return leases(leases -> leases.acquire("poll", owner, HOLD));
    }

    @Test
    void goToOneOwnerUntilTheyRunOut() {
        Lease first = acquire("w1").orElseThrow();
        assertThat(first).isEqualTo(new Lease("poll", "w1", 1, T0.plus(HOLD)));
        assertThat(acquire("w2")).isEmpty();
        assertThat(acquire("w1")).contains(first);
        clock.advance(HOLD);
        Lease second = acquire("w2").orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
        Optional<Lease> renewed = leases(leases -> leases.renew(first, HOLD));
        assertThat(renewed).isEmpty();
        assertThat(acquire("w1")).isEmpty();
    }

    @Test
    void canBeRenewedAndGivenBack() {
        Lease first = acquire("w1").orElseThrow();
        clock.advance(HOLD.minusSeconds(1));
        Lease renewed = leases(leases -> leases.renew(first, HOLD)).orElseThrow();
        assertThat(renewed.fence()).isEqualTo(first.fence());
        clock.advance(Duration.ofSeconds(2));
        assertThat(acquire("w2")).isEmpty();
        leases(leases -> {
            leases.release(renewed);
            return true;
        });
        assertThat(acquire("w2")).isPresent();
    }

    @Test
    void fenceOffAWorkerWhoWakesUpLate() {
        Lease late = acquire("w1").orElseThrow();
        clock.advance(HOLD);
        // Ran out, but nobody took it: the work still counts.
        store.transact(t -> {
            t.leases().fence(late);
            return true;
        });
        Lease taken = acquire("w2").orElseThrow();
        assertThat(catchThrowableOfType(
                        StateException.class,
                        () -> store.transact(t -> {
                            t.claimKey("flow", "beside", T0);
                            return catchThrowableOfType(
                                    StateException.class, () -> t.leases().fence(late));
                        })))
                .extracting(StateException::reason)
                .isEqualTo(StateException.Reason.FENCED);
        store.transact(t -> {
            t.leases().fence(taken);
            assertThat(t.claimKey("flow", "beside", T0)).isTrue();
            return true;
        });
    }

    @Test
    void comeBackToTheSameOwnerWithANewFenceAfterAnother() {
        Lease first = acquire("w1").orElseThrow();
        clock.advance(HOLD);
        assertThat(acquire("w2")).isPresent();
        clock.advance(HOLD);
        assertThat(acquire("w1").orElseThrow().fence()).isEqualTo(first.fence() + 2);
    }
}
