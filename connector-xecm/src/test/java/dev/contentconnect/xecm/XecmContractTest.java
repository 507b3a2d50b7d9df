package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.xecm.api.Nodes;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class XecmContractTest extends ConnectorContract {
    private static final String NODES = "/cs/cs/api/v2/nodes";

    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new Subject(new XecmSandbox(clock));
    }

    private static final class Subject extends ContractSubject {
        private final XecmSandbox sandbox;
        private final AtomicInteger count = new AtomicInteger();

        Subject(XecmSandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public ErrorKind pageWithStatus200() {
            return ErrorKind.UNAVAILABLE;
        }

        @Override
        public ErrorKind cutOffJsonWithStatus200() {
            return ErrorKind.UNAVAILABLE;
        }

        @Override
        public Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public Connector connect(Wiring wiring) {
            return XecmConnector.create(
                    Server.full(wiring.apply(XecmConfig.builder()), sandbox).build());
        }

        @Override
        public ContractCall read(Connector connector) {
            long id = sandbox.upload(XecmSandbox.FOLDER, "poster-" + count.incrementAndGet() + ".pdf", CONTENT);
            sandbox.edit(id, XecmSandbox.ASSET_CATEGORY + "_5", "Draft");
            AssetReader reader = connector.require(AssetReader.class);
            SourceRef ref = SourceRef.of("xecm", Long.toString(id));
            return new ContractCall("GET", NODES + "/" + id, () -> reader.get(ref));
        }

        @Override
        public ContractCall write(Connector connector) {
            Nodes nodes = ((XecmConnector) connector).client().nodes();
            return new ContractCall(
                    "POST",
                    NODES,
                    () -> nodes.create(Map.of(
                            "type", 0, "parent_id", XecmSandbox.FOLDER, "name", "Folder " + count.incrementAndGet())));
        }

        @Override
        public Optional<String> tokenPath() {
            return Optional.of("/cs/cs/api/v1/auth");
        }

        @Override
        public Set<String> secrets() {
            return Set.of(XecmSandbox.PASSWORD);
        }

        @Override
        public String missingCode() {
            return "not_accessible";
        }

        @Override
        public String wordMember() {
            return XecmSandbox.ASSET_CATEGORY + "_5";
        }

        @Override
        public void fillList(Connector connector, int wanted) {
            for (int i = 0; i < wanted; i++) {
                sandbox.upload(XecmSandbox.FOLDER, "poster-" + i + ".pdf", CONTENT);
            }
        }

        @Override
        public SourceRef missing(Connector connector) {
            return SourceRef.of("xecm", "999999");
        }

        @Override
        public SourceRef approvalSubject(Connector connector) {
            return asset(connector, "subject");
        }
    }
}
