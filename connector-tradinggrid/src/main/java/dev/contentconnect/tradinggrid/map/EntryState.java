package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an entry got. The service answers with words and is asked with codes; both are understood, in any letters.
 */
public enum EntryState {
    /** Waits for others to go with. */
    BATCHED("B", "batched"),
    /** On its way; tried every five minutes. */
    IN_DELIVERY("D", "delivery in progress"),
    /** Being worked on. */
    PROCESSING("P", "processing"),
    /** Lies ready for the partner. */
    READY("R", "ready for pickup"),
    /** A step is done, which is no proof of receipt. */
    COMPLETED("C", "completed"),
    /** The partner has fetched it. */
    DELIVERED("S", "delivered"),
    /** Stopped after five tries. */
    ON_HOLD("H", "on hold"),
    /** Delivery is switched off. */
    DISABLED("N", "delivery disabled"),
    /** Was there before. */
    DUPLICATE("U", "duplicate"),
    /** Does not keep to the rules. */
    INVALID("V", "validation error"),
    /** Did not arrive. */
    FAILED("F", "delivery failed"),
    /** Whatever else the service says. */
    UNKNOWN("", "unknown");

    private static final Set<String> FAILED_DELIVERIES =
            Set.of("deliveryfailed", "partiallyfailed", "partiallydelivered");

    /** In OpenText's own queries these are no errors. */
    private static final Set<String> NOISE = Set.of("-1", "-2", "-3");

    private final String code;
    private final String word;

    EntryState(String code, String word) {
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
     * @param text what the service says, or null
     * @return the state
     */
    public static EntryState of(@Nullable String text) {
        String given = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        for (EntryState one : values()) {
            if (one != UNKNOWN && (given.equals(one.word) || given.equals(one.code.toLowerCase(Locale.ROOT)))) {
                return one;
            }
        }
        return given.equals("failed") ? FAILED : UNKNOWN;
    }

    /**
     * How far an entry got.
     *
     * @param entry the entry
     * @return its state
     */
    public static EntryState of(WireEntry entry) {
        return of(entry.text("status"));
    }

    /**
     * Whether something went wrong with an entry, which shows in one of four attributes.
     *
     * @param entry the entry
     * @return true when it did
     */
    public static boolean isBad(WireEntry entry) {
        EntryState state = of(entry);
        String delivery = entry.text("deliverystatus");
        String code = entry.text("errorcode");
        return state == ON_HOLD
                || state == INVALID
                || state == FAILED
                || (delivery != null
                        && FAILED_DELIVERIES.contains(delivery.strip().toLowerCase(Locale.ROOT)))
                || (code != null && !NOISE.contains(code.strip()))
                || entry.text("externalerrormessage") != null;
    }

    /**
     * What went wrong, for people.
     *
     * @param entry the entry
     * @return the message, else the code; null when the entry has neither
     */
    public static @Nullable String problem(WireEntry entry) {
        String message = entry.text("externalerrormessage");
        String code = entry.text("errorcode");
        if (message != null) {
            return message;
        }
        return code == null || NOISE.contains(code.strip()) ? null : "error code " + code;
    }
}
