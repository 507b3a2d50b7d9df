package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.state.StateLink;
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

    private final WorkspaceDesk desk;
    private final ProgrammeFields fields;
    private final ProgrammeMedia media;
    private final FlowTrail trail;

    ProgrammeFile(Connector archive, ProgrammeFields fields, ProgrammeMedia media, FlowTrail trail) {
        this.desk = archive.require(WorkspaceDesk.class);
        this.fields = fields;
        this.media = media;
        this.trail = trail;
    }

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
        List<SourceRef> noted = linked(workspace);
        wanted.forEach((ref, asset) -> {
            if (!noted.contains(ref)) {
                trail.note(workspace, LINKED, ref, null);
            }
            if (!there.contains(ref)) {
                desk.link(workspace, media.link(asset));
            }
            trail.append(trail.event(ref, null, CaseEventType.ASSET_LINKED, workspace.id(), null)
                    .related(workspace)
                    .build());
        });
        noted.stream().filter(ref -> !wanted.containsKey(ref)).forEach(ref -> unlink(workspace, programme, ref));
    }

    private List<SourceRef> linked(SourceRef workspace) {
        return trail.notes(workspace, LINKED).stream().map(StateLink::to).toList();
    }

    private void unlink(SourceRef workspace, Programme programme, SourceRef asset) {
        media.find(asset).ifPresent(one -> media.clear(programme, one, false));
        List<Link> dead = desk.links(workspace).stream()
                .filter(one -> asset.equals(one.target()))
                .toList();
        dead.forEach(one -> desk.unlink(workspace, one));
        trail.append(trail.event(asset, null, CaseEventType.ASSET_UNLINKED, workspace.id(), null)
                .related(workspace)
                .build());
        trail.forget(workspace, LINKED, asset);
    }

    /** Files each paper, or finds the one that people filed; nothing for those that are not there yet. */
    Map<Programme.Paper, Optional<SourceRef>> papers(SourceRef workspace, Programme programme) {
        List<Link> filed = desk.documents(workspace).stream().toList();
        Map<Programme.Paper, Optional<SourceRef>> out = new LinkedHashMap<>();
        for (Programme.Paper paper : programme.papers()) {
            Content content = paper.content();
            out.put(
                    paper,
                    content == null
                            ? byTitle(filed, paper.title())
                            : Optional.of(file(workspace, EventProgramme.FLOW + ":" + paper.key(), content)));
        }
        return out;
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
    TextContent plan(Programme programme, List<ProgrammeMedia.Medium> shown) {
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
        programme
                .papers()
                .forEach(one -> text.append("- ")
                        .append(one.kind())
                        .append(": ")
                        .append(one.title())
                        .append('\n'));
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
            Map<Programme.Paper, Optional<SourceRef>> papers,
            String status,
            List<String> missing) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put(fields.status(), status);
        wanted.put(fields.missing(), String.join("; ", missing));
        wanted.put(fields.media(), shown.stream().map(ProgrammeFile::row).toList());
        wanted.put(
                fields.papers(),
                papers.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue().orElse(null)))
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
