package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.StatedGrants;
import java.time.DateTimeException;

/**
 * What a decision means for the rights.
 *
 * @param rights all that should hold
 * @param reason in words for people
 */
record ReviewVerdict(RightsRecord rights, String reason) {

    /** Yes is only what says so and can be read; everything else blocks. */
    static ReviewVerdict of(Approval approval, CaseFields fields, Reviewed now) {
        String said = said(approval);
        ApprovalStatus status = approval.status();
        if (status.equals(ApprovalStatus.APPROVED) || status.equals(ApprovalStatus.APPROVED_WITH_CONDITIONS)) {
            try {
                RightsRecord limited = now.rights().toBuilder()
                        .assetVersion(now.version())
                        .grants(StatedGrants.of(now.rights().grants(), fields))
                        .status(status.equals(ApprovalStatus.APPROVED) ? RightsStatus.CLEARED : RightsStatus.RESTRICTED)
                        .build();
                return new ReviewVerdict(limited, said);
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                return blocked(now, said + ", with limits that cannot be read: " + unreadable.getMessage());
            }
        }
        return blocked(now, said);
    }

    private static ReviewVerdict blocked(Reviewed now, String reason) {
        return new ReviewVerdict(
                now.rights().toBuilder().status(RightsStatus.BLOCKED).build(), reason);
    }

    private static String said(Approval approval) {
        Decision decision = approval.decision();
        String by = decision == null || decision.decidedBy() == null
                ? ""
                : " by " + decision.decidedBy().id();
        String note = decision == null || decision.note() == null ? "" : ": " + decision.note();
        return "rights review: " + approval.status() + by + note;
    }
}
