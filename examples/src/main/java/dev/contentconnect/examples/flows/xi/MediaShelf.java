package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The references of workspaces to assets of a library: those that belong to the workspace by a segment of theirs and to
 * which a flow has no objection. A reference is a link to the {@link AssetRecords record} of the asset. Links to anything
 * else are left alone.
 *
 * <p>The index of the library only proposes: each asset is read before it is linked or unlinked. Every method may be
 * repeated from its beginning.
 */
final class MediaShelf {
    /** What a flow wants of an asset. */
    interface Judge {
        /** Why an asset that stands so must not be referred to; null when it may be. */
        @Nullable String objection(Asset asset, AssetStatus standing);
    }

    private final String library;
    private final String archive;
    private final AssetReader media;
    private final MediaApprovals approvals;
    private final WorkspaceDesk desk;
    private final AssetRecords records;
    private final Function<SourceRef, URI> pages;
    private final String type;
    private final SegmentKind kind;
    private final Judge judge;
    private final ShelfNotes notes;
    private final Refusals refusals;

    MediaShelf(
            Connector library,
            Connector archive,
            Function<SourceRef, URI> pages,
            String type,
            SegmentKind kind,
            Judge judge,
            FlowTrail trail) {
        this.library = library.system();
        this.archive = archive.system();
        this.media = library.require(AssetReader.class);
        this.approvals = new MediaApprovals(library.require(ApprovalDesk.class));
        this.desk = archive.require(WorkspaceDesk.class);
        this.records = new AssetRecords(archive, pages, trail);
        this.pages = pages;
        this.type = type;
        this.kind = kind;
        this.judge = judge;
        this.notes = new ShelfNotes(trail);
        this.refusals = new Refusals(trail);
    }

    /** Changes of assets of the library, and of workspaces of the type; everything else changes nothing. */
    void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject == null) {
            return;
        }
        if (subject.system().equals(library)) {
            look(subject);
        } else if (subject.system().equals(archive) && event.type().value().startsWith("workspace.")) {
            key(subject).ifPresent(this::bring);
        }
    }

    /** All references of a workspace. */
    ShelfOutcome bring(String key) {
        return desk.findByKey(type, key)
                .map(workspace -> bring(workspace, key))
                .orElseGet(() -> new ShelfOutcome.NoWorkspace(key));
    }

    /** All workspaces that were ever met. */
    Map<String, ShelfOutcome> sweep() {
        return EachInTurn.of(notes.keys(), this::bring);
    }

    private ShelfOutcome bring(Workspace workspace, String key) {
        Map<SourceRef, Link> present = present(workspace.ref());
        Set<SourceRef> all = new LinkedHashSet<>(proposed(key));
        // The index may not show what is referred to already.
        all.addAll(present.keySet());
        return shelve(workspace, key, present, all);
    }

    /** One asset, in the workspaces to which it belongs and in those that refer to it. */
    Map<String, ShelfOutcome> look(SourceRef asset) {
        Set<String> keys = new LinkedHashSet<>();
        Optional<Asset> found = NotThere.orBinned(media, asset);
        found.ifPresent(one -> keys.addAll(keys(one)));
        notes.workspacesOf(asset).forEach(workspace -> key(workspace).ifPresent(keys::add));
        return EachInTurn.of(List.copyOf(keys), key -> {
            Optional<Workspace> workspace = desk.findByKey(type, key);
            if (workspace.isEmpty()) {
                found.filter(one -> judge.objection(one, approvals.standing(one)) == null)
                        .ifPresent(one -> refusals.noWorkspace(asset, type, key));
                return new ShelfOutcome.NoWorkspace(key);
            }
            return shelve(workspace.get(), key, present(workspace.get().ref()), Set.of(asset));
        });
    }

    private List<String> keys(Asset asset) {
        return asset.segments().stream()
                .filter(segment -> segment.kind().equals(kind))
                .map(Segment::value)
                .distinct()
                .toList();
    }

    private Optional<String> key(SourceRef workspace) {
        return NotThere.asEmpty(() -> desk.get(workspace))
                .filter(one -> type.equalsIgnoreCase(one.type()))
                .flatMap(one -> Optional.ofNullable(one.key()));
    }

    private List<SourceRef> proposed(String key) {
        AssetQuery query = AssetQuery.ALL.withSegments(List.of(new Segment(kind, key)));
        return media.query(query).stream().map(Asset::ref).toList();
    }

    private ShelfOutcome shelve(Workspace workspace, String key, Map<SourceRef, Link> present, Set<SourceRef> all) {
        notes.met(workspace, key);
        List<SourceRef> standing = new ArrayList<>();
        List<SourceRef> added = new ArrayList<>();
        List<SourceRef> removed = new ArrayList<>();
        EachInTurn.of(List.copyOf(all), ref -> {
            Link link = present.get(ref);
            boolean stands = refusals.telling(ref, workspace, () -> settle(workspace, key, ref, link));
            if (stands) {
                standing.add(ref);
            }
            if (stands != (link != null)) {
                (stands ? added : removed).add(ref);
            }
            return stands;
        });
        return new ShelfOutcome.Shelved(workspace.ref(), standing, added, removed);
    }

    /** The links of a workspace that lead to assets of the library, by asset. */
    private Map<SourceRef, Link> present(SourceRef workspace) {
        Map<SourceRef, Link> out = new LinkedHashMap<>();
        for (Link link : desk.links(workspace)) {
            SourceRef target = link.target();
            if (target != null) {
                asset(target).ifPresent(asset -> out.put(asset, link));
            }
        }
        return out;
    }

    private Optional<SourceRef> asset(SourceRef target) {
        Optional<SourceRef> found = target.system().equals(library) ? Optional.of(target) : records.assetOf(target);
        return found.filter(one -> one.system().equals(library));
    }

    private boolean settle(Workspace workspace, String key, SourceRef ref, @Nullable Link link) {
        Optional<Asset> found = NotThere.orBinned(media, ref);
        if (found.isEmpty()) {
            if (link != null) {
                records.mark(ref, AssetStatus.BLOCKED);
            }
            cut(workspace, ref, link, "it is gone from the library");
            return false;
        }
        Asset asset = found.get();
        AssetStatus standing = approvals.standing(asset);
        String objection = keys(asset).contains(key) ? judge.objection(asset, standing) : "it belongs elsewhere now";
        if (objection == null) {
            put(workspace, asset, standing, link);
        } else {
            if (link != null) {
                // The record first: without the link it would not be met again.
                records.keep(asset, standing);
            }
            cut(workspace, ref, link, objection);
        }
        return objection == null;
    }

    private void put(Workspace workspace, Asset asset, AssetStatus standing, @Nullable Link link) {
        SourceRef record = records.keep(asset, standing);
        if (link == null || leadsNowhere(link, record)) {
            if (link != null) {
                desk.unlink(workspace.ref(), link);
            }
            notes.linking(asset.ref(), workspace.ref());
            desk.link(workspace.ref(), new Link(MediaLibrary.title(asset), pages.apply(asset.ref()), record));
        }
        notes.linked(asset, workspace, record);
    }

    /** Somebody deleted the record, and there is another one by now. */
    private boolean leadsNowhere(Link link, SourceRef record) {
        SourceRef target = link.target();
        return target != null && target.system().equals(archive) && !target.equals(record);
    }

    private void cut(Workspace workspace, SourceRef asset, @Nullable Link link, String why) {
        if (link != null) {
            desk.unlink(workspace.ref(), link);
        }
        notes.cut(asset, workspace, link != null, why);
    }
}
