package dev.contentconnect.tradinggrid.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million texts with {@code -Dcontentconnect.items=1000000}. */
class LensDocumentFuzzIT {
    @Test
    @Timeout(300)
    void noneOfManyTextsBreaksOutOfItsLiteral() {
        assertThat(LensDocumentFuzz.escaped(Integer.getInteger("contentconnect.items", 100_000), 20_310_504L))
                .isZero();
    }
}
