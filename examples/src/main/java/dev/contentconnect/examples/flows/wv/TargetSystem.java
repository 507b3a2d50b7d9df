package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.examples.flows.AudienceRules;
import dev.contentconnect.examples.flows.KeptRights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publishing side of {@link ApproveThenPublish}. Every method may be repeated from its beginning. */
final class TargetSystem {
    private final AssetReader reader;
    private final AssetWriter writer;
    private final RightsReader rights;
    private final RightsWriter rightsWriter;
    private final AssetPublisher publisher;
    private final @Nullable CommentThread comments;
    private final AudienceRules audience;
    private final FlowLedger ledger;

    TargetSystem(Connector target, AudienceRules audience, FlowLedger ledger) {
        this.reader = target.require(AssetReader.class);
        this.writer = target.require(AssetWriter.class);
        this.rights = target.require(RightsReader.class);
        this.rightsWriter = target.require(RightsWriter.class);
        this.publisher = target.require(AssetPublisher.class);
        this.comments = target.find(CommentThread.class).orElse(null);
        this.audience = audience;
        this.ledger = ledger;
    }

    /** Before people are asked about what could not be published as it was meant. */
    void checkAudience(ContentPackage content) {
        audience.segments(content.audience());
    }

    /** What came out. One that is held was perhaps begun and not finished: the same key finishes it. */
    Optional<Publication> published(ContentPackage content, String key) {
        Optional<Publication> publication = publisher
                .findByKey(key)
                .filter(found -> !BrokenOff.isUnfinished(found) || ledger.isPublished(content.versionRef()));
        publication.ifPresent(found -> ledger.published(content, found));
        return publication;
    }

    /** What had begun to come out of an older version comes out whole, before the newer one takes its place. */
    Optional<Publication> finish(String key, ContentPackage by) {
        return BrokenOff.finish(publisher, key, by.title());
    }

    /** What people of the target system blocked is theirs to let go: applying the rights of the package would lift it. */
    List<String> objections(ContentPackage content) {
        List<String> objections = new ArrayList<>();
        for (PackageItem item : content.items()) {
            SourceRef asset = item.asset().ref();
            reader.findByKey(asset.toString())
                    .map(there -> rights.rights(there.ref()))
                    .filter(KeptRights::areKept)
                    .ifPresent(there ->
                            objections.add(asset.id() + " is " + there.status() + " where it would be published"));
        }
        return objections;
    }

    Publication publish(ContentPackage content, String key) {
        Map<SourceRef, String> approved = new LinkedHashMap<>();
        for (PackageItem item : content.items()) {
            SourceRef asset = record(item);
            approved.put(asset, deliver(item, asset, content, key).id());
        }
        Publication publication = publisher.publish(new PublishRequest(
                        key,
                        content.title(),
                        List.copyOf(approved.keySet()),
                        audience.segments(content.audience()),
                        null,
                        audience.note(content.audience()))
                .ofVersions(approved));
        ledger.published(content, publication);
        return publication;
    }

    /** Rights before bytes: an audience that has an older version never sees the new one without its terms. */
    private AssetVersion deliver(PackageItem item, SourceRef asset, ContentPackage content, String key) {
        writer.update(at(asset, item.asset(), content));
        rightsWriter.apply(item.rights().toBuilder(asset).assetVersion(null).build());
        return writer.addVersion(asset, key + ":" + item.asset().ref(), item.content());
    }

    PackageOutcome refuse(ContentPackage content, String key, List<String> reasons) {
        String reason = content.title() + ", version " + content.version() + ", is not published: "
                + String.join("; ", reasons);
        for (PackageItem item : content.items()) {
            SourceRef asset = record(item);
            if (comments != null) {
                comments.add(asset, new CommentDraft(key + ":refused", reason, null, null));
            }
            if (!isOut(asset)) {
                publisher.hold(asset, reason);
            }
        }
        return ledger.refused(content, key, reasons);
    }

    /** An older version that was approved stays with its audience. */
    private boolean isOut(SourceRef asset) {
        return publisher.publications(asset).stream()
                .anyMatch(publication -> publication.status().equals(AssetStatus.PUBLISHED));
    }

    /** The record of the asset in the target system, without bytes when it is new. */
    private SourceRef record(PackageItem item) {
        String key = item.asset().ref().toString();
        return reader.findByKey(key)
                .orElseGet(() -> writer.create(new AssetDraft(key, item.asset(), null)))
                .ref();
    }

    private Asset at(SourceRef target, Asset asset, ContentPackage content) {
        return Asset.builder(target)
                .title(asset.title())
                .description(asset.description())
                .kind(asset.kind())
                .market(asset.market())
                .language(asset.language())
                .creators(asset.creators())
                .tags(asset.tags())
                .segments(audience.segments(content.audience()))
                .extensions(asset.extensions())
                .build();
    }
}
