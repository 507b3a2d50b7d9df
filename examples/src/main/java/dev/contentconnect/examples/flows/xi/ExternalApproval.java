package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * XI4: what is submitted in the media library is approved where the company keeps its records. The reviewers answer there, in
 * one workflow each; their comments, the verdict and a record of it come back to the asset, and only a version that all
 * approved is marked as one that may be published.
 *
 * <p>Trigger: an approval of the current version is asked for in the media library, by a person or, on a custom action, by
 * {@link #submit}. {@link #advance} looks at how things stand and takes one step, so it may be called any number of times,
 * late, out of order and after a crash at any point. Feed it with the events of the media library, and call {@link #sweep}
 * every few minutes, because neither system tells of every decision:
 *
 * <pre>{@code item -> flow.handle(item.event())}</pre>
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>What is marked for publishing and is not the current version loses its mark. Reviews of older versions are stopped.
 *   <li>A node for the asset, under its identity, and a workflow for each reviewer, {@code xi4:{asset}@{version}}.
 *   <li>Every comment of a workflow, once: {@code xi4:{comment}}.
 *   <li>When everybody has answered, the decision in the media library, for this very version. One no is a no; a workflow
 *       that was stopped, or ended without an answer that can be read, is none.
 *   <li>The library is read back. Only when it says approved too, the record is written with the mark; a rejection is
 *       written without.
 * </ol>
 *
 * <p>The library decides as the user of its credential. If others are asked there as well, their word counts: until the
 * library agrees the version is {@link ExternalApprovalOutcome.Disputed}.
 */
public final class ExternalApproval {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "xi4";

    private final MediaLibrary media;
    private final ApprovalDesk decisions;
    private final AssetWriter records;
    private final String recordSystem;
    private final List<String> reviewers;
    private final ApprovalFields fields;
    private final FlowTrail trail;
    private final ReviewRounds rounds;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where media are; offers {@code AssetReader}, {@code AssetWriter}, {@code CommentThread} and
     *     {@code ApprovalDesk}
     * @param archive where reviewers answer; offers {@code AssetWriter}, {@code ApprovalDesk} and {@code CaseDesk}
     * @param reviewers who has to approve, in the words of the archive's configuration; one or more
     * @param fields where the library keeps the record
     * @param pages where people see an asset of the library
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability, or there are no reviewers
     */
    public ExternalApproval(
            Connector library,
            Connector archive,
            List<String> reviewers,
            ApprovalFields fields,
            Function<SourceRef, URI> pages,
            StateStore state,
            TimeSource time) {
        if (reviewers.isEmpty()) {
            throw new IllegalArgumentException("somebody has to approve");
        }
        this.media = new MediaLibrary(library, pages);
        this.decisions = library.require(ApprovalDesk.class);
        this.records = archive.require(AssetWriter.class);
        this.recordSystem = archive.system();
        this.reviewers = List.copyOf(reviewers);
        this.fields = fields;
        this.trail = new FlowTrail(FLOW, state, time);
        this.rounds = new ReviewRounds(archive, FLOW, trail);
    }

    /**
     * Goes on with the asset that an event of the media library is about.
     *
     * @param event from its feed or pushed by it; those of others are left alone
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; hand it over again later
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject == null || !media.owns(subject)) {
            return;
        }
        String type = event.type().value();
        if (event.type().equals(CaseEventType.REQUEST_RECEIVED)) {
            submit(subject);
        } else if (type.startsWith("asset.") || type.startsWith("approval.")) {
            advance(subject);
        }
    }

    /**
     * Goes on with all that is under way, and with all that waits for an approval in the media library. A library whose
     * approvals serve other ends too is fed by {@link #handle} alone.
     *
     * @return where each stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails, after all were tried; call again later
     */
    public Map<SourceRef, ExternalApprovalOutcome> sweep() {
        Set<SourceRef> all = new LinkedHashSet<>(rounds.underWay());
        decisions.query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.PENDING))).stream()
                .map(Approval::subject)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return EachInTurn.of(List.copyOf(all), this::advance);
    }

    /**
     * Asks for an approval of the current version, unless somebody did, and goes on.
     *
     * @param asset its identity in the media library
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public ExternalApprovalOutcome submit(SourceRef asset) {
        Optional<Asset> found = media.find(asset);
        AssetVersion version = found.map(Asset::currentVersion).orElse(null);
        if (found.isPresent()
                && version != null
                && submission(asset, version.id()).isEmpty()) {
            decisions.request(new ApprovalRequest(
                    FLOW + ":" + MediaLibrary.versionRef(asset, version.id()),
                    title(found.get(), version),
                    asset,
                    version.id(),
                    List.of(),
                    null,
                    "Reviewed outside of this library by " + String.join(", ", reviewers) + ".",
                    Map.of()));
        }
        return advance(asset);
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param ref its identity in the media library
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException Conflict when a new version came in this very moment, or
     *     when a system fails; call again later
     */
    public ExternalApprovalOutcome advance(SourceRef ref) {
        Optional<Asset> found = media.find(ref);
        if (found.isEmpty()) {
            rounds.stopOthers(ref, null, "the asset is gone");
            return new ExternalApprovalOutcome.Gone();
        }
        Asset asset = found.get();
        AssetVersion version = asset.currentVersion();
        takeBack(asset, version);
        ReviewRounds.Round round = version == null ? null : rounds.round(ref, version.id());
        rounds.stopOthers(
                ref, round, "superseded by version " + (version == null ? "none" : MediaLibrary.name(version)));
        Optional<Approval> submission = version == null ? Optional.empty() : submission(ref, version.id());
        return submission.isEmpty() || version == null || round == null
                ? new ExternalApprovalOutcome.NotSubmitted()
                : review(asset, version, submission.get(), round);
    }

    /** The approval of this version; the library may still show the one of an older version. */
    private Optional<Approval> submission(SourceRef asset, String version) {
        return decisions.query(ApprovalQuery.ALL.about(asset)).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .findFirst();
    }

    /** A mark is for one version: another one is not ready because this one was. */
    private void takeBack(Asset asset, @Nullable AssetVersion version) {
        String ready = MediaLibrary.text(asset, fields.publishReady());
        if (!ready.isEmpty() && (version == null || !ready.equals(MediaLibrary.name(version)))) {
            trail.append(trail.event(asset.ref(), ready, CaseEventType.ASSET_HELD, "", null)
                    .note("is no longer the current version")
                    .build());
            media.write(asset, Map.of(fields.publishReady(), List.of()));
        }
    }

    private ExternalApprovalOutcome review(
            Asset asset, AssetVersion version, Approval submission, ReviewRounds.Round round) {
        List<Approval> answers = rounds.ask(round, request(asset, version, round.key()));
        ReviewTelling telling = new ReviewTelling(trail, round);
        telling.progress(title(asset, version), answers);
        mirror(asset.ref(), answers);
        Verdict verdict = new Verdict(answers);
        if (!verdict.open().isEmpty()) {
            return new ExternalApprovalOutcome.Waiting(version.id(), verdict.open());
        }
        Decision standing = submission.decision();
        ApprovalStatus status = standing != null && !standing.outcome().equals(verdict.outcome())
                ? submission.status()
                : decisions.decide(submission.ref(), verdict.decision()).status();
        if (!status.equals(verdict.outcome().toStatus())) {
            return new ExternalApprovalOutcome.Disputed(version.id(), status);
        }
        boolean approved = verdict.outcome().equals(DecisionOutcome.APPROVED);
        media.write(asset, verdict.record(fields, approved ? MediaLibrary.name(version) : null));
        telling.resolved(verdict.outcome().value(), verdict.decision().note());
        rounds.over(round);
        return approved
                ? new ExternalApprovalOutcome.Ready(version.id())
                : new ExternalApprovalOutcome.Rejected(version.id(), verdict.objections());
    }

    /** A node that leads to the asset is what the workflows are about. */
    private ApprovalRequest request(Asset asset, AssetVersion version, String key) {
        URI page = media.page(asset.ref());
        Asset node = Asset.builder(asset.ref())
                .title(MediaLibrary.title(asset))
                .extensions(Extensions.of(recordSystem, Map.of("url", page.toString())))
                .build();
        SourceRef subject = records.create(new AssetDraft(asset.ref().toString(), node, null))
                .ref();
        return new ApprovalRequest(
                key,
                title(asset, version),
                subject,
                version.id(),
                reviewers,
                null,
                "Please review " + title(asset, version) + ": " + page,
                Map.of());
    }

    /** What was said with a step goes to the asset under the name of who said it; what the flow said itself does not. */
    private void mirror(SourceRef asset, List<Approval> answers) {
        for (Approval answer : answers) {
            List<Comment> comments = answer.comments();
            for (Comment comment : comments.subList(Math.min(1, comments.size()), comments.size())) {
                if (trail.noted(comment.ref(), "said").isEmpty()) {
                    String text = answer.stakeholder() + ": " + comment.text();
                    media.say(asset, FLOW + ":" + comment.ref().id(), text, comment.author());
                    trail.note(comment.ref(), "said", asset, null);
                }
            }
        }
    }

    private static String title(Asset asset, AssetVersion version) {
        return MediaLibrary.title(asset) + ", version " + MediaLibrary.name(version);
    }
}
