package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * XI7: a webinar, a training or a series has one workspace, with its agreements and releases on file, its schedule, the
 * approval of its distribution, and its media, which stay in the library, linked. When all of it is there and approved, the
 * media are marked as cleared for it.
 *
 * <p>Trigger: the programme is planned or changed, people file a paper, media name it, somebody decides. {@link #advance}
 * looks at how things stand and takes one step, so it may be called any number of times, late and after a crash at any point;
 * call it on events of both systems or every few minutes.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>The workspace, by the key of the programme; each paper in it, {@code xi7:{paper}:{digest}}; a link for each asset
 *       that names the programme. Assets that no longer do are unlinked and lose their mark.
 *   <li>What is missing stands in the workspace: papers, media, dates, rights. Media are only shown when their rights allow
 *       every channel of the schedule on its day; unknown is no. While something is missing nobody needs to answer: open
 *       workflows are stopped.
 *   <li>When nothing is missing, the plan (media with versions, papers with their documents and versions, dates) is filed as
 *       {@code plan:{digest}}, and its distribution is to be approved: {@code xi7:{workspace}@{digest}}. A plan that changes,
 *       because a medium got a new version, a paper was amended or a date moved, is another plan: the old approval does not
 *       count, and its open workflows are stopped.
 *   <li>Approved media name the programme in their field of cleared programmes; others do not.
 * </ol>
 */
public final class EventProgramme {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "xi7";

    private final List<String> approvers;
    private final ProgrammeMedia media;
    private final ProgrammeFile file;
    private final ReviewRounds rounds;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where media are; offers {@code AssetReader} with {@code query.segments}, {@code AssetWriter} and
     *     {@code RightsReader}
     * @param archive where the workspaces are; offers {@code WorkspaceDesk}, {@code AssetReader}, {@code ApprovalDesk} and
     *     {@code CaseDesk}
     * @param approvers who approves the distribution, in the words of the archive's configuration; one or more
     * @param fields where both keep what this is about
     * @param pages where people see an asset of the library
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability, or there are no approvers
     */
    public EventProgramme(
            Connector library,
            Connector archive,
            List<String> approvers,
            ProgrammeFields fields,
            Function<SourceRef, URI> pages,
            StateStore state,
            TimeSource time) {
        if (approvers.isEmpty()) {
            throw new IllegalArgumentException("somebody has to approve");
        }
        this.approvers = List.copyOf(approvers);
        this.trail = new FlowTrail(FLOW, state, time);
        this.media = new ProgrammeMedia(library, fields, pages);
        this.file = new ProgrammeFile(archive, fields, media, trail);
        this.rounds = new ReviewRounds(archive, FLOW, trail);
    }

    /**
     * Takes a programme one step on, as far as it goes without waiting.
     *
     * @param programme the programme as it is planned now
     * @return how far it is
     * @throws dev.contentconnect.core.error.ConnectorException Conflict when somebody changes the workspace in this very
     *     moment, or when a system fails; call again later
     */
    public ProgrammeOutcome advance(Programme programme) {
        SourceRef workspace = file.open(programme);
        List<ProgrammeMedia.Medium> shown = media.of(programme, file.linked(workspace));
        file.link(workspace, programme, shown);
        Map<Programme.Paper, Optional<ProgrammeFile.Filed>> papers = file.papers(workspace, programme);
        List<String> missing = new ArrayList<>();
        papers.forEach((paper, document) -> {
            if (document.isEmpty()) {
                missing.add(paper.kind() + ": " + paper.title());
            }
        });
        if (programme.schedule().isEmpty()) {
            missing.add("a date for any channel");
        }
        missing.addAll(media.objections(programme, shown));
        if (!missing.isEmpty()) {
            media.clear(programme, shown, false);
            rounds.stopOthers(workspace, null, "something is missing");
            file.write(workspace, programme, shown, papers, "incomplete", missing);
            return new ProgrammeOutcome.Incomplete(workspace, missing);
        }
        return approve(programme, workspace, shown, papers);
    }

    private ProgrammeOutcome approve(
            Programme programme,
            SourceRef workspace,
            List<ProgrammeMedia.Medium> shown,
            Map<Programme.Paper, Optional<ProgrammeFile.Filed>> papers) {
        TextContent plan = file.plan(programme, shown, papers);
        String version = plan.digest();
        ReviewRounds.Round round = rounds.round(workspace, version);
        rounds.stopOthers(workspace, round, "superseded by another plan");
        SourceRef document = file.file(workspace, "plan:" + version, plan);
        List<Approval> answers = rounds.ask(
                round,
                new ApprovalRequest(
                        round.key(),
                        programme.title(),
                        document,
                        version,
                        approvers,
                        null,
                        "May this be distributed as planned?",
                        Map.of()));
        ReviewTelling telling = new ReviewTelling(trail, round);
        telling.progress(programme.title(), answers);
        Verdict verdict = new Verdict(answers);
        boolean decided = verdict.open().isEmpty();
        boolean approved = decided && verdict.objections().isEmpty();
        media.clear(programme, shown, approved);
        String status = approved ? "complete" : decided ? "refused" : "waiting for approval";
        file.write(workspace, programme, shown, papers, status, decided ? verdict.objections() : verdict.open());
        if (!decided) {
            return new ProgrammeOutcome.Waiting(workspace, verdict.open());
        }
        telling.resolved(verdict.outcome().value(), verdict.decision().note());
        tell(workspace, version, shown, verdict, approved);
        rounds.over(round);
        return approved
                ? new ProgrammeOutcome.Complete(
                        workspace, shown.stream().map(one -> one.asset().ref()).toList())
                : new ProgrammeOutcome.Refused(workspace, verdict.objections());
    }

    private void tell(
            SourceRef workspace, String plan, List<ProgrammeMedia.Medium> shown, Verdict verdict, boolean approved) {
        if (!approved) {
            trail.append(trail.event(workspace, plan, CaseEventType.FLOW_REFUSED, "", null)
                    .note(String.join("; ", verdict.objections()))
                    .build());
            return;
        }
        List<CaseEvent> events = shown.stream()
                .map(one -> trail.event(one.asset().ref(), one.version(), CaseEventType.ASSET_TAGGED, plan, null)
                        .note("cleared for distribution")
                        .related(workspace)
                        .build())
                .toList();
        trail.append(events);
    }
}
