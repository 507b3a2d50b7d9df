package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks and approvals between being asked for and being answered. */
final class WorkBook {
    private static final Set<CaseEventType> BEGINNINGS =
            Set.of(CaseEventType.TASK_CREATED, CaseEventType.APPROVAL_REQUESTED);
    private static final Set<CaseEventType> ANSWERS =
            Set.of(CaseEventType.TASK_COMPLETED, CaseEventType.APPROVAL_DECIDED);
    private static final Set<String> SENT_BACK = Set.of(
            DecisionOutcome.REJECTED.value(),
            DecisionOutcome.CHANGES_REQUESTED.value(),
            DecisionOutcome.EXPIRED.value());

    private final ReportSettings settings;
    private final ApprovalBook approvals;
    private final Escalations escalations;
    private final Recent<String, WorkItem> open;
    private final Recent<String, WorkItem> ended;
    private final Groups<StepTally> steps;
    private final Groups<StepTally> stakeholders;

    WorkBook(ReportSettings settings, ApprovalBook approvals, Escalations escalations) {
        ReportLimits limits = settings.limits();
        this.settings = settings;
        this.approvals = approvals;
        this.escalations = escalations;
        this.open = new Recent<>(limits.openItems(), WorkBook::leaveCase);
        this.ended = new Recent<>(limits.remembered(), gone -> {});
        this.steps = new Groups<>(limits.groups(), () -> new StepTally(limits));
        this.stakeholders = new Groups<>(limits.groups(), () -> new StepTally(limits));
    }

    void accept(CaseEvent event, @Nullable CaseTrack track) {
        CaseEventType type = event.type();
        if (BEGINNINGS.contains(type)) {
            begin(event, track);
        } else if (ANSWERS.contains(type)) {
            answer(event, track);
        } else if (type.equals(CaseEventType.TASK_CANCELLED)) {
            withoutAnswer(openItem(event, track), event.occurredAt());
        } else if (type.equals(CaseEventType.APPROVAL_VOIDED)) {
            voided(event, track);
        } else if (type.equals(CaseEventType.ESCALATED)) {
            WorkItem item = named(event, track);
            escalations.call(event.occurredAt(), item, track != null || item == null ? track : item.owner);
        } else {
            markNamed(event, track);
        }
    }

    /** What is open in a case ends with it, without an answer. */
    void endWith(CaseTrack track, Instant at) {
        List.copyOf(track.openItems).forEach(item -> withoutAnswer(item, at));
    }

    private void begin(CaseEvent event, @Nullable CaseTrack track) {
        boolean approval = isApproval(event);
        String key = key(event, track, approval);
        WorkItem before = ended.get(key);
        if (open.get(key) != null || (before != null && event.related() != null) || (track != null && track.closed)) {
            return;
        }
        ended.remove(key);
        WorkItem item = item(event, track, key, event.occurredAt());
        if (approval) {
            if (approvals.hasAnswered(item) && settings.counts(event.occurredAt())) {
                tally(item).askedAgain++;
            }
            approvals.asked(item);
        }
        if (track != null) {
            track.openItems.add(item);
        }
        open.put(key, item);
    }

    private static WorkItem item(CaseEvent event, @Nullable CaseTrack track, String key, @Nullable Instant since) {
        WorkItem item = new WorkItem(key, isApproval(event), event.step(), since);
        item.owner = track;
        if (event.subject() != null) {
            item.subject = event.subject();
            boolean sameAsCase = track != null && event.subject().equals(track.subject);
            item.version = event.subjectVersion() != null || !sameAsCase || track == null
                    ? event.subjectVersion()
                    : track.version;
        } else if (track != null) {
            item.subject = track.subject;
            item.version = track.version;
        }
        return item;
    }

    private void answer(CaseEvent event, @Nullable CaseTrack track) {
        String key = key(event, track, isApproval(event));
        WorkItem item = openItem(event, track);
        if (item == null) {
            WorkItem before = ended.get(key);
            if (before != null && before.outcome != null && before.outcome.equals(word(event))) {
                return;
            }
            item = item(event, track, key, null);
        } else if (item.approval) {
            countForWhatIsNamed(item, event);
        }
        Instant at = event.occurredAt();
        if (settings.counts(at)) {
            StepTally tally = tally(item);
            tally.outcomes.add(word(event));
            if (item.since == null) {
                tally.withoutBeginning++;
            } else {
                tally.waiting.add(Duration.between(item.since, at));
                if (item.takenAt != null) {
                    tally.untilTaken.add(Duration.between(item.since, item.takenAt));
                }
            }
        }
        if (event.type().equals(CaseEventType.APPROVAL_DECIDED)) {
            approvals.answered(item, word(event));
            if (item.owner != null) {
                item.owner.decided = true;
                item.owner.sentBack |= SENT_BACK.contains(word(event));
            }
        }
        item.outcome = word(event);
        end(item, at);
    }

    /** An answer that names its version is no word about the version of the question. */
    private void countForWhatIsNamed(WorkItem item, CaseEvent answer) {
        if (answer.subject() == null
                || answer.subjectVersion() == null
                || (answer.subject().equals(item.subject)
                        && answer.subjectVersion().equals(item.version))) {
            return;
        }
        approvals.takenBack(item);
        item.subject = answer.subject();
        item.version = answer.subjectVersion();
    }

