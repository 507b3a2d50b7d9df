package dev.contentconnect.generic;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.generic.sandbox.GenericSandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** With everything configured, tokens of an OAuth client, and lists that go on by links. */
class GenericContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new Subject(new GenericSandbox(clock));
    }

    private static final class Subject extends ContractSubject {
        private final GenericSandbox sandbox;
        private final AtomicInteger count = new AtomicInteger();

        Subject(GenericSandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public Connector connect(Wiring wiring) {
            return GenericConnector.create(Tenant.everything(sandbox, wiring).build());
        }

        @Override
        public ContractCall read(Connector connector) {
            SourceRef asset = SourceRef.of(connector.system(), sandbox.add(Map.of("name", "Poster")));
            AssetReader reader = connector.require(AssetReader.class);
            return new ContractCall("GET", "/v2/assets/", () -> reader.get(asset));
        }

        @Override
        public ContractCall write(Connector connector) {
            AssetWriter writer = connector.require(AssetWriter.class);
            Asset poster = Asset.builder(SourceRef.of("elsewhere", "1"))
                    .title("Poster")
                    .build();
            return new ContractCall(
                    "POST",
                    "/v2/assets",
                    () -> writer.create(new AssetDraft("w-" + count.incrementAndGet(), poster, null)));
        }

        @Override
        public Optional<String> tokenPath() {
            return Optional.of("/oauth/token");
        }

        @Override
        public Set<String> secrets() {
            return Set.of(GenericSandbox.SECRET);
        }

        @Override
        public String missingCode() {
            return "not_found";
        }

        @Override
        public String wordMember() {
            return "state";
        }

        @Override
        public void fillList(Connector connector, int wanted) {
            for (int i = 0; i < wanted; i++) {
                sandbox.add(Map.of("name", "Poster " + i));
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
    }
}
