package dev.contentconnect.xecm.map;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Workflows as approvals: one workflow is one approval. */
public final class ApprovalMapper {
    /** What comes before the number of a workflow in its identity, because nodes have numbers too. */
    public static final String PREFIX = "wf:";

    private static final String DISPOSITION = "disposition";
    private static final String SEND_ON = "sendon";

    private ApprovalMapper() {}

    /**
     * The identity of a workflow.
     *
     * @param process its number
     * @return the identity
     */
    public static SourceRef ref(long process) {
        return SourceRef.of(AssetMapper.SYSTEM, PREFIX + process);
    }

    /**
     * The canonical form of a workflow.
     *
     * @param process its number
     * @param state how it stands
     * @param activities what was done in it, newest first
     * @param verdicts what its end means
     * @param dates reads its dates
     * @param actors users by id
     * @return the approval
     */
    public static Approval toApproval(
            long process,
            WireProcess state,
            List<WireActivity> activities,
            Verdicts verdicts,
            Dates dates,
            LongFunction<Actor> actors) {
        WorkflowTitle title = WorkflowTitle.read(state.name());
        Decision decision = decision(state, activities, verdicts, dates, actors);
        SourceRef ref = ref(process);
        return Approval.builder(ref)
                .subject(subject(title, activities))
                .subjectVersion(title == null ? null : title.version())
                .caseRef(ref)
                .stakeholder(title == null ? null : title.stakeholder())
                .assignee(assignee(state))
                .status(status(state, activities, decision))
                .decision(decision)
                .requestedAt(dates.instant(state.initiated()))
                .dueAt(dates.instant(state.due()))
                .comments(comments(ref, activities, dates, actors))
                .extensions(Extensions.of(
                        AssetMapper.SYSTEM,
                        Map.of(
                                "details",
                                state.details().asMap(),
                                "activities",
                                activities.stream()
                                        .map(one -> one.fields().asMap())
                                        .toList())))
                .build();
    }

    private static @Nullable SourceRef subject(@Nullable WorkflowTitle title, List<WireActivity> activities) {
        SourceRef named = title == null ? null : title.subjectRef();
        if (named != null) {
            return named;
        }
        return activities.stream()
                .filter(one -> "attachment".equals(one.action()))
                .map(one ->
                        one.fields().object("action_properties").object("node").number("id"))
                .filter(id -> id != null && id > 0)
                .findFirst()
                .map(AssetMapper::ref)
                .orElse(null);
    }

    private static @Nullable Actor assignee(WireProcess state) {
        for (WireStep step : state.current()) {
            for (WireFields one : step.assignees()) {
                String login = one.text("loginName") != null ? one.text("loginName") : one.text("userId");
                if (login != null) {
                    return new Actor(login, fullName(one.text("firstName"), one.text("lastName")), null);
                }
            }
        }
        return null;
    }

    /**
     * A full name.
     *
     * @param first the first name, or null
     * @param last the last name, or null
     * @return null when there is neither
     */
    public static @Nullable String fullName(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    private static @Nullable Decision decision(
            WireProcess state,
            List<WireActivity> activities,
            Verdicts verdicts,
            Dates dates,
            LongFunction<Actor> actors) {
        if (!isCompleted(state)) {
            return null;
        }
        for (WireActivity one : activities) {
            String label = one.label();
            if (DISPOSITION.equals(one.action()) && label != null) {
                return made(verdicts.outcome(label), label, one, dates, actors);
            }
        }
        boolean counts = verdicts.approvedWhenCompleted() && !activities.isEmpty();
        return counts ? made(DecisionOutcome.APPROVED, null, activities.get(0), dates, actors) : null;
    }

    private static Decision made(
            DecisionOutcome outcome, @Nullable String label, WireActivity by, Dates dates, LongFunction<Actor> actors) {
        return new Decision(outcome, label, actor(by, actors), dates.instant(by.date()), Remarks.note(by.comment()));
    }

    /**
     * What somebody answered to a step.
     *
     * @param activity what was done
     * @param verdicts what labels mean
     * @return null when it answers none
     */
    public static @Nullable DecisionOutcome outcome(WireActivity activity, Verdicts verdicts) {
        String label = activity.label();
        if (DISPOSITION.equals(activity.action()) && label != null) {
            return verdicts.outcome(label);
        }
        return SEND_ON.equals(activity.action()) && verdicts.approvedWhenCompleted() ? DecisionOutcome.APPROVED : null;
    }

    /** On whose behalf we were told to decide goes before who we are. */
    private static @Nullable Actor actor(WireActivity activity, LongFunction<Actor> actors) {
        String author = Remarks.author(activity.comment());
        if (author != null && !author.isBlank()) {
            return Actor.of(author);
        }
        Long user = activity.userId();
        return user == null || user < 1 ? null : actors.apply(user);
    }

    /** A workflow that was stopped can be archived too: it has steps that nobody reached. */
    static boolean isCompleted(WireProcess state) {
        return "completed".equals(state.status())
                || ("archived".equals(state.status())
                        && state.current().isEmpty()
                        && state.next().isEmpty());
    }

    private static ApprovalStatus status(
            WireProcess state, List<WireActivity> activities, @Nullable Decision decision) {
        if (decision != null) {
            return decision.outcome().toStatus();
        }
        String word = state.status() == null ? "" : state.status();
        return switch (word) {
            case "stopped" -> ApprovalStatus.CANCELLED;
            // It ended, and nobody said what that means; or the server did not say how it stands.
            case "completed", "archived", "" -> ApprovalStatus.UNKNOWN;
            // On its way, late, suspended: somebody has yet to answer.
            default ->
                activities.stream().anyMatch(ApprovalMapper::isProgress)
                        ? ApprovalStatus.IN_REVIEW
                        : ApprovalStatus.PENDING;
        };
    }

    private static boolean isProgress(WireActivity activity) {
        return SEND_ON.equals(activity.action()) || DISPOSITION.equals(activity.action());
    }

    private static List<Comment> comments(
            SourceRef workflow, List<WireActivity> activities, Dates dates, LongFunction<Actor> actors) {
        List<Comment> out = new ArrayList<>();
        for (int i = activities.size() - 1; i >= 0; i--) {
            WireActivity one = activities.get(i);
            String text = Remarks.note(one.comment());
            if (text != null) {
                SourceRef ref = SourceRef.of(AssetMapper.SYSTEM, workflow.id() + "/" + (activities.size() - i));
                out.add(Comment.of(ref, workflow, actor(one, actors), text, dates.instant(one.date())));
            }
        }
        return out;
    }
}
