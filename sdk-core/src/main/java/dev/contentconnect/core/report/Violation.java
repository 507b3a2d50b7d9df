package dev.contentconnect.core.report;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication without a valid approval of the version that was published.
 *
 * @param at when it was published
 * @param source who reported it
 * @param subject what was published
 * @param version which version; null when the event does not say
 * @param caseKey the key of its case, where the event names one
 * @param title what it is called: what the opening event says about its case, else the note of the publication
 * @param reason what was wrong
 * @param detail whose word was missing or against it, or which other versions were approved; may be empty
 */
public record Violation(
        Instant at,
        String source,
        SourceRef subject,
        @Nullable String version,
        @Nullable String caseKey,
        @Nullable String title,
        Reason reason,
        String detail) {

    /** What was wrong, in the order in which it is looked for. */
    public enum Reason {
        /** Decisions name versions, the publication does not: nobody can tell whether the right one went out. */
        VERSION_NOT_STATED("the version is not stated"),
        /** The last word of somebody who was asked was no. */
        REJECTED("somebody said no"),
        /** An approval had been voided before. */
        VOIDED("the approval no longer counted"),
        /** Somebody who was asked had not answered. */
        PENDING("somebody had not answered yet"),
        /** Somebody answered with a word that is neither yes nor no. */
        UNCLEAR("an answer is neither yes nor no"),
        /** This version has no approval; another one has. */
        OTHER_VERSION("another version was approved"),
        /** No approval is on record. */
        NO_APPROVAL("no approval on record");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /**
         * The reason for people.
         *
         * @return a few words
         */
        public String words() {
            return words;
        }
    }
}
