package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.OpenApiProblem;
import dev.contentconnect.core.testkit.RecordedSandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every request passes on its way in: the rate limit, the credential, the slash at the end. What came and how it was
 * answered is held against the vendor's documents, where there are any.
 */
abstract class Door extends RecordedSandbox {
    private final FakeClock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private final Set<String> signatures = new HashSet<>();
    private int perTwentySeconds = Integer.MAX_VALUE;
    private int writesLeft = Integer.MAX_VALUE;

    Door(FakeClock clock) {
        this.clock = clock;
        route("POST", "/API/auth/v1/oauth/token/", this::token);
    }

    private SandboxResponse token(SandboxRequest request) {
        Map<String, String> form = request.form();
        if (!IconikSandbox.APP_ID.equals(form.get("client_id"))
                || !IconikSandbox.CLIENT_SECRET.equals(form.get("client_secret"))) {
            return SandboxResponse.json(400, Map.of("errors", List.of("invalid_client")));
        }
        String end = Store.stamp(clock.now().plus(Duration.ofHours(1)));
        return SandboxResponse.json(Map.of("token", issueToken(), "expires", end, "app_id", IconikSandbox.APP_ID));
    }

    /** An answer as the tenant was told to show it. */
    abstract SandboxResponse shown(SandboxResponse answer);

    @Override
    protected SandboxResponse answer(SandboxRequest request) {
        return shown(answered(request));
    }

    /** Bytes go to and from storages, whose interfaces are others. */
    @Override
    protected boolean isRecorded(SandboxRequest request) {
        return request.path().startsWith("/API/");
    }

    private SandboxResponse answered(SandboxRequest request) {
        try {
            String path = request.path();
            if (path.startsWith("/API/")) {
                limit();
                authenticate(request);
                if (!path.endsWith("/")) {
                    // What follows is a read without a body.
                    return SandboxResponse.status(301).header("Location", path + "/");
                }
                if (!request.method().equals("GET") && !path.contains("/search/") && writesLeft-- <= 0) {
                    throw Refusal.of(503, "Service unavailable");
                }
            }
            return routed(request);
        } catch (Refusal e) {
            return e.answer();
        }
    }

    @Override
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return Refusal.of(404, "The requested URL was not found on the server").answer();
    }

    private void limit() {
        Instant now = clock.now();
        while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minusSeconds(20))) {
            recent.pollFirst();
        }
        if (recent.size() >= perTwentySeconds) {
            throw Refusal.of(429, "Too many requests");
        }
        recent.addLast(now);
    }

    private void authenticate(SandboxRequest request) {
        if (request.path().equals("/API/auth/v1/oauth/token/")) {
            return;
        }
        String token = request.header("Auth-Token").orElse(request.bearer().orElse(""));
        boolean known = token.equals(IconikSandbox.TOKEN) || isValid(token);
        if (!known || !IconikSandbox.APP_ID.equals(request.header("App-ID").orElse(""))) {
            throw Refusal.of(401, "Token is invalid");
        }
    }

    final String sign(String path) {
        String signature = "s" + Integer.toHexString((path + signatures.size()).hashCode());
        signatures.add(signature);
        return endpoint() + path + "?X-Signature=" + signature;
    }

    final boolean isSigned(SandboxRequest request) {
        return signatures.contains(request.query("X-Signature").orElse(""));
    }

    /** Forgets every signed address, as time does. */
    public final void expireSignatures() {
        signatures.clear();
    }

    /** Lets so many requests through in twenty seconds. */
    public final void rateLimit(int requests) {
        this.perTwentySeconds = requests;
    }

    /** Lets that many changes through and turns all others away, as after a power cut on the way. */
    public final void breakOffAfterWrites(int count) {
        this.writesLeft = count;
    }

    @Override
    protected List<String> problems(List<Exchange> meant) {
        return Specification.problems(meant).stream()
                .map(OpenApiProblem::toString)
                .toList();
    }
}
