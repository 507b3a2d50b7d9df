package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.ApprovalMapper;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeValues;
import dev.contentconnect.xecm.map.Dates;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireUser;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the capabilities share: identities, nodes by key, categories to be added or changed. Safe for several threads. */
final class Archive {
    private static final int MOST_ACTORS = 1_000;

    final XecmClient client;
    final XecmConfig config;
    final Dates dates;
    final Catalog catalog;
    private final Map<Long, Actor> actors = new ConcurrentHashMap<>();
    private volatile @Nullable WireUser me;

    Archive(XecmClient client, XecmConfig config) {
        this.client = client;
        this.config = config;
        this.dates = new Dates(config.zone());
        this.catalog = new Catalog(client, config);
    }

    /** The number in an identity of ours. */
    static long id(String operation, SourceRef ref) {
        return ref.numberIn(XecmConnector.SYSTEM)
                .orElseThrow(() -> REFUSED.notFound(operation, "no node has the id " + ref.id()));
    }

    Asset asset(String operation, WireNode node) {
        return AssetMapper.toAsset(node, node.id() < 1 ? null : catalog.assetKeys(operation, node.id()), dates)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    WireUser me() {
        WireUser known = me;
        if (known == null) {
            known = client.members().me();
            me = known;
        }
        return known;
    }

    /** A user by id; the id alone when nobody says more. */
    Actor actor(long user) {
        Actor known = actors.get(user);
        if (known != null) {
            return known;
        }
        Actor found;
        try {
            WireUser wire = client.members().get(user);
            String login = Objects.requireNonNullElse(wire.name(), Long.toString(user));
            found = new Actor(login, ApprovalMapper.fullName(wire.firstName(), wire.lastName()), null);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.FORBIDDEN && e.kind() != ErrorKind.REJECTED) {
                throw e;
            }
            found = Actor.of(Long.toString(user));
        }
        if (actors.size() >= MOST_ACTORS) {
            actors.clear();
        }
        actors.put(user, found);
        return found;
    }

    /** By nickname, so that what people renamed or moved is found; then by the mark in the name. */
    Optional<WireNode> byKey(String scope, String key, @Nullable Long folder) {
        if (config.assets().nicknames()) {
            Optional<WireNode> found = client.nodes().byNickname(Names.nickname(scope, key));
            if (found.isPresent()) {
                return Optional.of(client.nodes().get(found.get().id()));
            }
        }
        return folder == null
                ? Optional.empty()
                : byMark(folder, Names.mark(scope, key)).stream().findFirst();
    }

    /** The oldest first: of two that were made in the same moment it is the one that stays. */
    List<WireNode> byMark(long folder, String mark) {
        return client.nodes().children(folder, XecmQuery.ALL.with("where_name", mark)).stream()
                .filter(one -> Names.isMarked(one.name(), mark))
                .sorted(Comparator.comparingLong(WireNode::id))
                .toList();
    }

    /** Gives a new node the nickname of its key; deletes it when another was made in the same moment. */
    WireNode settle(String scope, String key, long folder, long made) {
        List<WireNode> all = byMark(folder, Names.mark(scope, key));
        long first = all.isEmpty() ? made : all.get(0).id();
        if (first != made && all.stream().anyMatch(one -> one.id() == made)) {
            client.nodes().delete(made);
        }
        nickname(first, scope, key);
        return client.nodes().get(first);
    }

    private void nickname(long node, String scope, String key) {
        if (!config.assets().nicknames()) {
            return;
        }
        try {
            client.nodes().setNickname(node, Names.nickname(scope, key));
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.FORBIDDEN && e.kind() != ErrorKind.REJECTED && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            // Without the right to give nicknames, the mark in the name has to do.
        }
    }

    /**
     * Changes attributes of a category, which is added where the node lacks it. An answer that may mean the other case is
     * taken so once, unless somebody else added the category and filled it in: that is a conflict.
     */
    void putCategory(WireNode node, long category, Map<String, ?> values, @Nullable String token) {
        if (values.isEmpty()) {
            return;
        }
        if (!node.categories().categories().contains(category)) {
            try {
                client.categories().add(node.id(), category, values);
                return;
            } catch (ConnectorException e) {
                if (!XecmErrors.isDuplicate(e)) {
                    throw e;
                }
            }
            putHidden(node, category, values);
            return;
        }
        try {
            client.categories().put(node.id(), category, values, token);
        } catch (ConnectorException e) {
            int status = e.error().trace().status();
            if (e.kind() != ErrorKind.REJECTED || status != 400) {
                throw e;
            }
            try {
                client.categories().add(node.id(), category, values);
            } catch (ConnectorException other) {
                if (XecmErrors.isDuplicate(other)) {
                    // It was there: what the server refused are the values.
                    throw e;
                }
                throw other;
            }
        }
    }

    /** A category that is there although it did not show: it is empty, or somebody else has added it since. */
    private void putHidden(WireNode before, long category, Map<String, ?> values) {
        WireNode now = client.nodes().withState(before.id());
        if (!now.categories().of(category).equals(before.categories().of(category))) {
            throw REFUSED.conflict(
                    "categories.put", "somebody else has just added category " + category + " to node " + before.id());
        }
        client.categories().put(before.id(), category, values, CategoryForm.token(now.state(), category));
    }

    /** The server drops what a category has no attribute for, and says nothing. */
    static void checkKept(String operation, WireNode stored, Map<String, ?> sent) {
        WireFields there = stored.categories().fields();
        sent.forEach((key, value) -> {
            if (!AttributeValues.isKept(value, there.get(key))) {
                throw REFUSED.rejected(
                        operation,
                        LocalErrors.DROPPED,
                        "the server did not keep attribute " + key + " of node " + stored.id());
            }
        });
    }

    /** Where people see a node. */
    URI page(long node) {
        return RequestUri.of(config.options().endpoint())
                .path("app", "nodes", Long.toString(node))
                .build();
    }

    static Map<String, Object> draft(int type, long parent, String name) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", type);
        out.put("parent_id", parent);
        out.put("name", name);
        return out;
    }
}
