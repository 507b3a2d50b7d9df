package dev.contentconnect.iconik.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireApprovalBy;
import dev.contentconnect.iconik.wire.WireUser;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Approvals. iconik keeps one a version, with what each reviewer decided inside. */
public final class ApprovalMapper {
    /** The status of an approval that reviewers disagree on. */
    public static final ApprovalStatus CONFLICTED = ApprovalStatus.of("conflicted");

    /** The status of an approval that nobody asked for. */
    public static final ApprovalStatus NONE = ApprovalStatus.of("none");

    private static final String APPROVED = "APPROVED";
    private static final String NOT_APPROVED = "NOT_APPROVED";

    private ApprovalMapper() {}

    /**
     * The canonical form of an approval.
     *
     * @param in the approval
     * @param asset the asset it is about
     * @param version the version that was asked for, where the approval does not say; may be null
     * @return the approval; its stakeholder is the only reviewer, where there is just one
     */
    public static Approval toApproval(WireApproval in, String asset, @Nullable String version) {
        String of = Reading.text(in.versionId()) != null ? in.versionId() : version;
        return Approval.builder(ApprovalRef.of(asset, of).toRef())
                .subject(SourceRef.of(AssetMapper.SYSTEM, asset))
                .subjectVersion(of)
                .stakeholder(onlyReviewer(in))
                .status(status(in.status()))
                .decision(decision(in))
                .requestedAt(Reading.date(in.requestDate()))
                .extensions(extensions(in))
                .build();
    }

    private static Extensions extensions(WireApproval in) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<?, ?> plain = Json.convert(in, Map.class);
        plain.forEach((name, value) -> own.put(String.valueOf(name), value));
        return Extensions.of(AssetMapper.SYSTEM, own);
    }

    /**
     * What the service wrote, out of the canonical form.
     *
     * @param approval an approval of this system
     * @return as it was read
     */
    public static WireApproval toWire(Approval approval) {
        return Json.convert(approval.extensions().get(AssetMapper.SYSTEM), WireApproval.class);
    }

    /**
     * Where an approval stands.
     *
     * @param word the word of the service, or null
     * @return the canonical word; one that is not known here keeps its own, in lower case
     */
    public static ApprovalStatus status(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return ApprovalStatus.UNKNOWN;
        }
        return switch (word) {
            case "N/A" -> NONE;
            case "REQUESTED" -> ApprovalStatus.PENDING;
            case APPROVED -> ApprovalStatus.APPROVED;
            case NOT_APPROVED -> ApprovalStatus.REJECTED;
            case "MIXED" -> CONFLICTED;
            default -> ApprovalStatus.of(word.strip().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * How the service spells an outcome.
     *
     * @param outcome the outcome
     * @return its word; null for one that it does not have. What is to be changed is not approved; conditions are refused,
     *     as the service would forget them
     */
    public static @Nullable String word(DecisionOutcome outcome) {
        if (outcome.equals(DecisionOutcome.APPROVED)) {
            return APPROVED;
        }
        return outcome.equals(DecisionOutcome.REJECTED) || outcome.equals(DecisionOutcome.CHANGES_REQUESTED)
                ? NOT_APPROVED
                : null;
    }

    /**
     * How the service spells a status.
     *
     * @param status the status
     * @return its word; null for one that it does not have
     */
    public static @Nullable String word(ApprovalStatus status) {
        if (status.equals(ApprovalStatus.PENDING)) {
            return "REQUESTED";
        }
        if (status.equals(ApprovalStatus.APPROVED)) {
            return APPROVED;
        }
        if (status.equals(ApprovalStatus.REJECTED)) {
            return NOT_APPROVED;
        }
        return status.equals(CONFLICTED) ? "MIXED" : null;
    }

    private static @Nullable Decision decision(WireApproval in) {
        String status = in.status();
        if (status == null || !(status.equals(APPROVED) || status.equals(NOT_APPROVED))) {
            return null;
        }
        WireApprovalBy last = null;
        for (WireApprovalBy one : in.approvalsBy()) {
            if (status.equals(one.status())
                    && (last == null || text(one.changeDate()).compareTo(text(last.changeDate())) >= 0)) {
                last = one;
            }
        }
        return new Decision(
                status.equals(APPROVED) ? DecisionOutcome.APPROVED : DecisionOutcome.REJECTED,
                status,
                last == null ? null : actor(in, last),
                Reading.date(last != null && last.changeDate() != null ? last.changeDate() : in.changeDate()),
                null);
    }

    private static @Nullable Actor actor(WireApproval in, WireApprovalBy by) {
        if (Reading.text(by.user()) == null) {
            return Reading.actor(by.external(), null);
        }
        WireUser user = in.usersInfo().stream()
                .filter(one -> Objects.equals(one.id(), by.user()))
                .findFirst()
                .orElse(null);
        return Reading.actor(by.user(), user);
    }

    private static @Nullable String onlyReviewer(WireApproval in) {
        if (in.users().size() + in.groups().size() + in.externals().size() != 1) {
            return null;
        }
        String only = !in.users().isEmpty()
                ? in.users().get(0)
                : !in.groups().isEmpty() ? in.groups().get(0) : in.externals().get(0);
        return Reading.text(only);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
