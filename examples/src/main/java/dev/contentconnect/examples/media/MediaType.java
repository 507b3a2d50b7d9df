package dev.contentconnect.examples.media;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of media file whose metadata can be read, told apart by their first bytes. */
public enum MediaType {
    /** A JPEG picture. */
    JPEG("image/jpeg", "jpe?g|jpe"),
    /** A PNG picture. */
    PNG("image/png", "png"),
    /** An MPEG-4 film. */
    MP4("video/mp4", "mp4|m4v"),
    /** A PDF document. */
    PDF("application/pdf", "pdf");

    /** How many leading bytes {@link #detect} wants to see. */
    static final int HEAD_BYTES = 64;

    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final String mimeType;
    private final String extensions;

    MediaType(String mimeType, String extensions) {
        this.mimeType = mimeType;
        this.extensions = extensions;
    }

    /**
     * Returns the registered media type name.
     *
     * @return for example {@code image/jpeg}
     */
    public String mimeType() {
        return mimeType;
    }

    /**
     * Tells whether a file name ends as files of this type usually do.
     *
     * @param fileName a name without folders
     * @return true if the part after the last dot is a usual one; case does not matter
     */
    public boolean fits(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && fileName.substring(dot + 1).toLowerCase(Locale.ROOT).matches(extensions);
    }

    /**
     * Finds the type by content; the name of the file plays no part.
     *
     * @param head the first bytes of the file, {@value #HEAD_BYTES} of them if it has that many
     * @return the type, empty when the bytes belong to none of these
     */
    static Optional<MediaType> detect(byte[] head) {
        if (head.length >= PDF_HEAD.length && Arrays.equals(head, 0, PDF_HEAD.length, PDF_HEAD, 0, PDF_HEAD.length)) {
            return Optional.of(PDF);
        }
        // Padded, because the detector refuses anything shorter than its longest signature.
        FileType type = fileType(Arrays.copyOf(head, Math.max(head.length, HEAD_BYTES)));
        return switch (type) {
            case Jpeg -> Optional.of(JPEG);
            case Png -> Optional.of(PNG);
            case Mp4 -> Optional.of(MP4);
            default -> Optional.empty();
        };
    }

    private static FileType fileType(byte[] head) {
        try {
            return FileTypeDetector.detectFileType(new ByteArrayInputStream(head));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
