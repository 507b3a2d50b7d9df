package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.smintio.api.PortalAssets;
import dev.contentconnect.smintio.map.PortalAssetMapper;
import dev.contentconnect.smintio.map.PurchaseMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireDownload;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bytes of assets of the portal: a download that is made when it is wanted, or a picture that the portal shows. */
record PortalFiles(PortalAssets assets, URI base) {
    private static final String CONTENT = "assets.content";

    Content original(WireAsset asset) {
        List<String> id = List.of(Objects.requireNonNull(asset.id()));
        Map<String, @Nullable Object> item = item(asset, id);
        WireDownload made = assets.download(id, List.of(item));
        return new LinkedContent(
                new LinkedContent.Link() {
                    private @Nullable WireDownload first = made;

                    @Override
                    public URI fresh() {
                        WireDownload now = first != null ? first : assets.download(id, List.of(item));
                        first = null;
                        return address(now.url());
                    }
                },
                assets::open,
                assets::copy,
                PurchaseMapper.fileName(made.fileName()),
                made.mediaType(),
                made.fileSizeInBytes() == null ? -1 : made.fileSizeInBytes());
    }

    /** The item that the portal would choose. What a person has to accept first, this SDK does not. */
    private Map<String, @Nullable Object> item(WireAsset asset, List<String> id) {
        List<Map<String, @Nullable Object>> items = assets.downloads(id).stream()
                .flatMap(group -> {
                    List<Map<String, @Nullable Object>> inner = SmintioHttp.objects(group.get("assetDownloadItems"));
                    return inner.isEmpty() ? Stream.of(group) : inner.stream();
                })
                .toList();
        Map<String, @Nullable Object> item = items.stream()
                .filter(one -> Boolean.TRUE.equals(one.get("selectedByDefault")))
                .findFirst()
                .or(() -> items.stream().findFirst())
                .orElseThrow(() -> REFUSED.notFound(CONTENT, "nothing of " + asset.id() + " can be downloaded"));
        if (item.get("warningToBeAccepted") instanceof String warning && !warning.isBlank()) {
            throw REFUSED.rejected(
                    CONTENT, "warning_to_be_accepted", "somebody must accept this before the download: " + warning);
        }
        return item;
    }

    Content rendition(WireAsset asset, String rendition) {
        address(asset, rendition);
        String id = Objects.requireNonNull(asset.id());
        return new LinkedContent(
                new LinkedContent.Link() {
                    private @Nullable WireAsset first = asset;

                    @Override
                    public URI fresh() {
                        WireAsset now = first != null ? first : assets.get(id);
                        first = null;
                        return address(now, rendition);
                    }
                },
                assets::open,
                assets::copy,
                null,
                null,
                -1);
    }

    private URI address(WireAsset asset, String rendition) {
        String text = PortalAssetMapper.address(asset, rendition);
        if (text == null) {
            throw REFUSED.notFound(CONTENT, "no rendition " + rendition);
        }
        return address(text);
    }

    private URI address(@Nullable String text) {
        try {
            return RequestUri.lenient(base, text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(CONTENT, "the portal gave no address but something else");
        }
    }
}
