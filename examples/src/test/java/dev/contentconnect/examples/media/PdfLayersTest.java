package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class PdfLayersTest extends ReadingTest {
    private static final byte[] XMP = Crafted.xmp(
                    "<dc:title>日本 é</dc:title><xmpRights:UsageTerms>terms</xmpRights:UsageTerms>")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void readsAPlainPacket() throws IOException {
        assertThat(read("made.pdf", pdf(document -> attach(document, XMP, null)))
                        .description()
                        .title())
                .isEqualTo("日本 é");
    }

    @Test
    void readsAPackedPacket() throws IOException {
        EmbeddedMetadata metadata =
                read("made.pdf", pdf(document -> attach(document, Crafted.deflate(XMP), COSName.FLATE_DECODE)));

        assertThat(metadata.problems()).isEmpty();
        assertThat(metadata.description().title()).isEqualTo("日本 é");
        assertThat(metadata.rights()).isNotNull();
    }

    @Test
    void leavesAPacketUnreadThatUnpacksWithoutEnd() throws IOException {
        byte[] bomb = Crafted.deflate(new byte[Limits.XMP * 4]);

        assertRightsWithheld(
                read("made.pdf", pdf(document -> attach(document, bomb, COSName.FLATE_DECODE))),
                Reason.PACKET_TOO_LARGE);
    }

    @Test
    void leavesAPacketUnreadThatIsPackedInAnotherWay() throws IOException {
        assertRightsWithheld(
                read("made.pdf", pdf(document -> attach(document, XMP, COSName.RUN_LENGTH_DECODE))),
                Reason.PACKET_DAMAGED);
    }

    @Test
    void withholdsTheRightsWhenThePacketIsDamaged() throws IOException {
        EmbeddedMetadata metadata = read("made.pdf", pdf(document -> {
            document.getDocumentInformation().setTitle("from the information");
            attach(document, Crafted.ascii("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"), null);
        }));

        assertRightsWithheld(metadata, Reason.PACKET_DAMAGED);
        assertThat(metadata.description().title()).isEqualTo("from the information");
    }

    @Test
    void readsTheDocumentInformationAlone() throws IOException {
        EmbeddedMetadata metadata = read("made.pdf", pdf(document -> {
            document.getDocumentInformation().setTitle(" Straße ");
            document.getDocumentInformation().setAuthor("Ada; Bo");
            document.getDocumentInformation().setSubject("subject");
            document.getDocumentInformation().setKeywords("a, b; c d");
        }));

        assertThat(metadata.problems()).isEmpty();
        assertThat(metadata.rights()).isNull();
        assertThat(metadata.description())
                .isEqualTo(new Description(
                        "Straße", "subject", List.of("Ada", "Bo"), null, null, List.of("a", "b", "c d")));
    }

    @Test
    void saysWhenAPasswordIsNeeded() throws IOException {
        assertThat(refusal("made.pdf", pdf(document -> protect(document, "secret")))
                        .reason())
                .isEqualTo(Reason.PROTECTED);
    }

    @Test
    void readsADocumentThatOnlyForbidsChanges() throws IOException {
        EmbeddedMetadata metadata = read("made.pdf", pdf(document -> {
            attach(document, XMP, null);
            protect(document, "");
        }));

        assertThat(metadata.description().title()).isEqualTo("日本 é");
    }

    private static byte[] pdf(Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.apply(document);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void attach(PDDocument document, byte[] raw, COSBase filter) throws IOException {
        PDMetadata metadata = new PDMetadata(document);
        try (OutputStream out = metadata.getCOSObject().createRawOutputStream()) {
            out.write(raw);
        }
        if (filter != null) {
            metadata.getCOSObject().setItem(COSName.FILTER, filter);
        }
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static void protect(PDDocument document, String userPassword) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }
}
