package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** How the contract reaches the reference connector. */
class ReferenceSubject extends ContractSubject {
    final ReferenceSandbox sandbox;
    private final FakeClock clock;
    private final AtomicInteger count = new AtomicInteger();

    ReferenceSubject(FakeClock clock) {
        this(clock, clock);
    }

    ReferenceSubject(FakeClock clock, TimeSource ofSandbox) {
        this.sandbox = new ReferenceSandbox(ofSandbox);
        this.clock = clock;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    final FakeClock clock() {
        return clock;
    }

    final ReferenceConfig.Builder config(Wiring wiring) {
        return wiring.apply(ReferenceConfig.builder())
                .endpoint(sandbox.endpoint())
                .clientId(ReferenceSandbox.CLIENT_ID)
                .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
                .webhookSecret(Secret.of(ReferenceSandbox.WEBHOOK_SECRET));
    }

    @Override
    public Connector connect(Wiring wiring) {
        return ReferenceConnector.create(config(wiring).build());
    }

    @Override
    public ContractCall read(Connector connector) {
        SourceRef asset = sandbox.add("assets", Map.of("title", "Poster", "status", "draft"));
        AssetReader reader = connector.require(AssetReader.class);
        return new ContractCall("GET", "/api/assets/", () -> reader.get(asset));
    }

    @Override
    public ContractCall write(Connector connector) {
        SourceRef asset = sandbox.add("assets", Map.of("title", "Poster"));
        CommentThread thread = connector.require(CommentThread.class);
        return new ContractCall(
                "POST",
                "/api/comments",
                () -> thread.add(asset, new CommentDraft("c-" + count.incrementAndGet(), "Hm.", null, null)));
    }

    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/token");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(ReferenceSandbox.CLIENT_SECRET, ReferenceSandbox.WEBHOOK_SECRET);
    }

    @Override
    public String wordMember() {
        return "status";
    }

    @Override
    public String missingCode() {
        return "missing";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.add("assets", Map.of("title", "Poster " + i));
        }
    }

    @Override
    public boolean pageWithGaps() {
        sandbox.pageWithGaps();
        return true;
    }

    @Override
    public boolean pageInCircles() {
        sandbox.pageInCircles();
        return true;
    }

    @Override
    public SourceRef work(Connector connector) {
        return connector.require(CaseDesk.class).open(caseRequest("work")).ref();
    }

    @Override
    public String workStatus() {
        return "on_hold";
    }

    @Override
    public WebhookRequest webhook() {
        return sandbox.push("e-1");
    }

    @Override
    public WebhookRequest webhook(byte[] body, Instant sentAt) {
        return ReferenceWebhooks.signed(Secret.of(ReferenceSandbox.WEBHOOK_SECRET), body, sentAt, clock.now());
    }

    @Override
    public WebhookRequest forgedWebhook() {
        byte[] body = "{\"id\":\"e-1\"}".getBytes(StandardCharsets.UTF_8);
        return ReferenceWebhooks.signed(Secret.of("a guess"), body, clock.now(), clock.now());
    }

    @Override
    public SourceRef partner(Connector connector, Segment segment) {
        return sandbox.add(
                "partners", Map.of("name", "Dealer", "active", true, "segments", List.of(PlainRecords.write(segment))));
    }

    @Override
    public SourceRef budget(Connector connector) {
        return sandbox.add(
                "budgets", Map.of("name", "Launch", "planned", Map.of("amount", "100.10", "currency", "EUR")));
    }
}
