package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.xecm.api.Permissions;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Permissions over HTTP. */
record HttpPermissions(XecmHttp http) implements Permissions {
    private static final String CUSTOM = "custom";

    @Override
    public List<WireFields> of(long node) {
        return PagedLists.results(http.get("permissions.of", permissions(node))).stream()
                .map(one -> one.object("data").object("permissions"))
                .toList();
    }

    @Override
    public List<String> effective(long node, long right) {
        WireFields answer =
                http.get("permissions.effective", permissions(node).path("effective", Long.toString(right)));
        return answer.object("results").object("data").object("permissions").texts("permissions");
    }

    @Override
    public void grant(long node, long right, Collection<String> permissions, int applyTo) {
        // Adding who has permissions already is refused; changing who has none is, too.
        boolean known = of(node).stream().anyMatch(one -> one.number("right_id", 0) == right);
        if (known) {
            HttpBody body = XecmHttp.body(Map.of("permissions", List.copyOf(permissions), "apply_to", applyTo));
            http.put("permissions.grant", custom(node, right), body, Effect.IDEMPOTENT);
        } else {
            HttpBody body = XecmHttp.body(
                    Map.of("permissions", List.copyOf(permissions), "right_id", right, "apply_to", applyTo));
            http.post("permissions.grant", permissions(node).path(CUSTOM), body, Effect.UNSAFE);
        }
    }

    @Override
    public void revoke(long node, long right) {
        try {
            http.delete("permissions.revoke", custom(node, right));
        } catch (ConnectorException e) {
            boolean none = e.kind() != ErrorKind.FORBIDDEN
                    && of(node).stream().noneMatch(one -> one.number("right_id", 0) == right);
            if (!none) {
                throw e;
            }
        }
    }

    private RequestUri custom(long node, long right) {
        return permissions(node).path(CUSTOM, Long.toString(right));
    }

    private RequestUri permissions(long node) {
        return http.v2("nodes", node, "permissions");
    }
}
