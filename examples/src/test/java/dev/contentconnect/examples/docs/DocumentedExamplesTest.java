package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java example in every Markdown page of the project. */
class DocumentedExamplesTest {
    private static final Pattern FENCE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;\\R?");

    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> everyJavaExampleCompiles() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(), () -> assertThat(compile(example)).isEmpty()));
    }

    @Test
    void findsTheExamplesOfTheFirstPage() throws IOException {
        assertThat(examples()).extracting(Example::place).anyMatch(place -> place.startsWith("README.md"));
    }

    @Test
    void noticesAnExampleThatDoesNotCompile() {
        assertThat(compile(new Example("nowhere", "String s = 1;"))).isNotEmpty();
    }

    private record Example(String place, String code) {}

    private static List<Example> examples() throws IOException {
        List<Example> found = new ArrayList<>();
        Path root = root();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(root)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("target"))
                    .filter(file -> root.relativize(file).getNameCount() < 10)
                    .sorted()
                    .toList();
        }
        for (Path page : pages) {
            Matcher fence = FENCE.matcher(Files.readString(page));
            while (fence.find()) {
                found.add(new Example(root.relativize(page) + " #" + (found.size() + 1), fence.group(1)));
            }
        }
        return found;
    }

    /** The folder that holds the project's own README, from wherever the tests are run. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("CONTRIBUTING.md"))) {
            here = here.getParent();
        }
        return here;
    }

    private List<String> compile(Example example) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d", output.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-Xlint:none");
        compiler.getTask(null, null, problems, options, null, List.of(new Source(unit(example.code()))))
                .call();
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                .toList();
    }

    /** A type stands for itself; statements are put into a method. */
    private static String unit(String code) {
        StringBuilder imports = new StringBuilder();
        Matcher matcher = IMPORT.matcher(code);
        while (matcher.find()) {
            imports.append(matcher.group());
        }
        String rest = matcher.replaceAll("");
        boolean type = Pattern.compile("(?m)^(public |final )*(class|record|interface) ")
                .matcher(rest)
                .find();
        return imports
                + (type
                        ? "class Example {\n" + rest.replaceAll("(?m)^public (final )?(class|record)", "static $1$2")
                                + "\n}"
                        : "class Example {\nvoid run() throws Exception {\n" + rest + "\n}\n}");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///Example.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
