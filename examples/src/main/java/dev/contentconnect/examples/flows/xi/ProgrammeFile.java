package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The workspace side of {@link EventProgramme}. Every method may be repeated. */
final class ProgrammeFile {
    private static final String LINKED = "linked";
    private static final String LEFT = "left";
    private static final String PLACE = "place";

    private final WorkspaceDesk desk;
    private final AssetReader documents;
    private final ProgrammeFields fields;
    private final ProgrammeMedia media;
    private final FlowTrail trail;
    private final Turns turns;

    ProgrammeFile(Connector archive, ProgrammeFields fields, ProgrammeMedia media, FlowTrail trail) {
        this.desk = archive.require(WorkspaceDesk.class);
        this.documents = archive.require(AssetReader.class);
        this.fields = fields;
        this.media = media;
        this.trail = trail;
        this.turns = new Turns(trail);
    }

    /**
     * A paper on file.
     *
     * @param document its identity
     * @param version its version: people may put another one in its place
     */
    record Filed(SourceRef document, String version) {}

    SourceRef open(Programme programme) {
        Workspace workspace =
                desk.findOrCreate(new WorkspaceRequest(programme.key(), fields.type(), programme.title(), Map.of()));
        trail.append(trail.event(workspace.ref(), null, CaseEventType.WORKSPACE_CREATED, "", null)
                .note(programme.title())
                .build());
        return workspace.ref();
    }

