package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wire.WireMedia;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by time whose items move up between two pages: what is behind them must not be passed over. */
class MovingListsTest {
    private static final int COUNT = 150;
    private static final Instant START = Instant.parse("2031-05-04T03:02:01Z");

    private final FakeClock clock = new FakeClock(START);
    private final VipSandbox sandbox = new VipSandbox(clock);
    private final Library library = new Library(sandbox.endpoint(), user -> VipSandbox.PASSWORD, clock);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Does something before the second page of a list is asked for. */
    private VipConnector connect(String route, Runnable between) {
        AtomicInteger pages = new AtomicInteger();
        HttpStep step = (call, next) -> {
            String address = call.uri().toString();
            if (call.method().equals("GET") && address.contains(route + "?") && pages.incrementAndGet() == 2) {
                assertThat(address).contains("offset=");
                between.run();
            }
            return next.proceed(call);
        };
        return VipConnector.create(library.config(Library.ADMIN)
                .feedFrom(START)
                .stepPerAttempt(step)
                .build());
    }

    private List<String> pictures() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            clock.advance(Duration.ofSeconds(20));
            byte[] bytes = ("picture " + i).getBytes(StandardCharsets.UTF_8);
            ids.add(sandbox.personUploads("p" + i + ".png", bytes, "Picture " + i));
        }
        return ids;
    }

    private static List<String> told(VipConnector vip) {
        return DrainedFeed.of(vip.require(AssetFeed.class), null, 200).events().stream()
                .map(CaseEvent::subject)
                .map(SourceRef.class::cast)
                .map(SourceRef::id)
                .toList();
    }

    /** The last one of the page is what the next page is known by. */
    @ParameterizedTest
    @ValueSource(ints = {4, 99})
    void tellAllOfAFeedWhenSomebodyChangesOneOfThePageBefore(int changed) {
        List<String> ids = pictures();
        try (VipConnector vip = connect("/media", () -> sandbox.personSets(ids.get(changed), "market", "AT"))) {
            assertThat(told(vip)).containsAll(ids);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 99})
    void tellAllOfAFeedWhenSomebodyDeletesOneOfThePageBefore(int deleted) {
        List<String> ids = pictures();
        try (VipConnector vip = connect("/media", () -> sandbox.deleteItem(ids.get(deleted)))) {
            assertThat(told(vip)).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void tellAllCommentsWhenSomebodyDeletesOneOfThePageBefore() {
        List<Long> ids = new ArrayList<>();
        try (VipConnector eyes = library.connect()) {
            long subject = Long.parseLong(sandbox.personUploads("p.png", new byte[] {1}, "Picture"));
            for (int i = 0; i < COUNT; i++) {
                clock.advance(Duration.ofSeconds(20));
                ids.add(eyes.wordpress().comments().add(subject, "Word " + i, 0).id());
            }
            try (VipConnector vip =
                    connect("/comments", () -> eyes.wordpress().comments().delete(ids.get(4)))) {
                List<String> told = DrainedFeed.of(vip.require(AssetFeed.class), null, 200).events().stream()
                        .map(CaseEvent::note)
                        .map(String::valueOf)
                        .toList();
                for (int i = 0; i < COUNT; i++) {
                    String word = "Word " + i;
                    assertThat(told).as(word).anyMatch(note -> note.contains(word));
                }
            }
        }
    }

    @Test
    void handOutEachItemOfAListByDateOnce() {
        List<String> ids = pictures();
        try (VipConnector vip = connect("/media", () -> sandbox.deleteItem(ids.get(4)))) {
            WordpressQuery byDate = WordpressQuery.ALL.with("orderby", "date");
            assertThat(vip.wordpress().media().list(byDate))
                    .extracting(WireMedia::id)
                    .map(String::valueOf)
                    .containsExactlyElementsOf(ids);
        }
    }

    /** Several thousand of one moment, and each page's last one is gone when the next is asked for. */
    @Test
    void areReadAgainAndNotHeldWholeWhenTheirPlaceIsLostFarInside() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2_300; i++) {
            ids.add(sandbox.personUploads("p" + i + ".png", new byte[] {1}, "P" + i));
        }
        AtomicInteger pages = new AtomicInteger();
        HttpStep step = (call, next) -> {
            if (call.uri().toString().contains("/media?") && pages.incrementAndGet() == 23) {
                sandbox.deleteItem(ids.get(2_178));
            }
            return next.proceed(call);
        };
        try (VipConnector vip = VipConnector.create(
                library.config(Library.ADMIN).stepPerAttempt(step).build())) {
            WordpressQuery byDate = WordpressQuery.ALL.with("orderby", "date");
            assertThat(catchThrowableOfType(
                                    ConnectorException.class,
                                    () -> vip.wordpress().media().list(byDate).forEach(one -> {}))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo("list_moved");
        }
    }
}
