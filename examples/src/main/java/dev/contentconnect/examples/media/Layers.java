package dev.contentconnect.examples.media;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.util.List;

/** The layers of metadata in one file, from the most believed to the least. */
record Layers(Xmp xmp, Iptc iptc, Description exif, Description container) {

    /** Takes the layers apart that the library found; the container's own texts are added by the caller. */
    static Layers of(Metadata metadata, Description container) {
        List<XmpDirectory> xmp = List.copyOf(metadata.getDirectoriesOfType(XmpDirectory.class));
        List<IptcDirectory> iptc = List.copyOf(metadata.getDirectoriesOfType(IptcDirectory.class));
        Description exif = Description.NONE;
        for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            exif = exif.orElse(Exif.description(directory));
        }
        return new Layers(
                new Xmp(xmp.stream().map(XmpDirectory::getXMPMeta).toList()), new Iptc(iptc), exif, container);
    }

    Description description() {
        return xmp.description().orElse(iptc.description()).orElse(exif).orElse(container);
    }
}
