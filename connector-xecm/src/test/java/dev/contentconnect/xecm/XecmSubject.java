package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.xecm.api.Nodes;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A server, with all that it has or with address and user only. */
final class XecmSubject extends ContractSubject {
    private static final String NODES = "/cs/cs/api/v2/nodes";

    private final XecmSandbox sandbox;
    private final boolean bare;
    private final AtomicInteger count = new AtomicInteger();

    XecmSubject(FakeClock clock, boolean bare) {
        this.sandbox = new XecmSandbox(clock);
        this.bare = bare;
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
    public String missingCode() {
        return "not_accessible";
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        XecmConfigBuilder builder = wiring.apply(XecmConfig.builder());
        return XecmConnector.create((bare ? Server.bare(builder, sandbox) : Server.full(builder, sandbox)).build());
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
    public String wordMember() {
        return XecmSandbox.ASSET_CATEGORY + "_5";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            sandbox.upload(XecmSandbox.FOLDER, "poster-" + i + ".pdf", CONTENT);
        }
    }

    /** Without an asset folder there is no list of assets. */
    @Override
    public Paged<?> list(Connector connector, int pageSize) {
        return bare
                ? ((XecmConnector) connector)
                        .client()
                        .nodes()
                        .children(XecmSandbox.FOLDER, XecmQuery.ALL.pages(pageSize))
                : super.list(connector, pageSize);
    }

    /** Without one nothing is made there either, but what has a nickname is found. */
    @Override
    public SourceRef asset(Connector connector, String key) {
        if (!bare) {
            return super.asset(connector, key);
        }
        Nodes nodes = ((XecmConnector) connector).client().nodes();
        String nickname = Names.nickname(XecmReader.SCOPE, key);
        return nodes.byNickname(nickname).map(one -> AssetMapper.ref(one.id())).orElseGet(() -> {
            long id = sandbox.upload(XecmSandbox.FOLDER, "poster-" + count.incrementAndGet() + ".pdf", CONTENT);
            nodes.setNickname(id, nickname);
            return AssetMapper.ref(id);
        });
    }

    /** Without an external system there are those alone that somebody else made. */
    @Override
    public SourceRef workspace(Connector connector, String key) {
        if (!bare) {
            return super.workspace(connector, key);
        }
        try (XecmConnector somebody =
                XecmConnector.create(Server.full(XecmConfig.builder(), sandbox).build())) {
            return super.workspace(somebody, key);
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
