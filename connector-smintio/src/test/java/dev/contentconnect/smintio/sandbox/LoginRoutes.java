package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the two logins: codes, refresh tokens that are spent by their use, and access tokens for one audience. */
final class LoginRoutes {
    private final SmintioSandbox sandbox;
    private final String scope;
    private final Set<String> refreshTokens = new HashSet<>();
    private final Set<String> accessTokens = new HashSet<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> everything = new HashSet<>();

    LoginRoutes(SmintioSandbox sandbox, String prefix, String scope) {
        this.sandbox = sandbox;
        this.scope = scope;
        sandbox.add("GET", prefix + "/connect/authorize", this::authorize);
        sandbox.add("POST", prefix + "/connect/token", this::token);
    }

    private SandboxResponse authorize(SandboxRequest request) {
        if (!request.query("scope").orElse("").contains(scope)) {
            throw Refusal.of(400, "invalid_scope", "The scope is not that of this login");
        }
        String code = secret("code");
        codes.put(code, request.query("redirect_uri").orElse(""));
        return SandboxResponse.status(302)
                .header(
                        "Location",
                        request.query("redirect_uri").orElse("") + "?code=" + code + "&state="
                                + request.query("state").orElse(""));
    }

    String secret(String what) {
        String text = what + "-" + UUID.randomUUID();
        everything.add(text);
        return text;
    }

    /** A person has logged in: the refresh token that is left. */
    String loggedIn() {
        String token = secret("refresh");
        refreshTokens.add(token);
        return token;
    }

    void end() {
        refreshTokens.clear();
    }

    Set<String> everything() {
        return Set.copyOf(everything);
    }

    boolean knows(@Nullable String accessToken) {
        return accessToken != null && accessTokens.contains(accessToken);
    }

    private SandboxResponse token(SandboxRequest request) {
        if (sandbox.behaviour.failsWith200) {
            return SandboxResponse.json(
                    Map.of("success", false, "error_msg", "The user was locked", "access_token", "not-a-token"));
        }
        Map<String, String> form = request.form();
        if (!SmintioSandbox.CLIENT_ID.equals(form.get("client_id"))
                || !SmintioSandbox.CLIENT_SECRET.equals(form.get("client_secret"))) {
            return error("invalid_client", "The client is not known");
        }
        if ("authorization_code".equals(form.get("grant_type"))) {
            String redirect = codes.remove(form.getOrDefault("code", ""));
            boolean fits = redirect != null && redirect.equals(form.get("redirect_uri"));
            return fits ? tokens(null) : error("invalid_grant", "The code is not known");
        }
        String refresh = form.getOrDefault("refresh_token", "");
        return refreshTokens.contains(refresh) ? tokens(refresh) : error("invalid_grant", "The token is not known");
    }

    private SandboxResponse tokens(@Nullable String used) {
        String access = sandbox.issue();
        accessTokens.add(access);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("access_token", access);
        if (sandbox.behaviour.namesTokenLife) {
            out.put("token_type", "bearer");
            out.put("expires_in", 3_600);
        }
        if (used == null || sandbox.behaviour.rotates) {
            if (used != null) {
                refreshTokens.remove(used);
            }
            out.put("refresh_token", loggedIn());
        }
        return SandboxResponse.json(out);
    }

    private static SandboxResponse error(String code, String description) {
        return SandboxResponse.json(400, Map.of("error", code, "error_description", description));
    }
}
