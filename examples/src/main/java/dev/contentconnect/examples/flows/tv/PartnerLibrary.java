package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.examples.flows.IntendedUses;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the library offers to partners. What is published there has been approved; nothing else goes out. */
final class PartnerLibrary {
    private static final AssetStatus SCHEDULED = AssetStatus.of("scheduled");
    private static final Set<AssetStatus> OUT = Set.of(AssetStatus.PUBLISHED);
    private static final Set<AssetStatus> OUT_OR_COMING = Set.of(AssetStatus.PUBLISHED, SCHEDULED);
    private static final Comparator<Publication> BY_TIME =
            Comparator.comparing(Publication::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final String system;
    private final AssetReader reader;
    private final AssetPublisher publisher;
    private final RightsReader rights;
    private final List<Segment> serving;

    /**
     * Makes it.
     *
     * @param library offers {@code AssetReader}, {@code AssetPublisher} and {@code RightsReader}
     * @param serving the channels in which partners use content: rights may depend on them, and VIP has no place for them
     */
    PartnerLibrary(Connector library, List<Segment> serving) {
        this.system = library.system();
        this.reader = library.require(AssetReader.class);
        this.publisher = library.require(AssetPublisher.class);
        this.rights = library.require(RightsReader.class);
        this.serving = List.copyOf(serving);
    }

    /** Nothing for what is not in this library, or in another one. */
    Optional<Asset> find(SourceRef wanted) {
        if (!wanted.system().equals(system)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.get(wanted));
        } catch (ConnectorException e) {
            // What a partner wrote as an identity need not be one. Rejected is something else: a server without its
            // profile.
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is out of an asset; nothing while it is held, withdrawn or was never published. */
    Optional<Offer> offer(Asset asset) {
        return latest(asset, OUT);
    }

    /** Whether something of an asset waits for its date, at which nobody tells. */
    boolean isComing(Asset asset) {
        return publisher.publications(asset.ref()).stream()
                .anyMatch(one -> one.status().equals(SCHEDULED));
    }

    /** What is out, or waits for its date; the later one counts. */
    Optional<Offer> offerOrComing(Asset asset) {
        return latest(asset, OUT_OR_COMING);
    }

    private Optional<Offer> latest(Asset asset, Set<AssetStatus> statuses) {
        if (!statuses.contains(asset.status())) {
            return Optional.empty();
        }
        List<Publication> out = publisher.publications(asset.ref()).stream()
                .filter(one -> statuses.contains(one.status()))
                .filter(one -> one.versions().containsKey(asset.ref()))
                .sorted(BY_TIME)
                .toList();
        if (out.isEmpty()) {
            return Optional.empty();
        }
        String version = out.get(out.size() - 1).versions().get(asset.ref());
        List<Publication> same = out.stream()
                .filter(one -> String.valueOf(version).equals(one.versions().get(asset.ref())))
                .toList();
        return reader.versions(asset.ref()).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .map(one -> new Offer(asset, one, same));
    }

    /** One version, whether it is out or not. */
    Optional<Offer> version(Asset asset, String version) {
        return reader.versions(asset.ref()).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .map(one -> new Offer(asset, one, List.of()));
    }

    /** What is out for all of some segments. */
    List<Asset> published(List<Segment> segments) {
        return reader.query(AssetQuery.ALL.withSegments(segments)).stream()
                .filter(asset -> asset.status().equals(AssetStatus.PUBLISHED))
                .toList();
    }

    /** Why an asset must not be with partners of some segments at a moment; empty when every use is allowed. */
    List<String> objections(Offer offer, List<Segment> segments, Instant at) {
        return objections(offer.ref(), rights(offer), segments, at);
    }

    /** The same by rights that are known. */
    List<String> objections(SourceRef asset, RightsRecord record, List<Segment> segments, Instant at) {
        return IntendedUses.objections(serving, segments, record, asset, at);
    }

    RightsRecord rights(Offer offer) {
        return rights.rights(offer.ref());
    }

    /** The bytes of the version that is out. */
    Content content(Offer offer) {
        return reader.content(offer.ref(), offer.version().id(), null);
    }

    /** The version that people see as the newest, published or not. */
    Optional<String> newest(SourceRef asset) {
        return find(asset).map(Asset::currentVersion).map(AssetVersion::id);
    }
}
