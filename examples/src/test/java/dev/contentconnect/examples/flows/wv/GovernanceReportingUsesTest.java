package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.report.DeliveryFigures;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.testkit.WholePage;
import dev.contentconnect.examples.flows.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Uses, as a log tells of them that counts. */
class GovernanceReportingUsesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final FakeClock clock = new FakeClock(MONDAY);
    private final Stage stage = Stage.sandboxes(clock);

    @AfterEach
    void close() {
        stage.close();
    }

    /** A library whose log counts uses; the one of VIP never does. */
    private record Counting(Connector library, List<Delivery> counted) implements Connector, DeliveryLog {
        @Override
        public Paged<Delivery> deliveries(DeliveryQuery query) {
            return Paged.of(system(), "deliveries", cursor -> new Page<>(counted, null, null, List.of()));
        }

        @Override
        public Delivery record(DeliveryDraft draft) {
            throw new IllegalStateException("nothing is recorded here");
        }

        @Override
        public Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail) {
            throw new IllegalStateException("nothing is recorded here");
        }

        @Override
        public String system() {
            return library.system();
        }

        @Override
        public <T> Optional<T> find(Class<T> capability) {
            return capability == DeliveryLog.class ? Optional.of(capability.cast(this)) : library.find(capability);
        }

        @Override
        public ConnectorDescription describe() {
            return library.describe();
        }

        @Override
        public ConnectorCheck check() {
            return library.check();
        }

        @Override
        public void close() {
            library.close();
        }
    }

    private Delivery used(String id, @Nullable Long count) {
        return new Delivery(
                SourceRef.of("vip", id),
                id,
                List.of(SourceRef.of("vip", "7")),
                "7",
                "dealer-1",
                DeliveryStatus.DELIVERED,
                MONDAY.plusSeconds(60),
                "from the portal",
                count,
                Extensions.none());
    }

    @Test
    void countsWhatALogSaysOfUsesOnceForEachNumber() throws Exception {
        StateStore state = StateStore.inMemory();
        List<Delivery> counted = new ArrayList<>();
        GovernanceReporting reporting = new GovernanceReporting(
                stage.workflow(PowerCut.never()), new Counting(stage.eyes(), counted), state, MONDAY, MONTH, clock);
        reporting.gather();
        clock.advance(Duration.ofHours(1));
        counted.add(used("often", 3L));
        counted.add(used("once", null));
        reporting.gather();
        reporting.gather();

        DeliveryFigures first =
                reporting.report(ReportSettings.asOf(clock.now())).deliveries();
        assertThat(first.delivered()).isEqualTo(2);
        assertThat(first.uses()).isOne();

        clock.advance(Duration.ofHours(1));
        counted.set(0, used("often", 5L));
        reporting.gather();
        GovernanceReport report = reporting.report(ReportSettings.asOf(clock.now()));
        assertThat(report.deliveries().uses()).isEqualTo(2);
        assertThat(report.deliveries().delivered()).as("the same delivery").isEqualTo(2);
        Document page = WholePage.parsed(reporting.page("November", ReportSettings.asOf(clock.now())));
        WholePage.isSelfContained(page);
        assertThat(page.getDocumentElement().getTextContent()).contains("Uses and downloads reported");
    }
}
