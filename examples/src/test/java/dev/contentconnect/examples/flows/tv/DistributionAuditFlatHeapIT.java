package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.report.Exported;
import dev.contentconnect.core.report.TrailFile;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.Heap;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.host.TradingGridParties;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An audit trail, gathered, exported and put in order by a JVM of its own, whose heap would not hold it; a third of the events
 * comes out of order, and each tenth twice. A million of them, which take some minutes, with
 * {@code -Dcontentconnect.items=1000000}.
 */
class DistributionAuditFlatHeapIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int EVENTS = Integer.getInteger("contentconnect.items", 50_000);
    private static final int PARTNERS = 40;
    private static final int ASSETS = 500;
    private static final long SLACK = 4 << 20;

    /** Runs in the child. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (StateStore state = JdbcStateStore.file(folder.resolve("audit.db")).open()) {
            DistributionAudit audit = new DistributionAudit(
                    connector("vip", Map.of(AssetFeed.class, nothing(), DeliveryLog.class, empty())),
                    connector("tradinggrid", Map.of(CaseFeed.class, documents())),
                    new TradingGridParties(Map.of()),
                    List::of,
                    new DistributionAudit.Scope(START, Duration.ofDays(30), Set.of()),
                    state,
                    TimeSource.system());
            long began = System.nanoTime();
            boolean more = true;
            long early = 0;
            while (more) {
                more = audit.gather();
                early = early == 0 ? Heap.alive() : early;
            }
            long gathered = System.nanoTime();
            long before = Heap.alive();
            Exported exported = audit.export(folder.resolve("trail.jsonl"));
            long proven = System.nanoTime();
            long between = Heap.alive();
            long lines = audit.inOrder(folder.resolve("ordered.jsonl"));
            long late = Heap.alive();
            boolean flat = Math.max(Math.max(before, between), late) - early < SLACK;
            System.out.println(exported.entries() + " recorded, " + lines + " in order, " + (flat ? "flat" : "growing")
                    + ", head " + exported.last().number() + " "
                    + exported.last().hash() + ", heap KiB " + kib(early)
                    + " " + kib(before) + " " + kib(between) + " " + kib(late) + ", ms " + ms(began, gathered) + " "
                    + ms(gathered, proven) + " " + ms(proven, System.nanoTime()));
        }
    }

    private static long kib(long bytes) {
        return bytes / 1_024;
    }

    private static long ms(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }

    private static Connector connector(String system, Map<Class<?>, Object> capabilities) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, given) -> method.getName().equals("system") ? system : capabilities.get(given[0]));
    }

    private static AssetFeed nothing() {
        return (since, limit) -> new ChangeBatch(List.of(), Cursor.of("end"), false, List.of());
    }

    private static Object empty() {
        return Proxy.newProxyInstance(
                DeliveryLog.class.getClassLoader(),
                new Class<?>[] {DeliveryLog.class},
                (proxy, method, given) -> Paged.of(
                        "vip", "deliveries.query", cursor -> new Page<Delivery>(List.of(), null, 0L, List.of())));
    }

    private static CaseFeed documents() {
        ChangeFeed feed = (since, limit) -> {
            int from = since == null ? 0 : Integer.parseInt(since.value());
            int to = Math.min(EVENTS, from + limit);
            List<CaseEvent> events = new ArrayList<>();
            for (int i = from; i < to; i++) {
                events.add(event(i));
                if (i % 10 == 0) {
                    events.add(event(i));
                }
            }
            return new ChangeBatch(events, Cursor.of(Integer.toString(to)), to < EVENTS, List.of());
        };
        return feed::changes;
    }

    /** Each seventh names its asset by its process only. */
    private static CaseEvent event(int number) {
        Instant at = START.plusSeconds(number % 3 == 0 ? Math.max(0, number - 5_000) : number);
        int asset = number % ASSETS;
        return CaseEvent.builder("tradinggrid", CaseEventType.DELIVERY_DELIVERED, "tx-" + number + ":Delivered", at)
                .caseRef(SourceRef.of("tradinggrid", "process-" + asset))
                .subject(number % 7 == 0 ? null : SourceRef.of("vip", Integer.toString(asset)))
                .outcome(DeliveryStatus.DELIVERED.value())
                .extensions(Extensions.of(
                        "tradinggrid",
                        Map.of(
                                "direction",
                                "outbound",
                                "receivername",
                                "Partner " + number / ASSETS % PARTNERS,
                                "senderfilename",
                                "poster-" + number + ".jpg")))
                .build();
    }

    @Test
    @Timeout(1_800)
    void aTrailThatTheHeapDoesNotHoldIsExportedAndPutInOrder(@TempDir Path folder) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dcontentconnect.items=" + EVENTS,
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DistributionAuditFlatHeapIT.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        System.out.println("audit trail: " + said.strip());
        assertThat(said).contains(", flat, ");
        String[] words = said.substring(said.indexOf("head ") + 5).split("[ ,]", -1);
        TrailHead head = new TrailHead(Long.parseLong(words[0]), words[1]);
        assertThat(TrailFile.of(folder.resolve("trail.jsonl"))
                        .check(TrailChain.plain(), TrailHead.EMPTY, head)
                        .isWhole())
                .isTrue();
        assertThat(head.number()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(inOrder(folder.resolve("ordered.jsonl"))).isEqualTo(head.number());
    }

    /** How many lines there are, each in the trail of its asset and partner and none before an earlier one. */
    private static long inOrder(Path file) throws IOException {
        Set<String> seen = new java.util.HashSet<>();
        String before = "";
        String last = "";
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String own = asset(line) + "|" + member(line, "step");
                String at = member(line, "occurredAt");
                if (!own.equals(before)) {
                    assertThat(seen.add(own))
                            .as("one trail, nothing between: " + own)
                            .isTrue();
                } else {
                    assertThat(at).isGreaterThanOrEqualTo(last);
                }
                before = own;
                last = at;
                lines++;
            }
        }
        return lines;
    }

    /** What was recorded under a process belongs to the asset of the same number. */
    private static String asset(String line) {
        return member(line, "subject").replace("tradinggrid:process-", "vip:");
    }

    private static String member(String line, String name) {
        int at = line.indexOf("\"" + name + "\":\"");
        int from = at + name.length() + 4;
        return at < 0 ? "" : line.substring(from, line.indexOf('"', from));
    }
}
