package dev.contentconnect.iconik;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.iconik.api.Approvals;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireApprovalBy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests for decisions, and decisions, over HTTP. */
record HttpApprovals(IconikHttp http) implements Approvals {
    private static final String SERVICE = "assets";

    private RequestUri uri(ObjectType type, String id, String... path) {
        String[] all = new String[path.length + 2];
        all[0] = type.value();
        all[1] = id;
        System.arraycopy(path, 0, all, 2, path.length);
        return http.uri(SERVICE, all);
    }

    @Override
    public WireApproval request(ObjectType type, String id, Map<String, ?> fields) {
        return http.post("approvals.request", uri(type, id, "approvals", "request"), fields, WireApproval.class);
    }

    @Override
    public Optional<WireApproval> find(ObjectType type, String id) {
        try {
            return Optional.of(http.get("approvals.find", uri(type, id, "approvals", "request"), WireApproval.class));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public WireApproval ofVersion(String id, String version) {
        RequestUri uri = uri(ObjectType.ASSETS, id, "versions", version, "approvals", "request");
        return http.get("approvals.get", uri, WireApproval.class);
    }

    @Override
    public WireApproval update(ObjectType type, String id, Map<String, ? extends @Nullable Object> change) {
        return http.patch("approvals.update", uri(type, id, "approvals", "request"), change, WireApproval.class);
    }

    @Override
    public void delete(ObjectType type, String id) {
        http.delete("approvals.delete", uri(type, id, "approvals", "request"));
    }

    @Override
    public List<WireApprovalBy> decisions(ObjectType type, String id) {
        return http.whole("approvals.decisions", uri(type, id, "approvals"), WireApprovalBy.class);
    }

    @Override
    public WireApprovalBy decide(ObjectType type, String id, String status) {
        return http.put("approvals.decide", uri(type, id, "approvals"), Map.of("status", status), WireApprovalBy.class);
    }

    @Override
    public void undecide(ObjectType type, String id) {
        http.delete("approvals.undecide", uri(type, id, "approvals"));
    }

    @Override
    public void decideAll(ObjectType type, Collection<String> ids, String status) {
        IconikHttp.inChunks(
                ids,
                some -> http.send(HttpCall.of(
                                "approvals.decideAll",
                                "POST",
                                http.uri(SERVICE, "approvals", "bulk").build(),
                                Effect.IDEMPOTENT)
                        .json(Map.of("object_ids", some, "object_type", type.value(), "status", status))));
    }
}
