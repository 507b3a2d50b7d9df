package dev.contentconnect.examples.media;

/**
 * Something wrong with one file, told so that the person who delivered it can repair it.
 *
 * @param file the file as it was asked for
 * @param reason what kind of thing is wrong
 * @param detail one sentence about this very file, in English
 */
public record MediaProblem(String file, Reason reason, String detail) {

    /** The kinds of problem, those that end the reading first. */
    public enum Reason {
        /** No such file. */
        MISSING(true),
        /** A folder, a pipe or a device, but not a regular file. */
        NOT_A_FILE(true),
        /** The operating system does not let us read it, or reading broke off. */
        UNREADABLE(true),
        /** A file of zero bytes. */
        EMPTY(true),
        /** The content is none of {@link MediaType}. */
        UNKNOWN_TYPE(true),
        /** The content ends too early, as after a broken upload. */
        TRUNCATED(true),
        /** The content contradicts its own format. */
        MALFORMED(true),
        /** Encrypted, and a password is needed to open it. */
        PROTECTED(true),
        /** The name promises another type than the content is. */
        EXTENSION_MISMATCH(false),
        /** One packet of metadata is damaged; the others were read. */
        PACKET_DAMAGED(false),
        /** One packet of metadata is beyond all reason and was left unread. */
        PACKET_TOO_LARGE(false),
        /** A value that decides about rights cannot be understood. */
        RIGHTS_UNREADABLE(false);

        private final boolean fatal;

        Reason(boolean fatal) {
            this.fatal = fatal;
        }

        /**
         * Tells whether the file yields nothing at all.
         *
         * @return true if there is a problem instead of metadata, false if there is a problem beside metadata
         */
        public boolean fatal() {
            return fatal;
        }
    }

    /**
     * Returns the problem as one line for people.
     *
     * @return file, reason and detail
     */
    @Override
    public String toString() {
        return file + ": " + reason + " (" + detail + ")";
    }
}
