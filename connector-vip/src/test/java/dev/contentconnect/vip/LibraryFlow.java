package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.vip.api.Terms;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.wire.WireTerm;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assets, on a library of any kind. */
abstract class LibraryFlow {
    static final byte[] PICTURE = Pictures.png(640, 480, 1);
    static final Segment REGION = Segment.region("Österreich & Schweiz");

    final Library library;
    final String key = "dam:" + UUID.randomUUID();
    VipConnector vip;

    LibraryFlow(Library library) {
        this.library = library;
    }

    @BeforeEach
    void open() {
        vip = library.connect();
    }

    @AfterEach
    void close() {
        vip.close();
    }

    AssetReader reader() {
        return vip.require(AssetReader.class);
    }

    AssetWriter writer() {
        return vip.require(AssetWriter.class);
    }

    Asset create(String ofKey, Segment... segments) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1"))
                .title("Plakat „Sommer“ 夏")
                .description("Für den Laden")
                .market("AT")
                .language("de-AT")
                .master(SourceRef.of("dam", "master:1"))
                .segments(List.of(segments))
                .build();
        return writer().create(new AssetDraft(ofKey, metadata, Pictures.content(PICTURE, "Größe 夏 1.png")));
    }

    static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void keepsAPictureWithItsNameTermsAndMetadata() throws Exception {
        Segment brand = Segment.brand("Grün & Söhne");
        Segment program = new Segment(SegmentKind.PARTNER_PROGRAM, "Gold");
        Asset made = create(key, REGION, brand, program);

        Asset read = reader().get(made.ref());
        assertThat(read).isEqualTo(made);
        assertThat(read.key()).isEqualTo(key);
        assertThat(read.title()).isEqualTo("Plakat „Sommer“ 夏");
        assertThat(read.description()).isEqualTo("Für den Laden");
        assertThat(read.market()).isEqualTo("AT");
        assertThat(read.language()).isEqualTo("de-AT");
        assertThat(read.master()).isEqualTo(SourceRef.of("dam", "master:1"));
        assertThat(read.segments()).containsExactlyInAnyOrder(REGION, brand, program);
        assertThat(read.kind()).isEqualTo(AssetKind.IMAGE);
        assertThat(read.status()).isEqualTo(AssetStatus.DRAFT);
        AssetVersion version = read.currentVersion();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.fileName()).isEqualTo("Größe 夏 1.png");
        assertThat(version.sizeBytes()).isEqualTo(PICTURE.length);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE));
        assertThat(version.checksum().hex()).isEqualTo(digest);
        assertThat(read.renditions()).isNotEmpty();
        assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(PICTURE);
        assertThat(bytes(reader().content(
                                made.ref(), null, read.renditions().get(0).id())))
                .isNotEmpty();
        assertThat(reader().findByKey(key).map(Asset::ref)).contains(made.ref());
    }

    @Test
    void findsAssetsBySegmentsAlsoWithSignsThatWordpressEscapes() {
        Segment own = Segment.brand("Only & " + key);
        Asset made = create(key, REGION, own);
        create(key + "-other", REGION);

        try (VipConnector fresh = library.connect()) {
            AssetReader another = fresh.require(AssetReader.class);
            assertThat(another.query(AssetQuery.ALL.withSegments(List.of(REGION, own))))
                    .extracting(Asset::ref)
                    .containsExactly(made.ref());
            assertThat(another.query(AssetQuery.ALL.withSegments(List.of(Segment.brand("no such brand")))))
                    .isEmpty();
        }
    }

    @Test
    void makesATermOnceHoweverManyAskForIt() {
        String name = "Süd & Söhne " + key;
        Terms terms = vip.wordpress().terms("brands");
        long made = terms.createOrFind(name);
        assertThat(terms.createOrFind(name)).isEqualTo(made);
        try (VipConnector other = library.connect()) {
            assertThat(other.wordpress().terms("brands").createOrFind(name.replace("hne", "HNE")))
                    .as("WordPress does not mind the case of plain letters")
                    .isEqualTo(made);
        }
        assertThat(terms.list(WordpressQuery.ALL).stream()
                        .filter(one -> name.equalsIgnoreCase(PlainText.unescaped(String.valueOf(one.name())))))
                .extracting(WireTerm::id)
                .containsExactly(made);
        assertThat(create(key, Segment.brand(name)).segments()).containsExactly(Segment.brand(name));
    }

    @Test
    void sendsTheSameKeyOnce() {
        assertThat(create(key).ref()).isEqualTo(create(key).ref());
        assertThat(reader().query(AssetQuery.ALL.withKey(key))).hasSize(1);
    }

    @Test
    void keepsAllVersionsUnderOneIdentity() throws Exception {
        Asset made = create(key);
        byte[] second = Pictures.png(320, 200, 2);
        AssetVersion added = writer().addVersion(made.ref(), "v-2", Pictures.content(second, "b.png"));
        AssetVersion again = writer().addVersion(made.ref(), "v-2", Pictures.content(second, "b.png"));

        assertThat(again).isEqualTo(added);
        assertThat(added.number()).isEqualTo(2);
        assertThat(reader().versions(made.ref()))
                .extracting(AssetVersion::id)
                .containsExactly(added.id(), made.currentVersion().id());
        assertThat(reader().get(made.ref()).currentVersion()).isEqualTo(added);
        assertThat(reader().get(made.ref()).title()).isEqualTo(made.title());
        assertThat(reader().get(SourceRef.of("vip", added.id())).ref()).isEqualTo(made.ref());
        assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(second);
        assertThat(bytes(reader().content(made.ref(), made.currentVersion().id(), null)))
                .isEqualTo(PICTURE);
        assertThat(reader().query(AssetQuery.ALL.withText("Plakat")).stream()
                        .filter(one -> one.ref().id().equals(added.id())))
                .as("a version is no asset of its own")
                .isEmpty();
    }

    @Test
    void keepsARecordThatWaitsForItsFirstVersion() throws Exception {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Later").build();
        Asset record = writer().create(new AssetDraft(key, metadata, null));
        assertThat(record.currentVersion()).isNull();
        assertThat(reader().versions(record.ref())).isEmpty();
        assertThat(failure(() -> reader().content(record.ref(), null, null)).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);

        AssetVersion first = writer().addVersion(record.ref(), "v-1", Pictures.content(PICTURE, "a.png"));

        assertThat(first.number()).isEqualTo(1);
        assertThat(reader().get(record.ref()).currentVersion()).isEqualTo(first);
        assertThat(bytes(reader().content(record.ref(), null, null))).isEqualTo(PICTURE);
    }

    @Test
    void changesWhatIsGivenAndFindsItChanged() {
        Asset made = create(key, REGION);
        Asset changed = writer().update(Asset.builder(made.ref())
                .title("A & B <i>neu</i>")
                .segments(List.of(Segment.region("Japan")))
                .status(AssetStatus.APPROVED)
                .build());

        assertThat(changed.title()).isEqualTo("A & B <i>neu</i>");
        assertThat(changed.description()).isEqualTo("Für den Laden");
        assertThat(changed.segments()).containsExactly(Segment.region("Japan"));
        assertThat(changed.status()).isEqualTo(AssetStatus.APPROVED);
    }

    @Test
    void sendsFilesOverThoseLimitsAsBytesAlone() throws Exception {
        byte[] over = Pictures.noise(1000, 1000);
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Ü & 夏").build();
        try (VipConnector raw = VipConnector.create(
                library.config(Library.ADMIN).upload(WordpressConfig.Upload.RAW).build())) {
            Asset made = raw.require(AssetWriter.class)
                    .create(new AssetDraft(key, metadata, Pictures.content(over, "ü \"1\".png")));

            assertThat(made.key()).isEqualTo(key);
            assertThat(made.title()).isEqualTo("Ü & 夏");
            assertThat(made.currentVersion().fileName()).isEqualTo("ü \"1\".png");
            assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(over);
        }
    }

    @Test
    void worksWithTheAddressesOfASiteWithoutPermalinks() throws Exception {
        Asset made = create(key, REGION);
        try (VipConnector plain = VipConnector.create(library.config(Library.ADMIN)
                .routes(WordpressConfig.Routes.PLAIN)
                .upload(WordpressConfig.Upload.RAW)
                .build())) {
            assertThat(plain.require(AssetReader.class).get(made.ref())).isEqualTo(made);
            assertThat(plain.require(AssetReader.class).query(AssetQuery.ALL.withKey(key)))
                    .hasSize(1);
            plain.require(AssetWriter.class)
                    .addVersion(made.ref(), "v-2", Pictures.content(Pictures.png(9, 9, 4), "b.png"));
        }
        assertThat(reader().versions(made.ref())).hasSize(2);
    }

    @Test
    void tellsWhichAssetsAreGone() {
        Asset kept = create(key);
        Asset deleted = create(key + "-deleted");
        vip.wordpress().media().delete(Long.parseLong(deleted.ref().id()));

        assertThat(vip.gone(List.of(kept.ref(), deleted.ref()))).containsExactly(deleted.ref());
        assertThat(failure(() -> reader().get(deleted.ref())).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void tellsWhichOfHundredsOfAssetsAreGone() {
        SourceRef first = create(key).ref();
        SourceRef last = create(key + "-last").ref();
        List<SourceRef> known = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            known.add(SourceRef.of("vip", Integer.toString(900_000_000 + i)));
        }
        List<SourceRef> gone = List.copyOf(known);
        known.add(0, first);
        known.add(150, first);
        known.add(last);

        assertThat(vip.gone(known)).isEqualTo(gone);
        assertThat(vip.gone(List.of())).isEmpty();
    }

    @Test
    void writesCaptionAndAlternativeText() {
        Asset made = create(key);
        String text = "Süß & <b>neu</b>";
        Asset changed = writer().update(Asset.builder(made.ref())
                .extensions(Extensions.of("vip", Map.of("caption", text, "alt_text", "A poster")))
                .build());

        assertThat(changed.extensions().get("vip"))
                .containsEntry("caption", text)
                .containsEntry("alt_text", "A poster");
        assertThat(reader().get(made.ref())).isEqualTo(changed);
        assertThat(changed.title()).isEqualTo(made.title());
        assertThat(vip.wordpress()
                        .media()
                        .get(Long.parseLong(made.ref().id()))
                        .caption()
                        .raw())
                .as("HTML that shows it")
                .doesNotContain("<b>");

        Asset emptied = writer().update(changed.toBuilder()
                .extensions(Extensions.of("vip", Map.of("caption", "", "alt_text", "")))
                .build());
        assertThat(emptied.extensions().get("vip").get("caption")).isIn(null, "");
        assertThat(emptied.extensions().get("vip").get("alt_text")).isIn(null, "");
    }

    @Test
    void readsManyPagesAndEndsQuietlyPastTheLastOne() {
        for (int i = 0; i < 5; i++) {
            create(key + "-" + i, Segment.brand("Pages " + key));
        }
        AssetQuery query = AssetQuery.ALL
                .withSegments(List.of(Segment.brand("Pages " + key)))
                .withPageSize(2);

        assertThat(reader().query(query).stream().map(Asset::ref).distinct()).hasSize(5);
        assertThat(reader().query(query).startingAt(dev.contentconnect.core.page.Cursor.of("9.0")))
                .isEmpty();
    }
}
