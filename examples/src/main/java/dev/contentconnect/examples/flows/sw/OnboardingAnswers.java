package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.StatedGrants;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people said while an asset was onboarded.
 *
 * @param tags what it shows
 * @param categories where it belongs
 * @param regions who may see it
 * @param usageTerms how it may be used, in words; null when nobody said so
 * @param limits the fields of the case, for what was stated about rights
 */
record OnboardingAnswers(
        List<String> tags,
        List<String> categories,
        List<String> regions,
        @Nullable String usageTerms,
        CaseFields limits) {

    static OnboardingAnswers of(CaseFields said) {
        return new OnboardingAnswers(
                said.texts("tags"), said.texts("categories"), said.texts("regions"), said.text("usageTerms"), said);
    }

    /** What was left out or cannot be read; empty when the asset can go on. */
    List<String> problems() {
        List<String> out = new ArrayList<>();
        if (tags.isEmpty()) {
            out.add("nobody named a tag");
        }
        if (categories.isEmpty()) {
            out.add("nobody named a category");
        }
        if (regions.isEmpty()) {
            out.add("nobody said who may see it");
        }
        try {
            uses(Instant.EPOCH);
            StatedGrants.of(List.of(), limits);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            out.add("what was stated about rights cannot be read: " + unreadable.getMessage());
        }
        return out;
    }

    List<Segment> audience() {
        return regions.stream().map(Segment::region).toList();
    }

    /** To be seen in each region is a use. */
    List<Use> uses(Instant at) {
        return regions.stream().map(word -> Use.at(at).in(Territory.of(word))).toList();
    }

    /** What forbids goes on forbidding. */
    RightsRecord rights(RightsRecord known) {
        RightsStatus status = known.status();
        return known.toBuilder()
                .status(status.forbids() ? status : RightsStatus.CLEARED)
                .usageTerms(usageTerms == null ? known.usageTerms() : usageTerms)
                .grants(StatedGrants.of(known.grants(), limits))
                .build();
    }

    /** How it may be used, for those who see it. */
    static String words(RightsRecord rights) {
        String grants = rights.grants().stream().map(StatedGrants::words).collect(Collectors.joining("; "));
        return "Use: " + grants + (rights.usageTerms() == null ? "" : ". " + rights.usageTerms());
    }
}
