package dev.contentconnect.smintio;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the contract reaches Smint.io: licensing and a portal, or licensing and backend alone. */
final class SmintioSubject extends ContractSubject {
    private final FakeClock clock;
    private final SmintioSandbox sandbox;
    private final boolean portal;
    private int made;

    SmintioSubject(FakeClock clock, boolean portal) {
        this.clock = clock;
        this.sandbox = new SmintioSandbox(clock);
        this.portal = portal;
    }

    @Override
    public ErrorKind pageWithStatus200() {
        return ErrorKind.UNAVAILABLE;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        SmintioConfigBuilder builder = Tenant.licensing(Tenant.basic(wiring, sandbox), sandbox);
        return SmintioConnector.create((portal ? Tenant.portal(builder, sandbox) : builder).build());
    }

    @Override
    public ContractCall read(Connector connector) {
        if (!portal) {
            SmintioClient client = ((SmintioConnector) connector).client();
            return new ContractCall(
                    "GET",
                    SmintioSandbox.LICENSING + SmintioSandbox.METADATA_PATH,
                    () -> client.licensing().metadata());
        }
        AssetReader reader = connector.require(AssetReader.class);
        SourceRef asset = SourceRef.of("smintio", sandbox.shows("Poster", CONTENT));
        return new ContractCall("POST", operation("IAssetsRead", "getAssetAsync"), () -> reader.get(asset));
    }

    private static String operation(String type, String method) {
        return SmintioSandbox.FRONTEND + "/portals/" + SmintioSandbox.PORTAL + "/portalsContext/" + type + "/execute/"
                + method;
    }

    @Override
    public ContractCall write(Connector connector) {
        if (!portal) {
            SmintioClient client = ((SmintioConnector) connector).client();
            Map<String, Object> form = Map.of("name", "Rules");
            return new ContractCall(
                    "POST", "/backend/v1/customForms", () -> client.backend().createForm(form));
        }
        String asset = sandbox.shows("Poster", CONTENT);
        sandbox.personAdds(SmintioSandbox.REVIEWS, asset);
        SmintioClient client = ((SmintioConnector) connector).client();
        return new ContractCall(
                "POST",
                operation("ICollectionsAssetsModify", "commentCollectionAssetAsync"),
                () -> client.portal().collections().comment(SmintioSandbox.REVIEWS, asset, "Hm " + ++made));
    }

    /** What is left of a redirect to the page for maintenance that somebody on the way has followed. */
    @Override
    public Optional<String> tokenPath() {
        return Optional.of(portal ? "/portal/connect/token" : "/connect/token");
    }

    @Override
    public Set<String> secrets() {
        return sandbox.secrets();
    }

    @Override
    public String wordMember() {
        return portal ? "state" : "key";
    }

    @Override
    public void fillList(Connector connector, int count) {
        for (int i = 0; i < count; i++) {
            if (portal) {
                sandbox.shows("Poster " + i, CONTENT);
            } else {
                sandbox.buys(
                        Bought.image("list-" + i, "Poster " + i, clock.now()).build());
            }
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Override
    public Paged<?> list(Connector connector, int pageSize) {
        return connector.require(AssetReader.class).query(AssetQuery.ALL.withPageSize(pageSize));
    }

    @Override
    public boolean pageWithGaps() {
        if (portal) {
            sandbox.sendEmptyPages();
        }
        return portal;
    }

    @Override
    public boolean pageInCircles() {
        if (portal) {
            sandbox.searchInCircles();
        } else {
            sandbox.streamInCircles();
        }
        return true;
    }

    @Override
    public SourceRef missing(Connector connector) {
        return SourceRef.of("smintio", portal ? "dam:image:missing" : "license/missing");
    }

    @Override
    public @Nullable String missingCode() {
        return portal ? "not_found" : null;
    }

    @Override
    public SourceRef asset(Connector connector, String key) {
        if (portal) {
            return SourceRef.of("smintio", sandbox.shows(key, CONTENT));
        }
        String uuid = "asset-" + ++made;
        sandbox.buys(Bought.image(uuid, key, clock.now()).build());
        sandbox.adds(uuid, "b-1", "standard", "original.jpg", CONTENT);
        return SourceRef.of("smintio", "license/" + uuid);
    }

    @Override
    public void changeAsset(Connector connector, int number) {
        sandbox.buys(Bought.image("change-" + number, "Poster", clock.now()).build());
    }
}
