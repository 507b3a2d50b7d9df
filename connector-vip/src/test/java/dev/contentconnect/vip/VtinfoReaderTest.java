package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of portfolios as assets. */
class VtinfoReaderTest extends VtinfoTestBase {
    private static final Segment DISTRIBUTOR = new Segment(SegmentKind.of("distributor"), CODE);

    private final AssetReader reader = vip.require(AssetReader.class);
    private String sheet;
    private String image;

    @BeforeEach
    void fill() {
        sheet = sandbox.file("Sell Sheet (all).pdf", "application/pdf", BYTES);
        image = sandbox.file("00012345678905_7_aa.png", "image/png", BYTES);
        elm.brand("9", "Elm Brewing", sandbox.file("logo.png", "image/png", BYTES), "Craft");
        elm.product("1", "Pale", image, sheet, "A1", "A2");
        elm.product("2", "Stout", null, sheet, "A3");
    }

    private static List<Asset> all(Paged<Asset> list) {
        List<Asset> out = new ArrayList<>();
        list.forEach(out::add);
        return out;
    }

    @Test
    void anAssetIsMadeOfEachAddressOnce() {
        List<Asset> assets = all(reader.query(AssetQuery.ALL));
        assertThat(assets).extracting(Asset::title).containsExactly("Elm Brewing", "Pale", "Pale");
        assertThat(assets).extracting(Asset::kind).containsExactly(AssetKind.IMAGE, AssetKind.IMAGE, AssetKind.OTHER);
        assertThat(assets).extracting(Asset::status).containsOnly(AssetStatus.UNKNOWN);
        Asset pale = assets.get(1);
        assertThat(pale.ref()).isEqualTo(ref(image));
        assertThat(pale.tags()).containsExactly("Craft", "Pale Ale", "Beer");
        assertThat(pale.segments()).containsExactly(DISTRIBUTOR, Segment.brand("Elm Brewing"));
        assertThat(pale.currentVersion())
                .extracting(AssetVersion::id, AssetVersion::fileName)
                .containsExactly(image, "00012345678905_7_aa.png");
        assertThat(pale.extensions().get("vip"))
                .containsEntry("role", "image")
                .containsEntry("upcs", List.of("000000123452"))
                .extracting("product")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("product_abv", "5.20");
        assertThat(sandbox.requests()).hasSize(2);
    }

    @Test
    void anAssetIsReadWithItsOneVersion() {
        assertThat(reader.get(ref(sheet)).title()).isEqualTo("Pale");
        assertThat(reader.versions(ref(image))).extracting(AssetVersion::id).containsExactly(image);
        assertThat(reader.renditions(ref(image))).isEmpty();
    }

