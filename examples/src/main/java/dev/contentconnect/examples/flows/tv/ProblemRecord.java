package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the library says of a problem: an entry of its log, comments, and the file that was replaced. */
final class ProblemRecord {
    private static final String REPLACED = "replaced";

    private final AssetWriter writer;
    private final AssetPublisher publisher;
    private final CommentThread comments;
    private final DeliveryLog log;
    private final FlowTrail trail;

    ProblemRecord(Connector library, FlowTrail trail) {
        this.writer = library.require(AssetWriter.class);
        this.publisher = library.require(AssetPublisher.class);
        this.comments = library.require(CommentThread.class);
        this.log = library.require(DeliveryLog.class);
        this.trail = trail;
    }

    /** The entry as it is; made as failed, with the reason, and with the version that is out by then. */
    Delivery entry(String key, PartnerMessage message, Optional<Asset> asset, Optional<Offer> offer) {
        return log.record(new DeliveryDraft(
                key,
                asset.map(Asset::ref).map(List::of).orElse(List.of()),
                offer.map(Offer::version).map(AssetVersion::id).orElse(null),
                message.partner().id(),
                DeliveryStatus.FAILED,
                trail.now(),
                message.reason()));
    }

    void say(SourceRef asset, String key, String text) {
        comments.add(asset, new CommentDraft(key, text, null, null));
    }

    void reject(Delivery entry, String reason) {
        log.advance(entry.ref(), DeliveryStatus.REJECTED, reason);
    }

    void deliver(Delivery entry, String detail) {
        log.advance(entry.ref(), DeliveryStatus.DELIVERED, detail);
    }

    /** Makes the next version, and publishes it wherever the one before is out. Once for each key. */
    void replace(String key, Offer offer, Content right) {
        SourceRef attempt = SourceRef.of(PartnerProblems.FLOW, key);
        List<StateLink> noted = trail.notes(attempt, REPLACED);
        if (noted.isEmpty()) {
            Map<SourceRef, String> out = new LinkedHashMap<>();
            offer.publications().forEach(one -> out.put(one.ref(), ""));
            trail.noteAll(attempt, REPLACED, out);
            noted = trail.notes(attempt, REPLACED);
        }
        AssetVersion version = writer.addVersion(offer.ref(), key, right);
        List<SourceRef> replaced = noted.stream().map(StateLink::to).toList();
        List<Publication> before = publisher.publications(offer.ref()).stream()
                .filter(one -> replaced.contains(one.ref()))
                .toList();
        for (Publication one : before) {
            publisher.publish(new PublishRequest(
                            key + ":" + one.ref().id(),
                            offer.title(),
                            List.of(offer.ref()),
                            one.audience(),
                            null,
                            offer.guidance(one))
                    .ofVersions(Map.of(offer.ref(), version.id())));
        }
    }
}
