package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the contract reaches Trading Grid: with everything configured, or with the credential and audiences. */
final class TradingGridSubject extends ContractSubject {
    private static final String PARTNER = "Verona Vittles, \"GmbH\" & {Söhne}";

    private final FakeClock clock;
    private final TradingGridSandbox sandbox;
    private final boolean whole;
    private int users;

    TradingGridSubject(FakeClock clock, boolean whole) {
        this.clock = clock;
        this.sandbox = new TradingGridSandbox(clock);
        this.whole = whole;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        TradingGridConfigBuilder bare = Tenant.bare(wiring.apply(TradingGridConfig.builder()), sandbox);
        return TradingGridConnector.create(
                (whole ? Tenant.whole(bare, sandbox) : bare.audiences(Map.of(Segment.brand("Grün"), List.of(PARTNER))))
                        .build());
    }

    @Override
    public ContractCall read(Connector connector) {
        String user = sandbox.user("reader-" + users++ + "@acme.example", "Lens Standard role");
        TradingGridClient client = ((TradingGridConnector) connector).client();
        return new ContractCall(
                "GET",
                "/TGCommunityServices/v1/companies/" + TradingGridSandbox.COMPANY + "/users/" + user,
                () -> client.community().user(user));
    }

    @Override
    public ContractCall write(Connector connector) {
        TradingGridClient client = ((TradingGridConnector) connector).client();
        return new ContractCall(
                "POST",
                "/TGCommunityServices/v1/companies/" + TradingGridSandbox.COMPANY + "/users",
                () -> client.community().create(Map.of("loginId", "writer-" + users++ + "@acme.example")));
    }

    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/v1/oauth2/tokens");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(TradingGridSandbox.SECRET, TradingGridSandbox.MESSAGING_PASSWORD);
    }

    @Override
    public String wordMember() {
        return "loginId";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.entry(Map.of());
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Override
    public SourceRef asset(Connector connector, String key) {
        return Tenant.ref(sandbox.entry(Map.of(), Map.of("reference id", key)));
    }

    @Override
    public void changeCase(Connector connector, int number) {
        clock.advance(Duration.ofSeconds(1));
        sandbox.entry(Map.of("status", "Batched"));
    }

    @Override
    public SourceRef partner(Connector connector, Segment segment) {
        sandbox.partner(PARTNER, "Active", "orders@verona.example", "ZZ:VERONA");
        ((TradingGridConnector) connector)
                .rules()
                .ifPresent(rules -> rules.grant(Tenant.ref(PARTNER), segment, "test"));
        return Tenant.ref(PARTNER);
    }
}
