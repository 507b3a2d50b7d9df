package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.api.WordpressQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A site that something bad happens to, one that works with it, and a stranger who looks at what is published there. */
abstract class BadInputStage {
    static final byte[] PICTURE = Pictures.png(64, 48, 1);
    static final byte[] OTHER_PICTURE = Pictures.png(48, 64, 2);

    final Site site;
    final Library library;
    final String key = "dam:" + UUID.randomUUID();
    VipConnector vip;

    BadInputStage(Site site) {
        this.site = site;
        this.library = site.library();
    }

    @BeforeEach
    void open() {
        vip = library.connect();
    }

    @AfterEach
    void close() {
        vip.close();
        site.heal();
    }

    AssetReader reader() {
        return vip.require(AssetReader.class);
    }

    AssetWriter writer() {
        return vip.require(AssetWriter.class);
    }

    AssetPublisher publisher() {
        return vip.require(AssetPublisher.class);
    }

    static AssetDraft draft(String key, @Nullable Content content, Segment... segments) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1"))
                .title("Poster")
                .market("AT")
                .segments(List.of(segments))
                .build();
        return new AssetDraft(key, metadata, content);
    }

    Asset create(String ofKey, Segment... segments) {
        return writer().create(draft(ofKey, Pictures.content(PICTURE, "poster.png"), segments));
    }

    AssetVersion add(Asset asset, String ofKey) {
        return writer().addVersion(asset.ref(), ofKey, Pictures.content(OTHER_PICTURE, "newer.png"));
    }

    PublishRequest request(String name, Instant at, Asset... assets) {
        List<SourceRef> refs = List.of(assets).stream().map(Asset::ref).toList();
        return new PublishRequest(key + ":" + name, "Launch", refs, List.of(), at, null);
    }

    Asset published(String ofKey) {
        Asset asset = create(ofKey);
        publisher().publish(request("before:" + ofKey, null, asset));
        return asset;
    }

    /**
     * What there is for strangers, and how much in all.
     *
     * @param files the newest files that anybody sees
     * @param packages the newest packages that anybody sees
     * @param stored how many files makers see
     */
    record Shown(List<Long> files, List<Long> packages, long stored) {}

    Shown shown() {
        try (VipConnector eyes = library.connect()) {
            Long stored = eyes.wordpress()
                    .media()
                    .list(WordpressQuery.ALL.pages(1))
                    .pages()
                    .iterator()
                    .next()
                    .total();
            return new Shown(strangers("media"), strangers("packages"), Objects.requireNonNullElse(stored, -1L));
        }
    }

    private List<Long> strangers(String type) {
        HttpResponse<byte[]> answer =
                stranger("/wp-json/wp/v2/" + type + "?per_page=100&orderby=id&order=desc&_fields=id");
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Long> out = new ArrayList<>();
        for (Object one : (List<?>) Json.decodePlain(answer.body())) {
            out.add(((Number) ((Map<?, ?>) one).get("id")).longValue());
        }
        return out;
    }

    boolean isPublic(String attachment) {
        return stranger("/wp-json/wp/v2/media/" + attachment).statusCode() == 200;
    }

    private HttpResponse<byte[]> stranger(String path) {
        URI uri = URI.create(library.endpoint() + path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    static ConnectorException failure(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(ConnectorException.class);
        return (ConnectorException) thrown;
    }

    static ErrorKind kind(ThrowingCallable call) {
        return failure(call).kind();
    }

    static String code(ThrowingCallable call) {
        return String.valueOf(failure(call).error().trace().vendorCode());
    }
}
