package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surprises in WordPress; what is bad input is in {@link BadInputTest}. */
class PitfallTest {
    private static final byte[] PICTURE = Pictures.png(8, 8, 5);

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01.500Z"));
    private VipSandbox sandbox;
    private Library library;
    private VipConnector vip;

    @BeforeEach
    void open() {
        sandbox = new VipSandbox(clock);
        library = new Library(sandbox.endpoint(), user -> VipSandbox.PASSWORD, clock);
        vip = library.connect();
    }

    @AfterEach
    void close() {
        vip.close();
        sandbox.close();
    }

    private Asset create(String key, Segment... segments) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1"))
                .title("Poster")
                .segments(List.of(segments))
                .build();
        return writer().create(new AssetDraft(key, metadata, Pictures.content(PICTURE, "a.png")));
    }

    private AssetReader reader() {
        return vip.require(AssetReader.class);
    }

    private AssetWriter writer() {
        return vip.require(AssetWriter.class);
    }

    private static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    @Test
    void findsTheInterfaceOfASiteWithoutPermalinks() {
        sandbox.permalinks(false);
        Asset made = create("k-1");
        assertThat(reader().get(made.ref())).isEqualTo(made);
        assertThat(reader().query(AssetQuery.ALL)).hasSize(1);
    }

    @Test
    void findsTheInterfaceOfASiteWhoseWebServerKnowsNoPermalinks() {
        sandbox.withoutRewriting();
        Asset made = create("k-1");
        assertThat(reader().get(made.ref())).isEqualTo(made);
        assertThat(reader().query(AssetQuery.ALL)).hasSize(1);
    }

    @Test
    void saysThatThereIsNoWordpress() {
        sandbox.noWordpress();
        ConnectorException failure = failure(() -> vip.check());
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(failure).hasMessageContaining("no REST interface");
    }

    @Test
    void doesNotTakeEverythingForChangedWhereTheServerCannotNarrowByTime() {
        Asset asset = create("k-1");
        clock.advance(Duration.ofDays(2));
        AssetFeed feed = vip.require(AssetFeed.class);
        Cursor start = feed.changes(null, 10).next();
        assertThat(feed.changes(start, 10).events()).isEmpty();
        sandbox.before57();

        AssetQuery changed = AssetQuery.ALL.changedSince(clock.now().minusSeconds(60));
        for (ConnectorException refused : List.of(
                failure(() -> reader().query(changed).forEach(one -> {})), failure(() -> feed.changes(start, 10)))) {
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
            assertThat(refused).hasMessageContaining("did not narrow the list by time of change");
        }
        assertThat(reader().query(AssetQuery.ALL)).as("all else works").containsExactly(asset);
    }

    @Test
    void saysThatApplicationPasswordsAreOff() {
        sandbox.applicationPasswords(false);
        ConnectorException failure = failure(() -> vip.check());
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("application_passwords_off");
    }

    @Test
    void finishesAnAssetWhoseMakingBrokeOffAfterTheUpload() {
        sandbox.failNext(1, "POST", "/wp-json/wp/v2/media/", Fault.status(404));
        assertThat(failure(() -> create("k-1", Segment.region("Japan"))).kind()).isEqualTo(ErrorKind.NOT_FOUND);

        Asset made = create("k-1", Segment.region("Japan"));

        assertThat(made.segments()).containsExactly(Segment.region("Japan"));
        assertThat(made.status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(vip.wordpress().media().list(WordpressQuery.ALL)).hasSize(1);
    }

    @Test
    void findsAnUploadWhoseAnswerWasLost() {
        sandbox.failNext(
                1, "POST", "/wp-json/wp/v2/media", Fault.connectionReset().afterHandling());
        assertThat(failure(() -> create("k-1")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

        create("k-1");

        assertThat(vip.wordpress().media().list(WordpressQuery.ALL)).hasSize(1);
    }

    @Test
    void tellsThatAFileWasStoredThoughItsImagesWereNot() {
        sandbox.failNext(
                1,
                "POST",
                "/wp-json/wp/v2/media",
                Fault.reply(SandboxResponse.text(500, "text/html", "<html><body>memory</body></html>")
                        .header("X-WP-Upload-Attachment-ID", "17")));
        ConnectorException failure = failure(() -> create("k-1"));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("upload_unfinished");
        assertThat(failure).hasMessageContaining("17");
    }

    @Test
    void refusesASegmentWithoutATaxonomyBeforeItAsksForTheOthers() {
        AssetQuery query = AssetQuery.ALL.withSegments(List.of(Segment.region("Nowhere yet"), Segment.channel("web")));
        sandbox.clearRequests();
        assertThat(failure(() -> reader().query(query)).error().trace().vendorCode())
                .isEqualTo(NotOffered.CODE);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void readsAListThatSomebodyReplacedByOneWord() {
        Asset made = create("k-1");
        long id = Long.parseLong(made.ref().id());
        // WordPress takes it, and the list that was there is gone.
        vip.wordpress().media().update(id, Map.of("meta", Map.of("territories", "DE")));
        assertThat(vip.require(RightsReader.class).rights(made.ref()).grants())
                .singleElement()
                .satisfies(one -> assertThat(one.territories().allowed()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void publishesAllOrNothingWhateverBreaksOff(int step) {
        Asset first = create("k-1");
        Asset second = create("k-2");
        PublishRequest request =
                new PublishRequest("launch", "Launch", List.of(first.ref(), second.ref()), List.of(), null, null);
        AssetPublisher publisher = vip.require(AssetPublisher.class);
        sandbox.breakOffAfterWrites(step);

        ConnectorException broken = failure(() -> publisher.publish(request));
        assertThat(broken).isNotNull();
        assertThat(sandbox.publicFiles()).as("all or nothing").size().isIn(0, 2);
        sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        Publication out = publisher.publish(request);

        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(sandbox.publicFiles()).hasSize(2);
        assertThat(reader().get(first.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(vip.wordpress().posts("packages").list(WordpressQuery.ALL)).hasSize(1);
    }

    @Test
    void showsAScheduledPackageWhenItsTimeHasCome() {
        Asset asset = create("k-1");
        AssetPublisher publisher = vip.require(AssetPublisher.class);
        Instant at = clock.now().plus(Duration.ofDays(2));
        publisher.publish(new PublishRequest("launch", "Launch", List.of(asset.ref()), List.of(), at, null));
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.of("scheduled"));
        assertThat(sandbox.publicFiles()).isEmpty();

        clock.advance(Duration.ofDays(3));

        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(sandbox.publicFiles()).hasSize(1);
        assertThat(publisher.findByKey("launch").map(Publication::status)).contains(AssetStatus.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesAnAssetInThePackageThatComesOutEarlier(boolean secondIsRefused) {
        Asset shared = create("k-1");
        Asset other = create("k-2");
        AssetPublisher publisher = vip.require(AssetPublisher.class);
        Instant soon = clock.now().plus(Duration.ofDays(1));
        Instant later = clock.now().plus(Duration.ofDays(7));
        publisher.publish(new PublishRequest("a", "A", List.of(shared.ref()), List.of(), soon, null));
        sandbox.review(secondIsRefused);
        PublishRequest second =
                new PublishRequest("b", "B", List.of(shared.ref(), other.ref()), List.of(), later, null);
        if (secondIsRefused) {
            assertThat(failure(() -> publisher.publish(second)).kind()).isEqualTo(ErrorKind.REJECTED);
        } else {
            publisher.publish(second);
        }
        assertThat(sandbox.publicFiles()).isEmpty();

        clock.advance(Duration.ofDays(2));
        assertThat(sandbox.publicFiles()).containsExactly(shared.ref().id());
        assertThat(reader().get(shared.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        clock.advance(Duration.ofDays(6));
        assertThat(sandbox.publicFiles()).hasSize(secondIsRefused ? 1 : 2);
    }

    @Test
    void takesAnAssetOutOfThePackageThatComesOutLater() {
        Asset shared = create("k-1");
        AssetPublisher publisher = vip.require(AssetPublisher.class);
        Instant soon = clock.now().plus(Duration.ofDays(1));
        Instant later = clock.now().plus(Duration.ofDays(7));
        publisher.publish(new PublishRequest("b", "B", List.of(shared.ref()), List.of(), later, null));
        publisher.publish(new PublishRequest("a", "A", List.of(shared.ref()), List.of(), soon, null));

        clock.advance(Duration.ofDays(2));
        assertThat(sandbox.publicFiles()).containsExactly(shared.ref().id());
        clock.advance(Duration.ofDays(6));
        assertThat(sandbox.publicFiles()).containsExactly(shared.ref().id());
    }
}
