package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TV2: an asset is published in the library; the partners who may have it are told where it is, in which version, and how to
 * use it.
 *
 * <p><b>Trigger.</b> A change of an asset, from the library's {@code AssetFeed}: {@code item -> notices.on(item.event())}. The
 * library tells that an asset changed and not what; {@link #advance} looks at what is out. And {@link #sweep} every hour or so:
 * nobody tells when the date of a publication or the beginning of rights comes. One worker at a time for each asset.
 *
 * <p><b>Steps.</b> The partners of the directory who belong to the audience of a publication of the version that is out, one
 * segment of each kind at least, and for whose segments the rights allow it at that moment, get one notice each, of what was
 * published for them. Who has an earlier version is told by {@link VersionNotices} instead, and who was sent this one already
 * is not told. {@link #follow} looks after the notices.
 *
 * <p><b>Honest substitutes.</b> Trading Grid publishes no broadcast: a notice is an e-mail of OpenText Messaging, to each
 * partner by itself. That it was opened is a hint; a file of it that was fetched is the one proof of access, so each notice
 * carries its text as a file. The log of the library has an entry for each notice, because the network keeps none that can be
 * listed.
 *
 * <p><b>Keys.</b> Notice: {@code tv2:{asset}@{version}}, once to each partner; entry of the log: that with {@code :{partner}}.
 */
public final class PublishNotices {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv2";

    private static final SourceRef ASSETS = SourceRef.of(FLOW, "assets");
    private static final String OPEN = "open";

    private final PartnerDesk desk;
    private final PartnerLibrary library;
    private final EarlierVersions earlier;
    private final PartnerNotices notices;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param network where partners are; offers {@code PartnerDesk}; keeps its own memory in the same store
     * @param library where assets are published; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code DeliveryLog}
     * @param serving the channels in which partners use content
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public PublishNotices(
            Connector network, Connector library, List<Segment> serving, StateStore state, TimeSource time) {
        this.desk = network.require(PartnerDesk.class);
        this.library = new PartnerLibrary(library, serving);
        this.earlier = new EarlierVersions(library);
        this.trail = new FlowTrail(FLOW, state, time);
        this.notices = new PartnerNotices(FLOW, network, library, trail);
    }

    /**
     * Goes on with the asset that an event is about, if it is a change of an asset.
     *
     * @param event from the feed of the library
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; hand it over again later
     */
    public void on(CaseEvent event) {
        if (event.subject() != null && event.type().value().startsWith("asset.")) {
            advance(event.subject());
        }
    }

    /**
     * Tells everybody about an asset who has not been told yet. One partner who cannot be told does not stop the others.
     *
     * @param asset its identity in the library
     * @return what became of each notice
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public NoticeRound advance(SourceRef asset) {
        Optional<Asset> found = library.find(asset);
        Optional<Offer> offer = found.flatMap(library::offer);
        boolean isComing = found.filter(library::isComing).isPresent();
        if (offer.isEmpty()) {
            remember(asset, isComing);
            return new NoticeRound.Nothing(
                    List.of(asset + (isComing ? " is not published before its date" : " is not published")));
        }
        // Noted first: who is told nothing because this breaks off is looked at again.
        remember(asset, true);
        RightsRecord rights = library.rights(offer.get());
        EarlierVersions.Holders holders =
                earlier.of(asset, offer.get().version().id(), FLOW + ":");
        List<Partner> concerned = desk.partners(List.of()).stream()
                .filter(partner -> offer.get().isFor(partner))
                .filter(partner -> !holders.informed().contains(partner.ref().id()))
                .filter(partner -> !holders.earlier().containsKey(partner.ref().id()))
                .toList();
        NoticeRound.Told told =
                NoticeRound.Told.each(offer.get(), concerned, partner -> tell(partner, offer.get(), rights));
        boolean all = told.partners().values().stream().allMatch(NoticeOutcome.Told.class::isInstance);
        remember(asset, isComing || !all);
        return told;
    }

    /**
     * Looks again at every asset that waits for its date, and at those of which a partner was not told: rights begin, and
     * addresses are added, and nobody tells of it. One that fails does not stop the others.
     *
     * @return by asset what became of each notice
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Map<SourceRef, NoticeRound> sweep() {
        return EachInTurn.of(
                trail.notes(ASSETS, OPEN).stream().map(StateLink::to).toList(), this::advance);
    }

    private void remember(SourceRef asset, boolean open) {
        if (open) {
            trail.note(ASSETS, OPEN, asset, null);
        } else {
            trail.forget(ASSETS, OPEN, asset);
        }
    }

    private NoticeOutcome tell(Partner partner, Offer all, RightsRecord rights) {
        PartnerLook look = PartnerLook.of(library, all, rights, partner, trail.now());
        Offer offer = look.offer();
        if (offer == null) {
            trail.append(trail.event(
                            all.ref(),
                            all.version().id(),
                            CaseEventType.FLOW_REFUSED,
                            partner.ref().id(),
                            null)
                    .step(partner.ref().id())
                    .outcome("refused")
                    .note(look.reason())
                    .build());
            return new NoticeOutcome.Withheld(List.of(look.reason()));
        }
        return notices.tell(
                partner, notice(offer, rights), offer.ref(), offer.version().id());
    }

    private static Notice notice(Offer offer, RightsRecord rights) {
        String guidance = Stream.of(offer.guidance(), rights.usageTerms())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" "));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("asset", offer.title());
        fields.put("version", offer.label());
        fields.put("usage guidance", guidance.isEmpty() ? "none was given; ask before use" : guidance);
        List<Link> links = offer.access().map(uri -> new Link(offer.title(), uri, offer.ref())).stream()
                .toList();
        return new Notice(
                FLOW + ":" + offer.ref() + "@" + offer.version().id(),
                offer.title() + " is published",
                "It is ready for you in version " + offer.label() + ".",
                links,
                fields);
    }

    /**
     * Looks after every notice of which more may be heard: delivered once a file of it was fetched, failed where it came back.
     * The log of the library says so too.
     *
     * @return by notice its entry in the log
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Map<SourceRef, Delivery> follow() {
        return notices.follow();
    }

    /**
     * Takes in that something is known of a notice, for example by a push; it is looked at and not believed.
     *
     * @param notice its identity in the network
     * @return its entry in the log; nothing for a notice that is none of this flow's, and nothing changes
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Optional<Delivery> follow(SourceRef notice) {
        return notices.follow(notice);
    }
}
