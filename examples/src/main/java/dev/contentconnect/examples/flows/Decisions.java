package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The last word of each stakeholder on one version; earlier rounds no longer count. */
public final class Decisions {
    private static final Comparator<Approval> BY_TIME =
            Comparator.comparing(Approval::requestedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final CaseRecord opened;
    private final List<String> stakeholders;
    private final Map<String, Approval> last = new LinkedHashMap<>();

    /**
     * Looks at what was decided.
     *
     * @param opened the case
     * @param stakeholders whose decisions are needed
     * @param version what is decided on; a decision about another version does not count
     * @param approvals all of the case, made and awaited
     */
    public Decisions(CaseRecord opened, List<String> stakeholders, String version, Stream<Approval> approvals) {
        this.opened = opened;
        this.stakeholders = stakeholders;
        approvals
                .filter(approval -> Objects.requireNonNullElse(approval.subjectVersion(), version)
                        .equals(version))
                .sorted(BY_TIME)
                .forEach(approval -> {
                    if (approval.stakeholder() != null) {
                        last.put(approval.stakeholder(), approval);
                    }
                });
    }

    /**
     * Whether people can still decide.
     *
     * @return false once the case has ended
     */
    public boolean isOpen() {
        return !opened.status().isFinal();
    }

    /**
     * Whether the case ended by itself and a decision cannot be read, which may be a matter of moments.
     *
     * @return true while something may still turn up
     */
    public boolean isIncomplete() {
        return opened.status().equals(CaseStatus.RESOLVED) && !missing().isEmpty();
    }

    /**
     * Who has yet to decide.
     *
     * @return in the order of those asked; may be empty
     */
    public List<String> missing() {
        return stakeholders.stream().filter(this::isMissing).toList();
    }

    /**
     * The last approval of each stakeholder, made or awaited.
     *
     * @return oldest first
     */
    public List<Approval> asked() {
        return List.copyOf(last.values());
    }

    /**
     * Why it is not approved.
     *
     * @return in words for people; empty when everybody said yes
     */
    public List<String> objections() {
        if (opened.status().equals(CaseStatus.CANCELLED)) {
            return List.of("the case was cancelled");
        }
        List<String> objections = new ArrayList<>();
        for (String stakeholder : stakeholders) {
            Approval approval = last.get(stakeholder);
            if (approval == null || !approval.status().isFinal()) {
                objections.add("the case ended without a decision of " + stakeholder + " that could be read");
            } else if (!approval.status().equals(ApprovalStatus.APPROVED)) {
                objections.add(objection(approval));
            }
        }
        return objections;
    }

    private boolean isMissing(String stakeholder) {
        Approval approval = last.get(stakeholder);
        return approval == null || !approval.status().isFinal();
    }

    /**
     * What somebody said, in words for people.
     *
     * @param approval one that was decided
     * @return for example {@code legal said rejected: no licence}
     */
    public static String objection(Approval approval) {
        Decision decision = approval.decision();
        String note = decision == null ? null : decision.note();
        return approval.stakeholder() + " said " + approval.status() + (note == null ? "" : ": " + note);
    }
}
