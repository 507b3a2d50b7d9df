package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Documents as assets of the library that lead to them, related to the asset that they are about. A document has one of these,
 * under its identity as key. Every method may be repeated.
 */
final class SignOffLinks {
    private static final String DOCUMENT = "document";
    private static final String STANDS = "stands";
    private static final String GONE = "gone";

    private final String library;
    private final AssetWriter writer;
    private final AssetRelations relations;
    private final FlowTrail trail;

    SignOffLinks(Connector library, AssetRelations relations, FlowTrail trail) {
        this.library = library.system();
        this.writer = library.require(AssetWriter.class);
        this.relations = relations;
        this.trail = trail;
    }

    /** Relates an asset to its documents, and no longer to those that are gone. */
    void bring(SourceRef asset, Collection<Link> documents) {
        List<SourceRef> wanted = documents.stream().map(SignOffLinks::target).toList();
        List<StateLink> noted = trail.notes(asset, DOCUMENT);
        for (Link document : documents) {
            SourceRef target = target(document);
            boolean stands =
                    noted.stream().anyMatch(note -> note.to().equals(target) && STANDS.equals(note.fingerprint()));
            if (!stands) {
                relations.relate(asset, standIn(document));
                trail.append(trail.event(asset, null, CaseEventType.ATTACHMENT_ADDED, target.toString(), null)
                        .related(target)
                        .note(document.title())
                        .build());
                trail.note(asset, DOCUMENT, target, STANDS);
            }
        }
        for (StateLink note : noted) {
            if (STANDS.equals(note.fingerprint()) && !wanted.contains(note.to())) {
                trail.noted(note.to(), "asset").ifPresent(one -> relations.unrelate(asset, one.to()));
                trail.note(asset, DOCUMENT, note.to(), GONE);
            }
        }
    }

    private SourceRef standIn(Link document) {
        SourceRef target = target(document);
        Asset metadata = Asset.builder(target)
                .title(document.title())
                .extensions(Extensions.of(
                        library, Map.of("external_link", document.uri().toString())))
                .build();
        SourceRef made = writer.create(new AssetDraft("document:" + target, metadata, null))
                .ref();
        trail.note(target, "asset", made, null);
        return made;
    }

    private static SourceRef target(Link document) {
        SourceRef target = document.target();
        if (target == null) {
            throw new IllegalArgumentException("a filed document has an identity: " + document.title());
        }
        return target;
    }
}
