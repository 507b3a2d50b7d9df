package dev.contentconnect.examples.media;

import com.drew.metadata.exif.ExifIFD0Directory;

/** Reads the texts of the EXIF layer. It knows no title, no credit and no keywords. */
final class Exif {
    private Exif() {}

    static Description description(ExifIFD0Directory directory) {
        return new Description(
                null,
                Text.decode(directory.getStringValue(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)),
                Text.split(Text.decode(directory.getStringValue(ExifIFD0Directory.TAG_ARTIST)), ";"),
                Text.decode(directory.getStringValue(ExifIFD0Directory.TAG_COPYRIGHT)),
                null,
                java.util.List.of());
    }
}
