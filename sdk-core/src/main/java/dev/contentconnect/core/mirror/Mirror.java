package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings pairs of objects, one of each of two systems, to the same state: chosen fields by a stated rule, and comments in
 * both directions. Call {@link #sync} when either side reports a change, and now and then besides.
 *
 * <p>Nothing is lost: a value that is overwritten by rule is kept in the audit trail first. Nothing comes back as an echo:
 * the store remembers what each side had after the last write, and which comments are copies. A run that was cut off at
 * any point is taken up by the next one. Only one worker at a time works on a pair, whatever host it runs on.
 *
 * <p>Every copy, conflict and refusal is an event in the audit trail: its source is the name of the mirror, its subject the
 * object that was written or kept its value, {@code related} the other object, its step the field or {@code comments}. The
 * values are in the extensions under {@code mirror}.
 *
 * <p>Safe for use by several threads, also on the same pair.
 */
public final class Mirror {
    private final MirrorPlan plan;
    private final MirrorSide left;
    private final MirrorSide right;
    private final Map<String, FieldRule> fields;
    private final boolean comments;
    private final int commentLimit;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicLong runs = new AtomicLong();

    private Mirror(Builder builder, MirrorSide left, MirrorSide right) {
        this.plan = new MirrorPlan(builder.name, builder.store, builder.time, builder.hold, builder.patience);
        this.left = left;
        this.right = right;
        this.fields = new LinkedHashMap<>(builder.fields);
        this.comments = builder.comments;
        this.commentLimit = builder.commentLimit;
    }

    /**
     * Starts a mirror.
     *
     * @param name letters, digits, dots, dashes and underscores, up to 60. What is remembered belongs to this name, so it
     *     must not change; mirrors of the same name never copy each other's copies
     * @param store where it is remembered; shared by all hosts that run the mirror
     * @param time dates the events and waits for other workers
     * @return a builder
     */
    public static Builder builder(String name, StateStore store, TimeSource time) {
        return new Builder(name, store, time);
    }

    /**
     * Brings one pair to the same state. Repeating it changes nothing. What somebody edits while it runs is left for the
     * next run where it came too late for this one.
     *
     * <p>A field that fails does not hold up the others. A comment that a system rejects is noted and left out; any other
     * failure ends the copying in this direction, so that the order is kept.
     *
     * @param leftObject an object of the left side
     * @param rightObject its counterpart on the right side
     * @return what was done
     * @throws dev.contentconnect.core.error.ConnectorException of any kind, after everything else was done; what was done
     *     is in the audit trail. Further failures are suppressed in the first
     * @throws dev.contentconnect.core.state.StateException CONFLICT when another worker is busy with the pair for longer
     *     than this one waits, FENCED when this worker stalled and another took over, or any other reason
     * @throws IllegalArgumentException when an object is of another system
     */
    public MirrorResult sync(SourceRef leftObject, SourceRef rightObject) {
        left.requireOwn(leftObject);
        right.requireOwn(rightObject);
        MirrorObject leftEnd = new MirrorObject(left, leftObject);
        MirrorObject rightEnd = new MirrorObject(right, rightObject);
        MirrorRun run = MirrorRun.begin(plan, leftEnd, rightEnd, owner + "/" + runs.incrementAndGet());
        Failures failures = new Failures();
        try {
            fields.forEach((field, rule) -> failures.spare(() -> field(run, field, rule)));
            CommentThread leftThread = left.thread();
            CommentThread rightThread = right.thread();
            if (comments && leftThread != null && rightThread != null) {
                ThreadSync threads = new ThreadSync(run, leftThread, rightThread, commentLimit);
                failures.spare(() -> threads.sync(failures));
            }
        } catch (RuntimeException e) {
            run.abandon(e);
            throw e;
        }
        run.end();
        failures.raise();
        return new MirrorResult(run.events());
    }

    private void field(MirrorRun run, String field, FieldRule rule) {
        FieldPort leftPort = left.port(field);
        FieldPort rightPort = right.port(field);
        if (leftPort != null && rightPort != null) {
            run.stillOurs();
            new FieldSync(run, field, rule, leftPort, rightPort).sync();
        }
    }

    /** Name and sides. */
    @Override
    public String toString() {
        return "Mirror[" + plan.name() + ": " + left + ", " + right + "]";
    }

    /** Collects what is mirrored. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final StateStore store;
        private final TimeSource time;
        private final Map<String, FieldRule> fields = new LinkedHashMap<>();
        private @Nullable MirrorSide left;
        private @Nullable MirrorSide right;
        private boolean comments;
        private int commentLimit = 10_000;
        private Duration hold = Duration.ofMinutes(1);
        private Duration patience = Duration.ofSeconds(10);

        private Builder(String name, StateStore store, TimeSource time) {
            this.name = name;
            this.store = store;
            this.time = time;
        }

        /**
         * Sets the two sides.
         *
         * @param left one
         * @param right the other, of another name
         * @return this builder
         */
        public Builder between(MirrorSide left, MirrorSide right) {
            this.left = left;
            this.right = right;
            return this;
        }

        /**
         * Mirrors a field that both sides have.
         *
         * @param field its name
         * @param rule which side counts when both changed
         * @return this builder
         */
        public Builder field(String field, FieldRule rule) {
            fields.put(field, rule);
            return this;
        }

        /**
         * Mirrors comments in both directions. For one direction, let the other side show none.
         *
         * @return this builder
         * @see MirrorSide.Builder#showing
         */
        public Builder comments() {
            this.comments = true;
            return this;
        }

        /**
         * Sets how many comments one object may have, copies included. A longer thread is refused, not read in part.
         *
         * @param comments 1 or more; 10,000 unless set
         * @return this builder
         */
        public Builder commentLimit(int comments) {
            this.commentLimit = comments;
            return this;
        }

        /**
         * Sets for how long a worker holds a pair after its last sign of life. It gives one at each write, and while it
         * reads, between two fields and two pages of comments, once a third of this time is gone. More than three times
         * the slowest call to a system, retries included, or two workers may write at the same time.
         *
         * @param hold more than zero; one minute unless set
         * @return this builder
         */
        public Builder hold(Duration hold) {
            this.hold = hold;
            return this;
        }

        /**
         * Sets how long {@link #sync} waits for a pair that another worker holds.
         *
         * @param patience zero or more; ten seconds unless set
         * @return this builder
         */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * The finished mirror.
         *
         * @return a mirror that has asked nothing yet
         * @throws IllegalArgumentException naming what does not fit: a name, a side, a field that one side lacks, or a
         *     limit
         */
        public Mirror build() {
            require(MirrorSide.NAME.matcher(name).matches(), "not a name for a mirror: " + name);
            require(left != null && right != null, "a mirror has two sides");
            if (left == null || right == null) {
                throw new IllegalStateException();
            }
            require(!left.name().equals(right.name()), "both sides are called " + left.name() + ": give one a name");
            require(commentLimit > 0, "commentLimit must be 1 or more");
            require(!hold.isZero() && !hold.isNegative(), "hold must be more than zero");
            require(!patience.isNegative(), "patience must not be negative");
            require(!comments || (left.thread() != null && right.thread() != null), "a side has no comments");
            for (String field : fields.keySet()) {
                require(MirrorSide.NAME.matcher(field).matches(), "not a name for a field: " + field);
                require(left.port(field) != null, left + " has no field " + field);
                require(right.port(field) != null, right + " has no field " + field);
            }
            return new Mirror(this, left, right);
        }

        private static void require(boolean holds, String problem) {
            if (!holds) {
                throw new IllegalArgumentException(problem);
            }
        }
    }
}
