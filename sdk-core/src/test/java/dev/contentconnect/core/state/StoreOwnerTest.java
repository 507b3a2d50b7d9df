package dev.contentconnect.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOwnerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void letsTheOwnerComeBackAndNobodyElse() {
        StateStore store = StateStore.inMemory();
        StoreOwner.take(store, "northpeak", NOW);
        StoreOwner.take(store, "northpeak", NOW.plusSeconds(9));

        assertThatIllegalStateException()
                .isThrownBy(() -> StoreOwner.take(store, "ostrevik", NOW))
                .withMessageContaining("ostrevik")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("northpeak"));
        assertThatIllegalArgumentException().isThrownBy(() -> StoreOwner.take(store, " ", NOW));
    }

    @Test
    void knowsTheOwnerOfTablesThatWereOpenedAgain(@TempDir Path folder) {
        Path file = folder.resolve("state.db");
        try (StateStore store = JdbcStateStore.file(file).tablePrefix("north_").open()) {
            StoreOwner.take(store, "northpeak", NOW);
        }
        try (StateStore again = JdbcStateStore.file(file).tablePrefix("north_").open();
                StateStore other =
                        JdbcStateStore.file(file).tablePrefix("ostre_").open()) {
            assertThatIllegalStateException().isThrownBy(() -> StoreOwner.take(again, "ostrevik", NOW));
            StoreOwner.take(other, "ostrevik", NOW);
            StoreOwner.take(again, "northpeak", NOW);
        }
    }

    @Test
    void givesAStoreToOneOfSeveralWhoTakeItInTheSameMoment(@TempDir Path folder) {
        try (StateStore store = JdbcStateStore.file(folder.resolve("state.db")).open()) {
            AtomicInteger refused = new AtomicInteger();
            List<@Nullable Object> owners = IntStream.range(0, 8)
                    .parallel()
                    .<@Nullable Object>mapToObj(i -> {
                        try {
                            StoreOwner.take(store, "client-" + i, NOW);
                            return "client-" + i;
                        } catch (IllegalStateException e) {
                            refused.incrementAndGet();
                            return "";
                        }
                    })
                    .filter(name -> !"".equals(name))
                    .toList();
            assertThat(owners).hasSize(1);
            assertThat(refused).hasValue(7);
        }
    }
}
