package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the two systems of a {@link Mirror}, and how to read and write there. Immutable. */
public final class MirrorSide {
    /** A name that can stand in links, keys and messages. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private static final int SHORTEST_COMMENT = 200;

    private final String system;
    private final String name;
    private final @Nullable CommentThread thread;
    private final Predicate<Comment> shown;
    private final int maxCommentLength;
    private final Map<String, FieldPort> ports;

    private MirrorSide(Builder builder) {
        this.system = builder.system;
        this.name = builder.name;
        this.thread = builder.thread;
        this.shown = builder.shown;
        this.maxCommentLength = builder.maxCommentLength;
        this.ports = Map.copyOf(builder.ports);
    }

    /**
     * Starts a side.
     *
     * @param system the short name of the system, as in the references to its objects
     * @return a builder, without comments and fields
     */
    public static Builder of(String system) {
        return new Builder(system);
    }

    /**
     * Starts a side on a connector, with its comments where it has any.
     *
     * @param connector stays open while the mirror is used; closed by the caller
     * @return a builder
     */
    public static Builder of(Connector connector) {
        Builder builder = new Builder(connector.system());
        connector.find(CommentThread.class).ifPresent(builder::comments);
        return builder;
    }

    String name() {
        return name;
    }

    @Nullable CommentThread thread() {
        return thread;
    }

    boolean shows(Comment comment) {
        return shown.test(comment);
    }

    int maxCommentLength() {
        return maxCommentLength;
    }

    @Nullable FieldPort port(String field) {
        return ports.get(field);
    }

    void requireOwn(SourceRef object) {
        if (!object.system().equals(system)) {
            throw new IllegalArgumentException("not an object of " + system + ": " + object);
        }
    }

    /** Name and system. */
    @Override
    public String toString() {
        return name.equals(system) ? name : name + " (" + system + ")";
    }

    /** Collects what a side has. Not safe for use by several threads. */
    public static final class Builder {
        private final String system;
        private String name;
        private @Nullable CommentThread thread;
        private Predicate<Comment> shown = any -> true;
        private int maxCommentLength = 10_000;
        private final Map<String, FieldPort> ports = new LinkedHashMap<>();

        private Builder(String system) {
            this.system = system;
            this.name = system;
        }

        /**
         * Names the side, where both are of the same system: two tenants, for example. The name stands in the copies of
         * comments and in what the store remembers; it must not change between two runs.
         *
         * @param name letters, digits, dots, dashes and underscores, up to 60; the system's name unless set
         * @return this builder
         */
        public Builder named(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets where comments are read and added.
         *
         * @param thread the capability
         * @return this builder
         */
        public Builder comments(CommentThread thread) {
            this.thread = thread;
            return this;
        }

        /**
         * Limits which comments of this side the other side is shown, for example no internal notes. A comment that is
         * taken out later stays where it was copied to.
         *
         * @param shown true for those to be copied; must not call systems
         * @return this builder
         */
        public Builder showing(Predicate<Comment> shown) {
            this.shown = shown;
            return this;
        }

        /**
         * Sets how long a comment can be that this side takes. What is longer is cut, and says so and where the rest is.
         *
         * @param chars in UTF-16 units, as {@link String#length()}; 200 or more, 10,000 unless set
         * @return this builder
         */
        public Builder maxCommentLength(int chars) {
            this.maxCommentLength = chars;
            return this;
        }

        /**
         * Adds a field of this side.
         *
         * @param field the name the mirror knows it by, the same on both sides
         * @param port reads and writes it; see {@link FieldPorts}
         * @return this builder
         */
        public Builder field(String field, FieldPort port) {
            ports.put(field, port);
            return this;
        }

        /**
         * The finished side.
         *
         * @return an immutable value
         * @throws IllegalArgumentException when the name does not fit or comments are to be too short
         */
        public MirrorSide build() {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name for a side: " + name);
            }
            if (maxCommentLength < SHORTEST_COMMENT) {
                throw new IllegalArgumentException("comments of less than " + SHORTEST_COMMENT + " say nothing");
            }
            return new MirrorSide(this);
        }
    }
}
