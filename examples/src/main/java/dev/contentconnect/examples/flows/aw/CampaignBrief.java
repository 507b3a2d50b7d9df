package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to be.
 *
 * @param ref the campaign
 * @param title what people call it
 * @param isSubmitted whether its author has asked for approval
 * @param audience whom it is for
 * @param channels where they meet it
 * @param regions where it runs
 * @param budget what it may cost
 * @param from its first day
 * @param until its last day
 */
public record CampaignBrief(
        SourceRef ref,
        String title,
        boolean isSubmitted,
        List<String> audience,
        List<String> channels,
        List<String> regions,
        @Nullable Money budget,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Copies the lists. */
    public CampaignBrief {
        audience = List.copyOf(audience);
        channels = List.copyOf(channels);
        regions = List.copyOf(regions);
    }

    /** Changes with everything that is approved. */
    String version() {
        return Fingerprint.of(title, question());
    }

    /** What the deciders should know. */
    String question() {
        return "Audience: " + String.join(", ", audience)
                + "\nChannels: " + String.join(", ", channels)
                + "\nRegions: " + String.join(", ", regions)
                + "\nBudget: " + budget
                + "\nDates: " + from + " to " + until;
    }

    /** Why nobody can decide on it yet; empty when it is complete. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        missing(gaps, audience.isEmpty(), "audience");
        missing(gaps, channels.isEmpty(), "channels");
        missing(gaps, budget == null || budget.amount().signum() <= 0, "budget");
        missing(gaps, from == null || until == null, "dates");
        if (from != null && until != null && until.isBefore(from)) {
            gaps.add("it ends before it begins");
        }
        return gaps;
    }

    private static void missing(List<String> gaps, boolean isMissing, String what) {
        if (isMissing) {
            gaps.add("it has no " + what);
        }
    }
}
