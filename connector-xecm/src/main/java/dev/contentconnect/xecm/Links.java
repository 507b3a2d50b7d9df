package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeKeys;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.wire.WireNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links in a folder: URL nodes, and shortcuts to what is in the same server. */
record Links(Archive archive) {
    private static final int SHORTCUT = 1;
    private static final List<Long> KINDS = List.of((long) AssetMapper.URL, (long) SHORTCUT);

    Paged<Link> list(String operation, long folder) {
        Paged<WireNode> nodes = nodes(folder);
        return Paged.of(XecmConnector.SYSTEM, operation, cursor -> {
            Page<WireNode> page = nodes.page(cursor);
            List<Link> items = new ArrayList<>();
            List<MappingIssue> issues = new ArrayList<>(page.issues());
            for (WireNode node : page.items()) {
                Link link = toLink(operation, node);
                if (link != null) {
                    items.add(link);
                } else {
                    String part = node.type() == SHORTCUT ? "original_id" : "url";
                    issues.add(new MappingIssue(part, "leads nowhere", Long.toString(node.id())));
                }
            }
            return new Page<>(items, page.next(), null, issues);
        });
    }

    private Paged<WireNode> nodes(long folder) {
        int size = Math.min(archive.config.options().pageSize(), XecmReader.MOST);
        return archive.client
                .nodes()
                .children(
                        folder,
                        XecmQuery.ALL
                                .with("where_type", KINDS)
                                .with("sort", "asc_name")
                                .pages(size));
    }

    private @Nullable Link toLink(String operation, WireNode node) {
        String name = Names.unmarked(Objects.requireNonNullElse(node.name(), "unnamed"));
        if (node.type() == SHORTCUT) {
            Long original = node.originalId();
            return original == null ? null : new Link(name, archive.page(original), AssetMapper.ref(original));
        }
        URI uri = address(node.url());
        if (uri == null) {
            return null;
        }
        AttributeKeys keys = archive.catalog.assetKeys(operation, node.id());
        String source = keys == null ? null : keys.text(node.categories(), "source");
        return new Link(name, uri, SourceRef.parseOrNull(source));
    }

    /** Addresses are typed by people: what cannot be one, or holds a password, is no link. */
    private @Nullable URI address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = RequestUri.lenient(archive.config.options().endpoint(), text);
            return uri.getRawUserInfo() == null ? uri : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /** The same address again changes nothing; a target that is ours is a shortcut. */
    Link link(String operation, long folder, Link link) {
        Optional<WireNode> there = find(folder, link);
        WireNode node = there.isPresent() ? there.get() : make(operation, folder, link);
        return Objects.requireNonNullElse(toLink(operation, node), link);
    }

    private WireNode make(String operation, long folder, Link link) {
        Map<String, Object> body = new LinkedHashMap<>();
        SourceRef target = link.target();
        boolean ours = target != null && target.system().equals(XecmConnector.SYSTEM);
        String name = free(folder, link);
        if (ours && target != null) {
            body.putAll(Archive.draft(SHORTCUT, folder, name));
            body.put("original_id", Archive.id(operation, target));
        } else {
            body.putAll(Archive.draft(AssetMapper.URL, folder, name));
            body.put("url", link.uri().toString());
            AttributeKeys keys = target == null ? null : archive.catalog.assetKeys(operation, folder);
            String key = keys == null ? null : keys.key("source");
            if (key != null && target != null) {
                body.put("roles", Map.of("categories", Map.of(key, target.toString())));
            }
        }
        try {
            return archive.client
                    .nodes()
                    .get(archive.client.nodes().create(body).id());
        } catch (ConnectorException e) {
            if (XecmErrors.isDuplicate(e)) {
                return find(folder, link).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** Two links may have one title, two nodes of a folder may not. */
    private String free(long folder, Link link) {
        String name = Names.clean(link.title());
        boolean taken =
                !archive.client.nodes().collisions(folder, List.of(name)).isEmpty();
        return taken ? Names.marked(name, Names.mark("link", link.uri().toString())) : name;
    }

    private Optional<WireNode> find(long folder, Link link) {
        return nodes(folder).stream().filter(one -> isSame(one, link)).findFirst();
    }

    private boolean isSame(WireNode node, Link link) {
        SourceRef target = link.target();
        if (node.type() == SHORTCUT) {
            Long original = node.originalId();
            return original != null && AssetMapper.ref(original).equals(target);
        }
        return link.uri().toString().equals(node.url()) || link.uri().equals(address(node.url()));
    }

    /** By address, or by what it leads to. */
    void unlink(String operation, long folder, Link link) {
        List<WireNode> gone = nodes(folder).stream()
                .filter(one -> isSame(one, link) || leadsTo(operation, one, link.target()))
                .toList();
        for (WireNode one : gone) {
            try {
                archive.client.nodes().delete(one.id());
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    private boolean leadsTo(String operation, WireNode node, @Nullable SourceRef target) {
        Link found = target == null ? null : toLink(operation, node);
        return found != null && Objects.equals(found.target(), target);
    }
}
