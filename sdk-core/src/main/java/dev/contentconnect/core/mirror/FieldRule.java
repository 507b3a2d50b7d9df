package dev.contentconnect.core.mirror;

import java.time.Duration;
import java.time.Instant;

/**
 * Which side counts when both sides of a field changed since they were last the same. Where only one side changed, its
 * value is copied whatever the rule, but for the two rules that go one way.
 *
 * <p>The value that loses is kept in the audit trail, in an event of type {@code mirror.conflict}.
 */
public final class FieldRule {
    private enum Kind {
        LAST_WRITER,
        LEFT_RULES,
        RIGHT_RULES,
        LEFT_TO_RIGHT,
        RIGHT_TO_LEFT
    }

    private static final FieldRule LEFT_RULES = new FieldRule(Kind.LEFT_RULES, Duration.ZERO);
    private static final FieldRule RIGHT_RULES = new FieldRule(Kind.RIGHT_RULES, Duration.ZERO);
    private static final FieldRule LEFT_TO_RIGHT = new FieldRule(Kind.LEFT_TO_RIGHT, Duration.ZERO);
    private static final FieldRule RIGHT_TO_LEFT = new FieldRule(Kind.RIGHT_TO_LEFT, Duration.ZERO);

    private final Kind kind;
    private final Duration skew;

    private FieldRule(Kind kind, Duration skew) {
        this.kind = kind;
        this.skew = skew;
    }

    /**
     * The side that was changed later counts, each by its own clock. The left one where both were changed at the same
     * time, or where a side does not say when.
     *
     * @return the rule
     */
    public static FieldRule lastWriter() {
        return lastWriter(Duration.ZERO);
    }

    /**
     * The side that was changed later counts, but the left one where the two times are so near that the clocks cannot
     * tell, or where a side does not say when.
     *
     * @param skew how far the clocks of the systems may be apart; not negative
     * @return the rule
     * @throws IllegalArgumentException when {@code skew} is negative
     */
    public static FieldRule lastWriter(Duration skew) {
        if (skew.isNegative()) {
            throw new IllegalArgumentException("a skew is not negative: " + skew);
        }
        return new FieldRule(Kind.LAST_WRITER, skew);
    }

    /**
     * The left side counts.
     *
     * @return the rule
     */
    public static FieldRule leftRules() {
        return LEFT_RULES;
    }

    /**
     * The right side counts.
     *
     * @return the rule
     */
    public static FieldRule rightRules() {
        return RIGHT_RULES;
    }

    /**
     * The right side shows what the left one says: nothing is ever written to the left, and a change on the right is
     * undone.
     *
     * @return the rule
     */
    public static FieldRule leftToRight() {
        return LEFT_TO_RIGHT;
    }

    /**
     * The left side shows what the right one says: nothing is ever written to the right, and a change on the left is
     * undone.
     *
     * @return the rule
     */
    public static FieldRule rightToLeft() {
        return RIGHT_TO_LEFT;
    }

    /** Whether the value goes from left to right, of two that differ, where so many of the sides changed. */
    boolean goesRight(Reading left, Reading right, boolean leftChanged, boolean rightChanged) {
        return switch (kind) {
            case LEFT_TO_RIGHT -> true;
            case RIGHT_TO_LEFT -> false;
            default -> (leftChanged && rightChanged) ? leftCounts(left, right) : leftChanged;
        };
    }

    boolean goesOneWay() {
        return kind == Kind.LEFT_TO_RIGHT || kind == Kind.RIGHT_TO_LEFT;
    }

    private boolean leftCounts(Reading left, Reading right) {
        if (kind != Kind.LAST_WRITER) {
            return kind == Kind.LEFT_RULES;
        }
        Instant leftAt = left.changedAt();
        Instant rightAt = right.changedAt();
        return leftAt == null
                || rightAt == null
                || Duration.between(leftAt, rightAt).compareTo(skew) <= 0;
    }

    @Override
    public String toString() {
        String name = switch (kind) {
            case LAST_WRITER -> "last writer";
            case LEFT_RULES -> "left rules";
            case RIGHT_RULES -> "right rules";
            case LEFT_TO_RIGHT -> "left to right";
            case RIGHT_TO_LEFT -> "right to left";
        };
        return skew.isZero() ? name : name + " beyond " + skew;
    }
}