    @Test
    void theSmallImageIsARenditionOfTheLargeOne() throws Exception {
        String small = sandbox.file("small (1).png", "image/png", new byte[] {7});
        Map<String, @Nullable Object> product = new HashMap<>(elm.product("1"));
        product.put("product_image_small", small);
        elm.product("1", product);

        List<Rendition> renditions = reader.renditions(ref(image));
        assertThat(renditions).extracting(Rendition::id).containsExactly("small");
        assertThat(renditions.get(0).uri())
                .hasPath(URI.create(small.replace(" ", "%20")).getPath());
        try (InputStream in = reader.content(ref(image), null, "small").open()) {
            assertThat(in.readAllBytes()).containsExactly(7);
        }
        assertThat(failure(() -> reader.content(ref(image), null, "huge")).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure(() -> reader.content(ref(sheet), null, "small")).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void theSmallImageStandsForItselfWhereThereIsNoLargeOne() {
        String small = sandbox.address("small.png");
        Map<String, @Nullable Object> product = new HashMap<>(elm.product("2"));
        product.put("product_image_small", small);
        elm.product("2", product);
        assertThat(reader.get(ref(small)).renditions()).isEmpty();
    }

    @Test
    void aListedFileIsFetchedWithoutReadingThePortfolioAgain() throws Exception {
        all(reader.query(AssetQuery.ALL));
        sandbox.clearRequests();
        Content content = reader.content(ref(sheet), null, null);
        assertThat(sandbox.requests()).isEmpty();
        assertThat(content.mediaType()).isNull();
        try (InputStream in = content.open()) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(content.mediaType()).isEqualTo("application/pdf");
        assertThat(content.length()).isEqualTo(BYTES.length);
        assertThat(content.fileName()).isEqualTo("Sell Sheet (all).pdf");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void aReplacedFileIsAnotherAsset() {
        String newer = sandbox.file("00012345678905_7_bb.png", "image/png", BYTES);
        elm.product("1", "Pale", newer, sheet, "A1");
        assertThat(failure(() -> reader.get(ref(image))).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(reader.get(ref(newer)).title()).isEqualTo("Pale");
        assertThat(failure(() -> reader.content(ref(newer), image, null)).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void portfoliosAreReadOneAfterTheOtherAndSegmentsChooseAmongThem() {
        sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), sandbox.address("oak.pdf"));
        sandbox.distributor("00789");
        try (VipConnector both = connect(VtinfoSnapshots.inMemory(), CODE, "00789", "00456")) {
            AssetReader all = both.require(AssetReader.class);
            Paged<Asset> list = all.query(AssetQuery.ALL.withPageSize(2));
            assertThat(all(list)).hasSize(5);
            Segment oak = new Segment(SegmentKind.of("distributor"), "00456");
            assertThat(all(all.query(AssetQuery.ALL.withSegments(List.of(oak)))))
                    .extracting(Asset::title)
                    .containsOnly("Oak");
            assertThat(all(all.query(AssetQuery.ALL.withSegments(List.of(oak, DISTRIBUTOR)))))
                    .isEmpty();
            Segment unknown = new Segment(SegmentKind.of("distributor"), "00001");
            assertThat(failure(() -> all.query(AssetQuery.ALL.withSegments(List.of(unknown)))))
                    .hasMessageContaining("distributor_not_configured");
            ConnectorException brand =
                    failure(() -> all.query(AssetQuery.ALL.withSegments(List.of(Segment.brand("x")))));
            assertThat(brand.error().trace().vendorCode()).isEqualTo("not_offered");
        }
    }

    @Test
    void aCursorOfAListThatIsNoLongerAtHandGoesOnAfterAsManyAssets() {
        Paged<Asset> list = reader.query(AssetQuery.ALL.withPageSize(2));
        Page<Asset> first = list.pages().iterator().next();
        Cursor next = first.next();
        try (VipConnector other = connect(VtinfoSnapshots.inMemory(), CODE)) {
            List<Asset> rest = all(other.require(AssetReader.class)
                    .query(AssetQuery.ALL.withPageSize(2))
                    .startingAt(next));
            assertThat(rest).extracting(Asset::ref).containsExactly(ref(sheet));
        }
        Cursor amid = Cursor.of(next.value().replaceAll("/([0-9]+)/2$", "/7/2"));
        assertThat(failure(() -> all(list.startingAt(amid))).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure(() -> all(list.startingAt(Cursor.of("nonsense")))).kind())
                .isEqualTo(ErrorKind.REJECTED);
        assertThat(failure(() -> all(list.startingAt(Cursor.of("00999/0/0/0")))).kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void manyListsAreReadSideBySide() {
        List<Iterator<Asset>> lists = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Iterator<Asset> list = reader.query(AssetQuery.ALL.withPageSize(1)).iterator();
            list.next();
            lists.add(list);
        }
        lists.forEach(list -> {
            list.next();
            assertThat(list.next().ref()).isEqualTo(ref(sheet));
            assertThat(list.hasNext()).isFalse();
        });
    }

    @Test
    void anAddressThatIsNoneIsAnIssueBesideTheGoodOnes() {
        elm.product("3", "Odd", "http://[::x/", "ftp://old.example/sheet.pdf");
        List<String> issues = new ArrayList<>();
        List<Asset> seen = new ArrayList<>();
        reader.query(AssetQuery.ALL)
                .onIssue(issue -> issues.add(issue.item() + " " + issue.path()))
                .forEach(seen::add);
        assertThat(seen).hasSize(3);
        assertThat(issues).containsExactly("3 product_image_large", "3 product_sell_sheet");
    }
}
