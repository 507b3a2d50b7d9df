package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest extends ReadingTest {
    private static final String TERMS = "<xmpRights:UsageTerms>anything goes</xmpRights:UsageTerms>";

    @Nested
    class Xml {

        @Test
        void doesNotFollowEntities() {
            Path secret = write("secret.txt", Crafted.ascii("top secret"));
            String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";

            EmbeddedMetadata metadata = read(
                    "made.png",
                    Crafted.pngWithXmp(doctype + Crafted.xmp("<photoshop:Credit>&e;</photoshop:Credit>" + TERMS)));

            assertRightsWithheld(metadata, Reason.PACKET_DAMAGED);
            assertThat(metadata.toString()).doesNotContain("top secret");
        }

        @Test
        void survivesElementsInElementsInElements() {
            int depth = 40_000;
            String nested =
                    "<photoshop:Credit rdf:parseType='Resource'>".repeat(depth) + "</photoshop:Credit>".repeat(depth);

            Path deep = write("deep.png", Crafted.pngWithXmp(Crafted.xmp(TERMS + nested)));

            assertThat(new EmbeddedMetadataReader()
                            .read(deep)
                            .fold(
                                    MediaProblem::reason,
                                    metadata -> reasons(metadata).get(0)))
                    .isIn(Reason.MALFORMED, Reason.PACKET_DAMAGED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<", "not xml", "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF", "<a/><b/>"})
        void readsTheOtherLayersWhenOnePacketIsDamaged(String packet) {
            EmbeddedMetadata metadata =
                    read("made.jpg", Crafted.jpeg(Crafted.xmpSegment(packet), Crafted.iptcSegment(5, "still here")));

            assertThat(metadata.description().title()).isEqualTo("still here");
            assertThat(metadata.rights()).isNull();
        }

        @Test
        void takesAStructureForNoText() {
            EmbeddedMetadata metadata =
                    readPng("<photoshop:Credit rdf:parseType='Resource'><dc:x>1</dc:x></photoshop:Credit>"
                            + "<dc:creator><rdf:Seq><rdf:li rdf:parseType='Resource'><dc:x>1</dc:x></rdf:li>"
                            + "<rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>");

            assertThat(metadata.description().credit()).isNull();
            assertThat(metadata.description().creators()).containsExactly("Ada");
        }
    }

    @Nested
    class Packets {

        @Test
        void doesNotTrustAChunkThatFailsItsChecksum() {
            byte[] chunk = Crafted.xmpChunk(Crafted.xmp(TERMS));
            chunk[chunk.length - 1] ^= 1;

            assertRightsWithheld(read("made.png", Crafted.png(chunk)), Reason.PACKET_DAMAGED);
        }

        @Test
        void leavesAnImmensePacketUnread() {
            EmbeddedMetadata metadata =
                    read("made.png", Crafted.pngWithXmp(Crafted.xmp(TERMS) + " ".repeat(Limits.XMP)));

            assertRightsWithheld(metadata, Reason.PACKET_TOO_LARGE);
        }

        @Test
        void leavesAPacketUnreadThatUnpacksWithoutEnd() {
            byte[] bomb = Crafted.packedXmpChunk(new byte[64 * Limits.XMP]);

            assertRightsWithheld(read("made.png", Crafted.png(bomb)), Reason.PACKET_TOO_LARGE);
        }

        @Test
        void saysWhenAPackedPacketIsDamaged() {
            byte[] broken = Crafted.chunk("iTXt", Crafted.ascii("XML:com.adobe.xmp\0\1\0\0\0not deflate data"));

            assertRightsWithheld(read("made.png", Crafted.png(broken)), Reason.PACKET_DAMAGED);
        }

        @Test
        void doesNotAllocateWhatAnExtensionClaims() {
            EmbeddedMetadata metadata = read(
                    "made.jpg",
                    Crafted.jpeg(
                            Crafted.xmpSegment(Crafted.xmp(
                                    "<xmpNote:HasExtendedXMP>" + "A".repeat(32) + "</xmpNote:HasExtendedXMP>")),
                            Crafted.extendedXmpSegment("A".repeat(32), Integer.MAX_VALUE, new byte[10])));

            assertRightsWithheld(metadata, Reason.PACKET_TOO_LARGE);
        }

        @Test
        void stopsCollectingSegmentsAtALimit() {
            byte[] one = Crafted.segment(0xe1, new byte[65_000]);
            byte[][] many = new byte[300][];
            java.util.Arrays.fill(many, one);

            assertRightsWithheld(read("made.jpg", Crafted.jpeg(many)), Reason.PACKET_TOO_LARGE);
        }

        @Test
        void leavesAnXmpBoxUnreadThatStatesItsLengthTheLongWay() {
            byte[] plain = Crafted.xmpBox(Crafted.xmp(TERMS));
            byte[] content = java.util.Arrays.copyOfRange(plain, 8, plain.length);
            byte[] length = ByteBuffer.allocate(8).putLong(content.length + 16L).array();
            byte[] box = Crafted.join(Crafted.number(1), Crafted.ascii("uuid"), length, content);

            EmbeddedMetadata metadata = read("made.mp4", Crafted.mp4(box, Crafted.box("moov"), Crafted.box("mdat")));

            assertRightsWithheld(metadata, Reason.PACKET_DAMAGED);
        }

        @Test
        void keepsTheRightsWhenOnlyExifIsDamaged() {
            byte[] exif = Crafted.exifSegment(0x013b, Crafted.ascii("Ada\0\0"));
            exif[16] = 0x7f; // The offset of the first directory now points far outside.

            EmbeddedMetadata metadata = read("made.jpg", Crafted.jpeg(exif, Crafted.xmpSegment(Crafted.xmp(TERMS))));

            assertThat(metadata.rights()).isNotNull();
        }
    }

    @Nested
    class Size {

        @Test
        void readsAnMp4OverTwoGibibytesWithItsMetadataBehindTheFilm() throws Exception {
            long film = 3L << 30;
            Path large = sparse("large.mp4", film);

            try (OpenMedia media = OpenMedia.open(large)) {
                assertThat(PictureLayers.mp4(media, new Findings("large.mp4"))
                                .description()
                                .title())
                        .isEqualTo("at the end");
            }
        }

        @Test
        void needsNoMoreMemoryForALargerFile() throws IOException {
            Path small = sparse("small.mp4", 1 << 20);
            Path large = sparse("large.mp4", 256 << 20);
            read(small); // Loads the classes.

            long more = allocatedBy(large) - allocatedBy(small);

            assertThat(more).isLessThan(1 << 20);
        }

        private long allocatedBy(Path file) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(read(file).description().title()).isEqualTo("at the end");
            return threads.getCurrentThreadAllocatedBytes() - before;
        }

        /** A film of holes: large to read, small on disk. */
        private Path sparse(String name, long film) throws IOException {
            Path file = folder.resolve(name);
            byte[] length = ByteBuffer.allocate(8).putLong(film + 16).array();
            byte[] start = Crafted.mp4(Crafted.number(1), Crafted.ascii("mdat"), length);
            byte[] end =
                    Crafted.join(Crafted.box("moov"), Crafted.xmpBox(Crafted.xmp("<dc:title>at the end</dc:title>")));
            try (SeekableByteChannel channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(start));
                channel.position(start.length + film);
                channel.write(ByteBuffer.wrap(end));
            }
            return file;
        }
    }
}
