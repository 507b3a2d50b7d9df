package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/**
 * XI1: the workspace of a campaign refers to the approved assets of the campaign, with address, version and status, and no
 * longer to those whose approval was withdrawn.
 *
 * <p>Trigger: any event of the library's {@code AssetFeed} or {@code WebhookReceiver}, or of the {@code WorkspaceFeed}, to
 * {@link #handle}. Where the library's feed does not tell of approvals, call {@link #sweep} now and then.
 *
 * <p>Steps: an asset belongs to the campaigns that its segments of the kind {@code campaign} name by business key. It is
 * referred to when the approval of its <em>current</em> version says approved and nothing takes it out of use. Its record is
 * made or brought up to date, and a link to the record put into the workspace. When the approval is withdrawn, a new version
 * comes, or the asset is blocked, binned or moved to another campaign, the record gets that status and the link goes; the
 * record itself stays. Workspaces are not made here: campaigns begin in the other system.
 *
 * <p>Effects and their keys: the record of an asset has the identity of the asset as its key, and a workspace has one link to it. All
 * steps are states: repeating them changes nothing, and what people link by hand beside is left alone.
 */
public final class CampaignReferences {
    /** The name of the flow: the source of its events. */
    public static final String FLOW = "xi1";

    /** The type of workspace that a campaign has, unless told otherwise. */
    public static final String WORKSPACE_TYPE = "campaign";

    private final MediaShelf shelf;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where the assets are; offers {@code AssetReader} with {@code query.segments}, and {@code ApprovalDesk}
     * @param archive where the campaigns are; offers {@code WorkspaceDesk}, {@code AssetReader} and {@code AssetWriter}
     * @param pages where people look at an asset of the library
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public CampaignReferences(
            Connector library, Connector archive, Function<SourceRef, URI> pages, StateStore state, TimeSource time) {
        this.shelf = new MediaShelf(
                library,
                archive,
                pages,
                WORKSPACE_TYPE,
                SegmentKind.CAMPAIGN,
                (asset, standing) ->
                        standing.equals(AssetStatus.APPROVED) ? null : "its current version is " + standing.value(),
                new FlowTrail(FLOW, state, time));
    }

    /**
     * Takes in an event of either system; one that is none of this flow's business changes nothing.
     *
     * @param event a change of an asset, an approval or a workspace
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(String)}
     */
    public void handle(CaseEvent event) {
        shelf.handle(event);
    }

    /**
     * Brings the workspace of a campaign to the state that it should have.
     *
     * @param campaign its business key
     * @return what it refers to now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails, after all other assets were settled;
     *     call again later
     */
    public ShelfOutcome advance(String campaign) {
        return shelf.bring(campaign);
    }

    /**
     * Brings an asset into the workspaces of its campaigns, and out of others. Sees what the index of the library does not
     * show yet.
     *
     * @param asset its identity in the library
     * @return the outcome for each campaign that was or is concerned
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(String)}
     */
    public Map<String, ShelfOutcome> advance(SourceRef asset) {
        return shelf.look(asset);
    }

    /**
     * Brings all workspaces that this flow has met to the state that they should have.
     *
     * @return the outcome for each campaign
     * @throws dev.contentconnect.core.error.ConnectorException the first failure, after all were tried
     */
    public Map<String, ShelfOutcome> sweep() {
        return shelf.sweep();
    }
}
