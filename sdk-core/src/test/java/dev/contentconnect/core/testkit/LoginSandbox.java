package dev.contentconnect.core.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2 system in which a person logs in: a login page, which sends the browser back with a code, and a token
 * endpoint. A code is good once. Each use of a refresh token ends it and gives another; a second use is taken for theft and
 * ends the login, as careful systems do.
 */
public class LoginSandbox extends Sandbox {
    /** The public part of the one registration. */
    public static final String CLIENT_ID = "content-connect";

    /** The secret part of it. */
    public static final String CLIENT_SECRET = "cl1ent-S3cr3t&more";

    /** Where it sends people back to. */
    public static final String REDIRECT_URI = "https://app.example/oauth/back?from=login";

    private final String tokenPath;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Set<String> spent = new HashSet<>();
    private final Set<String> secrets = new HashSet<>(Set.of(CLIENT_SECRET));
    private boolean rotating = true;
    private boolean refusing;
    private boolean withRefreshToken = true;

    private record Code(String redirectUri, @Nullable String challenge) {}

    /**
     * Starts a system in which nobody has logged in.
     *
     * @param authorizePath where its login page is
     * @param tokenPath where its token endpoint is
     */
    public LoginSandbox(String authorizePath, String tokenPath) {
        this.tokenPath = tokenPath;
        route("GET", authorizePath, this::authorize);
        route("POST", tokenPath, this::token);
    }

    /** Lets refresh tokens live until they are taken back. */
    public final synchronized void keepRefreshTokens() {
        this.rotating = false;
    }

    /** Lets the next people refuse what we ask for. */
    public final synchronized void refuse() {
        this.refusing = true;
    }

    /** Gives no refresh tokens from now on. */
    public final synchronized void giveNoRefreshToken() {
        this.withRefreshToken = false;
    }

    /** Ends every login, as an administrator does. */
    public final synchronized void endLogins() {
        spent.addAll(refreshTokens);
        refreshTokens.clear();
    }

    /**
     * How often the token endpoint was asked.
     *
     * @return since the sandbox began
     */
    public final int tokenRequests() {
        return requests("POST", tokenPath).size();
    }

    /**
     * What must be seen nowhere: codes, verifiers, tokens of both kinds and the secret of the registration.
     *
     * @return a copy
     */
    public final synchronized Set<String> secrets() {
        Set<String> out = new HashSet<>(secrets);
        out.addAll(tokens());
        return out;
    }

    /**
     * A person logs in with a browser.
     *
     * @param address where our application sent the browser
     * @return where the system sent the browser back to; the status where it sent it nowhere
     */
    public final String personLogsIn(URI address) {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse("stays with status " + answer.statusCode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a subclass has against a request for a login.
     *
     * @param request the request
     * @return an answer that is shown instead, or null
     */
    protected @Nullable SandboxResponse objection(SandboxRequest request) {
        return null;
    }

    private SandboxResponse authorize(SandboxRequest request) {
        boolean known = request.query("client_id").filter(CLIENT_ID::equals).isPresent()
                && request.query("redirect_uri").filter(REDIRECT_URI::equals).isPresent();
        if (!known || request.query("response_type").filter("code"::equals).isEmpty()) {
            // Never back to an address that nobody registered.
            return SandboxResponse.text(400, "text/html", "<html><body>An error occurred.</body></html>");
        }
        SandboxResponse objection = objection(request);
        if (objection != null) {
            return objection;
        }
        String state = request.query("state").map(LoginSandbox::encoded).orElse("");
        if (refusing) {
            return back("error=access_denied&error_description=The+person+said+no&state=" + state);
        }
        String code = secret("code");
        codes.put(code, new Code(REDIRECT_URI, request.query("code_challenge").orElse(null)));
        return back("code=" + encoded(code) + "&state=" + state);
    }

    private static SandboxResponse back(String answer) {
        return SandboxResponse.status(302).header("Location", REDIRECT_URI + "&" + answer);
    }

    private SandboxResponse token(SandboxRequest request) {
        Map<String, String> form = request.form();
        form.computeIfPresent("code_verifier", (name, value) -> {
            secrets.add(value);
            return value;
        });
        if (!CLIENT_ID.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            return error("invalid_client", "The client is unknown or its secret is wrong");
        }
        String grant = form.getOrDefault("grant_type", "");
        if (grant.equals("authorization_code")) {
            Code code = codes.remove(form.getOrDefault("code", ""));
            if (code == null || !code.redirectUri().equals(form.get("redirect_uri")) || !proven(code, form)) {
                return error("invalid_grant", "The code " + form.get("code") + " is unknown, used or not yours");
            }
            return tokens(null);
        }
        if (!grant.equals("refresh_token")) {
            return error("unsupported_grant_type", "No such grant");
        }
        String refresh = form.getOrDefault("refresh_token", "");
        if (spent.contains(refresh)) {
            endLogins();
        }
        if (!refreshTokens.contains(refresh)) {
            return error("invalid_grant", "The refresh token " + refresh + " is unknown or used");
        }
        return tokens(refresh);
    }

    private static boolean proven(Code code, Map<String, String> form) {
        String verifier = form.get("code_verifier");
        if (code.challenge() == null) {
            return true;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((verifier == null ? "" : verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(code.challenge());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SandboxResponse tokens(@Nullable String used) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("access_token", issueToken());
        out.put("token_type", "bearer");
        out.put("expires_in", 3_600);
        if (withRefreshToken && (used == null || rotating)) {
            String next = secret("refresh");
            if (used != null) {
                refreshTokens.remove(used);
                spent.add(used);
            }
            refreshTokens.add(next);
            out.put("refresh_token", next);
        }
        return SandboxResponse.json(out);
    }

    private static SandboxResponse error(String error, String description) {
        return SandboxResponse.json(400, Map.of("error", error, "error_description", description));
    }

    private String secret(String what) {
        String text = what + "-" + UUID.randomUUID();
        secrets.add(text);
        return text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
