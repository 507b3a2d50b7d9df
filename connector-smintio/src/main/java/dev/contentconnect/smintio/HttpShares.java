package dev.contentconnect.smintio;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.PortalShares;
import dev.contentconnect.smintio.wire.WireShare;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shares over HTTP. */
record HttpShares(HttpPortal portal) implements PortalShares {
    private static final String SHARE = "share";
    private static final String SHARE_ID = "shareId";

    @Override
    public WireShare create(String collection, Map<String, ? extends Object> definition) {
        Operation operation = Operation.make("ISharesCreate", "createShareAsync");
        return PortalPages.one(
                operation,
                portal.run(operation, Map.of("definition", definition, "collectionId", collection)),
                SHARE,
                WireShare.class);
    }

    @Override
    public WireShare get(String id) {
        Operation operation = Operation.read("ISharesRead", "getShareAsync");
        return PortalPages.one(
                operation, portal.run(operation, Map.of(SHARE_ID, id, "isPageEvent", false)), SHARE, WireShare.class);
    }

    @Override
    public Paged<WireShare> search(@Nullable String text) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("queryString", text);
        return new PortalPages(portal)
                .list(
                        Operation.read("ISharesSearch", "searchSharesAsync"),
                        parameters,
                        portal.portal().collectionsFirstPage(),
                        portal.config().options().pageSize(),
                        "shares",
                        one -> Json.convert(one, WireShare.class),
                        WireShare::shareId);
    }

    @Override
    public WireShare update(String id, Map<String, ? extends Object> definition) {
        Operation operation = Operation.set("ISharesUpdate", "updateShareAsync");
        return PortalPages.one(
                operation,
                portal.run(operation, Map.of(SHARE_ID, id, "definition", definition)),
                SHARE,
                WireShare.class);
    }

    @Override
    public void delete(String id) {
        portal.run(Operation.set("ISharesDelete", "deleteShareAsync"), Map.of(SHARE_ID, id));
    }
}
