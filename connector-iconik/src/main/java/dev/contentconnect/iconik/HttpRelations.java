package dev.contentconnect.iconik;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.Relations;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireRelation;
import dev.contentconnect.iconik.wire.WireRelationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Relations over HTTP. */
record HttpRelations(IconikHttp http) implements Relations {
    private static final String SERVICE = "assets";

    @Override
    public List<WireRelationType> types() {
        return http.whole("relations.types", http.uri(SERVICE, SERVICE, "relation_types"), WireRelationType.class);
    }

    @Override
    public WireRelationType createType(Map<String, ?> fields) {
        return http.post(
                "relations.createType", http.uri(SERVICE, SERVICE, "relation_types"), fields, WireRelationType.class);
    }

    /** The service answers 200 with the relation that is there already, so this may be repeated. */
    @Override
    public WireRelation relate(String asset, String type, String other, @Nullable String description) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("related_to_asset_id", other);
        fields.put("relation_type", type);
        if (description != null) {
            fields.put("description", description);
        }
        RequestUri uri = http.uri(SERVICE, SERVICE, asset, "relations");
        return http.read(
                HttpCall.of("relations.relate", "POST", uri.build(), Effect.IDEMPOTENT)
                        .json(fields),
                WireRelation.class);
    }

    @Override
    public Paged<WireAsset> related(String asset, ListQuery query) {
        return new IconikLists(http)
                .numbered(
                        "relations.related",
                        () -> http.uri(SERVICE, SERVICE, asset, "relations"),
                        query,
                        WireAsset.class);
    }

    @Override
    public void unrelate(String asset, String type, String other) {
        http.delete("relations.unrelate", http.uri(SERVICE, SERVICE, asset, "relations", type, other));
    }
}
