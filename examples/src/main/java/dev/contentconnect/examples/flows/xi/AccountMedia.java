package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * XI3: demos, testimonials and recordings of a customer are linked into the workspace of that customer.
 *
 * <p>Trigger: any event of the library's {@code AssetFeed} or {@code WebhookReceiver}, or of the {@code WorkspaceFeed}, to
 * {@link #handle}. Where the library's feed does not tell of changed metadata, call {@link #sweep} now and then.
 *
 * <p>Steps: an asset belongs to the accounts that its segments of the kind {@code account} name, by the key that the
 * customer has in the leading application and the workspace in its business object. What is tagged as one of the wanted kinds
 * and not out of use is linked by its record, approved or not: the record says which. What loses its tag or its account, is
 * blocked or binned is unlinked. Where a customer has no workspace yet, the trail says so and nothing is made: the leading
 * application makes workspaces, and the event of the new one brings what waits for it.
 *
 * <p>Effects and their keys: as in {@link CampaignReferences}; both flows share the record of an asset.
 */
public final class AccountMedia {
    /** The name of the flow: the source of its events. */
    public static final String FLOW = "xi3";

    /** The type of workspace that a customer has. */
    public static final String WORKSPACE_TYPE = "account";

    /** The kind of segment that names an account. */
    public static final SegmentKind ACCOUNT = SegmentKind.of("account");

    /** The tags of what is linked, unless told otherwise. */
    public static final Set<String> KINDS = Set.of("demo", "testimonial", "recording");

    private final MediaShelf shelf;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where the assets are; offers {@code AssetReader} with {@code query.segments}, and {@code ApprovalDesk}
     * @param archive where the accounts are; offers {@code WorkspaceDesk}, {@code AssetReader} and {@code AssetWriter}
     * @param pages where people look at an asset of the library
     * @param kinds tags, any of which makes an asset one to be linked; letter case aside
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public AccountMedia(
            Connector library,
            Connector archive,
            Function<SourceRef, URI> pages,
            Set<String> kinds,
            StateStore state,
            TimeSource time) {
        Set<String> wanted = kinds.stream().map(AccountMedia::lower).collect(Collectors.toUnmodifiableSet());
        this.shelf = new MediaShelf(
                library,
                archive,
                pages,
                WORKSPACE_TYPE,
                ACCOUNT,
                (asset, standing) -> objection(asset, standing, wanted),
                new FlowTrail(FLOW, state, time));
    }

    private static @Nullable String objection(Asset asset, AssetStatus standing, Set<String> wanted) {
        if (standing.equals(AssetStatus.BLOCKED)) {
            return "it is " + asset.status().value();
        }
        boolean tagged = asset.tags().stream().map(AccountMedia::lower).anyMatch(wanted::contains);
        return tagged ? null : "it is none of " + wanted;
    }

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes in an event of either system; one that is none of this flow's business changes nothing.
     *
     * @param event a change of an asset or a workspace
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(String)}
     */
    public void handle(CaseEvent event) {
        shelf.handle(event);
    }

    /**
     * Brings the workspace of an account to the state that it should have.
     *
     * @param account its business key
     * @return what is linked now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails, after all other assets were settled;
     *     call again later
     */
    public ShelfOutcome advance(String account) {
        return shelf.bring(account);
    }

    /**
     * Brings an asset into the workspaces of its accounts, and out of others.
     *
     * @param asset its identity in the library
     * @return the outcome for each account that was or is concerned
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(String)}
     */
    public Map<String, ShelfOutcome> advance(SourceRef asset) {
        return shelf.look(asset);
    }

    /**
     * Brings all workspaces that this flow has met to the state that they should have.
     *
     * @return the outcome for each account
     * @throws dev.contentconnect.core.error.ConnectorException the first failure, after all were tried
     */
    public Map<String, ShelfOutcome> sweep() {
        return shelf.sweep();
    }
}
