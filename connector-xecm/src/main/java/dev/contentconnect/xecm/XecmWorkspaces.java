package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeValues;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.map.WorkspaceMapper;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireValues;
import dev.contentconnect.xecm.wire.WireWorkspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Business workspaces, found and made by the key of their business object. */
final class XecmWorkspaces implements WorkspaceDesk {
    private static final String FIND_OR_CREATE = "workspaces.findOrCreate";
    private static final String FIND = "workspaces.findByKey";
    private static final String SET = "workspaces.setAttributes";
    private static final String FILE = "workspaces.file";
    private static final int WORKSPACE = 848;

    private final Archive archive;
    private final Links links;
    private final WorkspaceTypes types;

    XecmWorkspaces(Archive archive) {
        this.archive = archive;
        this.links = new Links(archive);
        this.types = new WorkspaceTypes(archive);
    }

    @Override
    public Workspace findOrCreate(WorkspaceRequest request) {
        String external = externalSystem(FIND_OR_CREATE);
        String object = object(FIND_OR_CREATE, request.type());
        Optional<WireWorkspace> there = archive.client.workspaces().byBusinessKey(external, object, request.key());
        long id = there.isPresent() ? there.get().node().id() : make(request, external, object);
        return read(FIND_OR_CREATE, id);
    }

    private long make(WorkspaceRequest request, String external, String object) {
        WorkspaceTypes.Type type = types.find(FIND_OR_CREATE, request.type());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("template_id", type.template());
        body.put("wksp_type_id", type.id());
        body.put("name", Names.clean(request.title()));
        body.put("ext_system_id", external);
        body.put("bo_type", object);
        body.put("bo_id", request.key());
        Map<Long, Map<String, Object>> sent = onTemplate(type.template(), request.attributes());
        if (!sent.isEmpty()) {
            body.put("roles", Map.of("categories", nested(sent)));
        }
        long made;
        try {
            made = archive.client.workspaces().create(body);
        } catch (ConnectorException e) {
            boolean refused = e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.REJECTED;
            if (!refused) {
                throw e;
            }
            // What a server says to a key that was used in the meantime differs with its version.
            return archive.client
                    .workspaces()
                    .byBusinessKey(external, object, request.key())
                    .map(one -> one.node().id())
                    .orElseThrow(() -> e);
        }
        if (!sent.isEmpty()) {
            WireNode stored = archive.client.nodes().get(made);
            sent.values().forEach(values -> Archive.checkKept(FIND_OR_CREATE, stored, values));
        }
        return made;
    }

    /** A new workspace has the categories of its template. */
    private Map<Long, Map<String, Object>> onTemplate(long template, Map<String, Object> attributes) {
        return attributes.isEmpty()
                ? Map.of()
                : sent(FIND_OR_CREATE, archive.client.nodes().get(template), attributes);
    }

    /** This call wants values by category. */
    private static Map<String, Object> nested(Map<Long, Map<String, Object>> sent) {
        Map<String, Object> out = new LinkedHashMap<>();
        sent.forEach((category, values) -> out.put(Long.toString(category), values));
        return out;
    }

