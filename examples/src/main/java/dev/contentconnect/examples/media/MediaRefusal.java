package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import org.jspecify.annotations.Nullable;

/** Ends the reading of one file; becomes the {@link MediaProblem} that the caller of the reader sees. */
final class MediaRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    MediaRefusal(Reason reason, String detail) {
        this(reason, detail, null);
    }

    MediaRefusal(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    MediaProblem toProblem(String file) {
        return new MediaProblem(file, reason, Findings.line(String.valueOf(getMessage())));
    }
}
