package dev.contentconnect.smintio;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.smintio.api.Backend;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The backend over HTTP. */
record HttpBackend(SmintioHttp http) implements Backend {
    private static final String FORMS = "customForms";

    private RequestUri at(String... path) {
        return http.uri().path(FORMS).path(path);
    }

    private static HttpBody body(Map<String, ? extends @Nullable Object> members) {
        return new HttpBody.Bytes("application/json", Json.encodeWithNulls(members));
    }

    /** The documents show no envelope: a bare array and an object with one array in it are both taken. */
    @Override
    public List<Map<String, @Nullable Object>> forms() {
        return http.read(HttpCall.get("backend.forms", at().build()), answer -> {
            Object plain = Json.decodePlain(answer);
            if (plain instanceof List<?>) {
                return SmintioHttp.objects(plain);
            }
            if (plain instanceof Map<?, ?> map) {
                return map.values().stream()
                        .filter(List.class::isInstance)
                        .findFirst()
                        .map(SmintioHttp::objects)
                        .orElse(List.of());
            }
            throw new JsonException("neither an array nor an object");
        });
    }

    @Override
    public Map<String, @Nullable Object> form(String form) {
        return http.object(HttpCall.get("backend.form", at(form).build()));
    }

    /** The one address that says {@code customForm}. */
    @Override
    public Map<String, @Nullable Object> formGroups(String form) {
        RequestUri uri = http.uri().path("customForm", form, "formGroups");
        return http.object(HttpCall.get("backend.formGroups", uri.build()));
    }

    @Override
    public String createForm(Map<String, ? extends @Nullable Object> form) {
        return http.send(HttpCall.post("backend.createForm", at().build()).body(body(form)))
                .header("Location")
                .orElse("");
    }

    @Override
    public void updateForm(String form, long version, Map<String, ? extends @Nullable Object> change) {
        RequestUri uri = at(form).query("version", version);
        http.send(HttpCall.put("backend.updateForm", uri.build()).body(body(change)));
    }

    @Override
    public void deleteForm(String form, long version) {
        http.send(HttpCall.delete(
                "backend.deleteForm", at(form).query("version", version).build()));
    }

    @Override
    public void updateTenant(String tenant, long version, Map<String, ? extends @Nullable Object> change) {
        RequestUri uri = http.uri().path("tenants", tenant).query("version", version);
        http.send(HttpCall.put("backend.updateTenant", uri.build()).body(body(change)));
    }
}
