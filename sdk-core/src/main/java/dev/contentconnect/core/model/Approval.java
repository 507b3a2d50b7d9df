package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was asked for: by whom it is due, about what, and how it came out.
 *
 * @param ref the identity in the system that collects the decision
 * @param subject what is to be decided on, usually an asset, where the system keeps it
 * @param subjectVersion the version the decision is about; an approval never counts for another version
 * @param caseRef the case it belongs to, where there is one
 * @param stakeholder whose word it is, for example {@code legal}, where known
 * @param assignee who works on it, where somebody does
 * @param status where it stands
 * @param decision how it came out, once decided
 * @param requestedAt when it was asked for, where known
 * @param dueAt when it is due, where a date was set
 * @param comments what was said, oldest first; empty also when the system hands them out only on request
 * @param extensions what the vendor adds
 */
public record Approval(
        SourceRef ref,
        @Nullable SourceRef subject,
        @Nullable String subjectVersion,
        @Nullable SourceRef caseRef,
        @Nullable String stakeholder,
        @Nullable Actor assignee,
        ApprovalStatus status,
        @Nullable Decision decision,
        @Nullable Instant requestedAt,
        @Nullable Instant dueAt,
        List<Comment> comments,
        Extensions extensions) {

    /**
     * Makes an approval; lists are copied.
     *
     * @param ref the identity in the system that collects the decision
     * @param subject what is to be decided on, usually an asset, where the system keeps it
     * @param subjectVersion the version the decision is about; an approval never counts for another version
     * @param caseRef the case it belongs to, where there is one
     * @param stakeholder whose word it is, for example {@code legal}, where known
     * @param assignee who works on it, where somebody does
     * @param status where it stands
     * @param decision how it came out, once decided
     * @param requestedAt when it was asked for, where known
     * @param dueAt when it is due, where a date was set
     * @param comments what was said, oldest first; empty also when the system hands them out only on request
     * @param extensions what the vendor adds
     */
    public Approval {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        comments = List.copyOf(comments);
    }

    /**
     * Starts an approval of which only the identity is known.
     *
     * @param ref the identity
     * @return a builder; status is {@code unknown} until set
     */
    public static Builder builder(SourceRef ref) {
        return new Builder(ref);
    }

    /**
     * Starts from this approval.
     *
     * @return a builder holding all components of this one
     */
    public Builder toBuilder() {
        Builder copy = new Builder(ref);
        copy.subject = subject;
        copy.subjectVersion = subjectVersion;
        copy.caseRef = caseRef;
        copy.stakeholder = stakeholder;
        copy.assignee = assignee;
        copy.status = status;
        copy.decision = decision;
        copy.requestedAt = requestedAt;
        copy.dueAt = dueAt;
        copy.comments = comments;
        copy.extensions = extensions;
        return copy;
    }

    /** Collects the components of an {@code Approval}. Not safe for use by several threads. */
    public static final class Builder {
        private final SourceRef ref;
        private @Nullable SourceRef subject;
        private @Nullable String subjectVersion;
        private @Nullable SourceRef caseRef;
        private @Nullable String stakeholder;
        private @Nullable Actor assignee;
        private ApprovalStatus status = ApprovalStatus.UNKNOWN;
        private @Nullable Decision decision;
        private @Nullable Instant requestedAt;
        private @Nullable Instant dueAt;
        private List<Comment> comments = List.of();
        private Extensions extensions = Extensions.none();

        private Builder(SourceRef ref) {
            this.ref = ref;
        }

        /**
         * Sets the component of this name.
         *
         * @param subject what is to be decided on, usually an asset, where the system keeps it
         * @return this builder
         */
        public Builder subject(@Nullable SourceRef subject) {
            this.subject = subject;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param subjectVersion the version the decision is about; an approval never counts for another version
         * @return this builder
         */
        public Builder subjectVersion(@Nullable String subjectVersion) {
            this.subjectVersion = subjectVersion;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param caseRef the case it belongs to, where there is one
         * @return this builder
         */
        public Builder caseRef(@Nullable SourceRef caseRef) {
            this.caseRef = caseRef;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param stakeholder whose word it is, for example {@code legal}, where known
         * @return this builder
         */
        public Builder stakeholder(@Nullable String stakeholder) {
            this.stakeholder = stakeholder;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param assignee who works on it, where somebody does
         * @return this builder
         */
        public Builder assignee(@Nullable Actor assignee) {
            this.assignee = assignee;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param status where it stands
         * @return this builder
         */
        public Builder status(ApprovalStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param decision how it came out, once decided
         * @return this builder
         */
        public Builder decision(@Nullable Decision decision) {
            this.decision = decision;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param requestedAt when it was asked for, where known
         * @return this builder
         */
        public Builder requestedAt(@Nullable Instant requestedAt) {
            this.requestedAt = requestedAt;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param dueAt when it is due, where a date was set
         * @return this builder
         */
        public Builder dueAt(@Nullable Instant dueAt) {
            this.dueAt = dueAt;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param comments what was said, oldest first; empty also when the system hands them out only on request
         * @return this builder
         */
        public Builder comments(Collection<Comment> comments) {
            this.comments = List.copyOf(comments);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param extensions what the vendor adds
         * @return this builder
         */
        public Builder extensions(Extensions extensions) {
            this.extensions = extensions;
            return this;
        }

        /**
         * The finished approval.
         *
         * @return an immutable value
         */
        public Approval build() {
            return new Approval(
                    ref,
                    subject,
                    subjectVersion,
                    caseRef,
                    stakeholder,
                    assignee,
                    status,
                    decision,
                    requestedAt,
                    dueAt,
                    comments,
                    extensions);
        }
    }
}
