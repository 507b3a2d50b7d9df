package dev.contentconnect.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.feed.FeedHandler;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.MoodyStore;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed of a tenant that stands on a loopback port. */
class ObservedFeedTest {
    private static final String FEED = "copy";

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final IconikSandbox sandbox = new IconikSandbox(clock);
    private final Telescope seen = new Telescope();
    private final StateStore store = StateStore.inMemory(clock, TrailChain.plain());
    private final IconikConnector iconik = IconikConnector.create(new Wiring(clock)
            .apply(IconikConfig.builder())
            .endpoint(sandbox.endpoint())
            .appId(IconikSandbox.APP_ID)
            .authToken(Secret.of(IconikSandbox.TOKEN))
            .feedFrom(clock.now())
            .listener(new ObservedCalls(seen.registry))
            .build());

    @BeforeEach
    void twoAssetsArrive() {
        for (String title : new String[] {"Good", "Bad"}) {
            Asset film = Asset.builder(SourceRef.of("dam", title)).title(title).build();
            Content bytes = Content.of(new ByteArrayInputStream(new byte[3]), 3, "film.mp4", "video/mp4");
            iconik.require(AssetWriter.class).create(new AssetDraft("dam:" + title, film, bytes));
        }
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        iconik.close();
        sandbox.close();
        store.close();
        seen.close();
    }

    @Test
    void countsWhatWasHandledAndShowsWhatIsParked() {
        try (FeedRunner runner = runner(item -> {
            SourceRef subject = item.event().subject();
            Asset asset = iconik.require(AssetReader.class).get(subject);
            if ("Bad".equals(asset.title())) {
                throw new IllegalStateException("nobody wants this film");
            }
        })) {
            new FeedGauges(FEED, runner, clock).bindTo(seen.meters);
            assertThat(gauge("parked")).isZero();

            runner.runUntilIdle();

            // The first look was a moment ago, and the store is not asked twice a second.
            assertThat(gauge("parked")).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(gauge("parked")).isEqualTo(1);
            assertThat(gauge("backlog")).isZero();
            assertThat(gauge("backlog.age")).isZero();
            assertThat(gauge("in_flight")).isZero();
            assertThat(gauge("rate")).isPositive();
        }
        assertThat(seen.meters.get("contentconnect.feed.accepted").counter().count())
                .isEqualTo(2);
        assertThat(seen.meters.get("contentconnect.feed.lag").timer().count()).isEqualTo(1);
        assertThat(seen.meters.get("contentconnect.feed.poll").timer().count()).isPositive();
        assertThat(seen.meters
                        .get("contentconnect.feed.put_aside")
                        .tags("contentconnect.feed", FEED, "error.type", "java.lang.IllegalStateException")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void showsNoFiguresWhileTheStoreCannotBeAsked() {
        MoodyStore moody = new MoodyStore(store);
        try (FeedRunner runner = FeedRunner.builder(FEED, moody, item -> {})
                .poll(iconik.require(AssetFeed.class), Duration.ofSeconds(30))
                .listener(new FeedMeters(seen.meters))
                .time(clock)
                .build()) {
            new FeedGauges(FEED, runner, clock).bindTo(seen.meters);
            moody.fail(MoodyStore.Mood.BEFORE, StateException.Reason.UNAVAILABLE, 1, Integer.MAX_VALUE);

            assertThat(gauge("backlog")).isNaN();
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StateException.class);
            assertThat(seen.meters
                            .get("contentconnect.feed.store.failed")
                            .counter()
                            .count())
                    .isPositive();

            moody.recover();
            clock.advance(Duration.ofSeconds(1));
            assertThat(gauge("backlog")).isZero();
        }
    }

    @Test
    void theCallsOfAHandlerAreBelowTheEvent() {
        try (FeedRunner runner = runner(
                item -> iconik.require(AssetReader.class).get(item.event().subject()))) {
            runner.runUntilIdle();
        }
        assertThat(seen.spans("copy asset.created"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(seen.spans()).anySatisfy(call -> {
                    assertThat(call.getName()).startsWith("iconik assets.");
                    assertThat(call.getParentSpanId()).isEqualTo(event.getSpanId());
                }));
    }

    @Test
    void countsPollsThatFailed() {
        sandbox.failNext(10, "*", "/API/", Fault.status(403));
        try (FeedRunner runner = runner(item -> {})) {
            runner.runUntilIdle();
        }
        assertThat(seen.meters
                        .get("contentconnect.feed.poll.failed")
                        .tag("error.type", "forbidden")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private FeedRunner runner(FeedHandler handler) {
        return FeedRunner.builder(FEED, store, new ObservedHandler(FEED, handler, seen.registry))
                .poll(iconik.require(AssetFeed.class), Duration.ofSeconds(30))
                .attempts(1)
                .listener(new FeedMeters(seen.meters))
                .time(clock)
                .build();
    }

    private double gauge(String what) {
        return seen.meters
                .get("contentconnect.feed." + what)
                .tag("contentconnect.feed", FEED)
                .gauge()
                .value();
    }
}
