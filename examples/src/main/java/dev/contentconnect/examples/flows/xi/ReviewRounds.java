package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers were asked about the versions of things: a round a version, a review a reviewer. A round that was stopped,
 * because another version came, begins anew when its version is the current one again, and so does one that is asked for on
 * another occasion. Every method may be repeated.
 */
final class ReviewRounds {
    private static final String ROUND = "round";
    private static final String BEGUN = "begun";
    private static final String REVIEW = "review ";
    private static final String ASKED = "asked ";
    private static final String STOPPED = "stopped";
    private static final String OVER = "over";
    private static final String OPEN = "open";
    private static final String ANSWER = "answer ";
    private static final String KEPT = "kept";
    private static final String BETWEEN = "\n";

    private final ApprovalDesk desk;
    private final CaseDesk cases;
    private final String flow;
    private final FlowTrail trail;
    private final SourceRef everything;

    ReviewRounds(Connector reviewing, String flow, FlowTrail trail) {
        this.desk = reviewing.require(ApprovalDesk.class);
        this.cases = reviewing.require(CaseDesk.class);
        this.flow = flow;
        this.trail = trail;
        this.everything = SourceRef.of(flow, "open");
    }

    /**
     * A round.
     *
     * @param thing what has versions
     * @param version the version that is reviewed
     * @param attempt how often it was stopped, or asked for anew, before
     * @param key the key under which reviewers are asked
     */
    record Round(SourceRef thing, String version, int attempt, String key) {
        SourceRef ref() {
            return MediaLibrary.versionRef(thing, version);
        }
    }

    Round round(SourceRef thing, String version) {
        SourceRef ref = MediaLibrary.versionRef(thing, version);
        int attempt = trail.notes(ref, STOPPED).size();
        return new Round(thing, version, attempt, flow + ":" + ref + (attempt == 0 ? "" : "#" + (attempt + 1)));
    }

    /**
     * Whether a round was begun on another occasion: what was answered then does not count now.
     *
     * @param round the round
     * @param occasion what tells one time of asking from another; blank for nothing
     */
    boolean isOfAnother(Round round, String occasion) {
        String begun = begun(round)
                .filter(text -> text.startsWith(round.attempt() + BETWEEN))
                .map(text -> text.substring(text.indexOf(BETWEEN) + 1))
                .orElse("");
        return !begun.isBlank() && !occasion.isBlank() && !begun.equals(occasion);
    }

    /**
     * The round of an occasion; one of another occasion is ended.
     *
     * @param heard is given what was answered, before it is forgotten
     * @return the round, or a further attempt
     */
    Round on(String occasion, Round round, Consumer<List<Approval>> heard) {
        if (!isOfAnother(round, occasion)) {
            return round;
        }
        if (isOpen(round)) {
            end(round, "it was asked for anew", heard);
        } else {
            trail.note(round.ref(), STOPPED, name(round), "it was asked for anew");
        }
        return round(round.thing(), round.version());
    }

    /** As below, where there is only one occasion. */
    List<Approval> ask(Round round, ApprovalRequest request) {
        return ask(round, "", request);
    }

    /**
     * Asks, or finds what was asked. Noted before it is done, so that a round which a crash left behind is known. What
     * reviewers answered is kept: a review may be archived, or removed when its time is over, and is not asked for again.
     *
     * @param round its key and version are those of the request
     * @param occasion as in {@link #isOfAnother}
     * @param request what to ask
     * @return one approval a reviewer
     */
    List<Approval> ask(Round round, String occasion, ApprovalRequest request) {
        Optional<List<Approval>> kept = kept(round);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (trail.notes(round.thing(), ROUND).stream().noneMatch(one -> one.to().equals(round.ref()))) {
            trail.note(round.thing(), ROUND, round.ref(), round.version());
        }
        if (!isOver(round) && !isOpen(round)) {
            trail.note(everything, OPEN, round.thing(), null);
            trail.note(round.ref(), BEGUN, round.thing(), round.attempt() + BETWEEN + occasion);
        }
        List<Approval> answers = new ArrayList<>(reviews(round));
        List<@Nullable String> known =
                answers.stream().map(Approval::stakeholder).toList();
        List<String> missing = request.stakeholders().stream()
                .filter(one -> !known.contains(one))
                .toList();
        if (!missing.isEmpty()) {
            List<Approval> found = desk.request(of(missing, request));
            found.forEach(one -> trail.note(round.ref(), REVIEW + round.attempt(), one.ref(), null));
            trail.note(round.ref(), ASKED + round.attempt(), round.thing(), null);
            answers.addAll(found);
        }
        answers.sort(Comparator.comparingInt(one -> request.stakeholders().indexOf(one.stakeholder())));
        keep(round, answers);
        return List.copyOf(answers);
    }

    private static ApprovalRequest of(List<String> stakeholders, ApprovalRequest all) {
        return new ApprovalRequest(
                all.key(),
                all.title(),
                all.subject(),
                all.subjectVersion(),
                stakeholders,
                all.dueAt(),
                all.note(),
                all.attributes());
    }

    private boolean isOpen(Round round) {
        return !isOver(round)
                && begun(round)
                        .filter(text -> text.startsWith(round.attempt() + BETWEEN))
                        .isPresent();
    }

