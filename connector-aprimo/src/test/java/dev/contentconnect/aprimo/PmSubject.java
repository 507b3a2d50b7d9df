package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.pm.AprimoPmClient;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the contract reaches Productivity Management: its calls stand for others, and its capabilities are there too. */
final class PmSubject extends ContractSubject {
    private final FakeClock clock;
    private final AprimoSandbox sandbox;

    PmSubject(FakeClock clock) {
        this.clock = clock;
        this.sandbox = new AprimoSandbox(clock);
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        return AprimoConnector.create(
                PmTenantOptions.with(Tenant.options(wiring.apply(AprimoConfig.builder()), sandbox))
                        // Those of the DAM are tried by its own subject.
                        .approvalFields(Map.of())
                        .build());
    }

    private static AprimoPmClient pm(Connector connector) {
        return ((AprimoConnector) connector).pm();
    }

    @Override
    public ContractCall read(Connector connector) {
        long id = sandbox.pm().personRaises("alpha", "Logo is missing");
        return new ContractCall(
                "GET",
                "/api/generic-object-alpha/" + id,
                () -> pm(connector).genericObjects("alpha").get(id));
    }

    @Override
    public ContractCall write(Connector connector) {
        return new ContractCall(
                "POST",
                "/api/generic-object-alpha",
                () -> pm(connector).genericObjects("alpha").create(new PmChange().set("name", "Blocker")));
    }

    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/login/connect/token");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(AprimoSandbox.CLIENT_SECRET, PmTenantOptions.WEBHOOK_SECRET);
    }

    @Override
    public String wordMember() {
        return "status";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.pm().personRaises("alpha", "Issue " + i);
        }
    }

    @Override
    public Paged<?> list(Connector connector, int pageSize) {
        return pm(connector).genericObjects("alpha").list(pageSize);
    }

    @Override
    public boolean pageInCircles() {
        sandbox.pm().ignoreOffsets();
        return true;
    }

    /** Another number than any object has, and no record of the DAM either. */
    @Override
    public SourceRef missing(Connector connector) {
        return PmRef.of(PmRef.PROJECTS, 999_999).in(AprimoConnector.SYSTEM);
    }

    /** The index of the DAM lags. */
    @Override
    public void changeAsset(Connector connector, int number) {
        super.changeAsset(connector, number);
        clock.advance(Duration.ofSeconds(1));
    }

    @Override
    public String missingCode() {
        return "Adam.ItemNotFoundException";
    }

    @Override
    public SourceRef budget(Connector connector) {
        return PmRef.of(PmRef.COMMITMENTS, sandbox.pm().personCommits("1250.50", 1, 42))
                .in(AprimoConnector.SYSTEM);
    }

    @Override
    public SourceRef commentable(Connector connector) {
        return PmRef.of(PmRef.DIGITAL_ASSETS, sandbox.pm().personUploadsForReview("Poster"))
                .in(AprimoConnector.SYSTEM);
    }

    @Override
    public SourceRef work(Connector connector) {
        return PmRef.of(PmRef.ACTIVITIES, PmTenant.CAMPAIGN).in(AprimoConnector.SYSTEM);
    }

    @Override
    public String workStatus() {
        return "production";
    }

    @Override
    public WebhookRequest webhook() {
        return PmPushes.signed(PmPushes.body(102, 9952, 12), clock.now());
    }

    @Override
    public WebhookRequest webhook(byte[] body, Instant sentAt) {
        return PmPushes.signed(body, clock.now());
    }

    @Override
    public boolean isWebhookTimed() {
        return false;
    }

    @Override
    public WebhookRequest forgedWebhook() {
        return PmPushes.unsigned(PmPushes.body(102, 9952, 12), clock.now());
    }
}
