package dev.contentconnect.smintio;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.Admin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups over HTTP, by the paths of the configuration. */
record HttpAdmin(SmintioHttp http, AdminConfig config) implements Admin {
    @Override
    public void backendGroup(String group, Map<String, ? extends @Nullable Object> users) {
        change(
                "admin.backendGroup",
                "backendGroupPath",
                config.backendGroupPath(),
                Map.of("userGroupUuid", group),
                users);
    }

    @Override
    public void frontendGroup(String group, String portal, Map<String, ? extends @Nullable Object> users) {
        change(
                "admin.frontendGroup",
                "frontendGroupPath",
                config.frontendGroupPath(),
                Map.of("userGroupUuid", group, "portalUuid", portal),
                users);
    }

    private void change(
            String operation,
            String option,
            @Nullable String path,
            Map<String, String> ids,
            Map<String, ? extends @Nullable Object> users) {
        if (path == null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM,
                    operation,
                    "the option " + option + " is not configured; Smint.io does not publish this path");
        }
        http.send(HttpCall.of(operation, "POST", http.uri(path, ids).build(), Effect.IDEMPOTENT)
                .body(new HttpBody.Bytes("application/json", Json.encodeWithNulls(users))));
    }
}
