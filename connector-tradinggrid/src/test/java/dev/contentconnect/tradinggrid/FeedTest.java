package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.testkit.DrainedFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final Tenant tenant = new Tenant();
    private Cursor cursor;

    @BeforeEach
    void begin() {
        cursor = tenant.the(CaseFeed.class).changes(null, 100).next();
        tenant.pass();
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    private List<CaseEvent> news() {
        DrainedFeed drained = DrainedFeed.of(tenant.the(CaseFeed.class), cursor, 2);
        cursor = drained.next();
        return drained.events();
    }

    @Test
    void tellsTheLifeOfADelivery() {
        String file = tenant.sandbox.entry(
                Map.of("status", "Batched"), Map.of("reference id", "vip:7", "reference number", "case-1"));
        CaseEvent queued = news().get(0);
        assertThat(queued.type()).isEqualTo(CaseEventType.DELIVERY_QUEUED);
        assertThat(queued.subject()).isEqualTo(SourceRef.of("vip", "7"));
        assertThat(queued.caseKey()).isEqualTo("case-1");
        assertThat(queued.caseRef()).isEqualTo(ref("process-1"));
        assertThat(queued.related()).isEqualTo(ref(file));
        assertThat(queued.actor()).isNotNull();
        assertThat(queued.actor().id()).isEqualTo("Acme");
        for (String status : List.of("Delivery in progress", "Completed", "Delivered")) {
            tenant.pass();
            tenant.sandbox.change(file, Map.of("status", status));
        }
        assertThat(news()).extracting(CaseEvent::type).containsExactly(CaseEventType.DELIVERY_DELIVERED);
        assertThat(news()).isEmpty();
    }

    @Test
    void tellsAnAcknowledgementThatDoesNotMoveTheStatus() {
        String document = tenant.sandbox.entry(Map.of("transactionlevel", "Document"));
        assertThat(news()).hasSize(1);
        tenant.clock.advance(Duration.ofHours(3));
        tenant.sandbox.acknowledge(document, "W");
        assertThat(news()).isEmpty();
        tenant.pass();
        tenant.sandbox.acknowledge(document, "R");
        CaseEvent rejected = news().get(0);
        assertThat(rejected.type()).isEqualTo(CaseEventType.DELIVERY_REJECTED);
        assertThat(rejected.outcome()).isEqualTo("rejected");
        assertThat(rejected.occurredAt()).isEqualTo(tenant.clock.now());
        tenant.pass();
        tenant.sandbox.acknowledge(document, "T");
        assertThat(news()).extracting(one -> one.type().value()).containsExactly("delivery.unacknowledged");
    }

    @Test
    void tellsARequestOnceWithItsStepAndReason() {
        String document = tenant.sandbox.entry(
                Map.of(
                        "transactionlevel", "Document",
                        "editype", "BIN",
                        "sendername", "Verona Vittles",
                        "senderaddress", "ZZ:VERONA",
                        "receiveraddress", "ZZ:ACME",
                        "status", "Processing"),
                Map.of("reason code", "wrong format", "reference id", "vip:7"));
        CaseEvent request = news().get(0);
        assertThat(request.type()).isEqualTo(CaseEventType.REQUEST_RECEIVED);
        assertThat(request.step()).isEqualTo("problem");
        assertThat(request.outcome()).isEqualTo("wrong format");
        assertThat(request.subject()).isEqualTo(SourceRef.of("vip", "7"));
        tenant.pass();
        tenant.sandbox.change(document, Map.of("status", "Delivered"));
        assertThat(news()).as("the same request").isEmpty();
        tenant.clock.advance(Duration.ofHours(1));
        tenant.sandbox.change(document, Map.of("status", "Completed"));
        assertThat(news()).extracting(CaseEvent::id).allMatch(request.id()::equals);
    }

    @Test
    void tellsTroubleWithItsWords() {
        String file = tenant.sandbox.entry(Map.of("status", "Completed"));
        news();
        tenant.pass();
        tenant.sandbox.change(file, Map.of("status", "On Hold", "externalerrormessage", "no route"));
        assertThat(news()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(CaseEventType.DELIVERY_FAILED);
            assertThat(event.note()).isEqualTo("no route");
        });
        for (String[] pair :
                new String[][] {{"Delivery disabled", "case.cancelled"}, {"Duplicate", "delivery.duplicate"}}) {
            tenant.pass();
            tenant.sandbox.entry(Map.of("status", pair[0]));
            assertThat(news()).extracting(one -> one.type().value()).containsExactly(pair[1]);
        }
    }

    @Test
    void readsAgainWhatMayHaveComeLate() {
        tenant.clock.advance(Duration.ofMinutes(10));
        tenant.sandbox.entry(Map.of());
        assertThat(news()).hasSize(1);
        String late = tenant.clock.now().minus(Duration.ofMinutes(9)).toString();
        tenant.sandbox.entry(Map.of("statusdate", late));
        assertThat(news()).as("its date lies before what was told").hasSize(1);
        assertThat(news()).isEmpty();
    }

    @Test
    void losesNothingOfWhatHappenedInOneMoment() {
        for (int i = 0; i < 4_500; i++) {
            tenant.sandbox.entry(Map.of());
        }
        assertThat(DrainedFeed.of(tenant.the(CaseFeed.class), cursor, 400).ids())
                .hasSize(4_500)
                .doesNotHaveDuplicates();
    }

    @Test
    void losesNothingWhereAnEntryChangesBetweenTwoPages() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            tenant.clock.advance(Duration.ofMinutes(1));
            files.add(tenant.sandbox.entry(Map.of()));
        }
        tenant.clock.advance(Duration.ofMinutes(1));
        tenant.sandbox.afterLens(() -> tenant.sandbox.change(files.get(5), Map.of("status", "Delivered")));
        List<CaseEvent> told =
                DrainedFeed.of(tenant.the(CaseFeed.class), cursor, 2_000).events();
        assertThat(told).hasSize(1_101);
        assertThat(told)
                .extracting(one -> one.related().id())
                .as("each, and the one that changed at the end")
                .containsAll(files);
    }

    @Test
    void namesAnEntryWithoutADate() {
        tenant.sandbox.entry(Map.of("transactionid", ""));
        ChangeBatch batch = tenant.the(CaseFeed.class).changes(cursor, 10);
        assertThat(batch.events()).isEmpty();
        assertThat(batch.issues()).hasSize(1);
    }
}
