package dev.contentconnect.iconik;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.Shares;
import dev.contentconnect.iconik.wire.WireShare;
import dev.contentconnect.iconik.wire.WireShareUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares over HTTP. */
record HttpShares(IconikHttp http) implements Shares {
    private static final String SERVICE = "assets";
    private static final String SHARES = "shares";

    @Override
    public Paged<WireShare> list(ObjectType type, String id, ListQuery query) {
        return new IconikLists(http)
                .after(
                        "shares.list",
                        () -> http.uri(SERVICE, type.value(), id, SHARES),
                        "last_id",
                        "id",
                        query,
                        WireShare.class);
    }

    @Override
    public WireShare get(ObjectType type, String id, String share) {
        return http.get("shares.get", http.uri(SERVICE, type.value(), id, SHARES, share), WireShare.class);
    }

    @Override
    public WireShare createWithUrl(ObjectType type, String id, Map<String, ?> fields) {
        return http.post(
                "shares.createWithUrl", http.uri(SERVICE, type.value(), id, SHARES, "url"), fields, WireShare.class);
    }

    @Override
    public WireShare createForEmails(ObjectType type, String id, List<String> emails, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("emails", List.copyOf(emails));
        return http.post("shares.createForEmails", http.uri(SERVICE, type.value(), id, SHARES), all, WireShare.class);
    }

    @Override
    public List<WireShareUser> users(ObjectType type, String id, String share) {
        return http.whole(
                "shares.users", http.uri(SERVICE, type.value(), id, SHARES, share, "users"), WireShareUser.class);
    }

    @Override
    public void delete(ObjectType type, String id, String share) {
        http.delete("shares.delete", http.uri(SERVICE, type.value(), id, SHARES, share));
    }

    @Override
    public void deleteAll(Collection<String> shares) {
        IconikHttp.inChunks(
                shares,
                some -> http.send(HttpCall.delete(
                                "shares.deleteAll",
                                http.uri(SERVICE, SHARES, "bulk").build())
                        .json(Map.of("share_ids", some))));
    }
}
