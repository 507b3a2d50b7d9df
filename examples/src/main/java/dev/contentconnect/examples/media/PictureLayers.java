package dev.contentconnect.examples.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JPEG, PNG and MP4 with the metadata-extractor library. */
final class PictureLayers {
    private PictureLayers() {}

    static Layers jpeg(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        List<Slice> parts = JpegParts.of(media, findings);
        Metadata metadata = LibraryCall.of(() -> JpegMetadataReader.readMetadata(
                media.stream(parts),
                List.of(new XmpReader(), new IptcReader(), new PhotoshopReader(), new ExifReader())));
        return layers(metadata, Description.NONE, findings);
    }

    static Layers png(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        List<Slice> parts = PngParts.of(media, findings);
        Metadata metadata = LibraryCall.of(() -> PngMetadataReader.readMetadata(media.stream(parts)));
        return layers(metadata, pngTexts(metadata), findings);
    }

    static Layers mp4(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        List<Slice> parts = Mp4Parts.of(media, findings);
        Metadata metadata = LibraryCall.of(() -> Mp4MetadataReader.readMetadata(media.stream(parts)));
        return layers(metadata, mp4Texts(metadata), findings);
    }

    private static Layers layers(Metadata metadata, Description container, Findings findings) {
        for (Directory directory : metadata.getDirectories()) {
            for (String error : directory.getErrors()) {
                if (mayHoldRights(directory)) {
                    findings.doubt(Reason.PACKET_DAMAGED, directory.getName() + ": " + error);
                } else if (!(directory instanceof Mp4Directory)) {
                    findings.note(Reason.PACKET_DAMAGED, directory.getName() + ": " + error);
                }
                // The MP4 reader only stops at the end of its input, and reports just that as an error every time.
            }
        }
        return Layers.of(metadata, container);
    }

    private static boolean mayHoldRights(Directory directory) {
        return directory instanceof XmpDirectory
                || directory instanceof IptcDirectory
                || directory instanceof PhotoshopDirectory
                || directory instanceof PngDirectory
                || directory instanceof ErrorDirectory;
    }

    /** PNG has text keywords of its own for what people look for first. */
    private static Description pngTexts(Metadata metadata) {
        Map<String, String> texts = new HashMap<>();
        for (PngDirectory directory : metadata.getDirectoriesOfType(PngDirectory.class)) {
            if (directory.getObject(PngDirectory.TAG_TEXTUAL_DATA) instanceof List<?> pairs) {
                for (Object pair : pairs) {
                    if (pair instanceof KeyValuePair text) {
                        texts.putIfAbsent(text.getKey(), text.getValue().toString());
                    }
                }
            }
        }
        return new Description(
                Text.clean(texts.get("Title")),
                Text.clean(texts.get("Description")),
                Text.split(texts.get("Author"), ";"),
                Text.clean(texts.get("Copyright")),
                null,
                List.of());
    }

    private static Description mp4Texts(Metadata metadata) {
        Description description = Description.NONE;
        for (Mp4Directory directory : metadata.getDirectoriesOfType(Mp4Directory.class)) {
            description = description.orElse(new Description(
                    Text.clean(directory.getString(Mp4Directory.TAG_TITLE)),
                    Text.clean(directory.getString(Mp4Directory.TAG_COMMENT)),
                    List.of(),
                    null,
                    null,
                    List.of()));
        }
        return description;
    }
}
