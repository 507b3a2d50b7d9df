package dev.contentconnect.examples.media;

import com.drew.imaging.ImageProcessingException;
import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;

/** Calls a metadata library on a file that may have been made to hurt it. */
final class LibraryCall {
    private LibraryCall() {}

    /** Does the work; whatever a damaged file makes the library throw refuses the file as malformed. */
    static <T> T of(Work<T> work) throws MediaRefusal {
        try {
            return work.run();
        } catch (IOException | ImageProcessingException e) {
            throw new MediaRefusal(Reason.MALFORMED, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Lying lengths and deep nesting end in IndexOutOfBounds, NegativeArraySize, StackOverflow or one absurd
            // allocation inside the parsers; nothing of ours is on the stack between here and there.
            throw new MediaRefusal(
                    Reason.MALFORMED,
                    "made the parser fail with " + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** Work with a library. */
    interface Work<T> {
        /** Does it. */
        T run() throws IOException, ImageProcessingException, MediaRefusal;
    }
}
