package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensRange;
import dev.contentconnect.tradinggrid.api.LensTerm;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LensTest {
    private static final String SEARCH = "/visibility_transaction_search";

    private final Tenant tenant = new Tenant(options -> options.offsetLimit(1_000));

    @AfterEach
    void close() {
        tenant.close();
    }

    private List<String> fill(int count, int atOnce) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(tenant.sandbox.entry(Map.of()));
            if (i % atOnce == atOnce - 1) {
                tenant.pass();
            }
        }
        return ids;
    }

    private LensQuery window() {
        return LensQuery.ALL.within(new LensRange(
                "arrivaltime",
                tenant.clock.now().minus(Duration.ofDays(30)),
                tenant.clock.now().plus(Duration.ofDays(1))));
    }

    private List<String> ids(Iterable<WireEntry> entries) {
        List<String> out = new ArrayList<>();
        entries.forEach(one -> out.add(String.valueOf(one.id())));
        return out;
    }

    @Test
    void readsPageByPage() {
        List<String> ids = fill(25, 1);
        assertThat(ids(tenant.client().lens().entries(LensQuery.ALL.pages(10)))).isEqualTo(ids);
        assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(3);
        assertThat(tenant.client()
                        .lens()
                        .entries(LensQuery.ALL.pages(10))
                        .pages()
                        .iterator()
                        .next()
                        .total())
                .isEqualTo(25);
    }

    @Test
    void goesOnFromTheDateOfTheLastEntryBeyondTheLimitOfOffsets() {
        List<String> ids = fill(2_500, 7);
        assertThat(ids(tenant.client().lens().entries(LensQuery.ALL.pages(200))))
                .isEqualTo(ids);
        assertThat(tenant.sandbox.documents()).noneMatch(document -> document.contains("offset: 1000"));
    }

    @Test
    void goesOnDeeperWhereAWholePageIsOfOneMoment() {
        List<String> ids = fill(1_500, 1_500);
        assertThat(ids(tenant.client().lens().entries(LensQuery.ALL.pages(300))))
                .isEqualTo(ids);
    }

    @Test
    void saysThatAListWithoutADateIsTooDeep() {
        fill(1_200, 5);
        LensQuery query = LensQuery.ALL.sortedBy("transactionid").pages(500);
        ConnectorException failure = failure(() -> ids(tenant.client().lens().entries(query)));
        assertThat(code(failure)).isEqualTo("too_deep");
    }

    @Test
    void resumesFromAStoredCursor() {
        List<String> ids = fill(1_300, 3);
        Iterator<Page<WireEntry>> pages =
                tenant.client().lens().entries(LensQuery.ALL.pages(500)).pages().iterator();
        pages.next();
        Cursor kept = pages.next().next();
        assertThat(ids(tenant.client().lens().entries(LensQuery.ALL.pages(500)).startingAt(kept)))
                .isEqualTo(ids.subList(1_000, 1_300));
        for (String odd : List.of("x", "-1", "1~2", "1~-2~3")) {
            assertThat(failure(() -> ids(tenant.client()
                                    .lens()
                                    .entries(LensQuery.ALL)
                                    .startingAt(Cursor.of(odd))))
                            .kind())
                    .isEqualTo(ErrorKind.REJECTED);
        }
    }

    @Test
    void takesAWordOfTheRefusalForNoAttribute() {
        tenant.sandbox.entry(Map.of("type", "Text message"));
        WireEntry entry = tenant.client()
                .lens()
                .entries(LensQuery.ALL.selecting(List.of("transactionid", "type", "processorid"), List.of()))
                .iterator()
                .next();
        assertThat(entry.text("type")).isEqualTo("Text message");
        assertThat(tenant.client().lens().withheld())
                .as("what the service calls an error of type FieldUndefined")
                .containsExactly("processorid");
    }

    @Test
    void asksOnceMoreWithoutAnAttributeItMayNotSeeAndRemembersIt() {
        fill(1, 1);
        tenant.sandbox.forbid("errortype", "purgedate");
        WireEntry entry = tenant.client()
                .lens()
                .entries(LensQuery.ALL.selecting(List.of("transactionid", "status", "errortype"), List.of()))
                .iterator()
                .next();
        assertThat(entry.attributes()).containsOnlyKeys("transactionid", "status");
        assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(2);
        assertThat(tenant.client().lens().withheld()).containsExactly("errortype");
        ids(tenant.client().lens().entries(LensQuery.ALL.selecting(List.of("transactionid", "errortype"), List.of())));
        assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(3);
    }

    @Test
    void takesDataWithAWarningBesideThem() {
        fill(2, 1);
        tenant.sandbox.warn();
        List<MappingIssue> issues = new ArrayList<>();
        assertThat(ids(tenant.client().lens().entries(LensQuery.ALL).onIssue(issues::add)))
                .hasSize(2);
        assertThat(issues).extracting(MappingIssue::problem).containsExactly("fastatus C is deprecated");
    }

    @Test
    void collectsTheEntriesOfManyProcessesInOneRequest() {
        Set<String> processes = new LinkedHashSet<>();
        for (int i = 0; i < 600; i++) {
            processes.add("process-" + (i + 1));
            tenant.sandbox.entry(Map.of());
        }
        processes.add("odd \" id*");
        assertThat(ids(tenant.client()
                        .lens()
                        .correlated(processes, List.of("transactionid", "arrivaltime"), List.of())))
                .hasSize(600);
        assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(1);
        assertThat(tenant.sandbox.documents().get(0)).doesNotContain("odd");
    }

    @Test
    void asksWithCodesAndReadsWords() {
        tenant.sandbox.entry(Map.of("status", "Delivery failed"));
        tenant.sandbox.entry(Map.of("status", "Delivered"));
        assertThat(tenant.client().lens().entries(LensQuery.ALL.where(LensTerm.is("status", "F"))).stream())
                .extracting(one -> one.text("status"))
                .containsExactly("Delivery failed");
    }

    @Nested
    class AScroll {
        @Test
        void givesEverythingOnce() {
            List<String> ids = fill(2_300, 10);
            assertThat(ids(tenant.client().lens().scroll(window(), "audit"))).isEqualTo(ids);
        }

        @Test
        void beginsAnewWhenReadFromTheStart() {
            List<String> ids = fill(1_100, 10);
            var scroll = tenant.client().lens().scroll(window(), "audit");
            assertThat(ids(scroll)).isEqualTo(ids);
            assertThat(ids(scroll)).isEqualTo(ids);
        }

        @Test
        void doesNotAskAgainWhenAnAnswerIsLostBecauseThatWouldPassOverEntries() {
            List<String> ids = fill(2_300, 10);
            var scroll = tenant.client().lens().scroll(window(), "audit");
            Iterator<Page<WireEntry>> pages = scroll.pages().iterator();
            Cursor second = pages.next().next();
            tenant.sandbox.failNext(1, "POST", SEARCH, Fault.connectionReset().afterHandling());
            assertThat(failure(pages::next).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(2);

            ConnectorException failure = failure(() -> ids(scroll.startingAt(second)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(code(failure)).isEqualTo("scroll_broken");
            assertThat(ids(scroll)).as("from the start, another scroll").isEqualTo(ids);
        }

        @Test
        void noticesThatSomebodyElseTookAPart() {
            fill(2_300, 10);
            LensQuery question = window();
            Iterator<Page<WireEntry>> mine =
                    tenant.client().lens().scroll(question, "shared").pages().iterator();
            mine.next();
            Iterator<Page<WireEntry>> theirs =
                    tenant.client().lens().scroll(question, "shared").pages().iterator();
            theirs.next();
            mine.next();
            ConnectorException failure = failure(() -> {
                while (mine.hasNext()) {
                    mine.next();
                }
            });
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(code(failure)).isEqualTo("scroll_incomplete");
        }
    }
}
