package dev.contentconnect.iconik;

import dev.contentconnect.iconik.api.CustomActions;
import dev.contentconnect.iconik.wire.WireCustomAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom actions over HTTP. */
record HttpCustomActions(IconikHttp http) implements CustomActions {
    private static final String SERVICE = "assets";
    private static final String ACTIONS = "custom_actions";

    @Override
    public List<WireCustomAction> list(String context) {
        return http.whole("customActions.list", http.uri(SERVICE, ACTIONS, context), WireCustomAction.class);
    }

    @Override
    public WireCustomAction create(String context, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("context", context);
        return http.post("customActions.create", http.uri(SERVICE, ACTIONS, context), all, WireCustomAction.class);
    }

    @Override
    public WireCustomAction update(String context, String id, Map<String, ? extends @Nullable Object> change) {
        return http.patch(
                "customActions.update", http.uri(SERVICE, ACTIONS, context, id), change, WireCustomAction.class);
    }

    @Override
    public void delete(String context, String id) {
        http.delete("customActions.delete", http.uri(SERVICE, ACTIONS, context, id));
    }
}
