package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workspaces by business key; their links are kept as a list. */
final class ReferenceWorkspaces implements WorkspaceDesk {
    private final ReferenceClient client;
    private final ReferenceAssets assets;

    ReferenceWorkspaces(ReferenceClient client, ReferenceAssets assets) {
        this.client = client;
        this.assets = assets;
    }

    @Override
    public Workspace findOrCreate(WorkspaceRequest request) {
        Map<String, @Nullable Object> members = PlainRecords.members(request);
        Map<String, @Nullable Object> made =
                client.create("workspaces.create", "workspaces", key(request.type(), request.key()), members);
        return client.to(Workspace.class, "workspaces.create", made);
    }

    @Override
    public Optional<Workspace> findByKey(String type, String key) {
        return client.byKey("workspaces.find", "workspaces", key(type, key), Workspace.class);
    }

    @Override
    public Workspace get(SourceRef workspace) {
        return client.get("workspaces.get", "workspaces", workspace, Workspace.class);
    }

    @Override
    public Paged<Link> documents(SourceRef workspace) {
        ReferenceClient.id(workspace);
        return client.list("workspaces.documents", "assets", Map.of("origin", workspace), 100, Asset.class)
                .map(document -> new Link(
                        Objects.requireNonNullElse(document.title(), "untitled"),
                        client.uri("content", document.ref().id()).build(),
                        document.ref()));
    }

    @Override
    public Paged<Link> links(SourceRef workspace) {
        ReferenceClient.id(workspace);
        return Paged.of(
                ReferenceConnector.SYSTEM,
                "workspaces.links",
                place -> Page.of(links(client.get("workspaces.links", "workspaces", workspace)), null));
    }

    @Override
    public Link link(SourceRef workspace, Link link) {
        Map<String, @Nullable Object> read = client.get("workspaces.link", "workspaces", workspace);
        List<Link> links = new ArrayList<>(links(read));
        Optional<Link> known = links.stream().filter(one -> isSame(one, link)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        links.add(link);
        client.patch("workspaces.link", "workspaces", read, Map.of("links", PlainRecords.write(links)));
        return link;
    }

    @Override
    public void unlink(SourceRef workspace, Link link) {
        Map<String, @Nullable Object> read = client.get("workspaces.unlink", "workspaces", workspace);
        List<Link> links = new ArrayList<>(links(read));
        if (links.removeIf(one -> isSame(one, link))) {
            client.patch("workspaces.unlink", "workspaces", read, Map.of("links", PlainRecords.write(links)));
        }
    }

    @Override
    public SourceRef file(SourceRef workspace, String key, Content content) {
        client.get("workspaces.file", "workspaces", workspace);
        Asset document = Asset.builder(workspace).title(content.fileName()).build();
        return assets.create(new AssetDraft(workspace + "/" + key, document, content))
                .ref();
    }

    @Override
    public Workspace setAttributes(SourceRef workspace, Map<String, Object> attributes) {
        Map<String, @Nullable Object> read = client.get("workspaces.set", "workspaces", workspace);
        Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
        if (read.get("attributes") instanceof Map<?, ?> known) {
            merged.putAll(known);
        }
        merged.putAll(attributes);
        client.patch("workspaces.set", "workspaces", read, Map.of("attributes", merged));
        return client.get("workspaces.set", "workspaces", workspace, Workspace.class);
    }

    private List<Link> links(Map<String, @Nullable Object> read) {
        record Linked(List<Link> links) {}
        return client.to(Linked.class, "workspaces.links", read).links();
    }

    private static boolean isSame(Link one, Link other) {
        return one.uri().equals(other.uri())
                || (one.target() != null && one.target().equals(other.target()));
    }

    private static String key(String type, String key) {
        return type + "/" + key;
    }
}