    /** Links what is shown, and cuts what the flow linked and is shown no more; links of people stay. */
    void link(SourceRef workspace, Programme programme, List<ProgrammeMedia.Medium> shown) {
        Map<SourceRef, Asset> wanted = shown.stream()
                .map(ProgrammeMedia.Medium::asset)
                .collect(Collectors.toMap(Asset::ref, one -> one, (a, b) -> b, LinkedHashMap::new));
        Set<SourceRef> there = desk.links(workspace).stream()
                .map(Link::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<StateLink> noted = trail.notes(workspace, LINKED);
        wanted.forEach((ref, asset) -> {
            if (noted.stream().noneMatch(one -> one.to().equals(ref) && !LEFT.equals(one.fingerprint()))) {
                trail.note(workspace, LINKED, ref, null);
            }
            if (!there.contains(ref)) {
                desk.link(workspace, media.link(asset));
            }
            turns.told(
                    workspace,
                    PLACE,
                    ref,
                    "in",
                    turn -> trail.event(ref, null, CaseEventType.ASSET_LINKED, workspace.id() + turn, null)
                            .related(workspace)
                            .build());
        });
        noted.stream()
                .filter(one -> !wanted.containsKey(one.to()))
                .forEach(one -> unlink(workspace, programme, one.to(), LEFT.equals(one.fingerprint())));
    }

    /** What was ever linked and is not known to be rid of its mark. */
    List<SourceRef> linked(SourceRef workspace) {
        return trail.notes(workspace, LINKED).stream().map(StateLink::to).toList();
    }

    /**
     * Looked at twice: another programme that had read the list of marks before may have written ours back. A link is cut once,
     * so that one which people make afterwards stays.
     */
    private void unlink(SourceRef workspace, Programme programme, SourceRef asset, boolean left) {
        boolean marked = media.unmark(programme, asset);
        if (!left) {
            List<Link> dead = desk.links(workspace).stream()
                    .filter(one -> asset.equals(one.target()))
                    .toList();
            dead.forEach(one -> desk.unlink(workspace, one));
        }
        turns.told(
                workspace,
                PLACE,
                asset,
                "out",
                turn -> trail.event(asset, null, CaseEventType.ASSET_UNLINKED, workspace.id() + turn, null)
                        .related(workspace)
                        .build());
        if (!left) {
            trail.note(workspace, LINKED, asset, LEFT);
        } else if (!marked) {
            trail.forget(workspace, LINKED, asset);
        }
    }

    /**
     * Files each paper, or finds the one that people filed; nothing for those that are not there yet. A paper of which other
     * bytes were handed in is another document.
     */
    Map<Programme.Paper, Optional<Filed>> papers(SourceRef workspace, Programme programme) {
        List<Link> filed = desk.documents(workspace).stream().toList();
        Map<Programme.Paper, Optional<Filed>> out = new LinkedHashMap<>();
        for (Programme.Paper paper : programme.papers()) {
            Content content = paper.content();
            Optional<SourceRef> document = content == null
                    ? byTitle(filed, paper.title())
                    : Optional.of(file(workspace, key(paper, content), content));
            out.put(paper, document.flatMap(this::filed));
        }
        return out;
    }

    private static String key(Programme.Paper paper, Content content) {
        String digest =
                Fingerprint.checksum(content, "paper " + paper.key(), "SHA-256").hex();
        return EventProgramme.FLOW + ":" + paper.key() + ":" + digest;
    }

    private Optional<Filed> filed(SourceRef document) {
        return NotThere.orBinned(documents, document).map(one -> {
            AssetVersion version = one.currentVersion();
            return new Filed(document, version == null ? "" : MediaLibrary.name(version));
        });
    }

    /** People name files as they like: with an ending, in any case of letters. */
    private static Optional<SourceRef> byTitle(List<Link> filed, String title) {
        return filed.stream()
                .filter(one ->
                        one.title().equalsIgnoreCase(title) || bare(one.title()).equalsIgnoreCase(title))
                .map(Link::target)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String bare(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    SourceRef file(SourceRef workspace, String key, Content content) {
        return desk.file(workspace, key, content);
    }

    /** What those who approve are asked about; the same text for the same plan. */
    TextContent plan(
            Programme programme, List<ProgrammeMedia.Medium> shown, Map<Programme.Paper, Optional<Filed>> papers) {
        StringBuilder text = new StringBuilder(programme.title())
                .append(" (")
                .append(programme.key())
                .append(")\n\nMedia\n");
        shown.forEach(one -> text.append("- ")
                .append(MediaLibrary.title(one.asset()))
                .append(", version ")
                .append(one.version())
                .append(", ")
                .append(one.asset().ref())
                .append('\n'));
        text.append("\nPapers\n");
        papers.forEach((paper, there) -> {
            text.append("- ").append(paper.kind()).append(": ").append(paper.title());
            there.ifPresent(one ->
                    text.append(", version ").append(one.version()).append(", ").append(one.document()));
            text.append('\n');
        });
        text.append("\nSchedule\n");
        programme
                .schedule()
                .forEach(one -> text.append("- ")
                        .append(one.day())
                        .append(' ')
                        .append(one.channel())
                        .append('\n'));
        programme
                .territories()
                .forEach(one -> text.append("- in ").append(one.code()).append('\n'));
        return new TextContent("Distribution plan.txt", text.toString());
    }

    /** Writes what of it differs. */
    void write(
            SourceRef workspace,
            Programme programme,
            List<ProgrammeMedia.Medium> shown,
            Map<Programme.Paper, Optional<Filed>> papers,
            String status,
            List<String> missing) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put(fields.status(), status);
        wanted.put(fields.missing(), String.join("; ", missing));
        wanted.put(fields.media(), shown.stream().map(ProgrammeFile::row).toList());
        wanted.put(
                fields.papers(),
                papers.entrySet().stream()
                        .map(one -> row(
                                one.getKey(),
                                one.getValue().map(Filed::document).orElse(null)))
                        .toList());
        wanted.put(
                fields.schedule(),
                programme.schedule().stream()
                        .map(one -> Map.of(
                                "Channel", one.channel(), "Day", one.day().toString()))
                        .toList());
        Map<String, Object> changes = WorkspaceSheet.of(desk.get(workspace)).changes(wanted);
        if (!changes.isEmpty()) {
            desk.setAttributes(workspace, changes);
        }
    }

    private static Map<String, String> row(ProgrammeMedia.Medium one) {
        return Map.of(
                "Asset",
                one.asset().ref().toString(),
                "Title",
                MediaLibrary.title(one.asset()),
                "Version",
                one.version());
    }

    private static Map<String, String> row(Programme.Paper paper, @Nullable SourceRef document) {
        return Map.of(
                "Kind", paper.kind(), "Title", paper.title(), "Document", document == null ? "" : document.toString());
    }
}
