package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightsBenchmarkTest {
    @Test
    void theTableHasARateForEachLicence() {
        assertThat(RightsBenchmark.table("seconds=1", "rounds=1"))
                .containsPattern("one term, worldwide \\| [\\d,]+ \\| 0\\.67 \\|")
                .containsPattern("two terms, narrow \\| [\\d,]+ \\| 0\\.67 \\|");
    }
}