    private void voided(CaseEvent event, @Nullable CaseTrack track) {
        if (event.related() == null && event.step() == null) {
            if (track != null) {
                List.copyOf(track.openItems).stream()
                        .filter(item -> item.approval)
                        .forEach(item -> withoutAnswer(item, event.occurredAt()));
            }
            approvals.voidedAll(event, track).forEach(name -> countVoided(name, event.occurredAt()));
            return;
        }
        String key = key(event, track, true);
        WorkItem item = openItem(event, track);
        if (item != null) {
            withoutAnswer(item, event.occurredAt());
            return;
        }
        WorkItem before = ended.get(key);
        WorkItem about = before != null ? before : item(event, track, key, null);
        if (approvals.voided(about)) {
            countVoided(about.step, event.occurredAt());
        }
    }

    private void countVoided(@Nullable String stakeholder, Instant at) {
        if (settings.counts(at)) {
            stakeholders.of(stakeholder).voided++;
        }
    }

    private void withoutAnswer(@Nullable WorkItem item, Instant at) {
        if (item == null) {
            return;
        }
        if (settings.counts(at) && item.since != null) {
            StepTally tally = tally(item);
            tally.withoutAnswer++;
            tally.unanswered = tally.unanswered.plus(atLeastZero(Duration.between(item.since, at)));
        }
        approvals.takenBack(item);
        end(item, at);
    }

    private void end(WorkItem item, Instant at) {
        escalations.resolved(item.escalatedAt, at);
        leaveCase(item);
        open.remove(item.key);
        item.ended = true;
        item.owner = null;
        ended.put(item.key, item);
    }

    private void markNamed(CaseEvent event, @Nullable CaseTrack track) {
        CaseEventType type = event.type();
        boolean claimed = type.equals(CaseEventType.TASK_CLAIMED);
        if (!claimed && !type.equals(CaseEventType.TASK_RELEASED) && !type.equals(CaseEventType.TASK_OVERDUE)) {
            return;
        }
        WorkItem item = named(event, track);
        if (item == null) {
            return;
        }
        if (type.equals(CaseEventType.TASK_OVERDUE)) {
            overdue(item, event.occurredAt());
        } else if (claimed) {
            item.takenAt = item.takenAt == null ? event.occurredAt() : item.takenAt;
            item.takenBy = event.actor() == null
                    ? null
                    : event.actor().name() != null
                            ? event.actor().name()
                            : event.actor().id();
        } else {
            item.takenBy = null;
        }
    }

    private void overdue(WorkItem item, Instant at) {
        if (item.overdueAt == null) {
            item.overdueAt = at;
            escalations.overdue(at);
            tally(item).overdue += settings.counts(at) ? 1 : 0;
        }
    }

    /** The open item that an event ends: the one of its reference, else one of its step that has no reference to tell. */
    private @Nullable WorkItem openItem(CaseEvent event, @Nullable CaseTrack track) {
        boolean approval = isApproval(event);
        WorkItem item = open.get(key(event, track, approval));
        if (item != null || track == null) {
            return item;
        }
        return track.openItems.stream()
                .filter(one -> one.approval == approval && Objects.equals(one.step, event.step()))
                .filter(one -> event.related() == null || !one.key.startsWith("r:"))
                .findFirst()
                .orElse(null);
    }

    /** The open item that an event is about, whatever its kind. */
    private @Nullable WorkItem named(CaseEvent event, @Nullable CaseTrack track) {
        if (event.related() != null) {
            WorkItem item = open.get("r:" + event.related());
            if (item != null) {
                return item;
            }
        }
        if (track == null || event.step() == null) {
            return null;
        }
        return track.openItems.stream()
                .filter(item -> event.step().equals(item.step))
                .findFirst()
                .orElse(null);
    }

    private StepTally tally(WorkItem item) {
        return (item.approval ? stakeholders : steps).of(item.step);
    }

    private static void leaveCase(WorkItem item) {
        if (item.owner != null) {
            item.owner.openItems.remove(item);
        }
    }

    private static String word(CaseEvent event) {
        return event.outcome() == null || event.outcome().isBlank() ? Groups.UNNAMED : event.outcome();
    }

    private static boolean isApproval(CaseEvent event) {
        return event.type().value().startsWith("approval.");
    }

    private static String key(CaseEvent event, @Nullable CaseTrack track, boolean approval) {
        if (event.related() != null) {
            return "r:" + event.related();
        }
        String what = (approval ? "approval " : "task ") + event.step();
        if (track != null) {
            return track.id + " " + what;
        }
        return event.subject() == null
                ? "e:" + event.source() + "/" + event.id()
                : "s:" + event.subject() + "@" + event.subjectVersion() + " " + what;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    Collection<WorkItem> open() {
        return open.values();
    }

    long dropped() {
        return open.dropped();
    }

    /** Adds what is open now to the tallies; called once, at the end. */
    void closeBooks() {
        for (WorkItem item : open.values()) {
            if (item.since != null) {
                tally(item).stillOpen(item.since, settings.asOf());
            }
        }
    }

    Groups<StepTally> steps() {
        return steps;
    }

    Groups<StepTally> stakeholders() {
        return stakeholders;
    }
}
