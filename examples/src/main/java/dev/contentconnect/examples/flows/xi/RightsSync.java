package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.mirror.FieldPorts;
import dev.contentconnect.core.mirror.Mirror;
import dev.contentconnect.core.mirror.MirrorResult;
import dev.contentconnect.core.mirror.MirrorSide;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * XI2: the rights of an asset are the same in the library and in the workspace of the asset, whoever changes them; its
 * agreements and releases are on file there.
 *
 * <p>Trigger: any event of the library's {@code AssetFeed} or {@code WebhookReceiver}, or of the {@code WorkspaceFeed}, to
 * {@link #handle}; and {@link #sweep} now and then, because a library's feed may not tell of changed metadata.
 *
 * <p>Steps: the workspace of the asset is found or made. Agreements that the asset names are filed there, and named in
 * the rights of the workspace. Then rights go both ways, as three parts: the status; holder and terms; and what is granted,
 * forbidden, limited and released. A part that changed on one side is copied to the other; one that changed on both is decided
 * by the rule of the {@link RightsMapping}, and what lost is kept in the trail. A status that forbids blocks the asset in the
 * library, every other one lets it free: that is how {@code RightsWriter} applies rights. At last the workspace is told
 * how the approval of the current version stands.
 *
 * <p>Effects and their keys: the workspace has the id of the asset as its business key, a document the version of its agreement. Rights
 * and attributes are states. What broke off is taken up by the next call: see {@link Mirror}.
 */
public final class RightsSync {
    /** The name of the flow: the source of its events. */
    public static final String FLOW = "xi2";

    /** The type of workspace that an asset has. */
    public static final String WORKSPACE_TYPE = "media";

    private static final Set<AssetStatus> OUT_OF_USE = Set.of(AssetStatus.BLOCKED, AssetStatus.ARCHIVED);

    private final String system;
    private final String archive;
    private final AssetReader media;
    private final RightsReader rights;
    private final RightsWriter writer;
    private final WorkspaceDesk desk;
    private final Predicate<Asset> concerned;
    private final Agreements agreements;
    private final ApprovalNote approvals;
    private final Mirror mirror;
    private final RightsNotes notes;

    private RightsSync(
            Connector library,
            Connector archive,
            RightsMapping mapping,
            Function<SourceRef, URI> pages,
            Predicate<Asset> concerned,
            StateStore state,
            TimeSource time) {
        FlowTrail trail = new FlowTrail(FLOW, state, time);
        this.system = library.system();
        this.archive = archive.system();
        this.media = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.writer = library.require(RightsWriter.class);
        this.desk = archive.require(WorkspaceDesk.class);
        this.concerned = concerned;
        this.agreements =
                new Agreements(library, archive, mapping.libraryFields().get("agreements"), trail);
        this.approvals = new ApprovalNote(library, archive, mapping, pages);
        this.mirror = Mirror.builder(FLOW, state, time)
                .between(side(library), side(archive))
                .field("status", mapping.rule())
                .field("licence", mapping.rule())
                .field("scope", mapping.rule())
                .build();
        this.notes = new RightsNotes(trail);
    }

    /**
     * Makes the flow, if the mapping fits both systems. Never touches the network.
     *
     * @param library where the assets are, on the left of the rule; offers {@code AssetReader}, {@code ApprovalDesk},
     *     {@code RightsReader} and {@code RightsWriter}
     * @param archive where the workspaces are, on the right; offers {@code WorkspaceDesk}, {@code AssetReader},
     *     {@code RightsReader} and {@code RightsWriter}
     * @param mapping which fields hold what; the connectors must be configured with the same
     * @param fields the fields of both systems, as they are now: of the library, then of workspaces of this type
     * @param pages where people look at an asset of the library
     * @param concerned which assets have rights to be kept; the agreements themselves, for example, have none
     * @param state remembers between calls
     * @param time the clock
     * @return the flow
     * @throws dev.contentconnect.core.config.ConfigException naming all fields that are missing or of the wrong kind, and
     *     all words that are in no list of values
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public static RightsSync open(
            Connector library,
            Connector archive,
            RightsMapping mapping,
            Fields fields,
            Function<SourceRef, URI> pages,
            Predicate<Asset> concerned,
            StateStore state,
            TimeSource time) {
        MappingCheck.of(FLOW, mapping, fields.library(), fields.workspace());
        return new RightsSync(library, archive, mapping, pages, concerned, state, time);
    }

    /**
     * The fields of both systems.
     *
     * @param library those of assets
     * @param workspace those of workspaces of the type
     */
    public record Fields(FieldCatalog library, FieldCatalog workspace) {}

    private static MirrorSide side(Connector connector) {
        RightsReader reader = connector.require(RightsReader.class);
        RightsWriter writer = connector.require(RightsWriter.class);
        return MirrorSide.of(connector.system())
                .field("status", FieldPorts.rights(reader, writer, "status"))
                .field("licence", FieldPorts.rights(reader, writer, "holder", "usageTerms"))
                .field(
                        "scope",
                        FieldPorts.rights(
                                reader, writer, "grants", "prohibitions", "limits", "modelRelease", "propertyRelease"))
                .build();
    }

    /**
     * Takes in an event of either system; one that is none of this flow's business changes nothing. Late and repeated ones
     * do no harm: the present state counts.
     *
     * @param event a change of an asset, its rights or its approval, or of a workspace
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        String type = event.type().value();
        if (subject == null) {
            return;
        }
        if (subject.system().equals(system)
                && (type.startsWith("asset.") || type.startsWith("rights.") || type.startsWith("approval."))) {
            advance(subject);
        } else if (subject.system().equals(archive) && type.startsWith("workspace.")) {
            asset(subject).ifPresent(this::advance);
        }
    }

    /** The asset of a workspace of ours. */
    private Optional<SourceRef> asset(SourceRef workspace) {
        return NotThere.asEmpty(() -> desk.get(workspace))
                .filter(one -> WORKSPACE_TYPE.equalsIgnoreCase(one.type()) && one.key() != null)
                .map(one -> SourceRef.of(system, Objects.requireNonNull(one.key())));
    }

    /**
     * Brings the rights of an asset and of its workspace to the same.
     *
     * @param asset its identity in the library
     * @return how they stand now
     * @throws ConnectorException when a system fails; call again later. Conflict when somebody else has a workspace of the
     *     same key that we may not see, or changed something in the same moment
     * @throws dev.contentconnect.core.state.StateException when another worker is busy with the asset
     */
    public RightsSyncOutcome advance(SourceRef asset) {
        Optional<Asset> found = NotThere.orBinned(media, asset).filter(concerned);
        if (found.isEmpty()) {
            return new RightsSyncOutcome.Nothing();
        }
        Asset now = found.get();
        Workspace workspace = workspace(now);
        notes.met(now.ref(), workspace);
        agreements.file(now, workspace);
        MirrorResult result = mirror.sync(now.ref(), workspace.ref());
        approvals.tell(now, workspace);
        return new RightsSyncOutcome.Synced(
                workspace.ref(), notes.use(enforced(now.ref()), workspace), result.conflicts(), result.refused());
    }

    /** A word that people typed into the library forbids there only when the rights are applied. */
    private RightsRecord enforced(SourceRef asset) {
        RightsRecord now = rights.rights(asset);
        boolean let =
                now.status().forbids() && !OUT_OF_USE.contains(media.get(asset).status());
        return let ? writer.apply(now) : now;
    }

    private Workspace workspace(Asset asset) {
        try {
            return desk.findOrCreate(new WorkspaceRequest(
                    asset.ref().id(), WORKSPACE_TYPE, MediaLibrary.title(asset), approvals.atFirst(asset)));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.REJECTED) {
                notes.failed(asset.ref(), e);
            }
            throw e;
        }
    }

    /**
     * Brings all assets that this flow has met to the same on both sides.
     *
     * @return the outcome for each asset
     * @throws ConnectorException the first failure, after all were tried
     */
    public Map<SourceRef, RightsSyncOutcome> sweep() {
        return EachInTurn.of(List.copyOf(notes.assets()), this::advance);
    }
}
