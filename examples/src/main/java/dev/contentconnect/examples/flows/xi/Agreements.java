package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files the agreements and releases of an asset into its workspace, one document for each version of each, and names them in
 * the rights there. What was filed stays, whatever becomes of the agreement in the library. Every method may be repeated.
 */
final class Agreements {
    private static final String FILED = "filed";

    private final String library;
    private final @Nullable String field;
    private final AssetReader media;
    private final WorkspaceDesk desk;
    private final RightsReader rights;
    private final RightsWriter writer;
    private final FlowTrail trail;

    Agreements(Connector library, Connector archive, @Nullable String field, FlowTrail trail) {
        this.library = library.system();
        this.field = field;
        this.media = library.require(AssetReader.class);
        this.desk = archive.require(WorkspaceDesk.class);
        this.rights = archive.require(RightsReader.class);
        this.writer = archive.require(RightsWriter.class);
        this.trail = trail;
    }

    void file(Asset asset, Workspace workspace) {
        List<SourceRef> named = named(asset);
        if (named.isEmpty()) {
            return;
        }
        for (SourceRef agreement : named) {
            try {
                file(asset, agreement, workspace);
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
                missing(asset, agreement);
            }
        }
        name(workspace.ref());
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

    private void file(Asset asset, SourceRef ref, Workspace workspace) {
        Asset agreement = media.get(ref);
        AssetVersion version = agreement.currentVersion();
        if (version == null || agreement.status().equals(AssetStatus.DELETED)) {
            missing(asset, ref);
            return;
        }
        String key = "agreement:" + ref + "@" + version.id();
        if (filed(workspace.ref(), key).isPresent()) {
            return;
        }
        SourceRef document = desk.file(workspace.ref(), key, media.content(ref, version.id(), null));
        trail.append(trail.event(asset.ref(), null, CaseEventType.ATTACHMENT_ADDED, key, null)
                .caseRef(workspace.ref())
                .caseKey(workspace.key())
                .related(document)
                .note(AssetRecords.title(agreement))
                .build());
        trail.note(workspace.ref(), FILED, document, key);
    }

    private Optional<StateLink> filed(SourceRef workspace, String key) {
        return trail.notes(workspace, FILED).stream()
                .filter(note -> key.equals(note.fingerprint()))
                .findFirst();
    }

    private void name(SourceRef workspace) {
        RightsRecord now = rights.rights(workspace);
        Set<SourceRef> all = new LinkedHashSet<>(now.documents());
        trail.notes(workspace, FILED).forEach(note -> all.add(note.to()));
        if (all.size() > now.documents().size()) {
            writer.apply(now.toBuilder().documents(new ArrayList<>(all)).build());
        }
    }

    private void missing(Asset asset, SourceRef agreement) {
        trail.append(trail.event(asset.ref(), null, CaseEventType.FLOW_REFUSED, agreement.toString(), null)
                .outcome("no_agreement")
                .related(agreement)
                .note("the agreement " + agreement + " is not in the library")
                .build());
    }
}
