package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.vip.sandbox.Distributor.Behaviour;
import dev.contentconnect.vip.wire.WireProduct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A product book of Brand Builder that is cut off in its middle, and files of it that are gone. */
abstract class BadBook extends VtinfoFeedStage {
    @BeforeEach
    void fill() {
        for (int i = 10; i < 60; i++) {
            elm.product("p" + i, "Beer " + i, sandbox.address(i + ".png"), null, "I" + i);
        }
        drain();
    }

    /** The ways in which half a book comes. */
    private static Stream<Fault> halves() {
        return Stream.of(Fault.truncatedBody(), Fault.malformedBody(), Fault.truncatedGzip());
    }

    private void nextBook(Fault fault) {
        sandbox.failNext(1, "GET", "/bbs/v1/distributor/00123/products", fault);
    }

    @ParameterizedTest
    @MethodSource("halves")
    void isListedNotAtAll(Fault half) {
        nextBook(half);
        List<Asset> seen = new ArrayList<>();
        AssetReader reader = vip.require(AssetReader.class);
        assertThat(failure(() -> reader.query(AssetQuery.ALL.withPageSize(5)).forEach(seen::add))
                        .kind())
                .isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(seen).isEmpty();
        assertThat(reader.query(AssetQuery.ALL)).as("the whole book").hasSize(54);
    }

    @ParameterizedTest
    @MethodSource("halves")
    void dropsNothingInTheFeed(Fault half) {
        Cursor before = at;
        nextBook(half);
        assertThat(failure(() -> feed.changes(before, 100)).kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(drain()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("halves")
    void endsTheStreamOfItsProductsWithAnError(Fault half) {
        nextBook(half);
        ConnectorException failure = failure(() -> {
            try (Stream<WireProduct> products = vip.vtinfo().products(CODE)) {
                products.forEach(product -> assertThat(product.id()).isNotBlank());
            }
        });
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
    }

    @ParameterizedTest
    @MethodSource("halves")
    void doesNotMakeAnAssetGone(Fault half) {
        String last = sandbox.address("59.png");
        nextBook(half);
        assertThat(failure(() -> vip.require(AssetReader.class).get(ref(last))).kind())
                .as("not in the half that came")
                .isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(vip.require(AssetReader.class).get(ref(last)).title()).isEqualTo("Beer 59");
    }

    @Test
    void saysItselfThatItFailed() {
        elm.behaves(Behaviour.FAILS_AFTERWARDS);
        List<String> seen = new ArrayList<>();
        ConnectorException failure = failure(() -> {
            try (Stream<WireProduct> products = vip.vtinfo().products(CODE)) {
                products.forEach(product -> seen.add(product.name()));
            }
        });
        assertThat(seen).hasSize(52);
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("gave up half-way\"");
        Cursor before = at;
        assertThat(failure(() -> feed.changes(before, 100)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        AssetReader reader = vip.require(AssetReader.class);
        assertThat(failure(() -> reader.query(AssetQuery.ALL).iterator().next()).kind())
                .isEqualTo(ErrorKind.UNAVAILABLE);
        elm.behaves(Behaviour.WELL);
        assertThat(drain()).isEmpty();
    }

    @Test
    void namesAnImageThatIsGone(@TempDir Path folder) {
        AssetReader reader = vip.require(AssetReader.class);
        Content image = reader.content(ref(sandbox.address("10.png")), null, null);
        Path target = folder.resolve("10.png");
        assertThat(failure(image::open).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure(() -> image.copyTo(target)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(folder).isEmptyDirectory();
        String gone = sandbox.address("gone.png");
        assertThat(failure(() -> vip.vtinfo().open(gone)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure(() -> vip.vtinfo().download(gone, target)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(folder).isEmptyDirectory();
    }
}
