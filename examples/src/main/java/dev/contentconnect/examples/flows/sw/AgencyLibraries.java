package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StoreOwner;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SW7: one agency works for several clients, each with a tenant and a portal of its own; approvals, rules for use and escalation are
 * those of the client, and nothing of one client reaches another.
 *
 * <p>Trigger: an event of the feed of a client's tenant, or about a case: {@link #runners} makes a host's runners for both.
 * {@link #advance} may be called any number of times, late and after a crash at any point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A new version is taken out of every publication of its portal before anybody is asked.
 *   <li>A case for the client's stakeholders, with its due time and its groups: {@code sw7.{client}:{asset}@{version}}. What is late is
 *       escalated by the workflow service as the client wants it; the portal is told, {@code {case key}:{task}}.
 *   <li>What everybody approved, and what the rights allow for the client's uses, is published for the client's audience under the key
 *       of the case. Otherwise the portal says why.
 * </ol>
 *
 * <p><b>Isolation.</b> Tenants of one system name their objects by that system: the same identity is another asset in each of them. So
 * each client has a <em>store of its own</em>, as with {@code JdbcStateStore.builder(pool).tablePrefix("northpeak_")}, which is taken
 * for the client once ({@link StoreOwner}) and refused for any other; a connector of its own with its own logins and shelf; and runners
 * of its own, into which the feed of the shared workflow service comes narrowed to the client's cases. Keys in that service begin with
 * the client's name. Smint.io has no policies for clients: they are the host's, as {@link ClientPolicy}.
 */
public final class AgencyLibraries {
    /** The name of the flow; with a dot and the client's name behind it the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw7";

    private final Connector workflow;
    private final TimeSource time;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Map<String, ClientReview> reviews = new LinkedHashMap<>();

    /**
     * One client.
     *
     * @param policy what was agreed
     * @param library its tenant and portal; offers {@code AssetReader}, {@code AssetPublisher}, {@code CommentThread} and
     *     {@code RightsReader}, and {@code AssetFeed} for runners
     * @param shown which assets an event of its tenant is about
     * @param state remembers for this client alone
     */
    public record Client(ClientPolicy policy, Connector library, ShownAssets shown, StateStore state) {}

    private AgencyLibraries(Connector workflow, TimeSource time) {
        this.workflow = workflow;
        this.time = time;
    }

    /**
     * Makes the flow, and takes each store for its client. Never touches the network, apart from the stores.
     *
     * @param workflow where all clients' people approve; offers {@code CaseDesk} and {@code ApprovalDesk}, and {@code CaseFeed} for
     *     runners
     * @param clients each with a name, a connector and a store of its own
     * @param time the clock
     * @return the flow
     * @throws IllegalArgumentException when a connector lacks a capability, or two clients share a name or a connector
     * @throws IllegalStateException when a store belongs to another client
     */
    public static AgencyLibraries open(Connector workflow, List<Client> clients, TimeSource time) {
        AgencyLibraries out = new AgencyLibraries(workflow, time);
        for (Client one : clients) {
            String name = one.policy().client();
            if (out.clients.containsKey(name)) {
                throw new IllegalArgumentException("two clients are called " + name);
            }
            if (out.clients.values().stream().anyMatch(other -> other.library() == one.library())) {
                throw new IllegalArgumentException("the connector of " + name + " is another client's, too");
            }
            StoreOwner.take(one.state(), name, time.now());
            out.clients.put(name, one);
            out.reviews.put(name, new ClientReview(one, workflow, time));
        }
        return out;
    }

    /**
     * Takes an asset of a client one step on, as far as it goes without waiting.
     *
     * @param client whose it is
     * @param asset its identity there
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later. Conflict when the portal got
     *     another version in between
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     * @throws IllegalArgumentException when there is no such client
     */
    public Standing advance(String client, SourceRef asset) {
        return review(client).advance(asset);
    }

    /**
     * Goes on with the assets that an event is about. An event about a case of another client changes nothing.
     *
     * @param client from whose runner or callback it comes
     * @param event from the client's tenant, or from the workflow service
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     * @throws IllegalArgumentException when there is no such client
     */
    public void handle(String client, CaseEvent event) {
        review(client).handle(event);
    }

    private ClientReview review(String client) {
        ClientReview review = reviews.get(client);
        if (review == null) {
            throw new IllegalArgumentException("no client " + client);
        }
        return review;
    }

    /**
     * Runners for all clients, two for each; nothing runs yet. Each keeps its cursor and what it took in with its client.
     *
     * @param every pause between polls
     * @return start, or run, and close them
     * @throws IllegalArgumentException when a connector has no feed
     */
    public List<FeedRunner> runners(Duration every) {
        List<FeedRunner> out = new ArrayList<>();
        clients.forEach((name, client) -> {
            ClientReview review = review(name);
            FeedRunner assets = FeedRunner.builder(FLOW, client.state(), item -> review.handle(item.event()))
                    .poll(client.library().require(AssetFeed.class), every)
                    .time(time)
                    .build();
            out.add(FeedRunner.builder(FLOW + "-cases", client.state(), assets.handOver())
                    .poll(review.narrowed(workflow.require(CaseFeed.class)), every)
                    .time(time)
                    .build());
            out.add(assets);
        });
        return out;
    }
}
