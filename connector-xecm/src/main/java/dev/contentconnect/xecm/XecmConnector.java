package dev.contentconnect.xecm;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.wire.WireUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One Extended ECM server. Safe for several threads; open it once and keep it. */
public final class XecmConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = AssetMapper.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private static final String CHECK = "check";
    private static final long ENTERPRISE = 2_000;

    private final XecmConfig config;
    private final XecmClient client;
    private final Archive archive;

    private XecmConnector(XecmConfig config, XecmClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        this.archive = new Archive(client, config);
        offer(AssetReader.class, new XecmReader(archive));
        if (config.assets().folder() != null) {
            offer(AssetWriter.class, new XecmWriter(archive));
        }
        if (config.rights().category() != null) {
            XecmRights rights = new XecmRights(archive);
            offer(RightsReader.class, rights);
            offer(RightsWriter.class, rights);
        }
        offer(WorkspaceDesk.class, new XecmWorkspaces(archive));
        if (!config.workflows().maps().isEmpty()) {
            WorkflowBook book = new WorkflowBook(archive);
            offer(ApprovalDesk.class, new XecmApprovals(book));
            offer(CaseDesk.class, new XecmCases(book));
        }
        if (!config.feed().folders().isEmpty()) {
            offer(AssetFeed.class, new XecmAssetFeed(archive));
        }
        if (!config.feed().workspaceTypes().isEmpty()) {
            offer(WorkspaceFeed.class, new XecmWorkspaceFeed(archive));
        }
        needs(AssetWriter.class, "assetFolder");
        needs(RightsReader.class, "rightsCategory");
        needs(RightsWriter.class, "rightsCategory");
        needs(ApprovalDesk.class, "workflowMaps");
        needs(CaseDesk.class, "workflowMaps");
        needs(AssetFeed.class, "feedFolders or assetFolder");
        needs(WorkspaceFeed.class, "feedWorkspaceTypes or businessObjects");
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach the server
     * @return a connector, ready for use
     */
    public static XecmConnector create(XecmConfig config) {
        return new XecmConnector(config, XecmClient.create(config));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static XecmConnector create(XecmConfig config, XecmClient client) {
        return new XecmConnector(config, client);
    }

    /**
     * The server in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public XecmClient client() {
        return client;
    }

    /**
     * What records management says of a document. Several requests.
     *
     * @param document its identity in this system
     * @return record details, disposition and holds; nothing in them when it is no record
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected with the code {@code unsupported} where
     *     records management is not installed, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public Retention retention(SourceRef document) {
        checkOpen();
        return RetentionReading.read(client.records(), Archive.id("records.retention", document), archive.dates);
    }

    /**
     * Which of some nodes are gone, or not visible any more. The server tells nobody of deletions, so a host that needs to
     * know asks for what it remembers, now and then: a request for each 250.
     *
     * @param known identities of this system
     * @return those that are no longer there
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public List<SourceRef> gone(Collection<SourceRef> known) {
        checkOpen();
        Map<SourceRef, Long> ids = new LinkedHashMap<>();
        known.forEach(ref -> ids.put(ref, Archive.id("assets.gone", ref)));
        Set<Long> there =
                client.nodes().byIds(ids.values()).stream().map(one -> one.id()).collect(Collectors.toSet());
        return ids.keySet().stream()
                .filter(ref -> !there.contains(ids.get(ref)))
                .toList();
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                SYSTEM, "OpenText Extended ECM", "v1 and v2", XecmCapabilities.describe(config, offered()));
    }

    /**
     * Asks who we are, and whether the configured folder, categories and attributes are there.
     *
     * @return what was found
     * @throws dev.contentconnect.core.error.ConnectorException Rejected when a category or an attribute that is configured
     *     by name is missing, NotFound when the asset folder is, Unauthenticated, Unavailable, TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        WireUser me = client.members().me();
        String version = client.serverInfo().object("server").text("version");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("user", Long.toString(me.id()));
        Long folder = config.assets().folder();
        if (folder != null) {
            client.nodes().get(folder);
        }
        long any = folder != null ? folder : ENTERPRISE;
        checkCategory(
                details,
                any,
                "assets",
                "assetFields",
                config.assets().category(),
                config.assets().fields());
        checkCategory(
                details,
                any,
                "rights",
                "rightsFields",
                config.rights().category(),
                config.rights().fields());
        return new ConnectorCheck(
                SYSTEM,
                Objects.requireNonNullElse(me.name(), config.login().username()),
                version,
                config.options().time().now(),
                details);
    }

    private void checkCategory(
            Map<String, String> details,
            long node,
            String what,
            String option,
            @Nullable String category,
            Map<String, String> fields) {
        if (category == null) {
            return;
        }
        List<String> missing = archive.catalog.missing(CHECK, node, category, fields);
        if (!missing.isEmpty()) {
            throw REFUSED.rejected(
                    CHECK,
                    "fields_missing",
                    "the category " + category + " has no attributes " + missing + "; name others in " + option
                            + ", or leave them out there");
        }
        details.put(what, "category " + category);
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the server; no secrets. */
    @Override
    public String toString() {
        return "XecmConnector[" + config + "]";
    }
}
