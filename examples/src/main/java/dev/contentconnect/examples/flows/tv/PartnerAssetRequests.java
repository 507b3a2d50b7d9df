package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * TV1: a partner asks for assets through the network; what it may have goes out as files, and it is told what it does not get.
 *
 * <p><b>Trigger.</b> A document of a type that is agreed to be a request, from the network's {@code CaseFeed}: {@code item ->
 * requests.on(item.event())}; and {@link #sweep} every few minutes, for documents and deliveries that take their time. One
 * worker at a time for each request.
 *
 * <p><b>Steps.</b> What is wanted is read once, and decided once: an asset goes out when the version that is out in the library
 * was published for an audience to which the partner belongs, and the rights allow it there at that moment. Unknown is never
 * allowed. Right before a file leaves, entitlement and offer are looked at once more. Each file is an entry of the library's
 * log: queued, sent, and delivered when the network's tracking says that the partner fetched it. The request is complete when
 * that is so for all of them. A partner learns the names of its files, and of everything else only that it is not available:
 * who is outside an audience does not hear what there is. The reasons are on the trail.
 *
 * <p><b>Honest substitutes.</b> Trading Grid publishes no call for requests, discussions or payloads. The request is a business
 * document that shows in Lens; its contents come through the transport, read by a {@link Wish.Reader}. The discussion is a
 * notice by OpenText Messaging. Files leave through the transport, {@link PartnerFiles}, and completion is their later entry in
 * Lens.
 *
 * <p><b>Keys.</b> A request is its case of its partner, else its document: {@code {request}}. Entry of the log and file: {@code
 * tv1:{request}:{asset}}; notice: {@code tv1:{request}}.
 */
public final class PartnerAssetRequests {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv1";

    /** The step for which the connector reads documents as requests: {@code requestTypes}. */
    public static final String STEP = "request";

    private static final int MOST = 100;
    private static final String DECIDED = "decided";
    private static final String REFUSED = "refused: ";

    private final PartnerMail mail;
    private final PartnerLibrary library;
    private final PartnerDeliveries deliveries;
    private final PartnerInbox inbox;
    private final Wish.Reader wishes;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param network where partners are; offers {@code PartnerDesk}; keeps its own memory in the same store
     * @param files carries files to partners
     * @param wishes reads what is asked for
     * @param library where assets are published; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code DeliveryLog}
     * @param serving the channels in which partners use content
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public PartnerAssetRequests(
            Connector network,
            PartnerFiles files,
            Wish.Reader wishes,
            Connector library,
            List<Segment> serving,
            StateStore state,
            TimeSource time) {
        this.mail = new PartnerMail(network.require(PartnerDesk.class));
        this.wishes = wishes;
        this.library = new PartnerLibrary(library, serving);
        this.trail = new FlowTrail(FLOW, state, time);
        this.inbox = new PartnerInbox(FLOW, trail);
        this.deliveries = new PartnerDeliveries(files, library, this.library, trail);
    }

    /**
     * Takes in an event of the network.
     *
     * @param event what happened
     * @return where the request stands; nothing for an event that is none, and nothing changes
     * @throws ConnectorException when a system fails; hand it over again later
     */
    public Optional<PartnerRequestOutcome> on(CaseEvent event) {
        Optional<PartnerMessage> message = PartnerMessage.of(event, STEP);
        return message.map(one -> {
            PartnerMessage taken = inbox.take(one);
            trail.append(trail.event(taken.ref(), null, CaseEventType.REQUEST_RECEIVED, "", event.occurredAt())
                    .caseKey(key(taken))
                    .actor(event.actor())
                    .note(taken.reason())
                    .related(event.related())
                    .build());
            return advance(taken);
        });
    }

    /**
     * Goes on with every request that is not complete. One that fails does not stop the others.
     *
     * @return where each stands
     * @throws ConnectorException when a system fails; call again later
     */
    public Map<SourceRef, PartnerRequestOutcome> sweep() {
        return inbox.each(this::advance);
    }

    private PartnerRequestOutcome advance(PartnerMessage message) {
        Optional<Partner> partner = mail.find(message.partner());
        if (trail.notes(message.ref(), DECIDED).isEmpty()) {
            Map<SourceRef, String> decisions = decide(message, partner);
            if (decisions.isEmpty()) {
                return new PartnerRequestOutcome.Waiting();
            }
            trail.noteAll(message.ref(), DECIDED, decisions);
        }
        return serve(message, partner);
    }

    /** By asset the version that goes out, or why none does; nothing while the document is on its way. */
    private Map<SourceRef, String> decide(PartnerMessage message, Optional<Partner> partner) {
        if (partner.isEmpty()) {
            return Map.of(message.ref(), REFUSED + noPartner(message));
        }
        Optional<Wish> wish;
        try {
            wish = wishes.read(message);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.REJECTED) {
                throw e;
            }
            return Map.of(message.ref(), REFUSED + "what is wanted cannot be read: " + e.getMessage());
        }
        if (wish.isEmpty()) {
            return Map.of();
        }
        Set<SourceRef> wanted = new LinkedHashSet<>(wish.get().assets());
        if (!wish.get().segments().isEmpty()) {
            library.published(wish.get().segments()).stream().map(Asset::ref).forEach(wanted::add);
        }
        if (wanted.isEmpty() || wanted.size() > MOST) {
            return Map.of(message.ref(), REFUSED + "it asks for " + wanted.size() + " assets");
        }
        Map<SourceRef, String> decisions = new LinkedHashMap<>();
        for (SourceRef asset : wanted) {
            PartnerLook look = PartnerLook.at(library, asset, partner.get(), trail.now());
            Offer offer = look.offer();
            decisions.put(
                    asset,
                    offer == null
                            ? REFUSED + look.reason()
                            : PartnerDeliveries.Parcel.of(key(message) + ":" + asset, offer, message.partner())
                                    .text());
        }
        return decisions;
    }

    private PartnerRequestOutcome serve(PartnerMessage message, Optional<Partner> partner) {
        Map<SourceRef, Delivery> files = new LinkedHashMap<>();
        Map<SourceRef, String> refused = new LinkedHashMap<>();
        Map<SourceRef, String> decisions = new LinkedHashMap<>();
        trail.notes(message.ref(), DECIDED)
                .forEach(decided -> decisions.put(decided.to(), String.valueOf(decided.fingerprint())));
        List<SourceRef> toDeliver = new ArrayList<>();
        decisions.forEach((asset, text) -> {
            if (text.startsWith(REFUSED)) {
                refused.put(asset, text.substring(REFUSED.length()));
            } else {
                toDeliver.add(asset);
            }
        });
        EachInTurn.of(toDeliver, asset -> deliver(message, partner, asset, String.valueOf(decisions.get(asset))))
                .forEach((asset, entry) -> {
                    if (entry.status().equals(DeliveryStatus.REJECTED)) {
                        refused.put(asset, String.valueOf(entry.detail()));
                    } else {
                        files.put(asset, entry);
                    }
                });
        refused.forEach((asset, reason) -> refuse(message, asset, reason));
        boolean inDoubt = partner.filter(Partner::active).isPresent() && answer(message, partner.get(), files, refused);
        boolean complete = files.values().stream().allMatch(PartnerDeliveries::isOver);
        if (complete && !files.isEmpty()) {
            complete(message, files);
        }
        if (complete && !inDoubt) {
            inbox.close(message);
        }
        if (files.isEmpty()) {
            return new PartnerRequestOutcome.Refused(List.copyOf(refused.values()));
        }
        return new PartnerRequestOutcome.Served(files, refused, complete);
    }

    private Delivery deliver(PartnerMessage message, Optional<Partner> partner, SourceRef asset, String decided) {
        PartnerDeliveries.Parcel parcel =
                PartnerDeliveries.Parcel.of(key(message) + ":" + asset, asset, message.partner(), decided);
        return partner.isEmpty()
                ? deliveries.refuse(parcel, noPartner(message))
                : deliveries.sendIfAllowed(parcel, partner.get());
    }

    private static String noPartner(PartnerMessage message) {
        return "the directory has no partner " + message.partner().id();
    }

    private void refuse(PartnerMessage message, SourceRef asset, String reason) {
        trail.append(trail.event(message.ref(), null, CaseEventType.FLOW_REFUSED, asset.toString(), null)
                .caseKey(key(message))
                .step(message.partner().id())
                .outcome("refused")
                .note(reason)
                .build());
    }

    /** Tells the partner; gives whether nobody knows if it was told, so that somebody has to look. */
    private boolean answer(
            PartnerMessage message, Partner partner, Map<SourceRef, Delivery> files, Map<SourceRef, String> refused) {
        StringBuilder text = new StringBuilder();
        files.forEach((asset, entry) -> text.append(asset)
                .append(" is on its way ")
                .append(entry.detail())
                .append('\n'));
        refused.keySet().stream()
                .map(asset -> asset.equals(message.ref()) ? "What you asked for" : asset.toString())
                .forEach(asset -> text.append(asset).append(" is not available to you.\n"));
        PartnerMail.Posted posted = mail.post(
                partner.ref(),
                new Notice(key(message), "Your request", text.toString().strip(), List.of(), Map.of()));
        trail.append(posted.event(trail, message, key(message), key(message)).build());
        return posted.inDoubt();
    }

    private void complete(PartnerMessage message, Map<SourceRef, Delivery> files) {
        boolean failed = files.values().stream().anyMatch(PartnerDeliveries::hasFailed);
        trail.append(trail.event(message.ref(), null, CaseEventType.CASE_RESOLVED, "", null)
                .caseKey(key(message))
                .step(message.partner().id())
                .outcome(failed ? "failed" : "delivered")
                .build());
    }

    private static String key(PartnerMessage message) {
        return FLOW + ":" + message.ref();
    }
}
