package dev.contentconnect.tradinggrid.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LensDocumentFuzzIT {
    @Test
    @Timeout(300)
    void noneOfAMillionTextsBreaksOutOfItsLiteral() {
        assertThat(LensDocumentFuzz.escaped(1_000_000, 20_310_504L)).isZero();
    }
}
