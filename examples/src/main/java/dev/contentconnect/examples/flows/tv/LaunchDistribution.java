package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.examples.flows.VersionNotes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * TV6: a launch that is coordinated with partners; its finished package is published in the library and handed over to every
 * partner of its audience, and each receipt is confirmed: who has it, who has not.
 *
 * <p>Trigger: the plan, at its time. Trading Grid publishes no call for tasks or projects, so the plan is the host's: made by
 * hand, or from a document of an agreed type. Call {@link #advance} with it, again whenever something may have happened, and
 * {@link #handle} with the events of the network's feed. Both may be called any number of times and after a crash at any point.
 * One worker at a time for each launch.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>Not before the time: every asset is looked at with its rights for the audience. One that is not fit, or not there in
 *       the version of the plan, refuses the launch; nothing goes out. Where the package is out already, nothing more goes out.
 *   <li>One publication, all or nothing: {@code tv6:launch:{id}@{version}}.
 *   <li>One file and one entry in the library's log for each partner and asset:
 *       {@code {key of the publication}/{asset}>{partner}}. Whether the partner may have it is asked for right before the bytes
 *       leave; who joins the audience later gets it with the next call, who left it gets nothing more.
 *   <li>Receipts. Only what the network says was picked up, and an acknowledgement without reserve, is one: everything else was
 *       sent. An acknowledgement with errors or in part leaves the file unconfirmed, a rejection after the pick-up takes the
 *       confirmation back.
 * </ol>
 *
 * <p>A new version of the plan is another package with files of its own; the older one is not gone on with.
 */
public final class LaunchDistribution {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv6";

    private static final String RECIPIENT = "recipient";
    private static final String BEGINNING = FLOW + ":";
    private static final Set<AssetStatus> NOT_OUT =
            Set.of(AssetStatus.DRAFT, AssetStatus.IN_REVIEW, AssetStatus.WITHDRAWN);

    private final PartnerDesk desk;
    private final AssetPublisher publisher;
    private final PartnerLibrary library;
    private final LaunchReceipts receipts;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where the package is; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code DeliveryLog}
     * @param grid where partners are; offers {@code PartnerDesk}
     * @param files the way of the bytes
     * @param serving the channels in which partners use content: rights may depend on them
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public LaunchDistribution(
            Connector library,
            Connector grid,
            PartnerFiles files,
            List<Segment> serving,
            StateStore state,
            TimeSource time) {
        this.desk = grid.require(PartnerDesk.class);
        this.publisher = library.require(AssetPublisher.class);
        this.trail = new FlowTrail(FLOW, state, time);
        this.library = new PartnerLibrary(library, serving);
        this.receipts = new LaunchReceipts(desk, new PartnerDeliveries(files, library, this.library, trail), trail);
    }

    /**
     * Goes on with the launches that an event of the network concerns: a document about one of their assets, or under the key
     * of one. What claims the key of a launch that is not among them is told in the trail and changes nothing. An event only
     * says that something may have happened: what a partner confirmed is asked of the network, for the files it was sent.
     *
     * @param event from the network's feed
     * @param open the plans that are under way
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event, Collection<Launch> open) {
        if (!event.type().value().startsWith("delivery.")) {
            return;
        }
        String key = Objects.requireNonNullElse(event.caseKey(), "");
        boolean known = false;
        for (Launch launch : open) {
            boolean isKey = key.equals(key(launch));
            known |= isKey;
            if (isKey || (event.subject() != null && launch.assets().containsKey(event.subject()))) {
                advance(launch);
            }
        }
        if (key.startsWith(BEGINNING) && !known) {
            trail.append(trail.event(SourceRef.of(FLOW, key), null, CaseEventType.FLOW_REFUSED, event.id(), null)
                    .caseKey(key)
                    .actor(event.actor())
                    .related(event.related())
                    .note("a receipt for a launch that is not under way")
                    .build());
        }
    }

    private static String key(Launch launch) {
        return BEGINNING + launch.ref() + "@" + launch.version();
    }

    /**
     * Takes a launch one step on, as far as it goes without waiting.
     *
     * @param launch the plan
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalArgumentException when the plan names no audience, so that everybody would get it
     */
    public LaunchBoard advance(Launch launch) {
        if (launch.audience().isEmpty()) {
            throw new IllegalArgumentException("a launch for partners names its audience");
        }
        VersionNotes notes = new VersionNotes(trail, launch.ref(), launch.version());
        Optional<List<String>> refusal = notes.refusal();
        if (refusal.isPresent()) {
            return new LaunchBoard.Refused(refusal.get());
        }
        if (trail.now().isBefore(launch.at())) {
            return new LaunchBoard.Waiting(List.of("not before " + launch.at()));
        }
        notes.enter().forEach(older -> notes.refused(older, List.of("superseded by version " + launch.version())));
        Map<SourceRef, Offer> offers = offers(launch);
        List<String> objections = objections(launch, offers);
        if (!objections.isEmpty()) {
            Optional<Publication> out = publisher.findByKey(key(launch)).filter(one -> !NOT_OUT.contains(one.status()));
            out.ifPresent(one -> tell(launch, one));
            return out.isPresent() || hasRecipients(launch)
                    ? stopped(launch, objections)
                    : refuse(launch, objections, notes);
        }
        publish(launch);
        return new LaunchBoard.Distributed(distribute(launch, offers));
    }

    /** Each asset in the version of the plan, whether it is out already or not. */
    private Map<SourceRef, Offer> offers(Launch launch) {
        Map<SourceRef, Offer> out = new LinkedHashMap<>();
        launch.assets().keySet().stream()
                .sorted()
                .forEach(ref -> library.find(ref)
                        .flatMap(asset -> library.version(
                                asset, String.valueOf(launch.assets().get(ref))))
                        .ifPresent(offer -> out.put(ref, offer)));
        return out;
    }

    private List<String> objections(Launch launch, Map<SourceRef, Offer> offers) {
        List<String> out = new ArrayList<>();
        launch.assets().keySet().stream().sorted().forEach(ref -> {
            Offer offer = offers.get(ref);
            if (offer == null) {
                out.add(ref + " is not there in version " + launch.assets().get(ref));
                return;
            }
            Asset asset = offer.asset();
            if (asset.status().equals(AssetStatus.HELD) || asset.status().equals(AssetStatus.WITHDRAWN)) {
                out.add(ref + " is " + asset.status());
            }
            out.addAll(library.objections(offer, launch.audience(), trail.now()));
        });
        return out;
    }

    private boolean hasRecipients(Launch launch) {
        return !trail.notes(notes(launch), RECIPIENT).isEmpty();
    }

    /** What went out stays out; who has not got it yet gets nothing that may not be used any more. */
    private LaunchBoard stopped(Launch launch, List<String> reasons) {
        String all = String.join("; ", reasons);
        trail.append(trail.event(
                        launch.ref(),
                        launch.version(),
                        CaseEventType.FLOW_FAILED,
                        Integer.toHexString(all.hashCode()),
                        null)
                .caseKey(key(launch))
                .note(all)
                .build());
        return new LaunchBoard.Distributed(board(launch, Map.of(), Map.of()));
    }

    private LaunchBoard refuse(Launch launch, List<String> reasons, VersionNotes notes) {
        trail.append(trail.event(launch.ref(), launch.version(), CaseEventType.FLOW_REFUSED, "", null)
                .caseKey(key(launch))
                .note(String.join("; ", reasons))
                .build());
        notes.refused(notes.ref(), reasons);
        return new LaunchBoard.Refused(reasons);
    }

    private void publish(Launch launch) {
        Publication made = publisher.publish(new PublishRequest(
                        key(launch),
                        launch.title(),
                        launch.assets().keySet().stream().sorted().toList(),
                        launch.audience(),
                        null,
                        null)
                .ofVersions(launch.assets()));
        tell(launch, made);
    }

    private void tell(Launch launch, Publication made) {
        trail.append(launch.assets().keySet().stream()
                .sorted()
                .map(asset -> trail.event(
                                asset,
                                launch.assets().get(asset),
                                CaseEventType.ASSET_PUBLISHED,
                                key(launch),
                                made.at())
                        .caseKey(key(launch))
                        .related(made.ref())
                        .build())
                .toList());
    }

    private Map<SourceRef, LaunchBoard.Row> distribute(Launch launch, Map<SourceRef, Offer> offers) {
        Map<SourceRef, Partner> entitled = new LinkedHashMap<>();
        for (Partner partner : desk.partners(List.of())) {
            if (!PartnerAudience.shared(partner, launch.audience()).isEmpty()) {
                entitled.put(partner.ref(), partner);
                // Noted before anything goes out: who was sent something is never forgotten.
                trail.note(notes(launch), RECIPIENT, partner.ref(), null);
            }
        }
        return board(launch, offers, entitled);
    }

    private static SourceRef notes(Launch launch) {
        return SourceRef.of(FLOW, key(launch));
    }

    private Map<SourceRef, LaunchBoard.Row> board(
            Launch launch, Map<SourceRef, Offer> offers, Map<SourceRef, Partner> entitled) {
        List<SourceRef> assets = launch.assets().keySet().stream().sorted().toList();
        List<SourceRef> recipients = trail.notes(notes(launch), RECIPIENT).stream()
                .map(StateLink::to)
                .sorted()
                .toList();
        Map<SourceRef, LaunchBoard.Row> out = EachInTurn.of(recipients, partner -> {
            Map<SourceRef, LaunchReceipts.Seen> files = EachInTurn.of(assets, asset -> {
                LaunchReceipts.Item item =
                        new LaunchReceipts.Item(key(launch) + "/" + asset + ">" + partner.id(), asset, partner);
                return receipts.look(item, offers.get(asset), entitled.get(partner));
            });
            return receipts.row(launch, key(launch), partner, List.copyOf(files.values()));
        });
        boolean complete = !out.isEmpty()
                && out.values().stream().allMatch(row -> row.holding().equals(LaunchBoard.Holding.ALL));
        if (complete) {
            trail.append(trail.event(launch.ref(), launch.version(), CaseEventType.CASE_RESOLVED, "", null)
                    .caseKey(key(launch))
                    .note("everybody has it")
                    .build());
        }
        return out;
    }
}
