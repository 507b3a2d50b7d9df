package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that stands in a module's folder, held to the code beside it. */
public final class Readme {
    private static final Path PAGE = Path.of("README.md");
    private static final String BEGIN = "// example\n";
    private static final String END = "        // end";

    private Readme() {}

    /**
     * The page.
     *
     * @return its text
     */
    public static String text() {
        return read(PAGE);
    }

    /**
     * Fails unless the page shows an example word for word.
     *
     * @param example a class of the module's tests; what stands between its comments {@code example} and {@code end}
     */
    public static void shows(Class<?> example) {
        String source = read(Path.of("src/test/java", example.getName().replace('.', '/') + ".java"));
        int begin = source.indexOf(BEGIN);
        int end = source.indexOf(END);
        assertThat(begin).as("%s marks its example", example).isNotNegative().isLessThan(end);
        assertThat(text())
                .contains(source.substring(begin + BEGIN.length(), end)
                        .stripTrailing()
                        .stripIndent());
    }

    /**
     * Fails unless the page shows these examples word for word, and no other Java: for a module whose page no other test
     * compiles.
     *
     * @param examples classes as for {@link #shows}
     */
    public static void showsOnly(Class<?>... examples) {
        List.of(examples).forEach(Readme::shows);
        assertThat(text().split("(?m)^```java$", -1).length - 1)
                .as("examples in Java on the page; each needs a class that is named here")
                .isEqualTo(examples.length);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
