package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which metadata fields of a library hold the sign-off of an asset and how long its records are kept. They must be in the view
 * that describes assets.
 *
 * @param documents addresses of the sign-off documents; several values
 * @param version the version that was signed off, by number where there is one
 * @param by who decided
 * @param at when; date and time
 * @param fileNumber file numbers of the records, with a comma between them
 * @param status statuses of the records, with a comma between them
 * @param schedules codes of retention schedules; several values
 * @param disposal the day from which all records may be destroyed; empty as long as one of them may not
 * @param holds names of holds; several values
 */
public record SignOffFields(
        String documents,
        String version,
        String by,
        String at,
        String fileNumber,
        String status,
        String schedules,
        String disposal,
        String holds) {

    /** Names for a library that has no other ones. */
    public static final SignOffFields DEFAULT = new SignOffFields(
            "SignOffDocuments",
            "SignedOffVersion",
            "SignedOffBy",
            "SignedOffAt",
            "FileNumber",
            "RecordStatus",
            "RetentionSchedules",
            "DisposalFrom",
            "Holds");

    /** All fields with their values; an empty list clears one. */
    Map<String, List<String>> values(
            Approval approval, String signed, Collection<Link> files, Collection<RetentionFacts> facts) {
        Decision decision = approval.decision();
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put(
                documents,
                files.stream().map(one -> one.uri().toString()).sorted().toList());
        // As it was signed off: by now there may be another one.
        out.put(version, List.of(signed));
        out.put(
                by,
                decision == null || decision.decidedBy() == null
                        ? List.of()
                        : List.of(decision.decidedBy().id()));
        out.put(
                at,
                decision == null || decision.decidedAt() == null
                        ? List.of()
                        : List.of(decision.decidedAt().toString()));
        out.put(fileNumber, joined(facts, RetentionFacts::fileNumber));
        out.put(status, joined(facts, RetentionFacts::status));
        out.put(schedules, all(facts, RetentionFacts::schedules));
        out.put(disposal, disposal(facts));
        out.put(holds, all(facts, RetentionFacts::holds));
        return out;
    }

    private static List<String> joined(
            Collection<RetentionFacts> facts, Function<RetentionFacts, @Nullable String> part) {
        List<String> words = new ArrayList<>();
        for (RetentionFacts one : facts) {
            String word = part.apply(one);
            if (word != null && !words.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of() : List.of(String.join(", ", words));
    }

    private static List<String> all(Collection<RetentionFacts> facts, Function<RetentionFacts, List<String>> part) {
        return facts.stream()
                .flatMap(one -> part.apply(one).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Nothing may be destroyed while one of the records has no day yet, is kept for ever or on hold. */
    private static List<String> disposal(Collection<RetentionFacts> facts) {
        boolean open = facts.stream()
                .anyMatch(one -> one.disposal() == null
                        || one.permanent()
                        || !one.holds().isEmpty());
        return open
                ? List.of()
                : facts.stream()
                        .map(RetentionFacts::disposal)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .map(LocalDate::toString)
                        .map(List::of)
                        .orElse(List.of());
    }
}
