package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.LoggedIssues;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.PortalAssets;
import dev.contentconnect.smintio.api.PortalQuery;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireDownload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets of a portal over HTTP. Bytes move over the channel without token. */
record HttpPortalAssets(HttpPortal portal) implements PortalAssets {
    private static final Operation GET = Operation.read("IAssetsRead", "getAssetAsync");
    private static final Operation GET_ALL = Operation.read("IAssetsRead", "getAssetsAsync");
    private static final Operation SEARCH = Operation.ofSearch("searchAssetsAsync");
    private static final Operation DOWNLOADS = Operation.read("IAssetsDownload", "getAssetsDownloadsForAssetsAsync");
    private static final Operation DOWNLOAD = new Operation(
            Operation.Level.PORTAL, "IAssetsDownload", "initiateAssetsDownloadForAssetsAsync", Effect.IDEMPOTENT);

    static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    /** The documents show ids as objects in the code and as texts in one example; the code runs. */
    static List<Map<String, Object>> ids(Collection<String> ids) {
        return ids.stream().map(HttpPortalAssets::id).toList();
    }

    @Override
    public WireAsset get(String id) {
        Map<String, @Nullable Object> result = portal.run(GET, Map.of("assetId", id(id), "isPageEvent", false));
        if (!(result.get("assetDataObject") instanceof Map<?, ?> map)) {
            throw REFUSED.notFound(
                    GET.toString(), "the portal has no asset " + id + ", or does not show it to this user");
        }
        return WireAsset.of(map);
    }

    @Override
    public List<WireAsset> getAll(Collection<String> ids) {
        List<MappingIssue> issues = new ArrayList<>();
        List<WireAsset> out = PortalPages.items(
                portal.run(GET_ALL, Map.of("assetIds", ids(ids))).get("assetDataObjects"),
                "assetDataObjects",
                WireAsset::of,
                issues);
        issues.forEach(new LoggedIssues(SmintioConnector.SYSTEM, GET_ALL.toString()));
        return out;
    }

    private static Map<String, @Nullable Object> parameters(PortalQuery query) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("queryString", query.text());
        out.put("currentFilters", Map.of("values", query.filters()));
        out.put("contentType", query.contentType());
        out.put("resourceAssetMode", 0);
        return out;
    }

    @Override
    public Paged<WireAsset> search(PortalQuery query) {
        return new PortalPages(portal)
                .list(SEARCH, parameters(query), 0, query.pageSize(), "assetDataObjects", WireAsset::of, WireAsset::id);
    }

    @Override
    public Map<String, @Nullable Object> filters(PortalQuery query) {
        Map<String, @Nullable Object> all = parameters(query);
        all.put("page", 0);
        all.put("pageSize", 1);
        return portal.run(SEARCH, all).get("filterModel") instanceof Map<?, ?> model
                ? SmintioHttp.names(model)
                : Map.of();
    }

    @Override
    public List<Map<String, @Nullable Object>> downloads(Collection<String> ids) {
        return SmintioHttp.objects(
                portal.run(DOWNLOADS, Map.of("assetIds", ids(ids))).get("assetDownloadGroups"));
    }

    @Override
    public WireDownload download(
            Collection<String> ids, List<? extends Map<String, ? extends @Nullable Object>> items) {
        Map<String, Object> all =
                Map.of("assetIds", ids(ids), "assetDownloadItems", items, "immediatelyDownload", true);
        return PortalPages.one(DOWNLOAD, portal.run(DOWNLOAD, all), "assetDownloadUrl", WireDownload.class);
    }

    @Override
    public InputStream open(URI address) {
        return portal.open().send(content(address).streamed().build()).stream();
    }

    @Override
    public long copy(URI address, Path target) throws IOException {
        return portal.open().download(content(address).build(), target);
    }

    private static HttpCall.Builder content(URI address) {
        return SmintioErrors.content("portal", address);
    }
}
