package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFileTest extends ReadingTest {

    @Nested
    class Access {

        @Test
        void namesAFileThatIsMissing() {
            assertThat(refusal(folder.resolve("gone.jpg")).reason()).isEqualTo(Reason.MISSING);
        }

        @Test
        void namesALinkThatLeadsNowhere() throws IOException {
            Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone.jpg"));

            assertThat(refusal(link).reason()).isEqualTo(Reason.MISSING);
        }

        @Test
        void refusesAFolder() {
            assertThat(refusal(folder).reason()).isEqualTo(Reason.NOT_A_FILE);
        }

        @Test
        void refusesAnEmptyFile() {
            assertThat(refusal("empty.png", new byte[0]).reason()).isEqualTo(Reason.EMPTY);
        }

        @Test
        void refusesWhatItMayNotRead() throws IOException {
            Path locked = write("locked.png", Crafted.png());
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
            assumeFalse(Files.isReadable(locked), "this user reads everything");

            assertThat(refusal(locked).reason()).isEqualTo(Reason.UNREADABLE);
        }

        @Test
        void refusesAFileInAnArchiveThatWasClosed() throws IOException {
            Path inside;
            try (FileSystem archive = archive()) {
                inside = archive.getPath("/ridge-hero.jpg");
            }

            assertThat(refusal(inside).reason()).isEqualTo(Reason.UNREADABLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"campaign/ridge-hero.jpg", "campaign/lookbook.pdf", "campaign/teaser.mp4"})
        void readsInsideAnArchiveAsOutside(String name) throws IOException {
            try (FileSystem archive = archive()) {
                Path inside = archive.getPath("/" + name.substring(name.indexOf('/') + 1));
                Files.copy(SampleMedia.file(name), inside);

                assertThat(read(inside)).isEqualTo(read(SampleMedia.file(name)));
            }
        }

        @Test
        void throwsOnlyForAMistakeInTheProgram() {
            assertThatNullPointerException().isThrownBy(() -> new EmbeddedMetadataReader().read(null));
        }

        private FileSystem archive() throws IOException {
            return FileSystems.newFileSystem(folder.resolve("media.zip"), Map.of("create", "true"));
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @ValueSource(
                strings = {"plain text", "<html></html>", "GIF89a......", "PK", "\0", "%PD", "    ftypheic    mif1"})
        void refusesOtherContentWhateverItsName(String content) {
            assertThat(refusal("picture.jpg", Crafted.ascii(content)).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        }

        @ParameterizedTest
        @MethodSource("dev.contentconnect.examples.media.SampleMedia#names")
        void readsTheSameUnderAWrongNameAndSaysSo(String name) {
            EmbeddedMetadata right = read(SampleMedia.file(name));

            EmbeddedMetadata wrong = read("renamed.doc", SampleMedia.bytes(name));

            assertThat(reasons(wrong)).containsExactly(Reason.EXTENSION_MISMATCH);
            assertThat(wrong.description()).isEqualTo(right.description());
            assertThat(wrong.rights()).isEqualTo(right.rights());
            assertThat(wrong.file().sha256()).isEqualTo(right.file().sha256());
        }

        @Test
        void acceptsTheUsualEndingsInAnyCase() {
            assertThat(reasons(read("A.JPEG", Crafted.jpeg()))).isEmpty();
            assertThat(reasons(read("no-ending", Crafted.jpeg()))).containsExactly(Reason.EXTENSION_MISMATCH);
        }
    }

    @Nested
    class Truncation {

        static Stream<Arguments> cuts() {
            return SampleMedia.names().stream()
                    .flatMap(name ->
                            Stream.of(0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99).map(part -> Arguments.of(name, part)));
        }

        @ParameterizedTest
        @MethodSource("cuts")
        void refusesAFileThatIsCutOff(String name, double part) {
            byte[] whole = SampleMedia.bytes(name);

            MediaProblem problem = refusal("cut", Arrays.copyOf(whole, (int) (whole.length * part)));

            assertThat(problem.reason()).isEqualTo(Reason.TRUNCATED);
        }

        @ParameterizedTest
        @MethodSource("dev.contentconnect.examples.media.SampleMedia#names")
        void refusesAFileWithoutItsLastByte(String name) {
            byte[] whole = SampleMedia.bytes(name);
            // A PDF may end with or without a line break after its end mark.
            int lost = name.endsWith(".pdf") ? 2 : 1;

            assertThat(refusal("cut", Arrays.copyOf(whole, whole.length - lost)).reason())
                    .isEqualTo(Reason.TRUNCATED);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 8, 11, 12, 16})
        void refusesTheFirstFewBytesOfAnyFile(int length) {
            for (String name : SampleMedia.names()) {
                assertThat(refusal("cut", Arrays.copyOf(SampleMedia.bytes(name), length))
                                .reason())
                        .isIn(Reason.UNKNOWN_TYPE, Reason.TRUNCATED);
            }
        }
    }

    @Nested
    class Structure {

        @Test
        void refusesAJpegWithoutAPicture() {
            assertThat(refusal("a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9})
                            .reason())
                    .isEqualTo(Reason.MALFORMED);
        }

        @Test
        void refusesAJpegWhoseSegmentHasNoLength() {
            byte[] jpeg = Crafted.jpeg(new byte[] {(byte) 0xff, (byte) 0xe0, 0, 1});

            assertThat(refusal("a.jpg", jpeg).reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void refusesAPngWithANegativeLength() {
            byte[] png = Crafted.png(Crafted.number(-1), Crafted.ascii("tEXt"));

            assertThat(refusal("a.png", png).reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void refusesAnMp4BoxSmallerThanItsOwnHeader() {
            assertThat(refusal("a.mp4", Crafted.mp4(Crafted.number(7), Crafted.ascii("moov")))
                            .reason())
                    .isEqualTo(Reason.MALFORMED);
        }

        @Test
        void refusesAnMp4BoxLongerThanTheOneAroundIt() {
            byte[] liar = Crafted.join(Crafted.number(0x7fff_ffff), Crafted.ascii("udta"));

            byte[] mp4 = Crafted.mp4(Crafted.box("moov", liar), Crafted.box("mdat"));

            assertThat(refusal("a.mp4", mp4).reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void refusesAnMp4WithoutItsFilm() {
            assertThat(refusal("a.mp4", Crafted.mp4(Crafted.box("moov"))).reason())
                    .isEqualTo(Reason.TRUNCATED);
        }

        @Test
        void refusesAPdfThatIsOnlyAFrame() {
            assertThat(refusal("a.pdf", Crafted.ascii("%PDF-1.7\nnothing\n%%EOF\n"))
                            .reason())
                    .isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void tellsAProblemInOneShortLine() {
        EmbeddedMetadata metadata =
                readPng("<plus:ModelReleaseStatus>a&#10;b" + "c".repeat(5000) + "</plus:ModelReleaseStatus>");

        assertThat(metadata.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).doesNotContain("\n").hasSizeLessThan(400);
            assertThat(problem.file()).endsWith("made.png");
        });
    }
}
