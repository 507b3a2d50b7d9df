package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approvals as they stand in a text of many lines, one a line, and the one word that stands for them. */
public final class ApprovalMapper {
    /** The member of the extensions that holds the key of the request. */
    public static final String KEY = "key";

    /** The member of the extensions that holds the title of the request. */
    public static final String TITLE = "title";

    /** The member of the extensions that holds the version for which an open question was dropped. */
    public static final String SUPERSEDED_BY = "supersededBy";

    private static final int DIGITS = 20;
    private static final Map<DecisionOutcome, String> CHECKS = Map.of(
            DecisionOutcome.APPROVED, "pass",
            DecisionOutcome.APPROVED_WITH_CONDITIONS, "warning",
            DecisionOutcome.CHANGES_REQUESTED, "warning",
            DecisionOutcome.REJECTED, "fail");
    /** What ends a question without an answer: nothing that a check could find. */
    private static final Set<ApprovalStatus> UNANSWERED = Set.of(ApprovalStatus.CANCELLED, ApprovalStatus.EXPIRED);
    /** The worst first. */
    private static final List<ApprovalStatus> WORDS = List.of(
            ApprovalStatus.REJECTED,
            ApprovalStatus.CHANGES_REQUESTED,
            ApprovalStatus.PENDING,
            ApprovalStatus.CANCELLED,
            ApprovalStatus.EXPIRED,
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
     * The one word for a version: the worst of what each stakeholder said last about it, pending while one has yet to say
     * something.
     *
     * @param approvals the latest first
     * @param version the id of the version, or null without a file
     * @return the word
     */
    public static ApprovalStatus together(List<Approval> approvals, @Nullable String version) {
        Map<String, ApprovalStatus> last = new LinkedHashMap<>();
        approvals.stream()
                .filter(one -> Objects.equals(version, one.subjectVersion()))
                .forEach(one -> last.putIfAbsent(Objects.requireNonNullElse(one.stakeholder(), ""), one.status()));
        return WORDS.stream().filter(last.values()::contains).findFirst().orElse(ApprovalStatus.PENDING);
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
     * How an approval stands now. Nobody can answer any more what was asked about a version that was replaced.
     *
     * @param approval as it was written
     * @param latest the id of the latest version, or null without a file
     * @return the approval, cancelled when it waits and another version is the latest; {@code supersededBy} then names that one
     */
    public static Approval standing(Approval approval, @Nullable String latest) {
        if (latest == null || approval.status().isFinal() || latest.equals(approval.subjectVersion())) {
            return approval;
        }
        Map<String, @Nullable Object> said =
                new LinkedHashMap<>(approval.extensions().get(AssetMapper.SYSTEM));
        said.put(SUPERSEDED_BY, latest);
        return approval.toBuilder()
                .status(ApprovalStatus.CANCELLED)
                .extensions(approval.extensions().with(AssetMapper.SYSTEM, said))
                .build();
    }

    /**
     * Whether an outcome can be recorded here.
     *
     * @param outcome what was decided, or how the wait for it ended
     * @return true for what a check can say, and for {@code cancelled} and {@code expired}
     */
    public static boolean isPossible(DecisionOutcome outcome) {
        return CHECKS.containsKey(outcome) || UNANSWERED.contains(outcome.toStatus());
    }

    /**
     * What a check says for an outcome.
     *
     * @param outcome what was decided
     * @return pass, warning or fail; null for what is no finding
     */
    public static @Nullable String checkOutcome(DecisionOutcome outcome) {
        return CHECKS.get(outcome);
    }
}
