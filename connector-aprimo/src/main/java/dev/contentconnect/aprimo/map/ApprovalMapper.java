package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approvals as they stand in a text of many lines, one a line, and the one word that stands for them. */
public final class ApprovalMapper {
    /** The member of the extensions that holds the key of the request. */
    public static final String KEY = "key";

    /** The member of the extensions that holds the title of the request. */
    public static final String TITLE = "title";

    private static final int DIGITS = 20;
    private static final Map<DecisionOutcome, String> CHECKS = Map.of(
            DecisionOutcome.APPROVED, "pass",
            DecisionOutcome.APPROVED_WITH_CONDITIONS, "warning",
            DecisionOutcome.CHANGES_REQUESTED, "warning",
            DecisionOutcome.REJECTED, "fail");
    /** The worst first. */
    private static final List<ApprovalStatus> WORDS = List.of(
            ApprovalStatus.REJECTED,
            ApprovalStatus.CHANGES_REQUESTED,
            ApprovalStatus.PENDING,
            ApprovalStatus.APPROVED_WITH_CONDITIONS,
            ApprovalStatus.APPROVED);

    private ApprovalMapper() {}

    /**
     * The identity of an approval: the record, and what tells its approvals apart.
     *
     * @param record the id of the record
     * @param key the key of the request
     * @param stakeholder who is asked, or null for anybody
     * @return the identity, the same for the same arguments
     */
    public static SourceRef ref(String record, String key, @Nullable String stakeholder) {
        String text = key + "\n" + Objects.requireNonNullElse(stakeholder, "");
        String digest = Checksum.sha256Of(text.getBytes(StandardCharsets.UTF_8)).hex();
        return SourceRef.of(AssetMapper.SYSTEM, record + "@" + digest.substring(0, DIGITS));
    }

    /**
     * The record that an approval is about.
     *
     * @param approval the id of an approval
     * @return the id of a record; of what is no id of an approval, that text
     */
    public static String record(String approval) {
        int at = approval.indexOf('@');
        return FieldValues.id(at < 0 ? approval : approval.substring(0, at));
    }

    /**
     * Reads the lines. What people wrote among them is let be.
     *
     * @param text the value of the field, or null
     * @return the approvals, in the order of the lines
     */
    public static List<Approval> read(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(ApprovalMapper::line)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<Approval> line(String line) {
        try {
            return line.startsWith("{")
                    ? Optional.of(CanonicalJson.readApproval(line.getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (JsonException theirs) {
            return Optional.empty();
        }
    }

    /**
     * Writes the lines.
     *
     * @param approvals the approvals
     * @return a text of as many lines
     */
    public static String write(List<Approval> approvals) {
        return approvals.stream()
                .map(one -> new String(CanonicalJson.write(one), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The key of the request that brought about an approval.
     *
     * @param approval the approval
     * @return the key
     */
    public static String key(Approval approval) {
        return String.valueOf(approval.extensions().get(AssetMapper.SYSTEM).get(KEY));
    }

    /**
     * The one word for the approvals of a request: the worst that was said, pending while one is missing.
     *
     * @param approvals one or more
     * @return the word
     */
    public static ApprovalStatus together(List<Approval> approvals) {
        return WORDS.stream()
                .filter(word -> approvals.stream().anyMatch(one -> one.status().equals(word)))
                .findFirst()
                .orElse(ApprovalStatus.PENDING);
    }

    /**
     * All words that can stand in the field.
     *
     * @return the words
     */
    public static List<ApprovalStatus> words() {
        return WORDS;
    }

    /**
     * What a check says for an outcome.
     *
     * @param outcome what was decided
     * @return pass, warning or fail; null for what cannot be decided here
     */
    public static @Nullable String checkOutcome(DecisionOutcome outcome) {
        return CHECKS.get(outcome);
    }
}