    private Map<Long, Map<String, Object>> sent(String operation, WireNode node, Map<String, Object> attributes) {
        Map<String, WireAttribute> known =
                archive.catalog.byName(node.id(), node.categories().categories());
        Map<Long, Map<String, Object>> out = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            WireAttribute attribute = known.get(Catalog.lower(name));
            if (attribute == null) {
                throw REFUSED.rejected(
                        operation,
                        "fields_missing",
                        "node " + node.id() + " has no attribute " + name + ", or several categories have; there are "
                                + known.keySet());
            }
            long category =
                    Long.parseLong(attribute.key().substring(0, attribute.key().indexOf('_')));
            try {
                out.computeIfAbsent(category, any -> new LinkedHashMap<>())
                        .putAll(AttributeValues.write(node.categories(), attribute, value, archive.dates));
            } catch (IllegalArgumentException e) {
                throw REFUSED.rejected(operation, "fields_missing", String.valueOf(e.getMessage()));
            }
        });
        return out;
    }

    @Override
    public Optional<Workspace> findByKey(String type, String key) {
        String external = externalSystem(FIND);
        return archive.client
                .workspaces()
                .byBusinessKey(external, object(FIND, type), key)
                .map(one -> read(FIND, one.node().id()));
    }

    private String externalSystem(String operation) {
        String external = archive.config.workspaces().externalSystem();
        if (external == null) {
            throw NotOffered.by(XecmConnector.SYSTEM, operation, "needs the option externalSystem");
        }
        return external;
    }

    private String object(String operation, String type) {
        String object = archive.config.workspaces().businessObjects().get(type);
        if (object == null) {
            throw REFUSED.rejected(
                    operation, "no_business_object", "the option businessObjects has none for the type " + type);
        }
        return object;
    }

    @Override
    public Workspace get(SourceRef workspace) {
        String operation = "workspaces.get";
        return read(operation, Archive.id(operation, workspace));
    }

    private Workspace read(String operation, long id) {
        WireWorkspace wire = archive.client.workspaces().get(id);
        return WorkspaceMapper.toWorkspace(
                        wire, archive.config.workspaces().externalSystem(), archive.page(id), attributes(wire.node()))
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    private Map<String, @Nullable Object> attributes(WireNode node) {
        WireValues values = node.categories();
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (long id : values.categories()) {
            Catalog.Category category = archive.catalog.category(node.id(), id);
            category.definition().attributes().forEach(attribute -> {
                Object value = AttributeValues.read(values, attribute);
                if (value != null && !value.equals("")) {
                    String plain = attribute.name();
                    out.put(out.containsKey(plain) ? category.name() + "." + plain : plain, value);
                }
            });
        }
        return out;
    }

    @Override
    public Paged<Link> documents(SourceRef workspace) {
        String operation = "workspaces.documents";
        return new Filed(archive, operation, Archive.id(operation, workspace)).list();
    }

    @Override
    public Paged<Link> links(SourceRef workspace) {
        String operation = "workspaces.links";
        return links.list(operation, Archive.id(operation, workspace));
    }

    @Override
    public Link link(SourceRef workspace, Link link) {
        String operation = "workspaces.link";
        return links.link(operation, Archive.id(operation, workspace), link);
    }

    @Override
    public void unlink(SourceRef workspace, Link link) {
        String operation = "workspaces.unlink";
        links.unlink(operation, Archive.id(operation, workspace), link);
    }

    @Override
    public SourceRef file(SourceRef workspace, String key, Content content) {
        long id = Archive.id(FILE, workspace);
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        String scope = "document " + id;
        Optional<WireNode> there = archive.byKey(scope, key, id);
        return AssetMapper.ref(
                there.isPresent()
                        ? there.get().id()
                        : make(id, scope, key, content).id());
    }

    private WireNode make(long workspace, String scope, String key, Content content) {
        String mark = Names.mark(scope, key);
        String fileName = Sending.fileName(content.fileName(), key);
        Map<String, Object> body = Archive.draft(AssetMapper.DOCUMENT, workspace, Names.marked(fileName, mark));
        try {
            long made = archive.client
                    .nodes()
                    .createDocument(body, fileName, Sending.body(FILE, content))
                    .id();
            return archive.settle(scope, key, workspace, made);
        } catch (ConnectorException e) {
            if (!XecmErrors.isDuplicate(e)) {
                throw e;
            }
            return archive.byMark(workspace, mark).stream().findFirst().orElseThrow(() -> e);
        }
    }

    @Override
    public Workspace setAttributes(SourceRef workspace, Map<String, Object> attributes) {
        long id = Archive.id(SET, workspace);
        WireNode node = archive.client.nodes().withState(id);
        if (node.type() != WORKSPACE) {
            throw REFUSED.notFound(SET, "node " + id + " is no workspace");
        }
        Map<Long, Map<String, Object>> sent = sent(SET, node, attributes);
        sent.forEach((category, values) ->
                archive.putCategory(node, category, values, CategoryForm.token(node.state(), category)));
        WireNode stored = archive.client.nodes().get(id);
        sent.values().forEach(values -> Archive.checkKept(SET, stored, values));
        return read(SET, id);
    }
}
