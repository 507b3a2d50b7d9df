package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The page that stands in a module's folder, held to the code beside it. */
public final class Readme {
    private static final Path PAGE = Path.of("README.md");
    private static final String BEGIN = "// example\n";
    private static final String END = "        // end";

    private static final List<String> SECTIONS = List.of(
            "What works",
            "Auth",
            "Options",
            "Field by field",
            "How it stays safe",
            "What .+ lacks",
            "Confirm with your .+",
            "Tests");

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
     * Fails unless the page has the sections and tables that every module's page has, in their order. Others may stand
     * between them.
     */
    public static void hasTheSectionsOfAll() {
        List<String> headings = text().lines()
                .filter(line -> line.matches("#{2,3} .*"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();
        int at = 0;
        for (String section : SECTIONS) {
            int from = at;
            at = IntStream.range(from, headings.size())
                            .filter(i -> headings.get(i).matches(section))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no section '" + section + "' in its place among "
                                    + headings.subList(from, headings.size())))
                    + 1;
        }
        assertThat(headings.get(headings.size() - 1)).isEqualTo("Tests");
        assertThat(text())
                .contains("| capability | how | limits |", "| option | default | meaning |", " | canonical |")
                .as("a link to the options that all connectors share")
                .containsPattern("\\((\\.\\./)+docs/options\\.md\\)");
    }

    /**
     * Fails unless the tables of options list what the module's factory reads by name and what its builders take, and
     * nothing else. What the builder alone takes says so in its row.
     *
     * @param given options that lead to different sets of options; an empty map where there is one set
     * @param builders the module's builders of a configuration
     */
    public static void listsEveryOption(List<Map<String, String>> given, Class<?>... builders) {
        OptionTables.of(text()).hold(given, List.of(builders));
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
