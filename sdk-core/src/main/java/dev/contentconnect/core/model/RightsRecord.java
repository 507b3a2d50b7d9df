package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an asset may be used for, as far as a system says so.
 *
 * <p>Grants stand beside each other: a use is allowed when one grant allows it and nothing else forbids it. Ask with
 * {@link #permits(Use)}.
 *
 * @param ref the identity of the rights in their system; often derived from the asset's
 * @param asset the asset they are about
 * @param assetVersion the version they are about; null means every version
 * @param status the overall word
 * @param holder who owns the rights, where known
 * @param usageTerms the text of the licence or terms, where known
 * @param grants what was granted; empty means that nobody said
 * @param prohibitions uses that are forbidden whatever the grants say; may be empty
 * @param limits counted limits over all uses; may be empty
 * @param modelRelease whether the people shown agreed; null where the system has no place for it
 * @param propertyRelease whether the owners of things shown agreed; null where the system has no place for it
 * @param documents agreements and releases on file; may be empty
 * @param updatedAt when the rights last changed, where known
 * @param extensions what the vendor adds
 */
public record RightsRecord(
        SourceRef ref,
        SourceRef asset,
        @Nullable String assetVersion,
        RightsStatus status,
        @Nullable String holder,
        @Nullable String usageTerms,
        List<RightsGrant> grants,
        List<Prohibition> prohibitions,
        List<UsageLimit> limits,
        @Nullable ReleaseState modelRelease,
        @Nullable ReleaseState propertyRelease,
        List<SourceRef> documents,
        @Nullable Instant updatedAt,
        Extensions extensions) {

    /**
     * Makes a record; lists are copied.
     *
     * @param ref the identity of the rights in their system; often derived from the asset's
     * @param asset the asset they are about
     * @param assetVersion the version they are about; null means every version
     * @param status the overall word
     * @param holder who owns the rights, where known
     * @param usageTerms the text of the licence or terms, where known
     * @param grants what was granted; empty means that nobody said
     * @param prohibitions uses that are forbidden whatever the grants say; may be empty
     * @param limits counted limits over all uses; may be empty
     * @param modelRelease whether the people shown agreed; null where the system has no place for it
     * @param propertyRelease whether the owners of things shown agreed; null where the system has no place for it
     * @param documents agreements and releases on file; may be empty
     * @param updatedAt when the rights last changed, where known
     * @param extensions what the vendor adds
     */
    public RightsRecord {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        grants = List.copyOf(grants);
        prohibitions = List.copyOf(prohibitions);
        limits = List.copyOf(limits);
        documents = List.copyOf(documents);
    }

    /**
     * Whether a use is allowed, denied, or not decided by what is known. Unknown is never allowed: publish only on
     * {@link Permission#isAllowed()}.
     *
     * <p>Denied, whatever the grants say, when the status forbids, a prohibition matches, a limit is used up, or a
     * needed release is missing. Otherwise allowed when one grant covers the use on every aspect the grant limits or
     * the use names. Unknown when the status is silent, the use does not name an aspect that a grant limits, a grant
     * does not name an aspect that the use has, or a word is not understood. One grant has to cover the whole use: two
     * that cover half of a region each do not add up.
     *
     * <p>Which version of the asset is meant is not looked at: ask the record of the version that is to be used.
     *
     * @param use what is intended
     * @return the verdict with at least one reason unless it is allowed; never null, never throws for a use
     */
    public Permission permits(Use use) {
        return RightsEvaluation.of(this, use);
    }

    /**
     * The next moment at which a grant ends.
     *
     * @param now the present
     * @return the earliest end of a grant, or last day of first use, after {@code now}; null when there is none
     */
    public @Nullable Instant nextDeadline(Instant now) {
        Instant next = null;
        for (RightsGrant grant : grants) {
            for (Instant end : grant.deadlines()) {
                if (end.isAfter(now) && (next == null || end.isBefore(next))) {
                    next = end;
                }
            }
        }
        return next;
    }

    /**
     * Starts a record that knows nothing yet.
     *
     * @param ref the identity of the rights
     * @param asset the asset they are about
     * @return a builder; status is {@code unknown} until set
     */
    public static Builder builder(SourceRef ref, SourceRef asset) {
        return new Builder(ref, asset);
    }

    /**
     * Starts from this record.
     *
     * @return a builder holding all components of this one
     */
    public Builder toBuilder() {
        return copy(ref, asset).updatedAt(updatedAt);
    }

    /**
     * Starts from this record, to say the same of another asset: what was read in one system is to hold in the next, or the
     * rights of an asset are to stand under its own identity.
     *
     * @param other the asset they are to be about; also the identity of the rights
     * @return a builder holding all other components of this one, without {@code updatedAt}, which is when this record
     *     changed in its system; {@code assetVersion} stays and is to be cleared where it names no version of
     *     {@code other}
     */
    public Builder toBuilder(SourceRef other) {
        return copy(other, other);
    }

    private Builder copy(SourceRef of, SourceRef about) {
        Builder copy = new Builder(of, about);
        copy.assetVersion = assetVersion;
        copy.status = status;
        copy.holder = holder;
        copy.usageTerms = usageTerms;
        copy.grants = grants;
        copy.prohibitions = prohibitions;
        copy.limits = limits;
        copy.modelRelease = modelRelease;
        copy.propertyRelease = propertyRelease;
        copy.documents = documents;
        copy.extensions = extensions;
        return copy;
    }

    /** Collects the components of a {@code RightsRecord}. Not safe for use by several threads. */
    public static final class Builder {
        private final SourceRef ref;
        private final SourceRef asset;
        private @Nullable String assetVersion;
        private RightsStatus status = RightsStatus.UNKNOWN;
        private @Nullable String holder;
        private @Nullable String usageTerms;
        private List<RightsGrant> grants = List.of();
        private List<Prohibition> prohibitions = List.of();
        private List<UsageLimit> limits = List.of();
        private @Nullable ReleaseState modelRelease;
        private @Nullable ReleaseState propertyRelease;
        private List<SourceRef> documents = List.of();
        private @Nullable Instant updatedAt;
        private Extensions extensions = Extensions.none();

        private Builder(SourceRef ref, SourceRef asset) {
            this.ref = ref;
            this.asset = asset;
        }

        /**
         * Sets the component of this name.
         *
         * @param assetVersion the version they are about; null means every version
         * @return this builder
         */
        public Builder assetVersion(@Nullable String assetVersion) {
            this.assetVersion = assetVersion;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param status the overall word
         * @return this builder
         */
        public Builder status(RightsStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param holder who owns the rights, where known
         * @return this builder
         */
        public Builder holder(@Nullable String holder) {
            this.holder = holder;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param usageTerms the text of the licence or terms, where known
         * @return this builder
         */
        public Builder usageTerms(@Nullable String usageTerms) {
            this.usageTerms = usageTerms;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param grants what was granted; empty means that nobody said
         * @return this builder
         */
        public Builder grants(Collection<RightsGrant> grants) {
            this.grants = List.copyOf(grants);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param prohibitions uses that are forbidden whatever the grants say; may be empty
         * @return this builder
         */
        public Builder prohibitions(Collection<Prohibition> prohibitions) {
            this.prohibitions = List.copyOf(prohibitions);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param limits counted limits over all uses; may be empty
         * @return this builder
         */
        public Builder limits(Collection<UsageLimit> limits) {
            this.limits = List.copyOf(limits);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param modelRelease whether the people shown agreed; null where the system has no place for it
         * @return this builder
         */
        public Builder modelRelease(@Nullable ReleaseState modelRelease) {
            this.modelRelease = modelRelease;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param propertyRelease whether the owners of things shown agreed; null where the system has no place for it
         * @return this builder
         */
        public Builder propertyRelease(@Nullable ReleaseState propertyRelease) {
            this.propertyRelease = propertyRelease;
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param documents agreements and releases on file; may be empty
         * @return this builder
         */
        public Builder documents(Collection<SourceRef> documents) {
            this.documents = List.copyOf(documents);
            return this;
        }

        /**
         * Sets the component of this name.
         *
         * @param updatedAt when the rights last changed, where known
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
         * The finished record.
         *
         * @return an immutable value
         */
        public RightsRecord build() {
            return new RightsRecord(
                    ref,
                    asset,
                    assetVersion,
                    status,
                    holder,
                    usageTerms,
                    grants,
                    prohibitions,
                    limits,
                    modelRelease,
                    propertyRelease,
                    documents,
                    updatedAt,
                    extensions);
        }
    }
}
