package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CanonicalDice;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ReportPropertyTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");
    private static final List<CaseEvent> HISTORY = SampleHistory.of(40, START, END, 3);

    /** All but what tells of the order itself. */
    private static GovernanceReport figures(List<CaseEvent> events, int reordered) {
        ReportLimits limits = new ReportLimits(reordered, 1000, 1000, 1000, 100, 1000, 1000, 1000);
        GovernanceReport report =
                GovernanceReport.of(events.stream(), ReportSettings.asOf(END).within(limits));
        assertThat(report.basis().late()).isZero();
        return new GovernanceReport(
                ReportSettings.asOf(END),
                new ReportBasis(
                        0, 0, 0, 0, report.basis().first(), report.basis().last(), 0, 0, 0, 0),
                report.cases(),
                report.trend(),
                report.steps(),
                report.stakeholders(),
                report.escalations(),
                report.compliance(),
                report.deliveries(),
                report.open(),
                report.refusedFlows(),
                report.failedFlows(),
                report.stops(),
                report.eventTypes());
    }

    @Property(tries = 30)
    void anyOrderOfAHistoryThatFitsTheWindowGivesTheSameFigures(@ForAll long seed) {
        List<CaseEvent> shuffled = new ArrayList<>(HISTORY);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.addAll(shuffled.subList(0, shuffled.size() / 3));
        assertThat(figures(shuffled, shuffled.size())).isEqualTo(figures(HISTORY, HISTORY.size()));
    }

    @Property(tries = 30)
    void anyOrderWithinTheWindowGivesTheSameFigures(@ForAll long seed) {
        List<CaseEvent> inOrder = new ArrayList<>(HISTORY);
        inOrder.sort(java.util.Comparator.comparing(CaseEvent::occurredAt).thenComparing(CaseEvent::id));
        int block = 50;
        Random random = new Random(seed);
        for (int i = 0; i < inOrder.size(); i += block) {
            Collections.shuffle(inOrder.subList(i, Math.min(inOrder.size(), i + block)), random);
        }
        assertThat(figures(inOrder, 2 * block)).isEqualTo(figures(HISTORY, HISTORY.size()));
    }

    @Property(tries = 200)
    void quantilesOfManyAreOffByOnePerCentAtMost(
            @ForAll @Size(min = 11, max = 300) List<@LongRange(min = 1_000, max = 9_000_000_000_000_000L) Long> nanos) {
        Durations durations = new Durations(10);
        Durations left = new Durations(10);
        Durations right = new Durations(10);
        for (int i = 0; i < nanos.size(); i++) {
            durations.add(Duration.ofNanos(nanos.get(i)));
            (i % 3 == 0 ? left : right).add(Duration.ofNanos(nanos.get(i)));
        }
        left.addAll(right);
        List<Long> sorted = nanos.stream().sorted().toList();
        for (int percent : new int[] {50, 90, 100}) {
            double exact = sorted.get((sorted.size() * percent + 99) / 100 - 1);
            assertThat(Math.abs(durations.quantile(percent).toNanos() - exact)).isLessThanOrEqualTo(0.01 * exact);
            assertThat(left.quantile(percent)).isEqualTo(durations.quantile(percent));
        }
        assertThat(durations.summary().exact()).isFalse();
        assertThat(durations.summary().max()).isEqualTo(Duration.ofNanos(sorted.get(sorted.size() - 1)));
        assertThat(durations.summary().total())
                .isEqualTo(nanos.stream().map(Duration::ofNanos).reduce(Duration.ZERO, Duration::plus));
    }

    @Property(tries = 100)
    void quantilesOfFewAreExact(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> nanos) {
        Durations durations = new Durations(50);
        nanos.forEach(each -> durations.add(Duration.ofNanos(each)));
        List<Long> sorted = nanos.stream().sorted().toList();
        assertThat(durations.summary().median().toNanos()).isEqualTo(sorted.get((sorted.size() + 1) / 2 - 1));
        assertThat(durations.summary().p90().toNanos()).isEqualTo(sorted.get((sorted.size() * 90 + 99) / 100 - 1));
        assertThat(durations.summary().exact()).isTrue();
    }

    @Provide
    Arbitrary<CaseEvent> anyEvent() {
        return CanonicalDice.of(CanonicalDice::event);
    }

    @Provide
    Arbitrary<TrailExport> anyForm() {
        return Arbitraries.of(
                TrailExport.jsonLines(),
                TrailExport.jsonLines().chained(),
                TrailExport.csv(),
                TrailExport.csv().withByteOrderMark(),
                TrailExport.csv().chained());
    }

    @Property(tries = 200)
    void anyEventComesBackFromAnyForm(@ForAll("anyEvent") CaseEvent event, @ForAll("anyForm") TrailExport form)
            throws IOException {
        Path file = Files.createTempFile("trail", ".export");
        try (StateStore store = StateStore.inMemory()) {
            store.<Boolean>transact(t -> t.append(event));
            CaseEvent stored = store.read(view -> {
                List<CaseEvent> read = new ArrayList<>();
                view.trail(TrailQuery.ALL, entry -> read.add(entry.event()));
                return read.get(0);
            });
            store.read(view -> form.write(view, TrailQuery.ALL, file));
            try (Stream<CaseEvent> events = TrailFile.of(file).events()) {
                assertThat(events).containsExactly(stored);
            }
        } finally {
            Files.delete(file);
        }
    }
}
