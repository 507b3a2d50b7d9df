package dev.contentconnect.smintio.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations on collections, comments and shares. */
final class CollectionOperations {
    private static final int PAGE = 50;

    private final SmintioSandbox sandbox;
    private final PortalStore store;

    CollectionOperations(SmintioSandbox sandbox, PortalStore store) {
        this.sandbox = sandbox;
        this.store = store;
    }

    /** The result; null for what this portal does not offer. */
    @Nullable Map<String, @Nullable Object> run(String operation, Map<String, @Nullable Object> in) {
        String asset = PortalRoutes.id(in.get("assetId"));
        String collection = String.valueOf(in.get("collectionId"));
        return switch (operation) {
            case "ICollectionsCreate.createCollectionAsync" -> create(in);
            case "ICollectionsRead.getCollectionAsync" ->
                Map.of("collection", store.box(collection).shown());
            case "ICollectionsSearch.searchCollectionsAsync" -> search(in);
            case "ICollectionsUpdate.updateCollectionAsync" -> rename(collection, in);
            case "ICollectionsDelete.deleteCollectionAsync" -> done(() -> store.collections.remove(collection));
            case "ICollectionsAssetsSearch.searchCollectionAssetsAsync" ->
                page(
                        in,
                        "assetDataObjects",
                        store.box(collection).assets.stream()
                                .filter(store.assets::containsKey)
                                .map(one -> (Object) store.item(one).shown())
                                .toList());
            case "ICollectionsAssetsModify.addAssetsToCollectionAsync" ->
                done(() -> store.box(collection).assets.addAll(PortalRoutes.ids(in.get("assetIds"))));
            case "ICollectionsAssetsModify.removeAssetsFromCollectionAsync" ->
                done(() -> store.box(collection).assets.removeAll(PortalRoutes.ids(in.get("assetIds"))));
            case "ICollectionsAssetsModify.moveAssetsToCollectionAsync" -> carry(in, true);
            case "ICollectionsAssetsModify.copyAssetsToCollectionAsync" -> carry(in, false);
            case "ICollectionsAssetsModify.flagCollectionAssetsAsync" ->
                done(() -> {
                    PortalRoutes.ids(in.get("assetIds"))
                            .forEach(one -> store.item(one)
                                    .set("flag", "enumeration", Map.of("smintIoId", String.valueOf(in.get("flagId")))));
                });
            case "ICollectionsAssetsModify.commentCollectionAssetAsync", "ICollectionsUpdate.commentCollectionAsync" ->
                comment(collection, asset, in);
            case "ICollectionsAssetsModify.deleteCommentCollectionAssetAsync",
                    "ICollectionsUpdate.deleteCommentCollectionAsync" ->
                done(() -> {
                    store.unsay(collection, asset, String.valueOf(in.get("commentId")));
                });
            case "ICollectionsAssetsRead.getCollectionAssetCommentsAsync",
                    "ICollectionsRead.getCollectionCommentsAsync" ->
                page(in, "comments", List.copyOf(store.comments(collection, asset)));
            case "ICollectionsUsersModify.updateCollectionUsersAsync" -> users(collection, in);
            case "ISharesCreate.createShareAsync" -> share(in);
            case "ISharesRead.getShareAsync" -> oneShare(in);
            case "ISharesSearch.searchSharesAsync" -> shares(in);
            case "ISharesUpdate.updateShareAsync" -> updateShare(in);
            case "ISharesDelete.deleteShareAsync" -> done(() -> store.shares.remove(String.valueOf(in.get("shareId"))));
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> done(Runnable work) {
        work.run();
        return Map.of();
    }

    private Map<String, @Nullable Object> page(Map<String, @Nullable Object> in, String member, List<?> all) {
        int first = sandbox.behaviour.countsFromOne ? 1 : 0;
        int asked = ((Number) Objects.requireNonNull(in.get("page"))).intValue();
        int page = Math.max(0, asked - first);
        int size = Math.min(PAGE, ((Number) Objects.requireNonNull(in.get("pageSize"))).intValue());
        int from = Math.min(all.size(), page * size);
        int to = Math.min(all.size(), from + size);
        return Map.of(
                "details",
                Map.of("currentPage", asked, "totalResults", all.size(), "hasMoreResults", to < all.size()),
                member,
                List.copyOf(all.subList(from, to)));
    }

    private static Map<?, ?> definition(Map<String, @Nullable Object> in) {
        return in.get("definition") instanceof Map<?, ?> map ? map : Map.of();
    }

    private Map<String, @Nullable Object> create(Map<String, @Nullable Object> in) {
        PortalStore.Box box = new PortalStore.Box(
                store.nextId("c"), String.valueOf(definition(in).get("name")));
        box.assets.addAll(PortalRoutes.ids(in.get("assetIds")));
        store.collections.put(box.id, box);
        return Map.of("collection", box.shown());
    }

    private Map<String, @Nullable Object> rename(String collection, Map<String, @Nullable Object> in) {
        PortalStore.Box box = store.box(collection);
        box.name = String.valueOf(definition(in).get("name"));
        return Map.of("collection", box.shown());
    }

    private Map<String, @Nullable Object> search(Map<String, @Nullable Object> in) {
        String text = String.valueOf(in.getOrDefault("queryString", ""));
        return page(
                in,
                "collections",
                store.collections.values().stream()
                        .filter(one -> text.isEmpty() || one.name.contains(text))
                        .map(PortalStore.Box::shown)
                        .toList());
    }

    private Map<String, @Nullable Object> carry(Map<String, @Nullable Object> in, boolean away) {
        List<String> assets = PortalRoutes.ids(in.get("assetIds"));
        store.box(in.get("targetCollectionId")).assets.addAll(assets);
        if (away) {
            store.box(in.get("sourceCollectionId")).assets.removeAll(assets);
        }
        return Map.of();
    }

    private Map<String, @Nullable Object> comment(
            String collection, @Nullable String asset, Map<String, @Nullable Object> in) {
        String text = String.valueOf(in.get("comment"));
        String id = store.say(collection, asset, text, "user-1", "Content Connect", sandbox.clock.now());
        return store.comments(collection, asset).stream()
                .filter(one -> id.equals(one.get("commentId")))
                .findFirst()
                .map(one -> {
                    Map<String, @Nullable Object> out = new LinkedHashMap<>();
                    out.put("comment", one);
                    return out;
                })
                .orElseThrow();
    }

    private Map<String, @Nullable Object> users(String collection, Map<String, @Nullable Object> in) {
        if (in.get("collectionUserSpecs") instanceof List<?> specs) {
            for (Object one : specs) {
                if (one instanceof Map<?, ?> spec && spec.get("collectionUserGroupId") != null) {
                    store.box(collection).groups.add(String.valueOf(spec.get("collectionUserGroupId")));
                }
            }
        }
        return Map.of();
    }

    private Map<String, @Nullable Object> share(Map<String, @Nullable Object> in) {
        String id = store.nextId("share");
        Map<String, @Nullable Object> share = new LinkedHashMap<>();
        definition(in).forEach((name, value) -> share.put(String.valueOf(name), value));
        share.put("shareId", id);
        share.put("collectionId", store.box(in.get("collectionId")).id);
        share.put("shareLink", sandbox.portalUrl() + "/share/" + id);
        share.put("creationDate", sandbox.clock.now().toString());
        store.shares.put(id, share);
        return Map.of("share", share);
    }

    private Map<String, @Nullable Object> theShare(Map<String, @Nullable Object> in) {
        Map<String, @Nullable Object> share = store.shares.get(String.valueOf(in.get("shareId")));
        if (share == null) {
            throw Refusal.of(404, "not_found", "No such share");
        }
        return share;
    }

    private Map<String, @Nullable Object> oneShare(Map<String, @Nullable Object> in) {
        return Map.of("share", theShare(in));
    }

    private Map<String, @Nullable Object> updateShare(Map<String, @Nullable Object> in) {
        Map<String, @Nullable Object> share = theShare(in);
        definition(in).forEach((name, value) -> share.put(String.valueOf(name), value));
        return Map.of("share", share);
    }

    private Map<String, @Nullable Object> shares(Map<String, @Nullable Object> in) {
        String text = String.valueOf(in.getOrDefault("queryString", ""));
        return page(
                in,
                "shares",
                store.shares.values().stream()
                        .filter(one -> String.valueOf(one.get("name")).contains(text))
                        .collect(Collectors.toList()));
    }
}
