package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.IntendedUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The library side of {@link RightsReview}. Every method may be repeated from its beginning. */
final class ReviewedLibrary {
    private final String system;
    private final AssetReader reader;
    private final RightsReader rights;
    private final RightsWriter writer;
    private final AssetPublisher publisher;
    private final List<Segment> serving;
    private final FlowTrail trail;

    ReviewedLibrary(Connector library, List<Segment> serving, FlowTrail trail) {
        this.system = library.system();
        this.reader = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.writer = library.require(RightsWriter.class);
        this.publisher = library.require(AssetPublisher.class);
        this.serving = List.copyOf(serving);
        this.trail = trail;
    }

    boolean owns(SourceRef asset) {
        return asset.system().equals(system);
    }

    /** The asset with its rights; nothing when it is gone or has no content. */
    Optional<Reviewed> read(SourceRef asset) {
        try {
            // Rights first: they carry the time by which a change of the asset in between is noticed when writing.
            RightsRecord said = rights.rights(asset);
            Asset found = reader.get(asset);
            AssetVersion current = found.currentVersion();
            return current == null || found.status().equals(AssetStatus.DELETED)
                    ? Optional.empty()
                    : Optional.of(new Reviewed(found, current.id(), said));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void markPending(Reviewed now) {
        if (!now.print(now.pending()).equals(now.print())) {
            writer.apply(now.pending());
        }
    }

    RightsRecord write(Reviewed now, ReviewVerdict verdict) {
        if (verdict.rights().status().equals(RightsStatus.BLOCKED)) {
            return writer.block(now.ref(), verdict.reason());
        }
        return now.print(verdict.rights()).equals(now.print()) ? now.rights() : writer.apply(verdict.rights());
    }

    /** Why the asset is kept back; empty when it may stay where it is. */
    List<String> keepBack(Reviewed now, ReviewVerdict verdict, RightsRecord stored) {
        AssetStatus status = now.asset().status();
        List<String> unfit = stored.status().forbids()
                ? List.of(verdict.reason())
                : status.equals(AssetStatus.PUBLISHED) || status.equals(AssetStatus.HELD)
                        ? objections(now.asset(), stored)
                        : List.of();
        if (!unfit.isEmpty() && !status.equals(AssetStatus.HELD)) {
            publisher.hold(now.ref(), String.join("; ", unfit));
        }
        return unfit;
    }

    /** By the audience of each publication; what is out without any is judged by whom it is meant for. */
    private List<String> objections(Asset asset, RightsRecord stored) {
        List<List<Segment>> audiences = new ArrayList<>(publisher.publications(asset.ref()).stream()
                .filter(one -> one.status().equals(AssetStatus.PUBLISHED))
                .map(Publication::audience)
                .toList());
        if (audiences.isEmpty()) {
            audiences.add(asset.segments());
        }
        return audiences.stream()
                .flatMap(audience ->
                        IntendedUses.objections(serving, audience, stored, asset.ref(), trail.now()).stream())
                .distinct()
                .toList();
    }
}
