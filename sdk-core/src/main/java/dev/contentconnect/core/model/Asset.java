package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content and what is known about it. The bytes are not part of it; a system hands them out on request.
 *
 * @param ref the identity
 * @param key the caller-chosen key under which it was made, where the system keeps one
 * @param title what people call it, where known
 * @param description what it shows, where known
 * @param kind what sort of content
 * @param status where it stands
 * @param currentVersion the version the system offers now, where known
 * @param market the sales market it was made for, where known
 * @param language IETF language tag such as {@code pt-BR}, where known
 * @param master the asset it was derived from, for a localised or adapted one
 * @param creators who made it; may be empty
 * @param tags key words, in the system's order; may be empty
 * @param segments the audiences it is meant for; may be empty
 * @param renditions derived forms; empty also when the system hands them out only on request
 * @param createdAt when it appeared in the system, where known
 * @param updatedAt when it last changed there, where known
 * @param extensions what the vendor adds
 */
public record Asset(
        SourceRef ref,
        @Nullable String key,
        @Nullable String title,
        @Nullable String description,
        AssetKind kind,
        AssetStatus status,
        @Nullable AssetVersion currentVersion,
        @Nullable String market,
        @Nullable String language,
        @Nullable SourceRef master,
        List<String> creators,
        List<String> tags,
        List<Segment> segments,
        List<Rendition> renditions,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Extensions extensions) {

    /**
     * Makes an asset; lists are copied.
     *
     * @param ref the identity
     * @param key the caller-chosen key under which it was made, where the system keeps one
     * @param title what people call it, where known
     * @param description what it shows, where known
     * @param kind what sort of content
     * @param status where it stands
     * @param currentVersion the version the system offers now, where known
     * @param market the sales market it was made for, where known
     * @param language IETF language tag such as {@code pt-BR}, where known
     * @param master the asset it was derived from, for a localised or adapted one
     * @param creators who made it; may be empty
     * @param tags key words, in the system's order; may be empty
     * @param segments the audiences it is meant for; may be empty
     * @param renditions derived forms; empty also when the system hands them out only on request
     * @param createdAt when it appeared in the system, where known
     * @param updatedAt when it last changed there, where known
     * @param extensions what the vendor adds
     */
    public Asset {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        creators = List.copyOf(creators);
        tags = List.copyOf(tags);
        segments = List.copyOf(segments);
        renditions = List.copyOf(renditions);
    }

    /**
     * Starts an asset of which only the identity is known.
     *
     * @param ref the identity
     * @return a builder; kind is {@code other} and status {@code unknown} until set
     */
    public static Builder builder(SourceRef ref) {
        return new Builder(ref);
    }

    /**
     * Starts from this asset.
     *
     * @return a builder holding all components of this one
     */
    public Builder toBuilder() {
        Builder copy = new Builder(ref);
        copy.key = key;
        copy.title = title;
        copy.description = description;
        copy.kind = kind;
        copy.status = status;
        copy.currentVersion = currentVersion;
        copy.market = market;
        copy.language = language;
        copy.master = master;
        copy.creators = creators;
        copy.tags = tags;
        copy.segments = segments;
        copy.renditions = renditions;
        copy.createdAt = createdAt;
        copy.updatedAt = updatedAt;
        copy.extensions = extensions;
        return copy;
    }

    /** Collects the components of an {@code Asset}. Not safe for use by several threads. */
    public static final class Builder {
        private final SourceRef ref;
        private @Nullable String key;
        private @Nullable String title;
        private @Nullable String description;
        private AssetKind kind = AssetKind.OTHER;
        private AssetStatus status = AssetStatus.UNKNOWN;
        private @Nullable AssetVersion currentVersion;
        private @Nullable String market;
        private @Nullable String language;
        private @Nullable SourceRef master;
        private List<String> creators = List.of();
        private List<String> tags = List.of();
        private List<Segment> segments = List.of();
        private List<Rendition> renditions = List.of();
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Extensions extensions = Extensions.none();

        private Builder(SourceRef ref) {
            this.ref = ref;
        }

        /**
         * Sets the component of this name.
         *
         * @param key the caller-chosen key under which it was made, where the system keeps one
         * @return this builder
         */
        public Builder key(@Nullable String key) {
            this.key = key;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param title what people call it, where known
         * @return this builder
         */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param description what it shows, where known
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param kind what sort of content
         * @return this builder
         */
        public Builder kind(AssetKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param status where it stands
         * @return this builder
         */
        public Builder status(AssetStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param currentVersion the version the system offers now, where known
         * @return this builder
         */
        public Builder currentVersion(@Nullable AssetVersion currentVersion) {
            this.currentVersion = currentVersion;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param market the sales market it was made for, where known
         * @return this builder
         */
        public Builder market(@Nullable String market) {
            this.market = market;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param language IETF language tag such as {@code pt-BR}, where known
         * @return this builder
         */
        public Builder language(@Nullable String language) {
            this.language = language;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param master the asset it was derived from, for a localised or adapted one
         * @return this builder
         */
        public Builder master(@Nullable SourceRef master) {
            this.master = master;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param creators who made it; may be empty
         * @return this builder
         */
        public Builder creators(Collection<String> creators) {
            this.creators = List.copyOf(creators);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param tags key words, in the system's order; may be empty
         * @return this builder
         */
        public Builder tags(Collection<String> tags) {
            this.tags = List.copyOf(tags);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param segments the audiences it is meant for; may be empty
         * @return this builder
         */
        public Builder segments(Collection<Segment> segments) {
            this.segments = List.copyOf(segments);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param renditions derived forms; empty also when the system hands them out only on request
         * @return this builder
         */
        public Builder renditions(Collection<Rendition> renditions) {
            this.renditions = List.copyOf(renditions);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param createdAt when it appeared in the system, where known
         * @return this builder
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param updatedAt when it last changed there, where known
         * @return this builder
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
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
         * The finished asset.
         *
         * @return an immutable value
         */
        public Asset build() {
            return new Asset(
                    ref,
                    key,
                    title,
                    description,
                    kind,
                    status,
                    currentVersion,
                    market,
                    language,
                    master,
                    creators,
                    tags,
                    segments,
                    renditions,
                    createdAt,
                    updatedAt,
                    extensions);
        }
    }
}
