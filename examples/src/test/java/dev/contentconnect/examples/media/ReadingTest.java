package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Writes a file, reads it back with the reader, and looks at the outcome. */
abstract class ReadingTest {
    @TempDir
    Path folder;

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedMetadata read(String name, byte[] content) {
        return read(write(name, content));
    }

    EmbeddedMetadata readPng(String xmpProperties) {
        return read("made.png", Crafted.pngWithXmp(Crafted.xmp(xmpProperties)));
    }

    static EmbeddedMetadata read(Path file) {
        return new EmbeddedMetadataReader()
                .read(file)
                .getOrElseThrow(problem -> new AssertionError(problem.toString()));
    }

    MediaProblem refusal(String name, byte[] content) {
        return refusal(write(name, content));
    }

    static MediaProblem refusal(Path file) {
        MediaProblem problem = new EmbeddedMetadataReader()
                .read(file)
                .swap()
                .getOrElseThrow(read -> new AssertionError("was read: " + read));
        assertThat(problem.file()).isEqualTo(file.toString());
        assertThat(problem.reason().fatal()).isTrue();
        assertThat(problem.detail()).isNotBlank();
        return problem;
    }

    static List<Reason> reasons(EmbeddedMetadata metadata) {
        return metadata.problems().stream().map(MediaProblem::reason).toList();
    }

    /** Asserts that the file was read, but without its rights, for this one reason. */
    static void assertRightsWithheld(EmbeddedMetadata metadata, Reason reason) {
        assertThat(metadata.rights()).isNull();
        assertThat(reasons(metadata)).contains(reason);
    }
}
