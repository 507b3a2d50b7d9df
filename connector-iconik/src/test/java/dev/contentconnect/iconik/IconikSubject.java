package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.sandbox.Pushes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the contract reaches iconik: with a long-lived token, or with short-lived ones by OAuth. */
final class IconikSubject extends ContractSubject {
    private static final String MISSING = "99999999-a1b2-11f0-8c3d-0242ac120002";

    private final FakeClock clock;
    private final IconikSandbox sandbox;
    private final boolean oauth;

    IconikSubject(FakeClock clock, boolean oauth) {
        this.clock = clock;
        this.sandbox = new IconikSandbox(clock);
        this.oauth = oauth;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        IconikConfigBuilder builder = Tenant.options(wiring.apply(IconikConfig.builder()), sandbox);
        return IconikConnector.create((oauth
                        ? builder.clientSecret(Secret.of(IconikSandbox.CLIENT_SECRET))
                        : builder.authToken(Secret.of(IconikSandbox.TOKEN)))
                .build());
    }

    @Override
    public ContractCall read(Connector connector) {
        String asset = sandbox.personUploads("Poster", CONTENT);
        sandbox.personAsks(asset, List.of(IconikSandbox.USER), 1);
        String version = ((IconikConnector) connector)
                .client()
                .assets()
                .get(asset, false)
                .versions()
                .get(0)
                .id();
        ApprovalDesk desk = connector.require(ApprovalDesk.class);
        SourceRef ref = SourceRef.of("iconik", asset + "@" + version);
        return new ContractCall("GET", "/API/assets/v1/assets/" + asset + "/versions/", () -> desk.get(ref));
    }

    @Override
    public ContractCall write(Connector connector) {
        String asset = sandbox.personUploads("Poster", CONTENT);
        IconikClient client = ((IconikConnector) connector).client();
        return new ContractCall(
                "POST",
                "/API/assets/v1/assets/" + asset + "/history/",
                () -> client.assets().addHistory(asset, "CUSTOM", "Hm."));
    }

    @Override
    public Optional<String> tokenPath() {
        return oauth ? Optional.of("/API/auth/v1/oauth/token/") : Optional.empty();
    }

    @Override
    public Set<String> secrets() {
        return oauth
                ? Set.of(IconikSandbox.CLIENT_SECRET, Tenant.WEBHOOK_SECRET.reveal())
                : Set.of(IconikSandbox.TOKEN, Tenant.WEBHOOK_SECRET.reveal());
    }

    @Override
    public String wordMember() {
        return "status";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.personUploads("Poster " + i, CONTENT);
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    public boolean pageInCircles() {
        sandbox.searchInCircles();
        return true;
    }

    @Override
    public SourceRef missing(Connector connector) {
        return SourceRef.of("iconik", MISSING);
    }

    /** iconik has one approval a version, so each key asks about an asset of its own. */
    @Override
    public ApprovalRequest approvalRequest(String key, SourceRef subject) {
        try (Connector own = connect(new Wiring(clock))) {
            SourceRef asset = asset(own, "subject of " + key);
            return new ApprovalRequest(key, "Poster", asset, null, List.of(), null, "please", Map.of("market", "AT"));
        }
    }

    private WebhookRequest request(String secret) {
        Instant at = clock.now();
        Map<String, Object> event = Pushes.event(
                "0123456789abcdef0123456789abcdef", "entity", "update", MISSING, Map.of("title", "Poster"));
        return WebhookRequest.of(Map.of("x-contentconnect-secret", List.of(secret)), Json.encode(event), at);
    }

    @Override
    public WebhookRequest webhook() {
        return request(Tenant.WEBHOOK_SECRET.reveal());
    }

    @Override
    public WebhookRequest forgedWebhook() {
        return request("guessed");
    }

    @Override
    public void close() {
        super.close();
        assertThat(Calls.documented().problems(sandbox.exchanges())).isEmpty();
    }
}
