package dev.contentconnect.tradinggrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.shows(ReadmeExample.class);
    }

    @Test
    void theExampleTellsThePartner() {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (TradingGridSandbox sandbox = new TradingGridSandbox(clock)) {
            sandbox.partner("Verona Vittles", "Active", "orders@verona.example", null);
            sandbox.partner("Roma Rice", "Active", "orders@roma.example", null);
            assertThat(ReadmeExample.run(
                            sandbox.endpoint(),
                            TradingGridSandbox.KEY,
                            Secret.of(TradingGridSandbox.SECRET),
                            TradingGridSandbox.COMPANY,
                            sandbox.endpoint(),
                            Secret.of(TradingGridSandbox.MESSAGING_PASSWORD)))
                    .extracting(Delivery::recipient)
                    .containsExactly("Verona Vittles");
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), TradingGridConfigBuilder.class);
    }
}
