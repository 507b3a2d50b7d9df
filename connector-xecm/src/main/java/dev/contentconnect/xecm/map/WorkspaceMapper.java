package dev.contentconnect.xecm.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireWorkspace;
import io.vavr.control.Either;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Business workspaces. */
public final class WorkspaceMapper {
    /** The member of the extensions that holds attributes by name. */
    public static final String ATTRIBUTES = "attributes";

    private WorkspaceMapper() {}

    /**
     * The canonical form of a workspace.
     *
     * @param wire the workspace
     * @param externalSystem whose key is its key; null when none is configured
     * @param page where people see it
     * @param attributes its attributes by name
     * @return the workspace, or an issue when it has no id or no name
     */
    public static Either<MappingIssue, Workspace> toWorkspace(
            WireWorkspace wire, @Nullable String externalSystem, URI page, Map<String, @Nullable Object> attributes) {
        long id = wire.node().id();
        String name = wire.node().name();
        if (id < 1 || name == null) {
            return Either.left(new MappingIssue(id < 1 ? "id" : "name", "is missing", id < 1 ? null : "" + id));
        }
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(wire.node().properties().asMap());
        own.put("business_properties", wire.business().asMap());
        own.put(
                "workspace_references",
                wire.references().stream().map(WireFields::asMap).toList());
        if (!attributes.isEmpty()) {
            own.put(ATTRIBUTES, attributes);
        }
        return Either.right(new Workspace(
                AssetMapper.ref(id),
                key(wire, externalSystem),
                type(wire),
                name,
                page,
                Extensions.of(AssetMapper.SYSTEM, own)));
    }

    private static String type(WireWorkspace wire) {
        String name = wire.typeName();
        Long id = wire.typeId();
        return name != null ? name : id != null ? id.toString() : "workspace";
    }

    /** A workspace may stand for objects of several systems. */
    private static @Nullable String key(WireWorkspace wire, @Nullable String externalSystem) {
        if (externalSystem == null) {
            return null;
        }
        if (externalSystem.equals(wire.externalSystem())) {
            return wire.businessObjectId();
        }
        return wire.references().stream()
                .filter(one -> externalSystem.equals(one.text("external_system_id")))
                .map(one -> one.text("business_object_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
