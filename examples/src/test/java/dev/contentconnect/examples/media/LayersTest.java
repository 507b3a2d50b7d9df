package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayersTest extends ReadingTest {
    private static final int OBJECT_NAME = 5;
    private static final int CAPTION = 120;
    private static final int ARTIST = 0x013b;
    private static final int IMAGE_DESCRIPTION = 0x010e;

    @Nested
    class Jpeg {

        @Test
        void fallsFromXmpToIptcToExifValueByValue() {
            Description description = describe(
                    Crafted.exifSegment(IMAGE_DESCRIPTION, Crafted.ascii("from exif\0")),
                    Crafted.iptcSegment(OBJECT_NAME, "from iptc", 25, "one", 25, "two"),
                    Crafted.xmpSegment(Crafted.xmp("<photoshop:Credit>from xmp</photoshop:Credit>")));

            assertThat(description)
                    .isEqualTo(new Description(
                            "from iptc", "from exif", List.of(), null, "from xmp", List.of("one", "two")));
        }

        @Test
        void passesOverBlankValues() {
            Description description = describe(
                    Crafted.exifSegment(IMAGE_DESCRIPTION, Crafted.ascii("from exif\0")),
                    Crafted.iptcSegment(CAPTION, "  \0"),
                    Crafted.xmpSegment(Crafted.xmp("<dc:description> </dc:description>")));

            assertThat(description.description()).isEqualTo("from exif");
        }

        @Test
        void readsExifTextsInUtf8AndInLatin1() {
            String name = "Maëlle Straßner";

            assertThat(describe(Crafted.exifSegment(ARTIST, (name + "\0").getBytes(StandardCharsets.UTF_8)))
                            .creators())
                    .containsExactly(name);
            assertThat(describe(Crafted.exifSegment(ARTIST, (name + "\0\0\0").getBytes(StandardCharsets.ISO_8859_1)))
                            .creators())
                    .containsExactly(name);
        }

        @Test
        void separatesSeveralArtists() {
            assertThat(describe(Crafted.exifSegment(ARTIST, Crafted.ascii("Ada; Bo ;;\0")))
                            .creators())
                    .containsExactly("Ada", "Bo");
        }

        @Test
        void readsIptcUtf8WithoutACharacterSetRecord() {
            assertThat(describe(Crafted.iptcSegment(OBJECT_NAME, "日本 ß é")).title())
                    .isEqualTo("日本 ß é");
        }

        @Test
        void readsExtendedXmp() {
            String digest = "0123456789ABCDEF0123456789ABCDEF";
            byte[] more = Crafted.xmp("<dc:source>x</dc:source><dc:title>from the extension</dc:title>")
                    .getBytes(StandardCharsets.UTF_8);

            Description description = describe(
                    Crafted.xmpSegment(Crafted.xmp("<xmpNote:HasExtendedXMP>" + digest + "</xmpNote:HasExtendedXMP>")),
                    Crafted.extendedXmpSegment(digest, more.length, more));

            assertThat(description.title()).isEqualTo("from the extension");
        }

        @Test
        void allowsPaddingBetweenSegments() {
            byte[] padding = {(byte) 0xff, (byte) 0xff, (byte) 0xff};

            assertThat(describe(padding, Crafted.iptcSegment(OBJECT_NAME, "found"))
                            .title())
                    .isEqualTo("found");
        }

        private Description describe(byte[]... segments) {
            EmbeddedMetadata metadata = read("made.jpg", Crafted.jpeg(segments));
            assertThat(metadata.problems()).isEmpty();
            return metadata.description();
        }
    }

    @Nested
    class Png {

        @Test
        void fallsBackToTheTextKeywords() {
            EmbeddedMetadata metadata = read(
                    "made.png",
                    Crafted.png(
                            Crafted.chunk("tEXt", Crafted.ascii("Title\0Gr\u00fc\u00dfe")),
                            Crafted.chunk("tEXt", Crafted.ascii("Author\0Ada; Bo")),
                            Crafted.chunk(
                                    "zTXt",
                                    Crafted.join(
                                            Crafted.ascii("Description\0\0"),
                                            Crafted.deflate(Crafted.ascii("packed")))),
                            Crafted.xmpChunk(Crafted.xmp("<dc:rights>from xmp</dc:rights>")),
                            Crafted.chunk("tEXt", Crafted.ascii("Copyright\0from text"))));

            assertThat(metadata.problems()).isEmpty();
            assertThat(metadata.description())
                    .isEqualTo(new Description("Grüße", "packed", List.of("Ada", "Bo"), "from xmp", null, List.of()));
        }

        @Test
        void unpacksPackedXmp() {
            byte[] xmp = Crafted.xmp("<dc:title>packed</dc:title>").getBytes(StandardCharsets.UTF_8);

            assertThat(read("made.png", Crafted.png(Crafted.packedXmpChunk(xmp)))
                            .description()
                            .title())
                    .isEqualTo("packed");
        }
    }

    @Nested
    class Mp4 {

        @Test
        void fallsBackToTheItemList() {
            EmbeddedMetadata metadata = read(
                    "made.mp4", Crafted.mp4(Crafted.box("moov", itemList("Grüße", "a comment")), Crafted.box("mdat")));

            assertThat(metadata.problems()).isEmpty();
            assertThat(metadata.description().title()).isEqualTo("Grüße");
            assertThat(metadata.description().description()).isEqualTo("a comment");
        }

        @Test
        void readsXmpBehindAMoviePropertyTheLibraryStumblesOver() {
            byte[] meta = Crafted.box("meta", new byte[4], Crafted.box("hdlr", new byte[24]));

            EmbeddedMetadata metadata = read(
                    "made.mp4",
                    Crafted.mp4(
                            Crafted.box("moov", meta, itemList("list", "list")),
                            Crafted.box("mdat"),
                            Crafted.xmpBox(Crafted.xmp("<dc:title>from xmp</dc:title>"))));

            assertThat(metadata.description().title()).isEqualTo("from xmp");
            assertThat(metadata.description().description()).isEqualTo("list");
        }

        @Test
        void readsAFilmWhoseLastBoxReachesToTheEnd() {
            EmbeddedMetadata metadata = read(
                    "made.mp4",
                    Crafted.mp4(
                            Crafted.box("moov", itemList("open end", "x")),
                            Crafted.number(0),
                            Crafted.ascii("mdat"),
                            new byte[999]));

            assertThat(metadata.description().title()).isEqualTo("open end");
        }

        private static byte[] itemList(String title, String comment) {
            return Crafted.box(
                    "udta",
                    Crafted.box("meta", new byte[4], Crafted.box("ilst", item("©nam", title), item("©cmt", comment))));
        }

        private static byte[] item(String name, String text) {
            return Crafted.box(
                    name,
                    Crafted.box("data", Crafted.number(1), Crafted.number(0), text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
