package dev.contentconnect.workflow.engine.auth;

import dev.contentconnect.workflow.engine.EngineOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The tokens handed out so far, each with its user and the moment it stops being good. */
@Component
class AccessTokens {

    enum Verdict {
        GOOD,
        UNKNOWN,
        EXPIRED
    }

    record Grant(String user, Instant expiresAt) {}

    record Checked(Verdict verdict, String user) {}

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final EngineOptions options;
    private final Clock clock;

    AccessTokens(EngineOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    String issue(String user) {
        String token = UUID.randomUUID().toString();
        grants.put(token, new Grant(user, clock.instant().plus(options.tokenLifetime())));
        return token;
    }

    Checked check(String token) {
        Grant grant = grants.get(token);
        if (grant == null) {
            return new Checked(Verdict.UNKNOWN, "");
        }
        boolean expired = !clock.instant().isBefore(grant.expiresAt());
        return new Checked(expired ? Verdict.EXPIRED : Verdict.GOOD, grant.user());
    }
}
