package dev.contentconnect.examples.media;

import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Finds the XMP packet and the document information of a PDF file with PDFBox. */
final class PdfLayers {
    private static final String END_MARK = "%%EOF";
    private static final Pattern NUMBER_AT_START = Pattern.compile("[\\r\\n]\\d");

    /** Where readers look for the end mark; junk may follow it. */
    private static final int TAIL = 1024;

    private PdfLayers() {}

    static Layers read(OpenMedia media, Path path, Findings findings) throws MediaRefusal, IOException {
        requireEnd(media);
        return LibraryCall.of(() -> {
            try (PDDocument document =
                    Loader.loadPDF(new RandomAccessReadBufferedFile(path), IOUtils.createTempFileOnlyStreamCache())) {
                return layers(document, findings);
            } catch (InvalidPasswordException e) {
                throw new MediaRefusal(Reason.PROTECTED, "opens only with a password", e);
            }
        });
    }

    /**
     * PDFBox repairs what it can and would read a file that lost its second half as if it were whole. What stays hidden
     * is the loss of a whole update, because the rest is a sound older document.
     */
    private static void requireEnd(OpenMedia media) throws MediaRefusal, IOException {
        int length = (int) Math.min(TAIL, media.size());
        byte[] tail = media.at(media.size() - length, length).array();
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        int mark = text.lastIndexOf(END_MARK);
        // A line behind the mark that begins with a number opens an update, which then lacks an end mark of its own.
        if (mark < 0
                || NUMBER_AT_START
                        .matcher(text)
                        .region(mark + END_MARK.length(), text.length())
                        .find()) {
            throw new MediaRefusal(Reason.TRUNCATED, "the document has no end mark");
        }
    }

    private static Layers layers(PDDocument document, Findings findings) throws IOException {
        Metadata metadata = new Metadata();
        PDMetadata packet = document.getDocumentCatalog().getMetadata();
        if (packet != null) {
            new XmpReader().extract(unpack(packet.getCOSObject(), findings), metadata);
        }
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            directory.getErrors().forEach(error -> findings.doubt(Reason.PACKET_DAMAGED, error));
        }
        return Layers.of(metadata, information(document.getDocumentInformation()));
    }

    /** Unpacks by hand, because PDFBox would unpack into memory without a limit. */
    private static byte[] unpack(COSStream stream, Findings findings) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray chain && chain.size() == 1) {
            filter = chain.getObject(0);
        }
        boolean plain = filter == null || (filter instanceof COSArray none && none.size() == 0);
        if (!plain && !COSName.FLATE_DECODE.equals(filter)) {
            findings.doubt(Reason.PACKET_DAMAGED, "the XMP packet is packed in a way that is not read");
            return new byte[0];
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream text = plain ? raw : new InflaterInputStream(raw)) {
            byte[] bytes = text.readNBytes(Limits.XMP + 1);
            if (bytes.length > Limits.XMP) {
                findings.doubt(Reason.PACKET_TOO_LARGE, "the XMP packet has more than " + Limits.XMP + " bytes");
                return new byte[0];
            }
            return bytes;
        }
    }

    private static Description information(PDDocumentInformation information) {
        return new Description(
                Text.clean(information.getTitle()),
                Text.clean(information.getSubject()),
                Text.split(information.getAuthor(), ";"),
                null,
                null,
                Text.split(information.getKeywords(), "[,;]"));
    }
}
