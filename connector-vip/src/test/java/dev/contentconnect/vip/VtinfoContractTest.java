package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.vip.map.VtinfoAddress;
import dev.contentconnect.vip.map.VtinfoRef;
import dev.contentconnect.vip.sandbox.VtinfoSandbox;
import java.util.Optional;
import java.util.Set;

class VtinfoContractTest extends ConnectorContract {
    private static final String CODE = "00123";

    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new Subject();
    }

    private static final class Subject extends ContractSubject {
        private final VtinfoSandbox sandbox = new VtinfoSandbox();

        Subject() {
            sandbox.distributor(CODE);
        }

        @Override
        public Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public Connector connect(Wiring wiring) {
            return VipConnector.create(sandbox.aim(wiring.apply(VipConfig.vtinfo()))
                    .distributors(CODE)
                    .snapshots(VtinfoSnapshots.inMemory())
                    .build());
        }

        private SourceRef ref(String address) {
            return VtinfoRef.of(
                            CODE, VtinfoAddress.of(sandbox.endpoint(), address).get())
                    .ref();
        }

        @Override
        public ContractCall read(Connector connector) {
            String logo = sandbox.file("logo.png", "image/png", CONTENT);
            sandbox.distributor(CODE).brand("7", "Elm Brewing", logo, "Craft");
            AssetReader reader = connector.require(AssetReader.class);
            SourceRef ref = ref(logo);
            return new ContractCall("GET", "/bbs/v1/distributor/" + CODE + "/brands", () -> reader.get(ref));
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public Optional<String> tokenPath() {
            return Optional.empty();
        }

        @Override
        public Set<String> secrets() {
            return Set.of();
        }

        @Override
        public String wordMember() {
            return "group_name";
        }

        @Override
        public void fillList(Connector connector, int count) {
            for (int i = 1; i <= count; i++) {
                asset(connector, "list-" + i);
            }
        }

        @Override
        public SourceRef missing(Connector connector) {
            return SourceRef.of("vip", CODE + ":" + "0".repeat(32));
        }

        @Override
        public SourceRef asset(Connector connector, String key) {
            String image = sandbox.file(key.hashCode() + " (front).png", "image/png", CONTENT);
            sandbox.distributor(CODE).product(key, "Beer " + key, image, null, "I-" + key);
            return ref(image);
        }
    }
}
