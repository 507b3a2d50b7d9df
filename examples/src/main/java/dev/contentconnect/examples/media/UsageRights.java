package dev.contentconnect.examples.media;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its use. Absent means the file does not say, which is never a permission.
 *
 * @param usageTerms the terms in words
 * @param webStatement address of the full statement, as written in the file
 * @param marked true if rights are claimed, false if the work is in the public domain
 * @param owners who holds the rights, in the order of the file
 * @param validFrom first instant of the rights window
 * @param validUntil end of the rights window, itself no longer part of it
 * @param territories ISO 3166-1 alpha-2 countries and UN M.49 areas ({@code 001} is the world), in the order of the file
 * @param media kinds of use, in lower case, as in {@code web} or {@code print}
 * @param modelRelease agreement of the people shown
 * @param propertyRelease agreement of the owners of things shown
 */
public record UsageRights(
        @Nullable String usageTerms,
        @Nullable String webStatement,
        @Nullable Boolean marked,
        List<String> owners,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<String> territories,
        List<String> media,
        @Nullable ReleaseStatus modelRelease,
        @Nullable ReleaseStatus propertyRelease) {

    /** Says nothing. */
    static final UsageRights NONE =
            new UsageRights(null, null, null, List.of(), null, null, List.of(), List.of(), null, null);

    /** Copies the lists. */
    public UsageRights {
        owners = List.copyOf(owners);
        territories = List.copyOf(territories);
        media = List.copyOf(media);
    }
}
