package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost, doubled or shown by mistake, whatever breaks off and whoever else is at work. */
class SafetyTest {
    private static final byte[] PICTURE = Pictures.png(8, 8, 5);

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01.500Z"));
    private VipSandbox sandbox;
    private VipConnector vip;

    @BeforeEach
    void open() {
        sandbox = new VipSandbox(clock);
        vip = connect();
    }

    private VipConnector connect() {
        return new Library(sandbox.endpoint(), user -> VipSandbox.PASSWORD, clock).connect();
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

    private AssetVersion add(Asset asset, String key) {
        return writer().addVersion(asset.ref(), key, Pictures.content(PICTURE, "b.png"));
    }

    private WordpressClient wordpress() {
        return vip.wordpress();
    }

    private AssetReader reader() {
        return vip.require(AssetReader.class);
    }

    private AssetWriter writer() {
        return vip.require(AssetWriter.class);
    }

    private AssetPublisher publisher() {
        return vip.require(AssetPublisher.class);
    }

    private static PublishRequest request(String key, Asset asset, String version, Instant at) {
        return new PublishRequest(key, "Launch", List.of(asset.ref()), List.of(), at, null)
                .ofVersions(Map.of(asset.ref(), version));
    }

    private static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    private int files() {
        return (int) wordpress().media().list(WordpressQuery.ALL).stream().count();
    }

    @Test
    void keepsWhatAnEarlierCallMadeWhenALaterOneIsRefused() {
        sandbox.failNext(1, "POST", "/wp-json/wp/v2/media/", Fault.status(404));
        assertThat(failure(() -> create("k-1")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        sandbox.failNext(1, "POST", "/wp-json/wp/v2/media/", Fault.status(400));

        assertThat(failure(() -> create("k-1")).kind()).isEqualTo(ErrorKind.REJECTED);

        assertThat(files()).isEqualTo(1);
    }

    @Test
    void givesTheKeyToTheOlderOfTwoAssetsMadeInOneMoment() {
        Asset first = create("k-1");
        sandbox.twoInOneMoment();
        assertThat(create("k-1").ref()).isEqualTo(first.ref());
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void givesTheNumberToTheOlderOfTwoVersionsMadeInOneMoment() {
        Asset asset = create("k-1");
        AssetVersion second = add(asset, "v-2");
        sandbox.twoInOneMoment();
        assertThat(add(asset, "v-2")).isEqualTo(second);
        sandbox.twoInOneMoment();
        assertThat(failure(() -> add(asset, "v-3")).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void keepsTheOlderOfTwoDeliveriesRecordedInOneMoment() {
        DeliveryLog log = vip.require(DeliveryLog.class);
        DeliveryDraft draft = new DeliveryDraft(
                "d-1", List.of(SourceRef.of("dam", "1")), null, "p", DeliveryStatus.SENT, clock.now(), null);
        SourceRef first = log.record(draft).ref();
        sandbox.twoInOneMoment();
        assertThat(log.record(draft).ref()).isEqualTo(first);
        assertThat(wordpress().posts("distributions").list(WordpressQuery.ALL)).hasSize(1);
    }

    @Test
    void doesNotGoBackBehindAVersionThatCameWhileTheBytesWereOnTheirWay() {
        Asset asset = create("k-1");
        InputStream slow = new ByteArrayInputStream(PICTURE) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                sandbox.personSets(asset.ref().id(), "asset_current", 9_999L);
                return super.read(target, offset, length);
            }
        };
        writer().addVersion(asset.ref(), "v-2", Content.of(slow, PICTURE.length, "b.png", "image/png"));

        assertThat(wordpress().media().get(Long.parseLong(asset.ref().id())).metaFields())
                .containsEntry("asset_current", 9_999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void hidesTheVersionBeforeWhateverBreaksOff(int step) {
        Asset asset = create("k-1");
        publisher().publish(request("one", asset, asset.ref().id(), null));
        AssetVersion second = add(asset, "v-2");
        PublishRequest again = request("two", asset, second.id(), null);
        sandbox.breakOffAfterWrites(step);
        assertThat(failure(() -> publisher().publish(again))).isNotNull();
        sandbox.breakOffAfterWrites(Integer.MAX_VALUE);

        publisher().publish(again);

        assertThat(sandbox.publicFiles()).containsExactly(second.id());
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void withdrawsTheVersionThatCameOutAtItsDateAsWell() {
        Asset asset = create("k-1");
        Asset other = create("k-2");
        publisher().publish(request("one", asset, asset.ref().id(), null));
        AssetVersion second = add(asset, "v-2");
        publisher()
                .publish(new PublishRequest(
                        "two",
                        "Two",
                        List.of(asset.ref(), other.ref()),
                        List.of(),
                        clock.now().plus(Duration.ofDays(2)),
                        null));
        clock.advance(Duration.ofDays(3));
        assertThat(sandbox.publicFiles()).contains(second.id());

        publisher().withdraw(asset.ref(), "expired");

        assertThat(sandbox.publicFiles()).containsExactly(other.ref().id());
    }

    @Test
    void takesBackWhatItReadOfAnAssetThatCameOutAtItsDate() {
        Asset asset = create("k-1");
        publisher().publish(request("one", asset, asset.ref().id(), clock.now().plus(Duration.ofDays(2))));
        clock.advance(Duration.ofDays(3));
        Asset read = reader().get(asset.ref());
        assertThat(read.status()).isEqualTo(AssetStatus.PUBLISHED);

        Asset changed = writer().update(read.toBuilder().title("Plakat").build());

        assertThat(changed.title()).isEqualTo("Plakat");
        assertThat(changed.status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void deletesTheDraftOfACallThatWasGivenUpAndCameLate() {
        Asset asset = create("k-1");
        PublishRequest request = request("one", asset, asset.ref().id(), null);
        sandbox.breakOffAfterWrites(1);
        assertThat(failure(() -> publisher().publish(request))).isNotNull();
        sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        String slug = Names.slug("p", "one");
        wordpress()
                .posts("packages")
                .create(Map.of("slug", slug, "status", "draft", "meta", Map.of("item_key", "one", "state", "pending")));

        SourceRef published = publisher().publish(request).ref();

        assertThat(publisher().publish(request).ref()).isEqualTo(published);
        assertThat(publisher().findByKey("one"))
                .hasValueSatisfying(one -> assertThat(one.status()).isEqualTo(AssetStatus.PUBLISHED));
        assertThat(wordpress().posts("packages").list(WordpressQuery.ALL)).hasSize(1);
    }

    @Test
    void doesNotTakeAnythingElseForAnItem() {
        Fault other = Fault.reply(SandboxResponse.json(Map.of("code", "busy", "message", "Try again.")));
        sandbox.failNext(1, "POST", "/wp-json/wp/v2/media/", other);
        assertThat(failure(() -> create("k-1")).kind()).isEqualTo(ErrorKind.UNDECODABLE);

        assertThat(create("k-1").status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void hasTheImagesMadeOfAnUploadThatBrokeOffOverThem() {
        sandbox.runOutOfMemory();
        ConnectorException failure = failure(() -> create("k-1"));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("upload_unfinished");

        Asset made = create("k-1");

        assertThat(made.renditions()).isNotEmpty();
        assertThat(made.currentVersion().sizeBytes()).isEqualTo(PICTURE.length);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void showsEverySegmentOfAnAssetAndHowItIsCalledNow() {
        Segment region = Segment.region("Asia");
        Asset made = create("k-1", region);
        sandbox.personTags(made.ref().id(), "brands", 5_100);
        assertThat(reader().get(made.ref()).segments()).hasSize(5_101);

        sandbox.renameTerm("regions", "Asia", "APAC");
        clock.advance(Duration.ofHours(1));

        assertThat(reader().get(made.ref()).segments())
                .contains(Segment.region("APAC"))
                .doesNotContain(region);
    }

    @Test
    void tellsOfASecondChangeInTheSameSecond() {
        AssetFeed feed = vip.require(AssetFeed.class);
        Cursor start = feed.changes(null, 10).next();
        Asset asset = create("k-1");
        DrainedFeed first = DrainedFeed.of(feed, start, 10);
        assertThat(first.events()).hasSize(1);

        sandbox.personSets(asset.ref().id(), "rights_status", "cleared");
        DrainedFeed second = DrainedFeed.of(feed, first.next(), 10);

        assertThat(second.events())
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(asset.ref()));
        assertThat(feed.changes(second.next(), 10).events()).isEmpty();
    }

    @Test
    void tellsAllOfASecondThatHoldsMoreThanAPageAndMoreThanTheFeedRemembers() {
        AssetFeed feed = vip.require(AssetFeed.class);
        Cursor start = feed.changes(null, 10).next();
        for (int i = 0; i < 2_300; i++) {
            sandbox.personUploads("a.png", new byte[1], "Picture " + i);
        }
        assertThat(DrainedFeed.of(feed, start, 700).ids()).hasSize(2_300).doesNotHaveDuplicates();
    }

    @Test
    void keepsABlockThoughSomebodyWritesADateThatNobodyCanRead() {
        Asset asset = create("k-1");
        RightsWriter writer = vip.require(RightsWriter.class);
        writer.block(asset.ref(), "complaint");
        sandbox.personSets(asset.ref().id(), "valid_until", "soon");

        assertThat(vip.require(RightsReader.class).rights(asset.ref()).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer.unblock(asset.ref(), "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
    }
}
