package dev.contentconnect.iconik;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.iconik.api.Acls;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.wire.WireAcl;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants over HTTP. */
record HttpAcls(IconikHttp http) implements Acls {
    private static final String SERVICE = "acls";

    @Override
    public WireAcl get(ObjectType type, String id) {
        return http.get("acls.get", http.uri(SERVICE, "acl", type.value(), id), WireAcl.class);
    }

    private record Permissions(@Nullable List<String> permissions) {}

    @Override
    public Set<String> permissions(ObjectType type, String id) {
        List<String> all = http.get(
                        "acls.permissions",
                        http.uri(SERVICE, "acl", type.value(), id, "permissions"),
                        Permissions.class)
                .permissions();
        return all == null ? Set.of() : Set.copyOf(all);
    }

    @Override
    public void add(
            ObjectType type,
            Collection<String> ids,
            Collection<String> users,
            Collection<String> groups,
            Collection<String> permissions) {
        IconikHttp.inChunks(ids, some -> {
            Map<String, Object> body = who(some, users, groups);
            body.put("permissions", List.copyOf(permissions));
            // Without a word the service replaces every grant there is.
            body.put("mode", "APPEND");
            http.send(HttpCall.put(
                            "acls.add", http.uri(SERVICE, "acl", type.value()).build())
                    .json(body));
        });
    }

    @Override
    public void remove(ObjectType type, Collection<String> ids, Collection<String> users, Collection<String> groups) {
        IconikHttp.inChunks(
                ids,
                some -> http.send(HttpCall.delete(
                                "acls.remove",
                                http.uri(SERVICE, "acl", type.value()).build())
                        .json(who(some, users, groups))));
    }

    private static Map<String, Object> who(List<String> ids, Collection<String> users, Collection<String> groups) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("object_keys", ids);
        out.put("user_ids", List.copyOf(users));
        out.put("group_ids", List.copyOf(groups));
        return out;
    }
}
