package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads what media files say about themselves. The content decides what a file is, never its name.
 *
 * <p>A value is taken from the first layer that has it: XMP, then IPTC-IIM, then EXIF, then the container's own texts
 * (PDF document information, PNG text keywords, MP4 title and comment). Rights come from XMP alone, except that the
 * IPTC-IIM release and expiration dates stand in for a missing bound of the rights window.
 *
 * <p>Memory stays the same for a file of any size. A reader keeps nothing between files and may be shared by threads.
 */
public final class EmbeddedMetadataReader {

    /** Makes a reader. */
    public EmbeddedMetadataReader() {}

    /**
     * Reads one file. A file that is missing, cut off, damaged or of an unknown type is an ordinary outcome here, as
     * uploads go, and nothing is thrown for it.
     *
     * @param path the file; symbolic links are followed
     * @return the metadata, or why there is none: a problem whose reason is fatal
     */
    public Either<MediaProblem, EmbeddedMetadata> read(Path path) {
        String name = path.toString();
        try (OpenMedia media = OpenMedia.open(path)) {
            return Either.right(read(path, media, new Findings(name)));
        } catch (MediaRefusal refusal) {
            return Either.left(refusal.toProblem(name));
        } catch (IOException e) {
            String detail = e.getClass().getSimpleName() + " while reading";
            return Either.left(new MediaProblem(name, Reason.UNREADABLE, detail));
        }
    }

    private static EmbeddedMetadata read(Path path, OpenMedia media, Findings findings)
            throws MediaRefusal, IOException {
        if (media.size() == 0) {
            throw new MediaRefusal(Reason.EMPTY, "has no content");
        }
        MediaType type = MediaType.detect(media.head(MediaType.HEAD_BYTES))
                .orElseThrow(() -> new MediaRefusal(Reason.UNKNOWN_TYPE, "is neither JPEG, PNG, MP4 nor PDF"));
        String fileName = String.valueOf(path.getFileName());
        if (!type.fits(fileName)) {
            findings.note(Reason.EXTENSION_MISMATCH, "the content is " + type.mimeType());
        }
        Layers layers = switch (type) {
            case JPEG -> PictureLayers.jpeg(media, findings);
            case PNG -> PictureLayers.png(media, findings);
            case MP4 -> PictureLayers.mp4(media, findings);
            case PDF -> PdfLayers.read(media, path, findings);
        };
        MediaFile file = new MediaFile(fileName, type, media.size(), media.sha256());
        UsageRights rights = RightsReading.of(layers, findings);
        return new EmbeddedMetadata(file, layers.description(), rights, findings.problems());
    }
}
