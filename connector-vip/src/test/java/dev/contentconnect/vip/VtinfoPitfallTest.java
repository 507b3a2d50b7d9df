package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.sandbox.Distributor.Behaviour;
import dev.contentconnect.vip.wire.WireProduct;
import dev.contentconnect.vip.wire.WireProductPackage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What surprises in Brand Builder and on its image host, one test each. */
class VtinfoPitfallTest extends VtinfoTestBase {
    private static final String SHA_256 = Checksum.sha256Of(BYTES).hex();

    private final List<VtinfoDownload> downloads = new ArrayList<>();

    private VtinfoClient client() {
        return vip.vtinfo();
    }

    @Test
    void aCodeIsTextWithLeadingZerosAndPerhapsASuffix() {
        sandbox.distributor("00007-A2");
        assertThat(client().info("00007-A2").sourceCode()).isEqualTo("00007-A2");
        assertThat(sandbox.requests("GET", "/bbs/v1/distributor/00007-A2/info")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "123", "123456", "0012x", "00123/..", "00123-", "00123 ", "٠٠١٢٣"})
    void whatIsNoCodeIsRefusedBeforeAnyRequest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> client().info(text));
        assertThatIllegalArgumentException().isThrownBy(() -> client().products(text));
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void anUnknownCodeIs400AndMeansNotFound() {
        ConnectorException failure = failure(() -> client().info("99999"));
        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("\"The distributor id is invalid.\"");
        assertThat(failure(() -> client().products("99999")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void another400IsNoProofThatThereIsNone() {
        Map<String, Object> said = Map.of("code", 400, "success", false, "errorMessage", "bad header");
        sandbox.failNext(1, "GET", "/", Fault.reply(SandboxResponse.json(400, said)));
        assertThat(failure(() -> client().info(CODE)).kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void a500With400InsideIsNeitherYesNorNoAndIsAskedOnce() {
        elm.behaves(Behaviour.BROKEN);
        ConnectorException failure = failure(() -> client().products(CODE));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().retryable()).isFalse();
        assertThat(failure.error().trace().vendorCode()).isEqualTo("inconclusive");
        assertThat(failure).hasMessageContaining("neither found nor not found").hasMessageContaining("SSO error");
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void another500IsAnOutageAndPasses() {
        sandbox.failNext(2, "GET", "/", Fault.status(500));
        assertThat(client().info(CODE).distributorName()).isEqualTo("Distributor 00123");
        assertThat(sandbox.requests()).hasSize(3);
    }

    @Test
    void a200WithoutANameIsInconclusive() {
        elm.behaves(Behaviour.NAMELESS);
        ConnectorException failure = failure(() -> client().info(CODE));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("inconclusive");
        assertThat(failure).hasMessageContaining("names no distributor");
        assertThat(failure(() -> vip.check()).error().trace().vendorCode()).isEqualTo("inconclusive");
    }

    @Test
    void a404MeansThatThereIsNoBrandBuilder() {
        elm.behaves(Behaviour.WITHOUT_BRAND_BUILDER);
        assertThat(failure(() -> client().brands(CODE)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void aDistributorMayHaveNoPortfolio() {
        assertThat(client().info(CODE).distributorName()).isNotBlank();
        try (Stream<WireProduct> none = client().products(CODE)) {
            assertThat(none).isEmpty();
        }
    }

    @Test
    void theGroupAllRepeatsEveryBrand() {
        elm.brand("1", "Elm", null, "Craft", "Local")
                .brand("2", "Oak", null, "Import")
                .brand("3", "Ash", null);
        List<VtinfoBrand> brands = client().brands(CODE);
        assertThat(brands).extracting(one -> one.brand().name()).containsExactly("Elm", "Oak", "Ash");
        assertThat(brands)
                .extracting(VtinfoBrand::groups)
                .containsExactly(List.of("Craft", "Local"), List.of("Import"), List.of());
        assertThat(brands.get(0).brand().rest()).containsEntry("brand_website", "https://brand.example/1");
    }

    @Test
    void numbersAndTextsAreMixedAndMembersMayBeMissing() {
        Map<String, @Nullable Object> odd = new LinkedHashMap<>();
        odd.put("product_id", 42);
        odd.put("product_abv", 5.2);
        odd.put("product_packages", null);
        elm.product("42", odd);
        try (Stream<WireProduct> products = client().products(CODE)) {
            assertThat(products).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo("42");
                assertThat(one.packages()).isEmpty();
                assertThat(one.sellSheet()).isNull();
            });
        }
    }

    @Test
    void oneProductOfAnotherFormIsAnIssueBesideTheGoodOnes() {
        elm.product("1", "One", null, null);
        elm.product("2", Map.of("product_id", List.of(1)));
        elm.product("3", "Three", null, null);
        List<MappingIssue> issues = new ArrayList<>();
        try (Stream<WireProduct> products = client().products(CODE, issues::add)) {
            assertThat(products).extracting(WireProduct::name).containsExactly("One", "Three");
        }
        assertThat(issues)
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isEqualTo("/data/1"));
    }

    @ParameterizedTest
    @CsvSource({
        "12345,000000012345",
        "012345678905,012345678905",
        "00012345678905,00012345678905",
        "ABC,ABC",
        "' 77 ',000000000077",
    })
    void aUpcIsFilledUpToTwelveDigitsAndKeptAsItCame(String raw, String upc) {
        WireProductPackage one = new WireProductPackage("I1", raw, null, null, Map.of());
        assertThat(one.upc()).isEqualTo(upc);
        assertThat(one.retailUpc()).isEqualTo(raw);
    }

    @Test
    void aPortfolioIsAskedForCompressedAndByName() {
        elm.product("1", "One", null, null).product("2", "Two".repeat(500), null, null);
        try (Stream<WireProduct> products = client().products(CODE)) {
            assertThat(products).hasSize(2);
        }
        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Accept-Encoding")).contains("gzip");
            assertThat(request.header("User-Agent")).contains("contentconnect-sdk");
            assertThat(request.header("Authorization")).isEmpty();
        });
    }

    @Test
    void aPortfolioMayTakeLongToBegin() {
        VtinfoConfig config = VipConfig.vtinfo().distributors(CODE).build();
        assertThat(config.options().http().requestTimeout()).hasSeconds(45);
        assertThat(config.options().http().bodyTimeout()).hasSeconds(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.png", "Elm Pale (6 pack).png", "100% Elm #1.png", "élm+ash,x[1].png"})
    void addressesHoldBlanksAndParentheses(String name) throws Exception {
        sandbox.file(name, "image/png", BYTES);
        try (InputStream in = client().open(sandbox.address(name))) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void whatIsEncodedAlreadyStaysAsItIs() throws Exception {
        sandbox.file("Elm Pale (6).png", "image/png", BYTES);
        String half = sandbox.address("Elm%20Pale (6%29.png");
        try (InputStream in = client().open(half)) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(sandbox.requests().get(0).path()).endsWith("/Elm%20Pale%20%286%29.png");
        assertThat(ref(half)).isEqualTo(ref(sandbox.address("Elm Pale (6).png")));
    }

    @Test
    void theAnswerSaysWhatAFileIsNotItsName(@TempDir Path folder) throws Exception {
        String noSuffix = sandbox.file("sheet one", "application/pdf; charset=binary", BYTES);
        String wrongSuffix = sandbox.file("sheet.pdf", "image/jpeg", BYTES);
        String silent = sandbox.file("sheet.txt", null, BYTES);
        Path target = folder.resolve("file");
        assertThat(client().download(noSuffix, target).kind()).isEqualTo(AssetKind.DOCUMENT);
        assertThat(client().download(wrongSuffix, target).kind()).isEqualTo(AssetKind.IMAGE);
        assertThat(client().download(silent, target).kind()).isEqualTo(AssetKind.OTHER);
        try (VtinfoFile file = client().open(noSuffix)) {
            assertThat(file.mediaType()).isEqualTo("application/pdf");
        }
    }

    @Test
    void nothingProvesAFileButItsDigest(@TempDir Path folder) throws Exception {
        String address = sandbox.file("a.png", "image/png", BYTES);
        try (VipConnector other =
                VipConnector.create(config(CODE).downloads(downloads::add).build())) {
            Path target = folder.resolve("a.png");
            VtinfoDownload done = other.vtinfo().download(address, target);
            assertThat(done.checksum()).isEqualTo(Checksum.sha256(SHA_256));
            assertThat(done.sizeBytes()).isEqualTo(BYTES.length).isEqualTo(Files.size(target));
            try (VtinfoFile file = other.vtinfo().open(address)) {
                assertThat(file.skip(3)).isEqualTo(3);
                file.readAllBytes();
                assertThat(file.read()).isEqualTo(-1);
                assertThat(file.download()).isEqualTo(done);
            }
            try (VtinfoFile half = other.vtinfo().open(address)) {
                assertThat(half.readNBytes(3)).hasSize(3);
                assertThat(half.download()).isNull();
            }
            assertThat(downloads).containsExactly(done, done);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/a.png",
                "http://images.vtinfo.com/a.png",
                "https://images.vtinfo.com.evil.example/a.png",
                "https://images.vtinfo.com@evil.example/a.png",
                "https://images.vtinfo.com:8443/a.png",
            })
    void nothingIsFetchedFromAnotherHost(String address) {
        try (VtinfoClient real =
                VtinfoClient.create(VipConfig.vtinfo().distributors(CODE).build())) {
            ConnectorException failure = failure(() -> real.open(address));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure.error().trace().vendorCode()).isEqualTo("host_not_allowed");
            assertThat(failure.error().trace().attempts()).isZero();
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed(@TempDir Path folder) {
        String address = sandbox.file("a.png", "image/png", BYTES);
        String elsewhere = address.replace("127.0.0.1", "localhost");
        Fault redirect = Fault.reply(SandboxResponse.status(302).header("Location", elsewhere));
        sandbox.failNext(1, "GET", "/b_white", redirect);
        assertThat(failure(() -> client().open(address)).error().trace().vendorCode())
                .isEqualTo("host_not_allowed");
        assertThat(sandbox.requests()).as("nothing is asked there").hasSize(1);
        sandbox.failNext(1, "GET", "/b_white", redirect);
        assertThat(failure(() -> client().download(address, folder.resolve("x")))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("host_not_allowed");
        assertThat(sandbox.requests()).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noMoreThanFourRequestsAreUnderWay() {
        elm.product("1", "One", null, null);
        VtinfoConfigBuilder hasty = config(CODE).callTimeout(Duration.ofMillis(300));
        try (VtinfoClient client = VtinfoClient.create(hasty.build())) {
            List<Stream<WireProduct>> open = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                open.add(client.products(CODE));
            }
            assertThat(failure(() -> client.info(CODE))).hasMessageContaining("close what was opened");
            open.get(0).close();
            open.get(0).close();
            assertThat(client.info(CODE).distributorName()).isNotBlank();
            open.forEach(Stream::close);
        }
    }

    @Test
    void nothingIsKnownOfRights() {
        assertThat(vip.find(RightsReader.class)).isEmpty();
    }

    @Test
    void eachBackendHasItsOwnWords() {
        assertThatIllegalStateException().isThrownBy(vip::wordpress).withMessageContaining("vtinfo");
        assertThat(failure(() -> vip.gone(List.of())).error().trace().vendorCode())
                .isEqualTo("not_offered");
    }
}
