package dev.contentconnect.workflow.engine.auth;

import dev.contentconnect.workflow.engine.EngineOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint: form or JSON, client_credentials or password. */
@RestController
@RequestMapping("/tenants/{tenant}/oauth2/token")
class TokenController {

    private final EngineOptions options;
    private final AccessTokens tokens;

    TokenController(EngineOptions options, AccessTokens tokens) {
        this.options = options;
        this.tokens = tokens;
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> form(@PathVariable String tenant, @RequestBody MultiValueMap<String, String> form) {
        return grant(tenant, form.toSingleValueMap());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> json(@PathVariable String tenant, @RequestBody Map<String, String> body) {
        return grant(tenant, body);
    }

    private ResponseEntity<Object> grant(String tenant, Map<String, String> request) {
        if (!tenant.equals(options.tenant()) || !options.clientId().equals(request.get("client_id"))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .body(GatewayFault.of("Invalid ApiKey", "oauth.v2.InvalidApiKey"));
        }
        if (!same(options.clientSecret(), request.getOrDefault("client_secret", ""))) {
            return refused(HttpStatus.UNAUTHORIZED, "invalid_client", "Client authentication failed");
        }
        String type = request.getOrDefault("grant_type", "");
        if (type.equals("client_credentials")) {
            return issued("service-" + options.clientId());
        }
        if (!type.equals("password")) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Unsupported grant type");
        }
        String user = request.getOrDefault("username", "");
        if (user.isBlank() || !same(options.userPassword(), request.getOrDefault("password", ""))) {
            return refused(HttpStatus.UNAUTHORIZED, "invalid_grant", "Wrong user name or password");
        }
        return issued(user);
    }

    private ResponseEntity<Object> issued(String user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.issue(user));
        body.put("token_type", "Bearer");
        body.put("expires_in", options.tokenLifetime().toSeconds());
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status).body(Map.of("error", error, "error_description", description));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
