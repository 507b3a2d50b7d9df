package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.IntendedUses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The library side of {@link RequestFulfilment}. Every method may be repeated from its beginning. */
final class RequestLibrary {
    private static final Comparator<Publication> BY_TIME =
            Comparator.comparing(Publication::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final String system;
    private final AssetReader reader;
    private final AssetPublisher publisher;
    private final RightsReader rights;
    private final DeliveryLog deliveries;
    private final @Nullable CommentThread comments;
    private final List<Segment> serving;
    private final FlowTrail trail;

    RequestLibrary(Connector library, List<Segment> serving, FlowTrail trail) {
        this.system = library.system();
        this.reader = library.require(AssetReader.class);
        this.publisher = library.require(AssetPublisher.class);
        this.rights = library.require(RightsReader.class);
        this.deliveries = library.require(DeliveryLog.class);
        this.comments = library.find(CommentThread.class).orElse(null);
        this.serving = List.copyOf(serving);
        this.trail = trail;
    }

    /** What nobody has answered yet, oldest first. */
    List<Delivery> requests() {
        return deliveries.deliveries(DeliveryQuery.ALL.withStatuses(List.of(DeliveryStatus.QUEUED))).stream()
                .filter(one -> one.key() == null || one.key().startsWith(RequestFulfilment.REQUEST))
                .toList();
    }

    RequestedAssets read(Delivery request) {
        List<Asset> found = new ArrayList<>();
        List<SourceRef> missing = new ArrayList<>();
        for (SourceRef wanted : request.assets()) {
            Optional<Asset> asset = wanted.system().equals(system) ? get(wanted) : Optional.empty();
            asset.ifPresentOrElse(found::add, () -> missing.add(wanted));
        }
        return new RequestedAssets(found, missing);
    }

    private Optional<Asset> get(SourceRef wanted) {
        try {
            return Optional.of(reader.get(wanted));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Why the assets cannot be delivered to an audience now; empty when all of them can. */
    List<String> objections(RequestedAssets assets, List<Segment> audience) {
        List<String> objections = new ArrayList<>();
        assets.missing().forEach(one -> objections.add(one + " is not in the library"));
        if (assets.found().isEmpty() && assets.missing().isEmpty()) {
            objections.add("the request names no assets");
        }
        for (Asset asset : assets.found()) {
            if (isApproved(asset)) {
                objections.addAll(IntendedUses.objections(
                        serving, audience, rights.rights(asset.ref()), asset.ref(), trail.now()));
            } else {
                objections.add(asset.ref().id() + " is " + asset.status() + " and not approved");
            }
        }
        return objections;
    }

    private static boolean isApproved(Asset asset) {
        return asset.currentVersion() != null
                && (asset.status().equals(AssetStatus.APPROVED)
                        || asset.status().equals(AssetStatus.PUBLISHED));
    }

    /** Whether this was delivered before an accident. */
    boolean isOut(String key) {
        return publisher
                .findByKey(key)
                .filter(one -> one.status().equals(AssetStatus.PUBLISHED))
                .isPresent();
    }

    void publish(String key, Delivery request, RequestedAssets assets, List<Segment> audience) {
        Map<SourceRef, String> versions = new LinkedHashMap<>();
        assets.found().forEach(asset -> versions.put(asset.ref(), approvedVersion(asset)));
        publisher.publish(new PublishRequest(
                        key,
                        "For " + request.recipient(),
                        List.copyOf(versions.keySet()),
                        audience,
                        null,
                        request.detail())
                .ofVersions(versions));
    }

    /** What is out was approved; a newer version beside it may not be. */
    private String approvedVersion(Asset asset) {
        AssetVersion current = Objects.requireNonNull(asset.currentVersion());
        return asset.status().equals(AssetStatus.PUBLISHED)
                ? publisher.publications(asset.ref()).stream()
                        .filter(one -> one.status().equals(AssetStatus.PUBLISHED))
                        .filter(one -> one.versions().containsKey(asset.ref()))
                        .max(BY_TIME)
                        .map(one -> String.valueOf(one.versions().get(asset.ref())))
                        .orElse(current.id())
                : current.id();
    }

    Delivery markDelivered(String key, Delivery request) {
        String detail = publisher
                .findByKey(key)
                .map(one -> "published as " + one.ref() + (one.uri() == null ? "" : ", " + one.uri()))
                .orElse("delivered by hand");
        return deliveries.advance(request.ref(), DeliveryStatus.DELIVERED, detail);
    }

    Delivery markRejected(Delivery request, String reason) {
        return deliveries.advance(request.ref(), DeliveryStatus.REJECTED, reason);
    }

    void tell(Delivery request, String key, String text) {
        if (comments != null) {
            comments.add(request.ref(), new CommentDraft(key, text, null, null));
        }
    }
}
