package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Grants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
                        .grants(grants(now.rights().grants(), fields))
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

    /** What the reviewer states counts in place of that part of every grant. */
    private static List<RightsGrant> grants(List<RightsGrant> stated, CaseFields fields) {
        List<String> territories = fields.texts("territories");
        String from = fields.text("validFrom");
        String until = fields.text("validUntil");
        if (territories.isEmpty() && from == null && until == null) {
            return stated;
        }
        RightsGrant fresh = RightsGrant.of(Territories.unstated(), Map.of(), Validity.ALWAYS);
        return (stated.isEmpty() ? List.of(fresh) : stated)
                .stream()
                        .map(grant -> Grants.within(
                                grant,
                                territories.isEmpty()
                                        ? grant.territories()
                                        : Territories.of(territories.toArray(String[]::new)),
                                new Validity(
                                        from == null ? grant.validity().from() : moment(from, 0),
                                        until == null ? grant.validity().until() : moment(until, 1))))
                        .toList();
    }

    /** A day that people type is the first or the last one, and belongs to the stretch as a whole. */
    private static @Nullable Instant moment(String text, int daysAfter) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .plusDays(daysAfter)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : Timestamps.parse(text);
    }
}
