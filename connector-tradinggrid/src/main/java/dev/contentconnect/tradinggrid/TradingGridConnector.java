package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.tradinggrid.map.CommentMapper;
import dev.contentconnect.tradinggrid.map.DeliveryMapper;
import dev.contentconnect.tradinggrid.map.Meaning;
import dev.contentconnect.tradinggrid.transport.DocumentTransport;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OpenText Trading Grid: partners, notices, and documents on their way. Safe for several threads; close it when done.
 *
 * <p>What Trading Grid publishes no call for is not here: tasks, cases, comments, broadcasts, webhooks, and the bytes of
 * documents, which travel through a {@link DocumentTransport}.
 */
public final class TradingGridConnector extends AbstractConnector {
    /** The short name of the system. */
    public static final String SYSTEM = Meaning.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private final TradingGridConfig config;
    private final TradingGridClient client;
    private final Tracking tracking;
    private final Directory directory;
    private final Notices notices;
    private final PartnerDesk partners;

    private TradingGridConnector(TradingGridConfig config, TradingGridClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        this.tracking = new Tracking(client, config);
        this.directory = new Directory(client, config);
        this.notices = new Notices(config.state(), config.options().time());
        this.partners = new TradingGridPartners(directory, tracking, notices, hasRules(config));
        offer(AssetReader.class, new TradingGridReader(tracking));
        offer(DeliveryLog.class, new TradingGridDeliveries(tracking));
        offer(CaseFeed.class, new TradingGridFeed(tracking));
        offer(PartnerDesk.class, partners);
        String solution = config.cartographer().solution();
        String entity = config.cartographer().rightsEntity();
        if (solution != null && entity != null) {
            TradingGridRights rights = new TradingGridRights(tracking, solution, entity);
            offer(RightsReader.class, rights);
            offer(RightsWriter.class, rights);
        }
        needs(RightsReader.class, "rightsEntity");
        needs(RightsWriter.class, "rightsEntity");
    }

    static boolean hasRules(TradingGridConfig config) {
        return config.cartographer().rulesEntity() != null
                || !config.partners().audiences().isEmpty();
    }

    /**
     * Connects. Never touches the network.
     *
     * @param config how to reach Trading Grid
     * @return the connector
     */
    public static TradingGridConnector create(TradingGridConfig config) {
        return new TradingGridConnector(config, TradingGridClient.create(config));
    }

    /**
     * Connects through a client of the host's own, for example a fake one.
     *
     * @param config what the free fields mean
     * @param client the client; closed with the connector
     * @return the connector
     */
    public static TradingGridConnector create(TradingGridConfig config, TradingGridClient client) {
        return new TradingGridConnector(config, client);
    }

    /**
     * Trading Grid in its own words.
     *
     * @return the client
     */
    public TradingGridClient client() {
        return client;
    }

    /**
     * What is remembered of notices; needed where one broke off half-way.
     *
     * @return the memory
     */
    public Notices notices() {
        checkOpen();
        return notices;
    }

    /**
     * Writes which partner belongs to which audience.
     *
     * @return the rules; nothing where no table of Cartographer is configured for them
     */
    public Optional<PartnerRules> rules() {
        checkOpen();
        return directory.audiences instanceof Audiences.Table table
                ? Optional.of(new PartnerRules(table))
                : Optional.empty();
    }

    /**
     * Sends documents to partners who may have them, and follows them.
     *
     * @param transport the way of the bytes; the host closes it
     * @return the documents
     */
    public Documents documents(DocumentTransport transport) {
        checkOpen();
        return new Documents(transport, directory, partners, tracking, config);
    }

    /**
     * The decisions that partners' systems made about a document and what belongs to its process: the only approvals there are.
     *
     * @param delivery a delivery of this system
     * @return one for each functional acknowledgement that is a decision; may be empty
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable,
     *     TimedOut, Undecodable
     */
    public List<Approval> acknowledgements(SourceRef delivery) {
        checkOpen();
        String operation = "deliveries.acknowledgements";
        WireEntry entry = tracking.entry(operation, delivery.idIn(SYSTEM));
        Map<String, WireEntry> all = new LinkedHashMap<>();
        all.put(String.valueOf(entry.id()), entry);
        Tracking.of(tracking.processes(operation, List.of(entry)), entry)
                .forEach(one -> all.putIfAbsent(String.valueOf(one.id()), one));
        List<Approval> out = new ArrayList<>();
        all.values()
                .forEach(one -> DeliveryMapper.toApproval(one, tracking.meaning).ifPresent(out::add));
        return out;
    }

    /**
     * What was said about a map of Cartographer. There is no call to answer.
     *
     * @param solution the id of the solution
     * @param map the id of the map
     * @return the comments, each before its replies
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable,
     *     TimedOut, Undecodable
     */
    public List<Comment> comments(String solution, String map) {
        checkOpen();
        SourceRef subject = SourceRef.of(SYSTEM, "map:" + solution + "/" + map);
        return CommentMapper.toComments(subject, client.maps().annotations(solution, map));
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                SYSTEM, "OpenText Active Community – Trading Grid", "v1", TradingGridCapabilities.describe(config));
    }

    /**
     * Reads our own company, and the columns of the tables of Cartographer that are configured: a request each. Messaging and
     * Lens are not asked.
     *
     * @return who we are, and which tables were found
     * @throws dev.contentconnect.core.error.ConnectorException NotFound when the company or a table is not there, RateLimited,
     *     Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        client.community().company();
        Map<String, String> details = new LinkedHashMap<>();
        String solution = config.cartographer().solution();
        for (String table : tables()) {
            client.crossReferences().headers(String.valueOf(solution), table);
            details.put("table " + table, "found");
        }
        return new ConnectorCheck(
                SYSTEM, config.companyId(), null, config.options().time().now(), details);
    }

    private List<String> tables() {
        List<String> out = new ArrayList<>();
        Optional.ofNullable(config.cartographer().rulesEntity()).ifPresent(out::add);
        Optional.ofNullable(config.cartographer().rightsEntity()).ifPresent(out::add);
        return out;
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    @Override
    public String toString() {
        return "TradingGridConnector[" + config + "]";
    }
}
