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
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 *   <li>What is marked for publishing loses its mark as soon as it is not the current version, the library does not say
 *       approved of it, or it is asked for anew. Reviews of older versions are stopped, and of what nobody asks for any more;
 *       what was said in them is kept.
 *   <li>A node for the asset, under its identity, and a workflow for each reviewer, {@code xi4:{asset}@{version}}. When the
 *       library is asked for the same version again, so are the reviewers: {@code xi4:{asset}@{version}#2}.
 *   <li>Every comment of a workflow, once: {@code xi4:{comment}}.
 *   <li>When everybody has answered, the answers are kept, since the archive removes workflows that have ended. Then the
 *       decision in the media library, once, for this very version. One no is a no; a workflow that was stopped, or ended
 *       without an answer that can be read, is none; one that is suspended waits.
 *   <li>Only when the library says approved too, the record is written with the mark; a rejection is written without.
 * </ol>
 *
 * <p>The library decides as the user of its credential. If others are asked there as well, their word counts: until the
 * library agrees the version is {@link ExternalApprovalOutcome.Disputed}, also when it was ready before. When they agree again
 * the mark comes back without new reviews. A mark that people set by hand is taken away unless all of this holds.
 */
public final class ExternalApproval {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "xi4";

    private static final String DECIDED = "decided";
    private static final String NOT_CURRENT = "is no longer the current version";

    private final MediaLibrary media;
    private final ApprovalDesk decisions;
    private final AssetWriter records;
    private final String recordSystem;
    private final List<String> reviewers;
    private final ApprovalFields fields;
    private final FlowTrail trail;
    private final ReviewRounds rounds;
    private final ReadyMarks marks;

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
        this.marks = new ReadyMarks(FLOW, trail);
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
     * Goes on with all that is under way, with all that waits for an approval in the media library, and with all that is
     * marked, since nobody tells of an approval that was taken back: two to three reads for each marked asset. A library whose
     * approvals serve other ends too is fed by {@link #handle} alone.
     *
     * @return where each stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails, after all were tried; call again later
     */
    public Map<SourceRef, ExternalApprovalOutcome> sweep() {
        Set<SourceRef> all = new LinkedHashSet<>(rounds.underWay());
        all.addAll(marks.all());
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
            marks.taken(ref);
            rounds.stopOthers(ref, null, "the asset is gone");
            return new ExternalApprovalOutcome.Gone();
        }
        AssetVersion version = found.get().currentVersion();
        if (version == null) {
            takeBack(found.get(), NOT_CURRENT);
            stopOthers(ref, null, "superseded by version none");
            return new ExternalApprovalOutcome.NotSubmitted();
        }
        return advance(found.get(), version, submission(ref, version.id()));
    }

    private ExternalApprovalOutcome advance(Asset asset, AssetVersion version, Optional<Approval> submission) {
        ReviewRounds.Round round = rounds.round(asset.ref(), version.id());
        Asset now = takeBack(asset, objection(asset, version, submission, round));
        stopOthers(asset.ref(), round, "superseded by version " + MediaLibrary.name(version));
        if (submission.isEmpty()) {
            stopOthers(asset.ref(), null, "nobody asks for it any more");
            return new ExternalApprovalOutcome.NotSubmitted();
        }
        ReviewRounds.Round asked = rounds.on(
                occasion(submission.get()), round, answers -> mirror(asset.ref(), answers, " (when asked before)"));
        return review(now, version, submission.get(), asked);
    }

    private void stopOthers(SourceRef asset, ReviewRounds.@Nullable Round but, String reason) {
        rounds.stopOthers(asset, but, reason, answers -> mirror(asset, answers, " (earlier review)"));
    }

    /** Who asks once more asks for another look: what was said when it was asked before does not count. */
    private static String occasion(Approval submission) {
        Instant at = submission.requestedAt();
        return at == null ? "" : at.toString();
    }

    /** The approval of this version; the library may still show the one of an older version. */
    private Optional<Approval> submission(SourceRef asset, String version) {
        return decisions.query(ApprovalQuery.ALL.about(asset)).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .findFirst();
    }

    /** Why the asset must not be marked; null when it may be. */
    private @Nullable String objection(
            Asset asset, AssetVersion version, Optional<Approval> submission, ReviewRounds.Round round) {
        String ready = MediaLibrary.text(asset, fields.publishReady());
        if (!ready.isEmpty() && !ready.equals(MediaLibrary.name(version))) {
            return NOT_CURRENT;
        }
        if (submission.isEmpty()) {
            return "is no longer submitted";
        }
        ApprovalStatus status = submission.get().status();
        if (!status.equals(ApprovalStatus.APPROVED)) {
            return "the media library says " + status;
        }
        boolean approved = rounds.kept(round)
                .filter(answers -> new Verdict(answers).objections().isEmpty())
                .isPresent();
        return approved && !rounds.isOfAnother(round, occasion(submission.get()))
                ? null
                : "the reviewers have yet to approve it";
    }

    /** A mark is for one version, as long as both sides approve of it. */
    private Asset takeBack(Asset asset, @Nullable String objection) {
        if (objection == null) {
            return asset;
        }
        String ready = MediaLibrary.text(asset, fields.publishReady());
        if (!ready.isEmpty()) {
            String which = marks.taking(asset.ref());
            trail.append(trail.event(asset.ref(), ready, CaseEventType.ASSET_HELD, which, null)
                    .note(objection)
                    .build());
            media.write(asset, Map.of(fields.publishReady(), List.of()));
        }
        marks.taken(asset.ref());
        return ready.isEmpty() ? asset : media.find(asset.ref()).orElse(asset);
    }

    private ExternalApprovalOutcome review(
            Asset asset, AssetVersion version, Approval submission, ReviewRounds.Round round) {
        List<Approval> answers = rounds.kept(round)
                .orElseGet(() -> rounds.ask(round, occasion(submission), request(asset, version, round.key())));
        ReviewTelling telling = new ReviewTelling(trail, round);
        telling.progress(title(asset, version), answers);
        mirror(asset.ref(), answers, "");
        Verdict verdict = new Verdict(answers);
        if (!verdict.open().isEmpty()) {
            return new ExternalApprovalOutcome.Waiting(version.id(), verdict.open());
        }
        ApprovalStatus status = decide(submission, round, verdict);
        if (!status.equals(verdict.outcome().toStatus())) {
            return new ExternalApprovalOutcome.Disputed(version.id(), status);
        }
        boolean approved = verdict.outcome().equals(DecisionOutcome.APPROVED);
        record(asset, version, verdict, approved);
        telling.resolved(verdict.outcome().value(), verdict.decision().note());
        rounds.over(round);
        return approved
                ? new ExternalApprovalOutcome.Ready(version.id())
                : new ExternalApprovalOutcome.Rejected(version.id(), verdict.objections());
    }

    /** Once for each time it is asked for: who takes it back in the library must not find it made again. */
    private ApprovalStatus decide(Approval submission, ReviewRounds.Round round, Verdict verdict) {
        Decision standing = submission.decision();
        SourceRef key = SourceRef.of(FLOW, round.key());
        boolean made = trail.notes(round.ref(), DECIDED).stream()
                .anyMatch(one -> one.to().equals(key));
        if (made || (standing != null && !standing.outcome().equals(verdict.outcome()))) {
            return submission.status();
        }
        ApprovalStatus status =
                decisions.decide(submission.ref(), verdict.decision()).status();
        trail.note(round.ref(), DECIDED, key, verdict.outcome().value());
        return status;
    }

    private void record(Asset asset, AssetVersion version, Verdict verdict, boolean approved) {
        Map<String, List<String>> wanted = verdict.record(fields, approved ? MediaLibrary.name(version) : null);
        // A library may spell a date in its own way; to write it anew would be a change that brings us here again.
        if (isSame(verdict.decidedAt(), Timestamps.read(MediaLibrary.text(asset, fields.decidedAt())))) {
            wanted.remove(fields.decidedAt());
        }
        String which = approved ? marks.setting(asset.ref()) : "";
        media.write(asset, wanted);
        if (approved) {
            trail.append(trail.event(asset.ref(), MediaLibrary.name(version), CaseEventType.ASSET_TAGGED, which, null)
                    .note("may be published")
                    .build());
        }
    }

    private static boolean isSame(@Nullable Instant wanted, @Nullable Instant there) {
        return wanted != null
                && there != null
                && wanted.truncatedTo(ChronoUnit.SECONDS).equals(there.truncatedTo(ChronoUnit.SECONDS));
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
    private void mirror(SourceRef asset, List<Approval> answers, String when) {
        for (Approval answer : answers) {
            List<Comment> comments = answer.comments();
            for (Comment comment : comments.subList(Math.min(1, comments.size()), comments.size())) {
                if (trail.noted(comment.ref(), "said").isEmpty()) {
                    String text = answer.stakeholder() + when + ": " + comment.text();
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