    private boolean isOver(Round round) {
        return trail.notes(round.ref(), OVER).stream().anyMatch(one -> one.to().equals(name(round)));
    }

    /** Attempt and occasion. */
    private Optional<String> begun(Round round) {
        return trail.noted(round.ref(), BEGUN).map(one -> Objects.requireNonNull(one.fingerprint()));
    }

    private SourceRef name(Round round) {
        return SourceRef.of(flow, round.key());
    }

    /** What somebody deleted before it was answered is left out. */
    private List<Approval> reviews(Round round) {
        List<StateLink> answered = trail.notes(round.ref(), ANSWER + round.attempt());
        List<Approval> out = new ArrayList<>();
        for (StateLink one : trail.notes(round.ref(), REVIEW + round.attempt())) {
            read(one.to())
                    .or(() -> answered.stream()
                            .filter(note -> note.to().equals(one.to()))
                            .map(Answers::read)
                            .findFirst())
                    .ifPresent(out::add);
        }
        return out;
    }

    private Optional<Approval> read(SourceRef review) {
        return NotThere.asEmpty(() -> desk.get(review));
    }

    /** What all reviewers answered; nothing as long as one has not. */
    Optional<List<Approval>> kept(Round round) {
        return trail.notes(round.ref(), KEPT).stream()
                .filter(one -> one.to().equals(name(round)))
                .findFirst()
                .map(one -> Objects.requireNonNull(one.fingerprint())
                        .lines()
                        .map(Answers::read)
                        .toList());
    }

    private void keep(Round round, List<Approval> answers) {
        if (new Verdict(answers).open().isEmpty()) {
            String all = answers.stream().map(Answers::write).collect(Collectors.joining(BETWEEN));
            trail.note(round.ref(), KEPT, name(round), all);
            return;
        }
        List<SourceRef> before = trail.notes(round.ref(), ANSWER + round.attempt()).stream()
                .map(StateLink::to)
                .toList();
        answers.stream()
                .filter(one -> one.decision() != null && !before.contains(one.ref()))
                .forEach(one -> trail.note(round.ref(), ANSWER + round.attempt(), one.ref(), Answers.write(one)));
    }

    /** Notes that a round has its result; another version does not touch it any more. */
    void over(Round round) {
        if (isOpen(round)) {
            trail.note(round.ref(), OVER, name(round), null);
        }
        settle(round.thing());
    }

    private void settle(SourceRef thing) {
        if (underWay().contains(thing) && open(thing, null).isEmpty()) {
            trail.forget(everything, OPEN, thing);
        }
    }

    /** Things with rounds that have no result yet. */
    List<SourceRef> underWay() {
        return trail.notes(everything, OPEN).stream().map(StateLink::to).toList();
    }

    /** Rounds without a result, but for one. */
    private List<Round> open(SourceRef thing, @Nullable Round but) {
        return trail.notes(thing, ROUND).stream()
                .filter(one -> but == null || !one.to().equals(but.ref()))
                .map(one -> round(thing, Objects.requireNonNull(one.fingerprint())))
                .filter(this::isOpen)
                .toList();
    }

    /** As below, where nobody needs to hear what was answered. */
    void stopOthers(SourceRef thing, @Nullable Round but, String reason) {
        stopOthers(thing, but, reason, answers -> {});
    }

    /**
     * Stops what is open about other versions: nobody needs to answer any more, and what was answered does not count.
     *
     * @param thing what has versions
     * @param but the round that goes on, or null
     * @param reason why, for people
     * @param heard is given what was answered in a round, before it is forgotten; may be called again after a crash
     */
    void stopOthers(SourceRef thing, @Nullable Round but, String reason, Consumer<List<Approval>> heard) {
        for (Round round : open(thing, but)) {
            end(round, reason, heard);
        }
        settle(thing);
    }

    private void end(Round round, String reason, Consumer<List<Approval>> heard) {
        boolean complete = trail.noted(round.ref(), ASKED + round.attempt()).isPresent();
        List<Approval> after = new ArrayList<>();
        for (Approval review : complete ? reviews(round) : lost(round)) {
            stop(Objects.requireNonNullElse(review.caseRef(), review.ref()), reason);
            after.add(read(review.ref()).orElse(review));
        }
        heard.accept(after);
        ReviewTelling telling = new ReviewTelling(trail, round);
        telling.progress(reason, after);
        telling.cancelled(reason);
        trail.note(round.ref(), STOPPED, name(round), reason);
    }

    private void stop(SourceRef review, String reason) {
        NotThere.asEmpty(() -> cases.get(review))
                .filter(now -> !now.status().isFinal())
                .ifPresent(now -> cases.cancel(review, reason));
    }

    /** Reviews that were begun the moment before a crash and never noted; the id of a version is of one thing only. */
    private List<Approval> lost(Round round) {
        List<SourceRef> before = IntStream.range(0, round.attempt())
                .mapToObj(attempt -> trail.notes(round.ref(), REVIEW + attempt))
                .flatMap(List::stream)
                .map(StateLink::to)
                .toList();
        return desk.query(ApprovalQuery.ALL).stream()
                .filter(one -> round.version().equals(one.subjectVersion()))
                .filter(one -> !before.contains(one.ref()))
                .toList();
    }
}
