package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files the agreements and releases of an asset into its workspace, one document for each version of each, and names them in
 * the rights there. What was filed stays, whatever becomes of the agreement in the library. A document that people deleted is
 * named no longer; while the asset names its agreement it is filed again. Every method may be repeated.
 */
final class Agreements {
    private static final String FILED = "filed";
    private static final String PLACE = "place";

    private final String library;
    private final @Nullable String field;
    private final AssetReader media;
    private final WorkspaceDesk desk;
    private final AssetReader documents;
    private final RightsReader rights;
    private final RightsWriter writer;
    private final FlowTrail trail;

    Agreements(Connector library, Connector archive, @Nullable String field, FlowTrail trail) {
        this.library = library.system();
        this.field = field;
        this.media = library.require(AssetReader.class);
        this.desk = archive.require(WorkspaceDesk.class);
        this.documents = archive.require(AssetReader.class);
        this.rights = archive.require(RightsReader.class);
        this.writer = archive.require(RightsWriter.class);
        this.trail = trail;
    }

    void file(Asset asset, Workspace workspace) {
        List<SourceRef> named = named(asset);
        List<StateLink> noted = trail.notes(workspace.ref(), FILED);
        if (named.isEmpty() && noted.isEmpty()) {
            return;
        }
        Map<SourceRef, String> present = present(workspace.ref(), noted);
        for (SourceRef agreement : named) {
            try {
                file(asset, agreement, workspace, present);
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
                missing(asset, agreement);
            }
        }
        List<SourceRef> gone = noted.stream()
                .map(StateLink::to)
                .filter(one -> !present.containsKey(one))
                .toList();
        name(workspace.ref(), present.keySet(), gone);
    }

    /** The library's own metadata, as its connector hands it out: fields with their values. */
    private List<SourceRef> named(Asset asset) {
        Object metadata = asset.extensions().get(library).get("metadata");
        Object values = field != null && metadata instanceof Map<?, ?> fields ? fields.get(field) : null;
        return values instanceof List<?> list
                ? list.stream()
                        .filter(Objects::nonNull)
                        .map(one -> one.toString().strip())
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .map(one -> SourceRef.of(library, one))
                        .toList()
                : List.of();
    }

    /** The documents that are there, with their keys: the note of one is no proof. People may have moved it elsewhere. */
    private Map<SourceRef, String> present(SourceRef workspace, List<StateLink> noted) {
        Set<SourceRef> here = noted.isEmpty()
                ? Set.of()
                : desk.documents(workspace).stream()
                        .map(Link::target)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<SourceRef, String> out = new LinkedHashMap<>();
        for (StateLink note : noted) {
            if (here.contains(note.to())
                    || NotThere.orBinned(documents, note.to()).isPresent()) {
                out.put(note.to(), Objects.requireNonNullElse(note.fingerprint(), ""));
            }
        }
        return out;
    }

    private void file(Asset asset, SourceRef ref, Workspace workspace, Map<SourceRef, String> present) {
        Asset agreement = media.get(ref);
        AssetVersion version = agreement.currentVersion();
        if (version == null || agreement.status().equals(AssetStatus.DELETED)) {
            missing(asset, ref);
            return;
        }
        String key = "agreement:" + ref + "@" + version.id();
        if (present.containsValue(key)) {
            return;
        }
        SourceRef document = desk.file(workspace.ref(), key, media.content(ref, version.id(), null));
        new Turns(trail)
                .told(
                        workspace.ref(),
                        PLACE,
                        SourceRef.of(RightsSync.FLOW, key),
                        document.toString(),
                        turn -> trail.event(asset.ref(), null, CaseEventType.ATTACHMENT_ADDED, key + turn, null)
                                .caseRef(workspace.ref())
                                .caseKey(workspace.key())
                                .related(document)
                                .note(MediaLibrary.title(agreement))
                                .build());
        trail.note(workspace.ref(), FILED, document, key);
        present.put(document, key);
    }

    /** The rights first: without its note a document would not be known as ours. */
    private void name(SourceRef workspace, Set<SourceRef> present, List<SourceRef> gone) {
        RightsRecord now = rights.rights(workspace);
        Set<SourceRef> all = new LinkedHashSet<>(now.documents());
        all.addAll(present);
        gone.forEach(all::remove);
        if (!List.copyOf(all).equals(now.documents())) {
            writer.apply(now.toBuilder().documents(List.copyOf(all)).build());
        }
        gone.forEach(one -> trail.forget(workspace, FILED, one));
    }

    private void missing(Asset asset, SourceRef agreement) {
        trail.append(trail.event(asset.ref(), null, CaseEventType.FLOW_REFUSED, agreement.toString(), null)
                .outcome("no_agreement")
                .related(agreement)
                .note("the agreement " + agreement + " is not in the library")
                .build());
    }
}
