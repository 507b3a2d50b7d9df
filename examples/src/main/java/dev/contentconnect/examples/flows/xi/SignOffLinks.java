package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
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
import java.util.Objects;
import java.util.Set;

/**
 * Documents as assets of the library that lead to them, related to the asset that they are about. A document has one of these,
 * under its identity as key; one that people delete, or whose relation they end, is put back. A document may go and come
 * again: each time is numbered, and told once. Every method may be repeated.
 */
final class SignOffLinks {
    private static final String DOCUMENT = "document";
    private static final String STAND_IN = "asset";
    private static final String RELATING = "relating ";
    private static final String STANDS = "stands ";
    private static final String GONE = "gone ";

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
        Set<SourceRef> there = relations.related(asset);
        for (Link document : documents) {
            boolean stands = text(asset, target(document)).startsWith(STANDS)
                    && standIns(target(document)).stream().anyMatch(there::contains);
            if (!stands) {
                relate(asset, document);
            }
        }
        List<SourceRef> wanted = documents.stream().map(SignOffLinks::target).toList();
        for (StateLink note : trail.notes(asset, DOCUMENT)) {
            if (!wanted.contains(note.to()) && !text(note).startsWith(GONE)) {
                unrelate(asset, note);
            }
        }
    }

    private void relate(SourceRef asset, Link document) {
        SourceRef target = target(document);
        String last = text(asset, target);
        int time = last.startsWith(RELATING) ? number(last) : number(last) + 1;
        trail.note(asset, DOCUMENT, target, RELATING + time);
        relations.relate(asset, standIn(document));
        trail.append(event(CaseEventType.ATTACHMENT_ADDED, asset, target, time)
                .note(document.title())
                .build());
        trail.note(asset, DOCUMENT, target, STANDS + time);
    }

    private void unrelate(SourceRef asset, StateLink note) {
        standIns(note.to()).forEach(one -> relations.unrelate(asset, one));
        int time = number(text(note));
        trail.append(event(CaseEventType.ASSET_UNLINKED, asset, note.to(), time)
                .note("the sign-off document is gone")
                .build());
        trail.note(asset, DOCUMENT, note.to(), GONE + time);
    }

    private CaseEvent.Builder event(CaseEventType type, SourceRef asset, SourceRef document, int time) {
        String which = document + (time == 1 ? "" : "#" + time);
        return trail.event(asset, null, type, which, null).related(document);
    }

    /** There is a second one where people deleted the first. */
    private List<SourceRef> standIns(SourceRef document) {
        return trail.notes(document, STAND_IN).stream().map(StateLink::to).toList();
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
        trail.note(target, STAND_IN, made, null);
        return made;
    }

    private String text(SourceRef asset, SourceRef document) {
        return trail.notes(asset, DOCUMENT).stream()
                .filter(note -> note.to().equals(document))
                .map(SignOffLinks::text)
                .findFirst()
                .orElse("");
    }

    private static String text(StateLink note) {
        return Objects.requireNonNull(note.fingerprint());
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }

    private static SourceRef target(Link document) {
        SourceRef target = document.target();
        if (target == null) {
            throw new IllegalArgumentException("a filed document has an identity: " + document.title());
        }
        return target;
    }
}
