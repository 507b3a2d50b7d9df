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
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TV4: a new version of an asset is approved in the library; the partners who have an earlier one are told which version
 * replaces it, from when, what to do, and where it may be used.
 *
 * <p><b>Trigger.</b> A change of an asset, from the library's {@code AssetFeed}: {@code item -> notices.on(item.event())}. In
 * VIP a version is approved when it is published, or has its date; a version that was only uploaded is held back and tells
 * nobody anything. One worker at a time for each asset.
 *
 * <p><b>Steps.</b> Affected is who was sent an earlier version or was told of it, by the log of the library, and has not had
 * the new one yet. Nobody is told before version, effective date, replacement instruction and territories are all known. An
 * affected partner who may not have the new version, because it left the segment or the rights do not allow it there, is told
 * nothing by itself: that it has an older one is on the trail, for people.
 *
 * <p><b>Honest substitutes.</b> As in {@link PublishNotices}: an e-mail of OpenText Messaging, with the four facts as named
 * values that a template can use, and as text. The effective date is when the publication for the partner came out or will, or
 * when the rights there begin, whichever is later, because VIP has no field of that name. What has ended by now is not told.
 *
 * <p><b>Keys.</b> Notice: {@code tv4:{asset}@{version}}, once to each partner; entry of the log: that with {@code :{partner}}.
 */
public final class VersionNotices {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv4";

    private final PartnerDesk desk;
    private final AssetReader reader;
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
    public VersionNotices(
            Connector network, Connector library, List<Segment> serving, StateStore state, TimeSource time) {
        this.desk = network.require(PartnerDesk.class);
        this.reader = library.require(AssetReader.class);
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
     * Tells every affected partner who has not been told yet. One who cannot be told does not stop the others.
     *
     * @param asset its identity in the library
     * @return what became of each notice
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public NoticeRound advance(SourceRef asset) {
        Optional<Asset> found = library.find(asset);
        Optional<Offer> offered = found.flatMap(library::offerOrComing);
        if (offered.isEmpty()) {
            return new NoticeRound.Nothing(List.of("no version of " + asset + " is published or has its date"));
        }
        Offer offer = offered.get();
        EarlierVersions.Holders holders = earlier.of(asset, offer.version().id(), FLOW + ":");
        Map<String, String> affected = new LinkedHashMap<>(holders.earlier());
        affected.keySet().removeAll(holders.informed());
        if (affected.isEmpty()) {
            return new NoticeRound.Told(offer.version().id(), Map.of());
        }
        RightsRecord rights = library.rights(offer);
        List<String> missing = VersionFacts.missing(offer, rights);
        if (!missing.isEmpty()) {
            refuse(offer, "facts", missing);
            return new NoticeRound.Nothing(missing);
        }
        List<Partner> partners = desk.partners(List.of()).stream()
                .filter(partner -> affected.containsKey(partner.ref().id()))
                .toList();
        return NoticeRound.Told.each(offer, partners, partner -> {
            String old = label(asset, String.valueOf(affected.get(partner.ref().id())));
            return tell(partner, offer, rights, old);
        });
    }

    private String label(SourceRef asset, String version) {
        return reader.versions(asset).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .map(Offer::label)
                .orElse(version);
    }

    private NoticeOutcome tell(Partner partner, Offer offer, RightsRecord rights, String old) {
        String reason = "";
        for (Instant beginning : VersionFacts.beginnings(offer, rights)) {
            Instant now = trail.now();
            // What had begun may have ended since.
            PartnerLook look = PartnerLook.of(
                    library, outBy(beginning, offer), rights, partner, now.isAfter(beginning) ? now : beginning);
            Offer its = look.offer();
            if (its != null) {
                Notice notice = notice(its, VersionFacts.at(beginning, rights), old);
                return notices.tell(partner, notice, its.ref(), its.version().id());
            }
            reason = look.reason();
        }
        List<String> reasons = List.of(
                partner.name() + " has version " + old + " and may not have version " + offer.label() + ": " + reason);
        refuse(offer, partner.ref().id(), reasons);
        return new NoticeOutcome.Withheld(reasons);
    }

    private static Offer outBy(Instant moment, Offer offer) {
        return offer.by(offer.publications().stream()
                .filter(one -> one.at() != null && !one.at().isAfter(moment))
                .toList());
    }

    private void refuse(Offer offer, String which, List<String> reasons) {
        trail.append(trail.event(offer.ref(), offer.version().id(), CaseEventType.FLOW_REFUSED, which, null)
                .outcome("refused")
                .note(String.join("; ", reasons))
                .build());
    }

    private static Notice notice(Offer offer, VersionFacts facts, String old) {
        String instruction = "Replace version " + old + " with version " + offer.label() + " from " + facts.effective()
                + ", and do not use version " + old + " from then on.";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("asset", offer.title());
        fields.put("version", offer.label());
        fields.put("effective date", facts.effective().toString());
        fields.put("replacement instruction", instruction);
        fields.put("territories", facts.territories());
        if (offer.guidance() != null) {
            fields.put("usage guidance", offer.guidance());
        }
        List<Link> links = offer.access().map(uri -> new Link(offer.title(), uri, offer.ref())).stream()
                .toList();
        return new Notice(
                FLOW + ":" + offer.ref() + "@" + offer.version().id(),
                offer.title() + " has a new version",
                instruction,
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
}
