package dev.contentconnect.core.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stateful fake vendor on a free loopback port. A subclass registers routes in its constructor and keeps the vendor's
 * state in plain collections: requests are handled one at a time, so no route needs a lock. Faults wait for the requests
 * they are meant for and go away by themselves.
 *
 * <pre>{@code
 * final class ShopSandbox extends Sandbox {
 *     ShopSandbox() {
 *         route("POST", "/token", request -> SandboxResponse.json(Map.of("access_token", issueToken())));
 *         route("GET", "/items/{id}", request -> SandboxResponse.json(Map.of("id", request.parameter("id"))));
 *     }
 * }
 * }</pre>
 */
public abstract class Sandbox implements AutoCloseable {
    private static final int THREADS = 100;

    private final WireMockServer server;
    private final List<Route> routes = new ArrayList<>();
    private final List<PlannedFault> faults = new ArrayList<>();
    private final List<SandboxRequest> requests = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private int issued;

    /** Starts a sandbox without routes. */
    protected Sandbox() {
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .disableRequestJournal()
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .extensions(new Door()));
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        server.start();
    }

    /** Answers the requests of one route. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @param request the request, with the pattern's parameters
         * @return the answer
         */
        SandboxResponse handle(SandboxRequest request);
    }

    private record Route(String method, List<String> pattern, Handler handler) {}

    private static final class PlannedFault {
        private final String method;
        private final String pathPrefix;
        private final Fault fault;
        private int left;

        PlannedFault(int left, String method, String pathPrefix, Fault fault) {
            this.left = left;
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.fault = fault;
        }
    }

    /**
     * Where the sandbox listens.
     *
     * @return for example {@code http://127.0.0.1:41234}
     */
    public final URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Adds a route; the first that fits answers.
     *
     * @param method for example {@code GET}, or {@code *}
     * @param pattern a path such as {@code /assets/{id}}; a name takes one segment, decoded
     * @param handler answers
     */
    protected final void route(String method, String pattern, Handler handler) {
        routes.add(new Route(method, List.of(pattern.substring(1).split("/", -1)), handler));
    }

    /**
     * Answers a request: the routes, unless a subclass looks first. Runs for one request at a time.
     *
     * @param request the request
     * @return the answer
     */
    protected SandboxResponse handle(SandboxRequest request) {
        for (Route route : routes) {
            if (route.method().equals("*") || route.method().equals(request.method())) {
                Map<String, String> found = match(route.pattern(), request.path());
                if (found != null) {
                    return route.handler().handle(request.with(found));
                }
            }
        }
        return noSuchRoute(request);
    }

    /**
     * The answer to a request that no route takes.
     *
     * @param request the request
     * @return status 404 unless a subclass speaks the vendor's language
     */
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return SandboxResponse.json(404, Map.of("message", "no route for " + request));
    }

    /**
     * Lets the next requests fail.
     *
     * @param count how many
     * @param method which ones: the HTTP method, or {@code *}
     * @param pathPrefix which ones: how their raw path begins
     * @param fault what goes wrong
     */
    public final synchronized void failNext(int count, String method, String pathPrefix, Fault fault) {
        faults.add(new PlannedFault(count, method, pathPrefix, fault));
    }

    /** Forgets the faults that have not happened yet. */
    public final synchronized void clearFaults() {
        faults.clear();
    }

    /**
     * Turns the next requests away with 429, whatever they are.
     *
     * @param count how many
     * @param retryAfter how long they are told to wait; full seconds
     */
    public final void limitRate(int count, Duration retryAfter) {
        failNext(count, "*", "/", Fault.tooManyRequests(retryAfter.toSeconds()));
    }

    /**
     * Makes a token that {@link #isValid} knows.
     *
     * @return a text that no other sandbox has made, easy to find in a log
     */
    protected final synchronized String issueToken() {
        issued++;
        byte[] seed = (endpoint().getPort() + "-" + issued + "-" + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        String token = "tok" + Base64.getUrlEncoder().withoutPadding().encodeToString(seed);
        tokens.add(token);
        return token;
    }

    /**
     * Whether a token was issued here and is still good.
     *
     * @param token what the caller sent
     * @return false for nothing
     */
    protected final synchronized boolean isValid(@Nullable String token) {
        return token != null && tokens.contains(token);
    }

    /** Makes every token issued so far worthless. */
    public final synchronized void expireTokens() {
        tokens.clear();
    }

    /**
     * How many tokens were issued.
     *
     * @return since the sandbox began
     */
    public final synchronized int tokensIssued() {
        return issued;
    }

    /**
     * The tokens that are good now, for tests that search for them where they must not be.
     *
     * @return a copy
     */
    public final synchronized Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    /**
     * What came in, failed requests included.
     *
     * @return a copy, in order
     */
    public final synchronized List<SandboxRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * What came in for some paths.
     *
     * @param method the HTTP method, or {@code *}
     * @param pathPrefix how the raw path begins
     * @return a copy, in order
     */
    public final List<SandboxRequest> requests(String method, String pathPrefix) {
        return requests().stream()
                .filter(request -> fits(request, method, pathPrefix))
                .toList();
    }

    /** Forgets what came in. */
    public final synchronized void clearRequests() {
        requests.clear();
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop();
    }

    private static boolean fits(SandboxRequest request, String method, String pathPrefix) {
        return (method.equals("*") || method.equals(request.method()))
                && request.path().startsWith(pathPrefix);
    }

    private synchronized ResponseDefinition serve(SandboxRequest request) {
        requests.add(request);
        Optional<PlannedFault> planned = faults.stream()
                .filter(one -> one.left > 0 && fits(request, one.method, one.pathPrefix))
                .findFirst();
        if (planned.isEmpty()) {
            return Fault.definition(guarded(request)).build();
        }
        planned.get().left--;
        return planned.get().fault.answer(() -> guarded(request)).build();
    }

    /** A refusal is the vendor's answer; a mistake in a route shows as a status that no vendor uses, with its reason. */
    private SandboxResponse guarded(SandboxRequest request) {
        try {
            return handle(request);
        } catch (SandboxRefusal e) {
            return e.answer();
        } catch (RuntimeException e) {
            return SandboxResponse.json(599, Map.of("message", "sandbox: " + e));
        }
    }

    private static @Nullable Map<String, String> match(List<String> pattern, String path) {
        String[] segments = path.substring(1).split("/", -1);
        if (segments.length != pattern.size()) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String wanted = pattern.get(i);
            String segment = SandboxRequest.decode(segments[i], false);
            if (wanted.startsWith("{")) {
                found.put(wanted.substring(1, wanted.length() - 1), segment);
            } else if (!wanted.equals(segment)) {
                return null;
            }
        }
        return found;
    }

    /** Lets WireMock carry the bytes and asks the sandbox for them. */
    private final class Door implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            LoggedRequest in = event.getRequest();
            Map<String, List<String>> headers = new LinkedHashMap<>();
            in.getHeaders()
                    .all()
                    .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header.values()));
            byte[] body = in.getBody() == null ? new byte[0] : in.getBody();
            return serve(SandboxRequest.of(in.getMethod().getName(), in.getUrl(), headers, body));
        }

        @Override
        public String getName() {
            return "sandbox";
        }
    }
}
