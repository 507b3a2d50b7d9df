package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the contract reaches Aprimo: in one form of JSON or the other. */
final class AprimoSubject extends ContractSubject {
    private final FakeClock clock;
    private final AprimoSandbox sandbox;
    private final AprimoConfig.JsonShape shape;

    AprimoSubject(FakeClock clock, AprimoConfig.JsonShape shape) {
        this.clock = clock;
        this.sandbox = new AprimoSandbox(clock);
        this.shape = shape;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        return AprimoConnector.create(Tenant.options(wiring.apply(AprimoConfig.builder()), sandbox)
                .jsonShape(shape)
                .build());
    }

    @Override
    public ContractCall read(Connector connector) {
        String record = sandbox.personUploads("Poster", CONTENT);
        AssetReader reader = connector.require(AssetReader.class);
        return new ContractCall("GET", "/api/core/record/" + record, () -> reader.get(Tenant.ref(record)));
    }

    @Override
    public ContractCall write(Connector connector) {
        AprimoClient client = ((AprimoConnector) connector).client();
        return new ContractCall(
                "POST",
                "/api/core/records",
                () -> client.records().create(new RecordChange().file(AprimoSandbox.INBOX)));
    }

    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/login/connect/token");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(AprimoSandbox.CLIENT_SECRET, Tenant.CALLOUT_SECRET.reveal());
    }

    @Override
    public String wordMember() {
        return "status";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.personUploads("Poster " + i, CONTENT);
            // Some are made in the same moment.
            clock.advance(Duration.ofMillis(i % 3 == 0 ? 0 : 700));
        }
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    public boolean pageInCircles() {
        sandbox.ignoreBounds();
        return true;
    }

    @Override
    public SourceRef missing(Connector connector) {
        return Tenant.ref("f".repeat(32));
    }

    @Override
    public String missingCode() {
        return "Adam.ItemNotFoundException";
    }

    @Override
    public SourceRef approvalSubject(Connector connector) {
        return asset(connector, "subject");
    }

    @Override
    public ApprovalRequest approvalRequest(String key, SourceRef subject) {
        return request(key, subject);
    }

    static ApprovalRequest request(String key, SourceRef subject) {
        return new ApprovalRequest(
                key, "Poster", subject, null, List.of("legal"), null, "please", Map.of("market", "AT"));
    }

    private static byte[] event() {
        return Json.encode(Map.of(
                "event", "saved",
                "recordId", "f".repeat(32),
                "userId", AprimoSandbox.PERSON,
                "status", "Draft",
                "occurredOn", "2031-05-04T03:02:01.5Z"));
    }

    private WebhookRequest callout(Secret secret, byte[] body, Instant sentAt) {
        Map<String, List<String>> headers = new HashMap<>();
        AprimoCallouts.signature(List.of(secret), "x-aprimo-hmac")
                .sign(body, sentAt)
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return WebhookRequest.of(headers, body, clock.now());
    }

    @Override
    public WebhookRequest webhook() {
        return webhook(event(), clock.now());
    }

    @Override
    public WebhookRequest webhook(byte[] body, Instant sentAt) {
        return callout(Tenant.CALLOUT_SECRET, body, sentAt);
    }

    @Override
    public boolean isWebhookTimed() {
        return false;
    }

    @Override
    public WebhookRequest forgedWebhook() {
        return callout(Secret.of("guessed"), event(), clock.now());
    }
}
