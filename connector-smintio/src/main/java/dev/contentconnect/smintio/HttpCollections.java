package dev.contentconnect.smintio;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.PortalCollections;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireCollection;
import dev.contentconnect.smintio.wire.WireComment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collections of a portal over HTTP. */
record HttpCollections(HttpPortal portal) implements PortalCollections {
    private static final String MODIFY = "ICollectionsAssetsModify";
    private static final String UPDATE = "ICollectionsUpdate";
    private static final String COLLECTION = "collection";
    private static final String COLLECTION_ID = "collectionId";
    private static final String ASSET_IDS = "assetIds";

    private static Map<String, Object> definition(String name) {
        return Map.of("name", name, "isStarred", false, "isOptIn", false);
    }

    private <T> Paged<T> list(
            Operation operation,
            Map<String, ? extends @Nullable Object> parameters,
            String member,
            Function<Map<String, @Nullable Object>, T> form,
            Function<T, @Nullable String> id) {
        int size = portal.config().options().pageSize();
        return new PortalPages(portal)
                .list(operation, parameters, portal.portal().collectionsFirstPage(), size, member, form, id);
    }

    @Override
    public WireCollection create(String name, Collection<String> assets) {
        Operation operation = Operation.make("ICollectionsCreate", "createCollectionAsync");
        Map<String, @Nullable Object> result =
                portal.run(operation, Map.of("definition", definition(name), ASSET_IDS, HttpPortalAssets.ids(assets)));
        return PortalPages.one(operation, result, COLLECTION, WireCollection.class);
    }

    @Override
    public WireCollection get(String id) {
        Operation operation = Operation.read("ICollectionsRead", "getCollectionAsync");
        return PortalPages.one(
                operation,
                portal.run(operation, Map.of(COLLECTION_ID, id, "isPageEvent", false)),
                COLLECTION,
                WireCollection.class);
    }

    @Override
    public Paged<WireCollection> search(@Nullable String text) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("queryString", text);
        return list(
                Operation.read("ICollectionsSearch", "searchCollectionsAsync"),
                parameters,
                "collections",
                one -> Json.convert(one, WireCollection.class),
                WireCollection::collectionId);
    }

    @Override
    public WireCollection rename(String id, String name) {
        Operation operation = Operation.set(UPDATE, "updateCollectionAsync");
        return PortalPages.one(
                operation,
                portal.run(operation, Map.of(COLLECTION_ID, id, "definition", definition(name))),
                COLLECTION,
                WireCollection.class);
    }

    @Override
    public void delete(String id) {
        portal.run(Operation.set("ICollectionsDelete", "deleteCollectionAsync"), Map.of(COLLECTION_ID, id));
    }

    @Override
    public Paged<WireAsset> assets(String id) {
        return list(
                Operation.read("ICollectionsAssetsSearch", "searchCollectionAssetsAsync"),
                Map.of(COLLECTION_ID, id),
                "assetDataObjects",
                WireAsset::of,
                WireAsset::id);
    }

    @Override
    public void add(String id, Collection<String> assets) {
        modify("addAssetsToCollectionAsync", id, assets, Map.of());
    }

    @Override
    public void remove(String id, Collection<String> assets) {
        modify("removeAssetsFromCollectionAsync", id, assets, Map.of());
    }

    private void modify(String method, String id, Collection<String> assets, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(COLLECTION_ID, id);
        all.put(ASSET_IDS, HttpPortalAssets.ids(assets));
        portal.run(Operation.set(MODIFY, method), all);
    }

    @Override
    public void move(String source, String target, Collection<String> assets) {
        carry("moveAssetsToCollectionAsync", source, target, assets);
    }

    @Override
    public void copy(String source, String target, Collection<String> assets) {
        carry("copyAssetsToCollectionAsync", source, target, assets);
    }

    private void carry(String method, String source, String target, Collection<String> assets) {
        portal.run(
                Operation.set(MODIFY, method),
                Map.of(
                        "sourceCollectionId",
                        source,
                        "targetCollectionId",
                        target,
                        ASSET_IDS,
                        HttpPortalAssets.ids(assets)));
    }

    @Override
    public void flag(String id, Collection<String> assets, String flag) {
        modify("flagCollectionAssetsAsync", id, assets, Map.of("flagId", flag));
    }

    private static Map<String, Object> subject(String id, @Nullable String asset) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(COLLECTION_ID, id);
        if (asset != null) {
            out.put("assetId", HttpPortalAssets.id(asset));
        }
        return out;
    }

    @Override
    public Paged<WireComment> comments(String id, @Nullable String asset) {
        Operation operation = asset == null
                ? Operation.read("ICollectionsRead", "getCollectionCommentsAsync")
                : Operation.read("ICollectionsAssetsRead", "getCollectionAssetCommentsAsync");
        return list(
                operation,
                subject(id, asset),
                "comments",
                one -> Json.convert(one, WireComment.class),
                WireComment::commentId);
    }

    @Override
    public WireComment comment(String id, @Nullable String asset, String text) {
        Operation operation = asset == null
                ? Operation.make(UPDATE, "commentCollectionAsync")
                : Operation.make(MODIFY, "commentCollectionAssetAsync");
        Map<String, Object> all = subject(id, asset);
        all.put("comment", text);
        return PortalPages.one(operation, portal.run(operation, all), "comment", WireComment.class);
    }

    @Override
    public void deleteComment(String id, @Nullable String asset, String comment) {
        Operation operation = asset == null
                ? Operation.set(UPDATE, "deleteCommentCollectionAsync")
                : Operation.set(MODIFY, "deleteCommentCollectionAssetAsync");
        Map<String, Object> all = subject(id, asset);
        all.put("commentId", comment);
        portal.run(operation, all);
    }

    @Override
    public void users(String id, List<? extends Map<String, ? extends Object>> users) {
        portal.run(
                Operation.set("ICollectionsUsersModify", "updateCollectionUsersAsync"),
                Map.of(COLLECTION_ID, id, "sendEmailInvite", false, "collectionUserSpecs", users));
    }
}
