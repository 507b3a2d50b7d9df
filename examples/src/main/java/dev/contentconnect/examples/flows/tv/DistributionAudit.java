package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.Exported;
import dev.contentconnect.core.report.TrailExport;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.DeliveryReading;
import dev.contentconnect.examples.flows.FeedReading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * TV7: what the library says about deliveries, and what the partner network says about acknowledgements, comments and
 * exceptions, becomes one trail for each asset and partner.
 *
 * <p>Call {@link #gather} every few minutes. It may be killed at any point and called any number of times: what was read is
 * recorded in one transaction with the place behind it, and the same happening has the same id. Call it once before the work
 * begins, or give both connectors the option {@code feedFrom}: feeds begin at the present.
 *
 * <p>What is recorded, each with the asset as subject and the partner as step:
 * <ol>
 *   <li>from the library: entries of its distribution log, those of files and of notices, with each status that was seen;
 *       publications, holds, withdrawals, versions, and comments on assets and on entries of the log;
 *   <li>from the network: how far documents got, functional acknowledgements, failures, requests and problems;
 *   <li>from the network where it has no feed: remarks ({@link PartnerRemarks});
 *   <li>what other flows recorded themselves stands in the same trail already;
 *   <li>what could not be read: otherwise nobody knew that something is missing.
 * </ol>
 *
 * <p><b>Order.</b> Trading Grid tells late and out of order, and a trail that is only ever added to is in the order of
 * recording. So there are two ways out: {@link #export} proves that nothing was changed or left out, {@link #inOrder} and
 * {@link #follow} put the same events in the order in which they happened. An acknowledgement that names no asset is recorded
 * under its process, and shows with the asset once any document of that process has named one.
 *
 * <p><b>What nobody can tell.</b> Downloads by partners from the library: WordPress does not see them. Trading Grid publishes
 * no comments but those on maps, no webhooks, and forgets documents after a while; of several states between two readings the
 * last one is known.
 */
public final class DistributionAudit {
    /** The name of the flow: the source of its events and the beginning of its notes. */
    public static final String FLOW = "tv7";

    private final FeedReading assets;
    private final FeedReading documents;
    private final DeliveryReading deliveries;
    private final PartnerRemarks remarks;
    private final AuditFiling filing;
    private final String library;
    private final Set<String> flows;
    private final StateStore state;

    /**
     * Where and how far the trail looks.
     *
     * @param since deliveries that were recorded earlier are left out
     * @param followed for how long a delivery is looked at again after it was recorded
     * @param flows whose own events belong to the trail, such as {@code tv2}: about an asset, with the partner as step
     */
    public record Scope(Instant since, Duration followed, Set<String> flows) {
        /** Makes the scope; the set is copied. */
        public Scope {
            flows = Set.copyOf(flows);
        }
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where content is distributed; offers {@code AssetFeed} and {@code DeliveryLog}
     * @param grid where partners are; offers {@code CaseFeed}
     * @param parties says which partner an event of the network concerns
     * @param remarks what was said in the network
     * @param scope where and how far it looks
     * @param state where trail and cursors are kept
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public DistributionAudit(
            Connector library,
            Connector grid,
            Parties parties,
            PartnerRemarks remarks,
            Scope scope,
            StateStore state,
            TimeSource time) {
        this.library = library.system();
        this.state = state;
        this.remarks = remarks;
        this.flows = scope.flows();
        this.filing = new AuditFiling(library.system(), parties, time);
        this.assets = reading(library.system(), library.require(AssetFeed.class), filing::ofLibrary);
        this.documents = reading(grid.system(), grid.require(CaseFeed.class), filing::ofNetwork);
        this.deliveries = new DeliveryReading(
                FLOW + ".deliveries",
                library.require(DeliveryLog.class),
                state,
                scope.since(),
                scope.followed(),
                time,
                filing::ofDelivery,
                (issue, memory) -> filing.ofIssue(library.system(), issue, memory));
    }

    private FeedReading reading(String system, ChangeFeed feed, BiConsumer<CaseEvent, StateTransaction> meaning) {
        return new FeedReading(FLOW + "." + system, feed, state, batch -> memory -> {
            batch.events().forEach(event -> meaning.accept(event, memory));
            batch.issues().forEach(issue -> filing.ofIssue(system, issue, memory));
        });
    }

    /**
     * Reads what is new in both systems into the trail.
     *
     * @return whether it pays to call again at once, because a feed had more than 20,000 events
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; what was read before is kept, and the next
     *     call goes on there
     * @throws dev.contentconnect.core.state.StateException CONFLICT when another host gathers too
     */
    public boolean gather() {
        // Deliveries first: a comment on an entry of the log is then known to be one.
        deliveries.read();
        boolean moreAssets = assets.read();
        boolean moreDocuments = documents.read();
        List<CaseEvent> said = remarks.remarks();
        state.transact(memory -> {
            said.forEach(remark -> filing.ofRemark(remark, memory));
            return null;
        });
        return moreAssets || moreDocuments;
    }

    /**
     * Writes the whole trail in the order of recording, those of all flows, with the hash of each entry: {@code TrailFile}
     * proves later that nothing was changed, and with what this method gives that nothing was cut off.
     *
     * @param target the file; takes its place when it is whole
     * @return how many entries, and the end of the trail, to be kept elsewhere
     * @throws UncheckedIOException when the file cannot be written
     * @throws dev.contentconnect.core.state.StateException when the trail cannot be read
     */
    public Exported export(Path target) {
        return state.read(view -> TrailExport.jsonLines().chained().write(view, TrailQuery.ALL, target));
    }

    /**
     * Writes the trails of all assets and partners, one after the other, each in the order in which things happened: one
     * canonical JSON document a line. What concerns an asset and no partner stands before those of its partners. Memory is
     * flat; temporary files take as much room as the target.
     *
     * @param target the file; takes its place when it is whole
     * @return how many lines
     * @throws UncheckedIOException when a file cannot be written
     * @throws dev.contentconnect.core.state.StateException when the trail cannot be read
     */
    public long inOrder(Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (SortedEvents sorted = new SortedEvents()) {
            state.read(view -> {
                view.trail(TrailQuery.ALL, entry -> add(view, entry, sorted));
                return null;
            });
            try {
                long lines = write(sorted, part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                return lines;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(SortedEvents sorted, Path file) throws IOException {
        long[] lines = {0};
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            sorted.forEach(json -> {
                out.append(json).append('\n');
                lines[0]++;
            });
        }
        return lines[0];
    }

    private void add(StateView view, TrailEntry entry, SortedEvents sorted) {
        CaseEvent event = entry.event();
        if (!isOurs(event)) {
            return;
        }
        SourceRef subject = event.subject();
        try {
            List<AuditFiling.Place> places =
                    subject == null || isAsset(subject) ? List.of() : AuditFiling.places(view, subject);
            for (AuditFiling.Place place : places) {
                String partner = event.step() == null ? place.partner() : event.step();
                sorted.add(place.asset().toString(), partner, event.occurredAt(), entry);
            }
            if (places.isEmpty()) {
                sorted.add(subject == null ? "" : subject.toString(), event.step(), event.occurredAt(), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(CaseEvent event) {
        return event.source().equals(FLOW) || flows.contains(event.source());
    }

    private boolean isAsset(SourceRef subject) {
        return subject.system().equals(library);
    }

    /**
     * Goes along the trail of an asset and a partner, in the order in which things happened.
     *
     * @param asset the asset
     * @param partner the partner; null for all of them. What concerns the asset and no partner is told in any case
     * @param consumer is given each event
     * @throws UncheckedIOException when a temporary file cannot be written, which takes thousands of events
     * @throws dev.contentconnect.core.state.StateException when the trail cannot be read
     */
    public void follow(SourceRef asset, @Nullable String partner, Consumer<CaseEvent> consumer) {
        try (SortedEvents sorted = new SortedEvents()) {
            state.read(view -> {
                Set<SourceRef> processes = new LinkedHashSet<>();
                view.trail(TrailQuery.ALL.about(asset), entry -> {
                    CaseEvent event = entry.event();
                    if (event.type().equals(CaseEventType.ASSET_LINKED)
                            && event.source().equals(FLOW)
                            && event.related() != null) {
                        processes.add(event.related());
                    }
                    take(entry, event, partner, sorted);
                });
                processes.forEach(process -> view.trail(
                        TrailQuery.ALL.about(process), entry -> take(entry, entry.event(), partner, sorted)));
                return null;
            });
            sorted.forEach(json -> consumer.accept(CanonicalJson.readCaseEvent(json.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(TrailEntry entry, CaseEvent event, @Nullable String partner, SortedEvents sorted) {
        boolean isWanted = partner == null || event.step() == null || partner.equals(event.step());
        if (isOurs(event) && isWanted) {
            try {
                sorted.add("", "", event.occurredAt(), entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
