package dev.contentconnect.xecm;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects the options of an {@link XecmConfig}. Not safe for several threads. */
public final class XecmConfigBuilder extends XecmStorageBuilder<XecmConfigBuilder> {
    private static final String NODES_BY_NAME = "pairs such as name=4711, a node id each, with commas between them";
    private static final int MOST_DAYS = 36_500;

    /** How far feeds read back until set: the server filters its audit by days. */
    private static final Duration AUDIT_IN_DAYS = Duration.ofDays(1);

    private ZoneId zone = ZoneOffset.UTC;
    private Map<String, Long> workflowMaps = Map.of();
    private Map<String, String> verdicts = XecmDefaults.VERDICTS;
    private boolean approvedWhenCompleted = false;
    private int finishedDays = 365;
    private List<Long> feedFolders = List.of();
    private Set<String> feedWorkspaceTypes = Set.of();
    private boolean ownChanges = true;

    XecmConfigBuilder() {
        super(AUDIT_IN_DAYS);
    }

    @Override
    protected XecmConfigBuilder self() {
        return this;
    }

    /**
     * Sets the zone of dates that come without one: the time of the server; UTC until set.
     *
     * @param value for example {@code Europe/Vienna}
     * @return this builder
     */
    public XecmConfigBuilder zone(ZoneId value) {
        this.zone = value;
        return self();
    }

    /**
     * Sets workflow maps by stakeholder or type of case; without any there are no approvals and cases.
     *
     * @param value node ids; {@code approval} for stakeholders that are not named
     * @return this builder
     */
    public XecmConfigBuilder workflowMaps(Map<String, Long> value) {
        this.workflowMaps = value;
        return self();
    }

    /**
     * Sets what the labels of dispositions mean; those not named keep their default.
     *
     * @param value outcomes such as {@code approved} by label
     * @return this builder
     */
    public XecmConfigBuilder verdicts(Map<String, String> value) {
        Map<String, String> lower = new LinkedHashMap<>();
        value.forEach((label, outcome) -> lower.put(label.strip().toLowerCase(Locale.ROOT), outcome));
        this.verdicts = over(verdicts, lower);
        return self();
    }

    /**
     * Sets whether a workflow that was completed without a disposition counts as approved; false until set.
     *
     * @param value true or false
     * @return this builder
     */
    public XecmConfigBuilder approvedWhenCompleted(boolean value) {
        this.approvedWhenCompleted = value;
        return self();
    }

    /**
     * Sets how many days back a finished workflow is looked for by its key; 365 until set.
     *
     * @param value 1 to 36500
     * @return this builder
     */
    public XecmConfigBuilder finishedDays(int value) {
        this.finishedDays = value;
        return self();
    }

    /**
     * Sets the folders whose children the asset feed watches; the asset folder until set.
     *
     * @param value node ids
     * @return this builder
     */
    public XecmConfigBuilder feedFolders(List<Long> value) {
        this.feedFolders = value;
        return self();
    }

    /**
     * Sets the workspace types that the workspace feed watches; those of the business objects until set.
     *
     * @param value names or ids
     * @return this builder
     */
    public XecmConfigBuilder feedWorkspaceTypes(Set<String> value) {
        this.feedWorkspaceTypes = value;
        return self();
    }

    /**
     * Sets whether feeds tell of changes by our own user; true until set.
     *
     * @param value false to drop them
     * @return this builder
     */
    public XecmConfigBuilder ownChanges(boolean value) {
        this.ownChanges = value;
        return self();
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    XecmConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        readLogin(in);
        readStorage(in);
        zone = either(in.optional("zone", ZoneId::of, "a zone such as Europe/Vienna"), zone);
        workflowMaps =
                either(in.optional("workflowMaps", text -> Pairs.of(text, Long::valueOf), NODES_BY_NAME), workflowMaps);
        verdicts(either(in.pairs("verdicts"), Map.of()));
        approvedWhenCompleted = in.flag("approvedWhenCompleted", approvedWhenCompleted);
        finishedDays = either(in.integer("finishedDays", 1, MOST_DAYS), finishedDays);
        feedFolders = either(
                in.optional("feedFolders", XecmConfigBuilder::ids, "node ids with commas between them"), feedFolders);
        feedWorkspaceTypes = either(in.words("feedWorkspaceTypes"), feedWorkspaceTypes);
        ownChanges = in.flag("ownChanges", ownChanges);
        return finish(in);
    }

    private static List<Long> ids(String text) {
        return OptionReader.split(text).stream().map(Long::valueOf).toList();
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public XecmConfig build() {
        ConfigCheck check = startCheck();
        checkLogin(check);
        checkStorage(check);
        if (workflowMaps.values().stream().anyMatch(id -> id < 1)) {
            check.problem("workflowMaps", "must be " + NODES_BY_NAME);
        }
        if (feedFolders.stream().anyMatch(id -> id < 1)) {
            check.problem("feedFolders", "must be node ids");
        }
        check.range("finishedDays", finishedDays, 1, MOST_DAYS);
        check.finish(XecmConnector.SYSTEM);
        XecmConfig.Assets assets = makeAssets();
        XecmConfig.Workspaces workspaces = makeWorkspaces();
        Long folder = assets.folder();
        List<Long> folders = feedFolders.isEmpty() && folder != null ? List.of(folder) : feedFolders;
        Set<String> types =
                feedWorkspaceTypes.isEmpty() ? workspaces.businessObjects().keySet() : feedWorkspaceTypes;
        return new XecmConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                makeLogin(),
                zone,
                assets,
                makeRights(),
                workspaces,
                new XecmConfig.Workflows(workflowMaps, verdicts, approvedWhenCompleted, finishedDays),
                new XecmConfig.Feed(folders, types, overlap(), feedFrom(), ownChanges));
    }
}
