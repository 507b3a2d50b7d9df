package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case, to an asset or to a delivery: the unit of the audit trail and of every report.
 *
 * @param id identifies the happening: the same happening seen twice has the same id within {@code source}
 * @param source the short name of the system, or of the flow, that says so; never blank
 * @param type what happened
 * @param occurredAt when it happened, by the clock of the source
 * @param caseRef the case, where there is one
 * @param caseKey the caller-chosen key of the case, where there is one
 * @param subject the asset or other object it is about, where there is one
 * @param subjectVersion the version it is about, where known
 * @param step the step or stakeholder, for example {@code legal}
 * @param actor who did it, where known
 * @param outcome the word it came out with, for example {@code approved}
 * @param note what was said
 * @param related a further object: the task, the delivery, the target of a link
 * @param extensions what the source adds
 */
public record CaseEvent(
        String id,
        String source,
        CaseEventType type,
        Instant occurredAt,
        @Nullable SourceRef caseRef,
        @Nullable String caseKey,
        @Nullable SourceRef subject,
        @Nullable String subjectVersion,
        @Nullable String step,
        @Nullable Actor actor,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable SourceRef related,
        Extensions extensions) {

    /**
     * Makes an event.
     *
     * @param id identifies the happening: the same happening seen twice has the same id within {@code source}
     * @param source the short name of the system, or of the flow, that says so; never blank
     * @param type what happened
     * @param occurredAt when it happened, by the clock of the source
     * @param caseRef the case, where there is one
     * @param caseKey the caller-chosen key of the case, where there is one
     * @param subject the asset or other object it is about, where there is one
     * @param subjectVersion the version it is about, where known
     * @param step the step or stakeholder, for example {@code legal}
     * @param actor who did it, where known
     * @param outcome the word it came out with, for example {@code approved}
     * @param note what was said
     * @param related a further object: the task, the delivery, the target of a link
     * @param extensions what the source adds
     * @throws IllegalArgumentException when {@code id} or {@code source} is blank
     */
    public CaseEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(extensions, "extensions");
        Words.word(id, "id");
        Words.word(source, "source");
    }

    /**
     * Starts an event.
     *
     * @param source the short name of the system, or of the flow, that says so
     * @param type what happened
     * @param id identifies the happening within {@code source}
     * @param occurredAt when it happened
     * @return a builder
     */
    public static Builder builder(String source, CaseEventType type, String id, Instant occurredAt) {
        return new Builder(source, type, id, occurredAt);
    }

    /**
     * Starts from this event.
     *
     * @return a builder holding all components of this one
     */
    public Builder toBuilder() {
        Builder copy = new Builder(source, type, id, occurredAt);
        copy.caseRef = caseRef;
        copy.caseKey = caseKey;
        copy.subject = subject;
        copy.subjectVersion = subjectVersion;
        copy.step = step;
        copy.actor = actor;
        copy.outcome = outcome;
        copy.note = note;
        copy.related = related;
        copy.extensions = extensions;
        return copy;
    }

    /** Collects the components of a {@code CaseEvent}. Not safe for use by several threads. */
    public static final class Builder {
        private final String id;
        private final String source;
        private final CaseEventType type;
        private final Instant occurredAt;
        private @Nullable SourceRef caseRef;
        private @Nullable String caseKey;
        private @Nullable SourceRef subject;
        private @Nullable String subjectVersion;
        private @Nullable String step;
        private @Nullable Actor actor;
        private @Nullable String outcome;
        private @Nullable String note;
        private @Nullable SourceRef related;
        private Extensions extensions = Extensions.none();

        private Builder(String source, CaseEventType type, String id, Instant occurredAt) {
            this.source = source;
            this.type = type;
            this.id = id;
            this.occurredAt = occurredAt;
        }

        /**
         * Sets the component of this name.
         *
         * @param caseRef the case, where there is one
         * @return this builder
         */
        public Builder caseRef(@Nullable SourceRef caseRef) {
            this.caseRef = caseRef;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param caseKey the caller-chosen key of the case, where there is one
         * @return this builder
         */
        public Builder caseKey(@Nullable String caseKey) {
            this.caseKey = caseKey;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param subject the asset or other object it is about, where there is one
         * @return this builder
         */
        public Builder subject(@Nullable SourceRef subject) {
            this.subject = subject;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param subjectVersion the version it is about, where known
         * @return this builder
         */
        public Builder subjectVersion(@Nullable String subjectVersion) {
            this.subjectVersion = subjectVersion;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param step the step or stakeholder, for example {@code legal}
         * @return this builder
         */
        public Builder step(@Nullable String step) {
            this.step = step;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param actor who did it, where known
         * @return this builder
         */
        public Builder actor(@Nullable Actor actor) {
            this.actor = actor;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param outcome the word it came out with, for example {@code approved}
         * @return this builder
         */
        public Builder outcome(@Nullable String outcome) {
            this.outcome = outcome;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param note what was said
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param related a further object: the task, the delivery, the target of a link
         * @return this builder
         */
        public Builder related(@Nullable SourceRef related) {
            this.related = related;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param extensions what the source adds
         * @return this builder
         */
        public Builder extensions(Extensions extensions) {
            this.extensions = extensions;
            return this;
        }

        /**
         * The finished event.
         *
         * @return an immutable value
         */
        public CaseEvent build() {
            return new CaseEvent(
                    id,
                    source,
                    type,
                    occurredAt,
                    caseRef,
                    caseKey,
                    subject,
                    subjectVersion,
                    step,
                    actor,
                    outcome,
                    note,
                    related,
                    extensions);
        }
    }
}
