package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireMedia;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people, other programs and odd input do to a library of any kind. */
abstract class HarshFlow extends PublishingFlow {
    HarshFlow(Library library) {
        super(library);
    }

    private WordpressClient wordpress() {
        return vip.wordpress();
    }

    private AssetPublisher desk() {
        return vip.require(AssetPublisher.class);
    }

    private HttpResponse<String> stranger(String id) throws Exception {
        URI uri = URI.create(library.endpoint() + "/wp-json/wp/v2/media/" + id);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private PublishRequest only(String ofKey, Asset asset, String version, Instant at) {
        return new PublishRequest(key + ofKey, "Only", List.of(asset.ref()), List.of(), at, null)
                .ofVersions(Map.of(asset.ref(), version));
    }

    private Instant later() {
        return library.time().now().plus(Duration.ofDays(400));
    }

    private WireMedia attachment(String id) {
        return wordpress().media().get(Long.parseLong(id));
    }

    @Test
    void handsOutALargePictureAsItWasSentAndNotAsWordpressShowsIt() throws Exception {
        byte[] large = Pictures.jpeg(2700, 30);
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Large").build();
        Content content = Content.of(new ByteArrayInputStream(large), large.length, "large.jpg", "image/jpeg");
        Asset made = writer().create(new AssetDraft(key, metadata, content));

        assertThat(attachment(made.ref().id()).sourceUrl()).endsWith("-scaled.jpg");
        Content stored = reader().content(made.ref(), null, null);
        assertThat(bytes(stored)).isEqualTo(large);
        assertThat(stored.length()).isEqualTo(large.length);
        assertThat(stored.fileName()).isEqualTo("large.jpg");
        assertThat(made.currentVersion().sizeBytes())
                .as("that of the scaled one")
                .isNull();
    }

    @Test
    void showsKeysAndRightsToNobodyWhoMayNotEdit() throws Exception {
        Asset asset = create(key);
        vip.require(RightsWriter.class)
                .apply(RightsRecord.builder(asset.ref(), asset.ref())
                        .status(RightsStatus.CLEARED)
                        .holder("Agency under contract 4711")
                        .build());
        desk().publish(only(":1", asset, asset.ref().id(), null));

        HttpResponse<String> seen = stranger(asset.ref().id());

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("4711").doesNotContain("asset_key");
        assertThat(reader().get(asset.ref()).key()).isEqualTo(key);
    }

    @Test
    void runsNoScriptOfATitleOnTheSite() throws Exception {
        String script = "<script>alert(1)</script> & &lt;b&gt; „x“";
        Asset metadata = Asset.builder(SourceRef.of("dam", "1"))
                .title(script)
                .description(script)
                .build();
        Asset made = writer().create(new AssetDraft(key, metadata, Pictures.content(PICTURE, "a.png")));
        desk().publish(only(":1", made, made.ref().id(), null));

        assertThat(reader().get(made.ref()).title()).isEqualTo(script);
        assertThat(made.description()).isEqualTo(script);
        assertThat(stranger(made.ref().id()).body().replace("\\/", "/"))
                .contains("alert(1)")
                .doesNotContain("<script>");
    }

    @Test
    void leavesTheMarkupOfPeopleThatIsNotChanged() {
        Asset made = create(key);
        long id = Long.parseLong(made.ref().id());
        wordpress().media().update(id, Map.of("description", "See <b>here</b>"));

        writer().update(reader().get(made.ref()).toBuilder().title("New").build());

        assertThat(wordpress().media().get(id).description().raw()).isEqualTo("See <b>here</b>");
    }

    @Test
    void holdsTheVersionThatWaitsForItsDateToo() throws Exception {
        Asset asset = create(key);
        desk().publish(only(":1", asset, asset.ref().id(), null));
        AssetVersion second = writer().addVersion(asset.ref(), "v-2", Pictures.content(PICTURE, "b.png"));
        desk().publish(only(":2", asset, second.id(), later()));
        assertThat(attachment(second.id()).status()).isEqualTo("inherit");

        desk().hold(asset.ref(), "complaint");

        assertThat(attachment(second.id()).status()).isEqualTo("private");
        assertThat(attachment(asset.ref().id()).status()).isEqualTo("private");
    }

    @Test
    void publishesAtOnceWhatWaitedForItsDateElsewhere() throws Exception {
        Asset asset = create(key);
        desk().publish(only(":1", asset, asset.ref().id(), null));
        AssetVersion second = writer().addVersion(asset.ref(), "v-2", Pictures.content(PICTURE, "b.png"));
        desk().publish(only(":2", asset, second.id(), later()));
        assertThat(stranger(second.id()).statusCode()).isEqualTo(401);

        desk().publish(only(":3", asset, second.id(), null));

        assertThat(stranger(second.id()).statusCode()).isEqualTo(200);
        assertThat(stranger(asset.ref().id()).statusCode()).isEqualTo(401);
    }

    @Test
    void goesOnWithTheVersionsThatPeopleLeft() throws Exception {
        Asset asset = create(key);
        AssetVersion second = writer().addVersion(asset.ref(), "v-2", Pictures.content(Pictures.png(9, 9, 4), "b.png"));
        desk().publish(only(":1", asset, second.id(), null));
        wordpress().media().delete(Long.parseLong(second.id()));

        Asset left = reader().get(asset.ref());

        assertThat(left.currentVersion().id()).isEqualTo(asset.ref().id());
        assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(PICTURE);
        assertThat(reader().query(AssetQuery.ALL.withKey(key)))
                .singleElement()
                .satisfies(one -> assertThat(one.currentVersion().id())
                        .isEqualTo(asset.ref().id()));
        assertThat(desk().hold(asset.ref(), "gone").status()).isEqualTo(AssetStatus.HELD);
        assertThat(writer().addVersion(asset.ref(), "v-3", Pictures.content(PICTURE, "c.png"))
                        .number())
                .isEqualTo(2);
    }

    @Test
    void tellsPartnersApartThatDifferInCaseOrAccentsOnly() {
        DeliveryLog log = vip.require(DeliveryLog.class);
        Instant at = Instant.parse("2026-03-01T10:00:00.700Z");
        for (String partner : List.of("Müller " + key, "Muller " + key, "müller " + key)) {
            log.record(new DeliveryDraft(
                    partner, List.of(SourceRef.of("dam", "1")), null, partner, DeliveryStatus.SENT, at, null));
        }
        assertThat(log.deliveries(DeliveryQuery.ALL.to("Müller " + key)))
                .singleElement()
                .satisfies(one -> assertThat(one.recipient()).isEqualTo("Müller " + key));
        DeliveryQuery since = DeliveryQuery.ALL.to("Muller " + key);
        assertThat(log.deliveries(since.since(at))).hasSize(1);
        assertThat(log.deliveries(since.since(at.plusMillis(100)))).isEmpty();
    }

    @Test
    void writesACollectionAsOneParameter() {
        List<Long> ids = List.of(
                Long.parseLong(create(key + "-1").ref().id()),
                Long.parseLong(create(key + "-2").ref().id()));
        assertThat(wordpress().media().list(WordpressQuery.ALL.with("include", ids)))
                .extracting(WireMedia::id)
                .containsExactlyElementsOf(ids);
    }

    @Test
    void refusesACommentThatIsTooLong() {
        Asset asset = create(key);
        CommentThread thread = vip.require(CommentThread.class);
        CommentDraft draft = new CommentDraft("c-1", "&".repeat(20_000), null, null);
        assertThat(failure(() -> thread.add(asset.ref(), draft)).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(thread.comments(asset.ref())).isEmpty();
    }

    @Test
    void takesAMediaTypeThatIsNoneForUnknown() throws Exception {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("T").build();
        String odd = "image/png\r\nX-Odd: 1";
        for (WordpressConfig.Upload way : WordpressConfig.Upload.values()) {
            try (VipConnector other = VipConnector.create(
                    library.config(Library.ADMIN).upload(way).build())) {
                Content content = Content.of(new ByteArrayInputStream(PICTURE), PICTURE.length, "a.png", odd);
                Asset made = other.require(dev.contentconnect.core.spi.AssetWriter.class)
                        .create(new AssetDraft(key + way, metadata, content));
                assertThat(made.currentVersion().mediaType()).isEqualTo("image/png");
            }
        }
    }

    @Test
    void saysHowASegmentIsCalledThere() {
        // WordPress takes markup out of names.
        Asset made = create(key, Segment.brand("Rot <b>Weiß</b> " + key));
        Asset other = create(key + "-2", Segment.brand("Rot <b>Weiß</b> " + key));
        assertThat(made.segments()).containsExactly(Segment.brand("Rot Weiß " + key));
        assertThat(other.segments()).isEqualTo(made.segments());

        Segment tooLong = Segment.brand("x".repeat(201));
        assertThat(failure(() -> create(key + "-3", tooLong)).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(reader().findByKey(key + "-3")).isEmpty();
    }
}
