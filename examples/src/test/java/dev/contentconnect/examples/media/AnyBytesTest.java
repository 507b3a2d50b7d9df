package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the bytes, the outcome is metadata or a problem with a reason, and never an exception. */
class AnyBytesTest {
    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("any", ".bytes");
    }

    @AfterContainer
    static void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 300)
    void refusesRandomBytes(@ForAll byte[] bytes) throws IOException {
        assertThat(outcome(bytes).swap().map(MediaProblem::reason))
                .allMatch(reason -> reason == Reason.EMPTY || reason == Reason.UNKNOWN_TYPE || reason.fatal());
    }

    @Property(tries = 600)
    void survivesRandomBytesBehindARealBeginning(@ForAll("beginnings") byte[] beginning, @ForAll byte[] bytes)
            throws IOException {
        outcome(Crafted.join(beginning, bytes));
    }

    @Property(tries = 600)
    void survivesDamageToAnySample(
            @ForAll("samples") String name, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int bites)
            throws IOException {
        byte[] bytes = SampleMedia.bytes(name);
        Random random = new Random(seed);
        for (int bite = 0; bite < bites; bite++) {
            // Most of the structure lies in the first kilobytes, so half of the damage goes there.
            int reach = random.nextBoolean() ? Math.min(bytes.length, 6000) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        outcome(bytes);
    }

    @Property(tries = 300)
    void survivesACutAnywhere(@ForAll("samples") String name, @ForAll @IntRange(min = 0, max = 9990) int part)
            throws IOException {
        byte[] whole = SampleMedia.bytes(name);
        byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * part / 10_000));

        Either<MediaProblem, EmbeddedMetadata> outcome = outcome(cut);

        assertThat(outcome.map(EmbeddedMetadata::rights).getOrNull()).isNull();
    }

    @Provide
    Arbitrary<String> samples() {
        return Arbitraries.of(SampleMedia.names());
    }

    @Provide
    Arbitrary<byte[]> beginnings() {
        List<byte[]> heads = SampleMedia.names().stream()
                .map(name -> Arrays.copyOf(SampleMedia.bytes(name), 64))
                .toList();
        return Arbitraries.of(heads)
                .flatMap(head ->
                        Arbitraries.integers().between(8, head.length).map(length -> Arrays.copyOf(head, length)));
    }

    private static Either<MediaProblem, EmbeddedMetadata> outcome(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Either<MediaProblem, EmbeddedMetadata> outcome = new EmbeddedMetadataReader().read(file);
        outcome.peekLeft(problem -> {
            assertThat(problem.reason().fatal()).isTrue();
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.detail()).isNotBlank().hasSizeLessThan(300);
        });
        outcome.peek(metadata -> assertThat(metadata.problems())
                .noneMatch(problem -> problem.reason().fatal()));
        return outcome;
    }
}
