package dev.contentconnect.generic;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
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

/** With what is needed to read, a key in a header, and lists that go on by numbers. */
class GenericReadOnlyContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new Subject(new GenericSandbox(clock));
    }

    private static final class Subject extends ContractSubject {
        private final GenericSandbox sandbox;

        Subject(GenericSandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public Connector connect(Wiring wiring) {
            return GenericConnector.create(Tenant.reading(sandbox, wiring)
                    .paging(Tenant.NUMBERS)
                    .header("X-Api-Key", Secret.of(GenericSandbox.SECRET))
                    .build());
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public ContractCall read(Connector connector) {
            SourceRef asset = asset(connector, "read");
            AssetReader reader = connector.require(AssetReader.class);
            return new ContractCall("GET", "/v2/assets/", () -> reader.get(asset));
        }

        @Override
        public SourceRef asset(Connector connector, String key) {
            return SourceRef.of(connector.system(), sandbox.add(Map.of("name", "Poster", "externalId", key), CONTENT));
        }

        @Override
        public Optional<String> tokenPath() {
            return Optional.empty();
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
        public boolean pageInCircles() {
            sandbox.pageInCircles();
            return true;
        }

        @Override
        public void fillList(Connector connector, int wanted) {
            for (int i = 0; i < wanted; i++) {
                sandbox.add(Map.of("name", "Poster " + i));
            }
        }
    }
}
