package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Nodes;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nodes over HTTP. */
record HttpNodes(XecmHttp http) implements Nodes {
    private static final int AT_ONCE = 250;
    private static final String NODES = "nodes";
    private static final String CREATE = "nodes.create";

    /** Groups of fields are repeated parameters: with commas between them all but the first are dropped. */
    private static final List<String> GROUPS = List.of("properties", "categories", "versions.element(0)");

    @Override
    public WireNode get(long id) {
        return node(http.get("nodes.get", http.v2(NODES, id).query("fields", GROUPS)));
    }

    @Override
    public WireNode withState(long id) {
        RequestUri uri = http.v2(NODES, id).query("fields", GROUPS).query("state", "");
        return node(http.get("nodes.get", uri));
    }

    @Override
    public Paged<WireNode> children(long parent, XecmQuery query) {
        XecmQuery full = query.parameters().containsKey("fields") ? query : query.with("fields", GROUPS);
        return PagedLists.of(
                http,
                "nodes.children",
                () -> http.v2(NODES, parent, NODES),
                full,
                PagedLists::results,
                HttpNodes::element);
    }

    @Override
    public WireNode create(Map<String, ?> body) {
        return node(http.post(CREATE, http.v2(NODES), XecmHttp.body(body), Effect.UNSAFE));
    }

    @Override
    public WireNode createDocument(Map<String, ?> body, String fileName, HttpBody content) {
        HttpBody form = HttpBody.multipart()
                .field("body", XecmHttp.text(body))
                .file("file", fileName, content)
                .build();
        return node(http.post(CREATE, http.v2(NODES), form, Effect.UNSAFE));
    }

    @Override
    public void update(long id, Map<String, ? extends @Nullable Object> change) {
        http.put("nodes.update", http.v2(NODES, id), XecmHttp.body(change), Effect.IDEMPOTENT);
    }

    @Override
    public void delete(long id) {
        http.delete("nodes.delete", http.v2(NODES, id));
    }

    @Override
    public List<WireNode> byIds(Collection<Long> ids) {
        List<Long> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
        List<WireNode> out = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            HttpBody form = HttpBody.form(Map.of("ids", XecmHttp.text(some)));
            WireFields answer = http.post("nodes.byIds", http.v2(NODES, "list"), form, Effect.SAFE);
            PagedLists.results(answer).forEach(one -> out.add(element(one)));
        }
        return List.copyOf(out);
    }

    @Override
    public List<WireFields> collisions(long parent, Collection<String> names) {
        HttpBody body = XecmHttp.body(Map.of("parent_id", parent, "names", List.copyOf(names)));
        RequestUri uri = http.v1("validation", NODES, "names");
        return PagedLists.results(http.post("nodes.collisions", uri, body, Effect.SAFE));
    }

    @Override
    public Optional<WireNode> byNickname(String nickname) {
        try {
            return Optional.of(node(http.get("nodes.byNickname", http.v2("nicknames", nickname, NODES))));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void setNickname(long id, String nickname) {
        HttpBody form = HttpBody.form(Map.of("nickname", nickname));
        http.put("nodes.setNickname", http.v2(NODES, id, "nicknames"), form, Effect.IDEMPOTENT);
    }

    @Override
    public WireNode volume(int type) {
        return node(http.get("nodes.volume", http.v2("volumes", type)));
    }

    static WireNode node(WireFields answer) {
        return element(answer.object("results"));
    }

    static WireNode element(WireFields result) {
        return new WireNode(result.object("data"), result.object("state"));
    }
}
