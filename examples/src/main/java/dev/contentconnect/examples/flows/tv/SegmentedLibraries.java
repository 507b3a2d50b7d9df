package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * TV5: libraries by region, brand and partner programme on one side, groups of partners on the other. Whoever belongs to a
 * group is offered what is in its library, and nobody else; who leaves a group is offered nothing of it any more.
 *
 * <p>Trigger: nobody tells of changes in groups, so call {@link #sweep} every few minutes; {@link #handle} with the events of
 * the library's feed brings changes of assets at once. Both may be called any number of times, late and after a crash at any
 * point. One worker at a time.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>Access of each partner to each library. In Trading Grid it is a row of the table of audiences, in the library an entry
 *       of the distribution log, {@code tv5:library:{kind}/{value}>{partner}}: sent while it is open, rejected when it is not.
 *       People change it on either side and the other side follows. Where nothing is remembered, what is closed stays closed. A
 *       partner who is not active, or not in the directory any more, has access to nothing, and none can be opened.
 *   <li>What is offered to each partner: an entry {@code tv5:{asset}@{version}>{partner}} for every asset that lies in open
 *       libraries of each kind that cuts it, that is published for them and in rights. What leaves a library, is replaced,
 *       withdrawn or out of rights is taken back, in the log with the reason. An offer that people close by hand stays closed.
 * </ol>
 *
 * <p><b>The honest substitute.</b> Trading Grid publishes no call for groups or shared libraries: the table is one of
 * Cartographer, made for another purpose, and where there is none the groups of the configuration can be read and not changed
 * ({@link PartnerGroups}). WordPress knows no partners: the log is the list by which a portal of the host, or the flows TV1 and
 * TV6, serve them; what its site shows to everybody it shows to everybody.
 */
public final class SegmentedLibraries {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv5";

    private static final String KNOWN = "known";
    private static final SourceRef PARTNERS = SourceRef.of(FLOW, "partners");
    private static final String KEPT = "the log keeps what was acknowledged";
    private static final Set<DeliveryStatus> CLOSED = Set.of(DeliveryStatus.REJECTED, DeliveryStatus.FAILED);

    private final PartnerDesk desk;
    private final PartnerGroups groups;
    private final DeliveryLog log;
    private final PartnerLibrary library;
    private final List<Segment> libraries;
    private final FlowTrail trail;
    private final AccessNotes notes;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where content is; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code DeliveryLog}
     * @param grid where partners are; offers {@code PartnerDesk}
     * @param groups writes who belongs to which group
     * @param libraries the libraries, each the group of the same name
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public SegmentedLibraries(
            Connector library,
            Connector grid,
            PartnerGroups groups,
            List<Segment> libraries,
            StateStore state,
            TimeSource time) {
        this.desk = grid.require(PartnerDesk.class);
        this.groups = groups;
        this.log = library.require(DeliveryLog.class);
        this.library = new PartnerLibrary(library, List.of());
        this.libraries = List.copyOf(libraries);
        this.trail = new FlowTrail(FLOW, state, time);
        this.notes = new AccessNotes(trail);
    }

    /**
     * Brings both sides in line for every partner. One that cannot be gone on with does not stop the others.
     *
     * @return by partner what it may have now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Map<SourceRef, PartnerShelf> sweep() {
        Map<SourceRef, Partner> all = partners();
        Map<SourceRef, PartnerShelf> out = new LinkedHashMap<>();
        EachInTurn.of(List.copyOf(all.values()), this::advance)
                .forEach((partner, shelf) -> out.put(partner.ref(), shelf));
        return out;
    }

    /**
     * Looks at an asset anew, for every partner, if an event is about one.
     *
     * @param event from the feed of the library
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #sweep}
     */
    public void handle(CaseEvent event) {
        String type = event.type().value();
        SourceRef asset = event.subject();
        if (asset != null && (type.startsWith("asset.") || type.startsWith("rights."))) {
            EachInTurn.of(List.copyOf(partners().values()), partner -> {
                Map<String, Delivery> entries = entries(partner);
                return offer(within(partner, open(partner, entries)), asset, entries);
            });
        }
    }

    /** Those of the directory, and as inactive those that are not there any more. */
    private Map<SourceRef, Partner> partners() {
        Map<SourceRef, Partner> out = new LinkedHashMap<>();
        for (StateLink known : trail.notes(PARTNERS, KNOWN)) {
            SourceRef ref = known.to();
            out.put(ref, new Partner(ref, ref.id(), null, List.of(), List.of(), false, Extensions.none()));
        }
        desk.partners(List.of()).forEach(partner -> out.put(partner.ref(), partner));
        return out;
    }

    private PartnerShelf advance(Partner partner) {
        Map<String, Delivery> entries = entries(partner);
        List<Segment> open = open(partner, entries);
        Partner within = within(partner, open);
        Map<SourceRef, Boolean> assets = new LinkedHashMap<>();
        open.forEach(one -> library.published(List.of(one)).forEach(asset -> assets.put(asset.ref(), false)));
        entries.values().forEach(entry -> entry.assets().forEach(asset -> assets.put(asset, false)));
        assets.replaceAll((asset, any) -> offer(within, asset, entries));
        assets.values().removeIf(offered -> !offered);
        return new PartnerShelf(open, List.copyOf(assets.keySet()));
    }

    /** The entries of this flow for a partner, by key. */
    private Map<String, Delivery> entries(Partner partner) {
        Map<String, Delivery> out = new LinkedHashMap<>();
        for (Delivery entry : log.deliveries(DeliveryQuery.ALL.to(partner.ref().id()))) {
            if (entry.key() != null && entry.key().startsWith(FLOW + ":")) {
                out.put(entry.key(), entry);
            }
        }
        return out;
    }

    /** In the library only what is open counts of its groups; by what is no library here the audience may be cut as well. */
    private Partner within(Partner partner, List<Segment> open) {
        List<Segment> segments = new ArrayList<>(open);
        partner.segments().stream().filter(one -> !libraries.contains(one)).forEach(segments::add);
        return new Partner(
                partner.ref(),
                partner.name(),
                partner.email(),
                segments,
                partner.roles(),
                partner.active(),
                partner.extensions());
    }

    private static boolean isOpen(@Nullable Delivery entry) {
        return entry != null && !CLOSED.contains(entry.status());
    }

    private List<Segment> open(Partner partner, Map<String, Delivery> entries) {
        List<Segment> out = new ArrayList<>();
        for (Segment one : libraries) {
            String name = one.kind() + "/" + one.value();
            String key = FLOW + ":library:" + name + ">" + partner.ref().id();
            if (settle(partner, one, SourceRef.of(FLOW, name), key, entries.get(key))) {
                out.add(one);
            }
        }
        return out;
    }

    /** Whichever side differs from what was decided last has changed, and the other one follows. */
    private boolean settle(Partner partner, Segment one, SourceRef name, String key, @Nullable Delivery entry) {
        boolean inGroup = partner.active() && partner.segments().contains(one);
        Optional<AccessNotes.Decided> last = notes.last(name, partner.ref());
        boolean inLog = isOpen(entry) && !isKept(entry, last);
        if (last.isEmpty() && entry == null && !inGroup) {
            return false;
        }
        boolean open =
                inGroup == inLog ? inGroup : last.map(before -> !before.open()).orElse(entry == null && inGroup);
        String why = inGroup == inLog
                ? "found so on both sides"
                : open == inGroup ? "changed in the network" : "changed in the library";
        if (open && !partner.active()) {
            trail.append(trail.event(
                            name, null, CaseEventType.FLOW_REFUSED, key + "@" + (entry == null ? "" : entry.at()), null)
                    .step(partner.ref().id())
                    .note("a partner that is not active has access to nothing")
                    .build());
            open = false;
        }
        trail.note(PARTNERS, KNOWN, partner.ref(), null);
        Delivery written = write(partner, one, key, entry, open, why);
        if (!open && written != null && isOpen(written)) {
            why = KEPT;
            trail.append(trail.event(name, null, CaseEventType.FLOW_FAILED, key + "@" + written.at(), null)
                    .step(partner.ref().id())
                    .note(KEPT + " as open; access is closed all the same")
                    .related(written.ref())
                    .build());
        }
        if (open != inGroup && (open || partner.active())) {
            if (open) {
                groups.grant(partner.ref(), one, "opened in the library");
            } else {
                groups.revoke(partner.ref(), one);
            }
        }
        AccessNotes.Decided decided = notes.decide(name, partner.ref(), open, why);
        notes.tell(name, null, partner.ref(), decided, CaseEventType.RIGHTS_UNBLOCKED, CaseEventType.RIGHTS_BLOCKED);
        return open;
    }

    /** Closed against an entry that the log does not let go back: that nobody opened it again. */
    private static boolean isKept(@Nullable Delivery entry, Optional<AccessNotes.Decided> last) {
        return entry != null
                && entry.status().equals(DeliveryStatus.ACKNOWLEDGED)
                && last.filter(before -> !before.open() && before.why().equals(KEPT))
                        .isPresent();
    }

    private @Nullable Delivery write(
            Partner partner, Segment one, String key, @Nullable Delivery entry, boolean open, String why) {
        if (entry == null && open) {
            return log.record(new DeliveryDraft(
                    key,
                    List.of(),
                    null,
                    partner.ref().id(),
                    DeliveryStatus.SENT,
                    trail.now(),
                    "library " + one.kind() + " " + one.value()));
        }
        return entry == null || isOpen(entry) == open
                ? entry
                : log.advance(entry.ref(), open ? DeliveryStatus.SENT : DeliveryStatus.REJECTED, why);
    }

    /** Whether a partner is offered an asset afterwards; what it is offered of older versions is taken back. */
    private boolean offer(Partner partner, SourceRef asset, Map<String, Delivery> entries) {
        PartnerLook look = PartnerLook.at(library, asset, partner, trail.now());
        Offer offer = look.offer();
        boolean isInside = offer != null && isInside(partner, offer);
        String wanted = offer != null && isInside ? key(asset, offer.version().id(), partner) : null;
        for (Delivery entry : entries.values()) {
            if (entry.assets().contains(asset) && !String.valueOf(entry.key()).equals(wanted)) {
                close(
                        partner,
                        asset,
                        entry,
                        offer == null ? look.reason() : isInside ? "replaced" : "left the library");
            }
        }
        return offer != null && wanted != null && open(partner, offer, wanted, entries.get(wanted));
    }

    /** Of each kind of library that an asset lies in, one at least is open. */
    private boolean isInside(Partner partner, Offer offer) {
        List<Segment> cut = offer.asset().segments().stream()
                .filter(segment -> libraries.stream().anyMatch(one -> one.kind().equals(segment.kind())))
                .toList();
        return !PartnerAudience.shared(partner, cut).isEmpty();
    }

    private static String key(SourceRef asset, String version, Partner partner) {
        return FLOW + ":" + asset + "@" + version + ">" + partner.ref().id();
    }

    private void close(Partner partner, SourceRef asset, Delivery entry, String why) {
        SourceRef name = SourceRef.of(FLOW, String.valueOf(entry.key()));
        if (isOpen(entry)) {
            // Noted first: what is closed without a note people closed.
            notes.decide(name, partner.ref(), false, why);
            log.advance(entry.ref(), DeliveryStatus.REJECTED, why);
        }
        notes.last(name, partner.ref())
                .filter(decided -> !decided.open())
                .ifPresent(decided -> tell(asset, entry.version(), partner, decided));
    }

    private boolean open(Partner partner, Offer offer, String key, @Nullable Delivery entry) {
        SourceRef name = SourceRef.of(FLOW, key);
        Optional<AccessNotes.Decided> last = notes.last(name, partner.ref());
        if (entry != null && !isOpen(entry) && last.filter(one -> !one.open()).isEmpty()) {
            return false;
        }
        String why = "lies in a library that is open to " + partner.ref().id();
        if (entry == null) {
            log.record(new DeliveryDraft(
                    key,
                    List.of(offer.ref()),
                    offer.version().id(),
                    partner.ref().id(),
                    DeliveryStatus.SENT,
                    trail.now(),
                    why));
        } else if (!isOpen(entry)) {
            log.advance(entry.ref(), DeliveryStatus.SENT, why);
        }
        tell(offer.ref(), offer.version().id(), partner, notes.decide(name, partner.ref(), true, why));
        return true;
    }

    private void tell(SourceRef asset, @Nullable String version, Partner partner, AccessNotes.Decided decided) {
        notes.tell(asset, version, partner.ref(), decided, CaseEventType.ASSET_LINKED, CaseEventType.ASSET_UNLINKED);
    }
}
