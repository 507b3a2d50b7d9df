package dev.contentconnect.examples.host;

import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.examples.flows.aw.MasterLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Localised records below their master, in a field of the kind RecordLink.
 *
 * @param library the tenant
 * @param field its name
 */
public record AprimoMasterLinks(AprimoConnector library, String field) implements MasterLinks {
    private static final String RECORD = "recordId";

    @Override
    public void link(SourceRef master, SourceRef localised) {
        List<Object> children = new ArrayList<>(children(master));
        boolean there = children.stream()
                .anyMatch(
                        one -> one instanceof Map<?, ?> child && localised.id().equals(child.get(RECORD)));
        if (!there) {
            children.add(Map.of(RECORD, localised.id()));
            String id =
                    Objects.requireNonNullElse(library.resolver().field(field).id(), field);
            RecordChange change = new RecordChange().localized(id, RecordChange.NEUTRAL, "children", children);
            library.client().records().update(master.id(), change);
        }
    }

    /** As the record has them now: the list is written whole. */
    private List<?> children(SourceRef master) {
        Object fields = library.require(AssetReader.class)
                .get(master)
                .extensions()
                .get(AprimoConnector.SYSTEM)
                .get("fields");
        if (fields instanceof Map<?, ?> all
                && all.get(field) instanceof List<?> values
                && !values.isEmpty()
                && values.get(0) instanceof Map<?, ?> neutral
                && neutral.get("children") instanceof List<?> children) {
            return children;
        }
        return List.of();
    }
}
