package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.examples.flows.IntendedUses;
import dev.contentconnect.examples.flows.KeptRights;
import dev.contentconnect.examples.flows.StatedGrants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The library side of {@link MarketLocalisation}. Every method may be repeated from its beginning. */
final class LocalisedLibrary {
    /** What is out, or was taken back by somebody, stays so when it gets another version. */
    private static final List<AssetStatus> UNDECIDED = List.of(
            AssetStatus.DRAFT,
            AssetStatus.IN_REVIEW,
            AssetStatus.REJECTED,
            AssetStatus.UNKNOWN,
            // Of the version before: a library may take it back when it gets another.
            AssetStatus.APPROVED);

    private final AssetReader reader;
    private final AssetWriter writer;
    private final RightsReader rights;
    private final RightsWriter rightsWriter;
    private final @Nullable CommentThread comments;

    LocalisedLibrary(Connector library) {
        this.reader = library.require(AssetReader.class);
        this.writer = library.require(AssetWriter.class);
        this.rights = library.require(RightsReader.class);
        this.rightsWriter = library.require(RightsWriter.class);
        this.comments = library.find(CommentThread.class).orElse(null);
    }

    Asset get(SourceRef asset) {
        return reader.get(asset);
    }

    /** Newest first. */
    List<String> versions(SourceRef asset) {
        return reader.versions(asset).stream().map(AssetVersion::id).toList();
    }

    /** What people forbade, if they did: some libraries keep that in the rights and leave the asset published. */
    Optional<RightsStatus> forbidden(SourceRef asset) {
        return Optional.of(rights.rights(asset)).filter(KeptRights::areKept).map(RightsRecord::status);
    }

    /** What the people of the market should know before they begin, or null. */
    @Nullable String forecast(LocalisationOrder order, MarketPlan plan, Instant now) {
        List<Segment> places = territories(plan)
                .map(territory -> Segment.region(territory.code()))
                .toList();
        List<String> objections = IntendedUses.objections(places, rights.rights(order.master()), order.master(), now);
        return objections.isEmpty()
                ? null
                : "On " + now + " it could not be used there: " + String.join("; ", objections);
    }

    /** Rights before bytes: who has an older version never sees the new one without its terms. Approved at the very end. */
    LocalisationOutcome.Stored store(LocalisationOrder order, MarketPlan plan, Asset master, Content content) {
        Asset made = writer.create(new AssetDraft(order.assetKey(plan), described(order.master(), plan, master), null));
        SourceRef asset = made.ref();
        writer.update(described(asset, plan, master));
        rightsWriter.apply(KeptRights.over(rights.rights(asset), narrowed(asset, rights.rights(order.master()), plan)));
        AssetVersion version = writer.addVersion(asset, order.key(plan), content);
        if (UNDECIDED.contains(made.status())) {
            writer.update(Asset.builder(asset).status(AssetStatus.APPROVED).build());
        }
        return new LocalisationOutcome.Stored(asset, version.id());
    }

    void tell(SourceRef master, String key, String text) {
        if (comments == null) {
            return;
        }
        try {
            comments.add(master, new CommentDraft(key, text, null, null));
        } catch (ConnectorException e) {
            // Some systems have comments on other things than assets: Aprimo has them on work and money alone.
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private static Asset described(SourceRef ref, MarketPlan plan, Asset master) {
        String title = Objects.requireNonNullElse(master.title(), master.ref().toString());
        return Asset.builder(ref)
                .title(title + " (" + plan.id() + ")")
                .description(master.description())
                .kind(master.kind())
                .market(plan.market())
                .language(plan.language())
                .master(master.ref())
                .segments(plan.audience())
                .build();
    }

    /** The rights of the master, in this market and nowhere else: never wider than those of the master. */
    private static RightsRecord narrowed(SourceRef asset, RightsRecord master, MarketPlan plan) {
        List<Territory> places = territories(plan).toList();
        return master.toBuilder(asset)
                .assetVersion(null)
                .extensions(Extensions.none())
                .grants(master.grants().stream()
                        .flatMap(grant -> narrowed(grant, places))
                        .toList())
                .build();
    }

    private static Stream<RightsGrant> narrowed(RightsGrant grant, List<Territory> places) {
        List<Territory> allowed = grant.territories().allowed();
        if (allowed.isEmpty()) {
            // Nobody said where: that is no yes here either.
            return Stream.of(grant);
        }
        List<Territory> covered = places.stream()
                .filter(place -> allowed.stream().anyMatch(one -> one.covers(place)))
                .toList();
        List<Territory> excluded = grant.territories().excluded().stream()
                .filter(one -> covered.stream().anyMatch(one::overlaps))
                .toList();
        return covered.isEmpty()
                ? Stream.empty()
                : Stream.of(StatedGrants.within(grant, new Territories(covered, excluded), grant.validity()));
    }

    private static Stream<Territory> territories(MarketPlan plan) {
        List<Territory> regions = plan.audience().stream()
                .filter(segment -> segment.kind().equals(SegmentKind.REGION))
                .map(segment -> Territory.of(segment.value()))
                .toList();
        return regions.isEmpty() ? Stream.of(Territory.of(plan.market())) : regions.stream();
    }
}
