package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the partner's system said about a document of ours: the only form of approval there is. */
public enum Acknowledgement {
    /** Accepted. */
    ACCEPTED("A", "accepted/received"),
    /** Received. */
    RECEIVED("C", "received"),
    /** Accepted with errors. */
    WITH_ERRORS("E", "accepted with errors"),
    /** Accepted by a person. */
    BY_HAND("M", "manually accepted"),
    /** None will come. */
    NOT_EXPECTED("N", "no fa expected"),
    /** Accepted in part. */
    IN_PART("P", "partially accepted"),
    /** Rejected. */
    REJECTED("R", "rejected"),
    /** Held back. */
    SUPPRESSED("S", "suppressed"),
    /** None came in time. */
    TIMED_OUT("T", "timed out"),
    /** None came so far. */
    WAITING("W", "waiting"),
    /** The service says nothing, or something new. */
    UNKNOWN("", "");

    private final String code;
    private final String word;

    Acknowledgement(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /**
     * What to ask with.
     *
     * @return the code; empty for {@link #UNKNOWN}
     */
    public String code() {
        return code;
    }

    /**
     * Reads a word or a code.
     *
     * @param entry the entry
     * @return what it says
     */
    public static Acknowledgement of(WireEntry entry) {
        String text = entry.text("fastatus");
        String given = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        for (Acknowledgement one : values()) {
            if (one != UNKNOWN
                    && (one.word.equals(given)
                            || one.code.toLowerCase(Locale.ROOT).equals(given))) {
                return one;
            }
        }
        return given.equals("accepted") ? ACCEPTED : UNKNOWN;
    }

    /**
     * The decision it stands for.
     *
     * @return approved, approved with conditions or rejected; null for everything else, which is no decision
     */
    public @Nullable DecisionOutcome outcome() {
        return switch (this) {
            case ACCEPTED, BY_HAND -> DecisionOutcome.APPROVED;
            case WITH_ERRORS, IN_PART -> DecisionOutcome.APPROVED_WITH_CONDITIONS;
            case REJECTED -> DecisionOutcome.REJECTED;
            default -> null;
        };
    }
}
