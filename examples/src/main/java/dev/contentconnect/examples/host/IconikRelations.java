package dev.contentconnect.examples.host;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.xi.AssetRelations;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.Relations;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Relations of iconik, of one type, which is made when it is not there.
 *
 * @param library the tenant
 * @param type its name, which is its key
 */
public record IconikRelations(IconikConnector library, String type) implements AssetRelations {
    /**
     * Relations of the type {@code signed off by}.
     *
     * @param library the tenant
     */
    public IconikRelations(IconikConnector library) {
        this(library, "signed off by");
    }

    @Override
    public Set<SourceRef> related(SourceRef asset) {
        // The service hands out assets and not relations, so that their types are not known.
        return library.client().relations().related(asset.id(), ListQuery.ALL).stream()
                .filter(one -> one.id() != null && !"DELETED".equals(one.status()))
                .map(one -> SourceRef.of(library.system(), Objects.requireNonNull(one.id())))
                .collect(Collectors.toSet());
    }

    @Override
    public void relate(SourceRef asset, SourceRef document) {
        Relations relations = library.client().relations();
        boolean known = relations.types().stream().anyMatch(one -> type.equals(one.name()));
        if (!known) {
            relations.createType(
                    Map.of("name", type, "source_label", "signed off by", "destination_label", "sign-off document of"));
        }
        relations.relate(asset.id(), type, document.id(), null);
    }

    @Override
    public void unrelate(SourceRef asset, SourceRef document) {
        try {
            library.client().relations().unrelate(asset.id(), type, document.id());
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }
}
