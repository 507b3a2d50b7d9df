package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * XI5: a production has a workspace, and media in the library. What becomes of the media, a final cut delivered, a version
 * approved, shows in the workspace; the deadline and the change requests of the workspace show with the media.
 *
 * <p>Trigger: an event of either system, or the clock. Both {@link #advance} and {@link #reflect} look at how things stand in
 * both systems and make them say the same, so they may be called any number of times, late, out of order and after a crash at
 * any point. Hang the flow under the feeds of both systems, which share one inbox ({@code FeedRunner.handOver}, with
 * {@code parallel(1)}, as one names assets and the other workspaces), and {@link #reflect} now and then what has to be right although
 * no feed told: the library is silent about approvals and metadata. Media that are there before their workspace wait for its
 * first event, and the trail says so.
 *
 * <pre>{@code item -> flow.handle(item.event())}</pre>
 *
 * <p>Who has the word: an asset names its production; versions, stages and approvals are the library's, deadline and change
 * requests the workspace's. What somebody writes over a deadline in the library is written over again. The set of cuts is
 * this flow's, and people do not edit it; the set of change requests is theirs, and the flow only reads it.
 *
 * <p>Effects and their keys: a link for each asset of the production, by its identity; rows and fields, written only where
 * they differ; a comment for each change request and asset, {@code xi5:{workspace}#{number}:{what}}, and another one each time
 * people change its text or its state, also back to what it was. A link whose asset is gone is cut, and its row stays and
 * says so. An approval counts for the version that it names.
 */
public final class ProductionProject {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "xi5";

    private static final String IN = "in";
    private static final String PLACE = "place";
    private static final String STATE = "state";
    private static final String DUE = "due";

    private final MediaLibrary media;
    private final String workspaceSystem;
    private final WorkspaceDesk desk;
    private final ProductionFields fields;
    private final CutReading cuts;
    private final ChangeRequests changes;
    private final FlowTrail trail;
    private final Turns turns;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where media are; offers {@code AssetReader} with {@code query.segments}, {@code AssetWriter},
     *     {@code CommentThread} and {@code ApprovalDesk}
     * @param archive where the workspaces are; offers {@code WorkspaceDesk}
     * @param fields where both keep what this is about
     * @param pages where people see an asset of the library
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public ProductionProject(
            Connector library,
            Connector archive,
            ProductionFields fields,
            Function<SourceRef, URI> pages,
            StateStore state,
            TimeSource time) {
        this.media = new MediaLibrary(library, pages);
        this.workspaceSystem = archive.system();
        this.desk = archive.require(WorkspaceDesk.class);
        this.fields = fields;
        this.trail = new FlowTrail(FLOW, state, time);
        this.turns = new Turns(trail);
        this.cuts = new CutReading(library, fields);
        this.changes = new ChangeRequests(fields.changes(), media, trail);
    }

    /**
     * Goes on with what an event is about: an asset of the library, or a workspace of a production.
     *
     * @param event from the feed of either system; those of others are left alone
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; hand it over again later
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        String type = event.type().value();
        if (subject == null) {
            return;
        }
        if (media.owns(subject) && (type.startsWith("asset.") || type.startsWith("approval."))) {
            advance(subject);
        } else if (subject.system().equals(workspaceSystem) && type.startsWith("workspace.")) {
            NotThere.asEmpty(() -> desk.get(subject))
                    .filter(one -> fields.type().equalsIgnoreCase(one.type()))
                    .ifPresent(this::reflect);
        }
    }

    /**
     * Puts an asset into the workspace of its production, takes it out of others, and makes both say the same.
     *
     * @param ref its identity in the library
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException Conflict when somebody changes the workspace in this very
     *     moment, or when a system fails; call again later
     */
    public ProductionOutcome advance(SourceRef ref) {
        Optional<Asset> found = media.find(ref);
        String key = found.map(this::production).orElse("");
        Optional<SourceRef> project = key.isEmpty()
                ? Optional.empty()
                : desk.findByKey(fields.type(), key).map(Workspace::ref);
        leaveOthers(found, ref, project);
        if (found.isEmpty() || key.isEmpty()) {
            return new ProductionOutcome.NotInProduction();
        }
        if (project.isEmpty()) {
            new Refusals(trail).noWorkspace(ref, fields.type(), key);
            return new ProductionOutcome.NoWorkspace(key);
        }
        enter(found.get(), project.get());
        return settle(project.get());
    }

    private String production(Asset asset) {
        return asset.segments().stream()
                .filter(one -> one.kind().equals(fields.production()))
                .map(Segment::value)
                .findFirst()
                .orElse("");
    }

    /** Noted first, so that whatever was linked is known to be ours. */
    private void enter(Asset asset, SourceRef workspace) {
        if (trail.notes(asset.ref(), IN).stream().noneMatch(one -> one.to().equals(workspace))) {
            trail.note(asset.ref(), IN, workspace, null);
        }
        desk.link(workspace, media.link(asset));
        turns.told(
                asset.ref(),
                PLACE,
                workspace,
                "in",
                turn -> trail.event(
                                workspace,
                                null,
                                CaseEventType.ASSET_LINKED,
                                asset.ref().id() + turn,
                                null)
                        .related(asset.ref())
                        .build());
    }

    private void leaveOthers(Optional<Asset> found, SourceRef ref, Optional<SourceRef> project) {
        trail.notes(ref, IN).stream()
                .map(StateLink::to)
                .filter(before -> !before.equals(project.orElse(null)))
                .forEach(before -> leave(found, ref, before));
    }

    private void leave(Optional<Asset> found, SourceRef ref, SourceRef workspace) {
        // Without a workspace there is nothing to be taken out of.
        if (NotThere.asEmpty(() -> desk.get(workspace)).isPresent()) {
            found.ifPresent(asset -> desk.unlink(workspace, media.link(asset)));
            // Cuts links that lead nowhere, and keeps their rows.
            settle(workspace);
        }
        turns.told(
                ref,
                PLACE,
                workspace,
                "out",
                turn -> trail.event(workspace, null, CaseEventType.ASSET_UNLINKED, ref.id() + turn, null)
                        .related(ref)
                        .note(found.isPresent() ? "is of another production" : "is gone")
                        .build());
        trail.forget(ref, IN, workspace);
    }

    /**
     * Takes what names a production into its workspace, and makes both say the same. The index of the library proposes what
     * that is, and each asset is read.
     *
     * @param ref the workspace of a production
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public ProductionOutcome.Tracked reflect(SourceRef ref) {
        return reflect(desk.get(ref));
    }

    private ProductionOutcome.Tracked reflect(Workspace workspace) {
        String key = workspace.key();
        if (key != null) {
            gather(workspace.ref(), key);
        }
        return settle(workspace.ref());
    }

    /** What came before the workspace was there, or while nobody listened. */
    private void gather(SourceRef workspace, String key) {
        Set<SourceRef> linked = desk.links(workspace).stream()
                .map(Link::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (SourceRef asset : media.naming(new Segment(fields.production(), key))) {
            boolean known = linked.contains(asset)
                    && turns.last(asset, PLACE, workspace).equals("in");
            Optional<Asset> found =
                    known ? Optional.empty() : media.find(asset).filter(one -> key.equals(production(one)));
            if (found.isPresent()) {
                leaveOthers(found, asset, Optional.of(workspace));
                enter(found.get(), workspace);
            }
        }
    }

    private ProductionOutcome.Tracked settle(SourceRef ref) {
        WorkspaceSheet sheet = WorkspaceSheet.of(desk.get(ref));
        Map<SourceRef, Cut> before = new LinkedHashMap<>();
        sheet.rows(fields.cuts()).stream().filter(Cut::isOne).map(Cut::of).forEach(one -> before.put(one.asset(), one));
        Map<SourceRef, Asset> present = new LinkedHashMap<>();
        Map<SourceRef, Cut> now = new LinkedHashMap<>();
        for (Link link :
                desk.links(ref).stream().filter(one -> media.owns(one.target())).toList()) {
            SourceRef asset = Objects.requireNonNull(link.target());
            Optional<Asset> found = media.find(asset);
            if (found.isPresent()) {
                present.put(asset, found.get());
                now.put(asset, cuts.read(found.get(), before.get(asset)));
            } else {
                desk.unlink(ref, link);
            }
        }
        before.forEach((asset, row) -> {
            if (!now.containsKey(asset) && media.find(asset).isEmpty()) {
                now.put(asset, row.gone());
            }
        });
        List<Cut> all = List.copyOf(now.values());
        write(ref, sheet, all);
        String deadline = sheet.text(fields.deadline());
        present.values().forEach(asset -> tell(ref, sheet, asset, deadline));
        return new ProductionOutcome.Tracked(ref, all);
    }

    private void write(SourceRef workspace, WorkspaceSheet sheet, List<Cut> cuts) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put(fields.cuts(), cuts.stream().map(Cut::row).toList());
        String summary = Cut.summary(cuts);
        if (!summary.isEmpty()) {
            wanted.put(fields.status(), summary);
        }
        Map<String, Object> changes = sheet.changes(wanted);
        if (!changes.isEmpty()) {
            desk.setAttributes(workspace, changes);
        }
        cuts.forEach(cut -> turns.told(
                cut.asset(),
                STATE,
                workspace,
                cut.version() + "/" + cut.state(),
                turn -> trail.event(
                                cut.asset(),
                                cut.version(),
                                CaseEventType.STATUS_CHANGED,
                                cut.state() + " in " + workspace.id() + turn,
                                null)
                        .outcome(cut.state())
                        .related(workspace)
                        .build()));
    }

    private void tell(SourceRef workspace, WorkspaceSheet sheet, Asset asset, String deadline) {
        List<String> there = MediaLibrary.values(asset, fields.dueField());
        boolean holds = there.size() == 1 && Days.same(there.get(0), deadline);
        List<String> wanted = deadline.isEmpty() ? List.of() : List.of(deadline);
        boolean written = !holds && media.write(asset, Map.of(fields.dueField(), wanted));
        Function<String, CaseEvent> event =
                turn -> trail.event(asset.ref(), null, CaseEventType.ASSET_UPDATED, "due " + deadline + turn, null)
                        .note(deadline.isEmpty() ? "no deadline any more" : "deadline " + deadline)
                        .related(workspace)
                        .build();
        if (written) {
            turns.again(asset.ref(), DUE, asset.ref(), deadline, event);
        } else {
            turns.told(asset.ref(), DUE, asset.ref(), deadline, event);
        }
        changes.tell(workspace, sheet, asset);
    }
}
