package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/**
 * Compiles every Java example in every Markdown page of the project. An example may leave out imports of the project's own
 * packages and of {@code java.util}, and names that a comment before it gives: {@code <!-- given: URI endpoint -->}.
 */
class DocumentedExamplesTest {
    private static final Pattern FENCE =
            Pattern.compile("(?:<!-- given: (\\V*?) -->\\R)?```java\\R(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = Stream.of(
                    "dev.contentconnect.aprimo",
                    "dev.contentconnect.core.config",
                    "dev.contentconnect.core.error",
                    "dev.contentconnect.core.json",
                    "dev.contentconnect.core.mirror",
                    "dev.contentconnect.core.model",
                    "dev.contentconnect.core.page",
                    "dev.contentconnect.core.report",
                    "dev.contentconnect.core.spi",
                    "dev.contentconnect.core.state",
                    "dev.contentconnect.core.time",
                    "dev.contentconnect.iconik",
                    "dev.contentconnect.smintio",
                    "dev.contentconnect.smintio.map",
                    "dev.contentconnect.tradinggrid",
                    "dev.contentconnect.vip",
                    "dev.contentconnect.workflow",
                    "dev.contentconnect.xecm",
                    "dev.contentconnect.examples.flows",
                    "dev.contentconnect.examples.flows.wv",
                    "dev.contentconnect.examples.flows.xi",
                    "dev.contentconnect.examples.host",
                    "java.net",
                    "java.nio.file",
                    "java.time",
                    "java.util",
                    "java.util.stream")
            .map(name -> "import " + name + ".*;\n")
            .collect(Collectors.joining());
    private static final Pattern TYPE = Pattern.compile("(?m)^(public |final )*(class|record|interface) ");
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
        assertThat(compile(new Example("nowhere", "", "String s = 1;"))).isNotEmpty();
    }

    private record Example(String place, String given, String code) {}

    private static List<Example> examples() throws IOException {
        List<Example> found = new ArrayList<>();
        Path root = Project.ROOT;
        List<Path> pages;
        try (Stream<Path> files = Files.walk(root)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !Project.isBuilt(file))
                    .filter(file -> !isOfAnotherModule(file))
                    .sorted()
                    .toList();
        }
        for (Path page : pages) {
            Matcher fence = FENCE.matcher(Files.readString(page));
            while (fence.find()) {
                String given = fence.group(1);
                found.add(new Example(
                        root.relativize(page) + " #" + (found.size() + 1), given == null ? "" : given, fence.group(2)));
            }
        }
        return found;
    }

    /** A module that is no part of this class path holds its own page to its own tests, with {@code Readme.shows}. */
    private static boolean isOfAnotherModule(Path page) {
        Path module = Objects.requireNonNull(page.getParent());
        while (!Files.exists(module.resolve("pom.xml"))) {
            module = Objects.requireNonNull(module.getParent());
        }
        String artifact = String.valueOf(module.getFileName());
        String classPath = System.getProperty("java.class.path");
        boolean here = module.equals(Project.ROOT)
                || classPath.contains(artifact + File.separator + "target")
                || classPath.contains(artifact + "-");
        return !here && showsItsExamples(module);
    }

    private static boolean showsItsExamples(Path module) {
        try (Stream<Path> tests = Files.walk(module.resolve("src/test/java"))) {
            return tests.anyMatch(file -> file.endsWith("ReadmeTest.java"));
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> compile(Example example) {
        List<String> problems = compile(unit(example, "void"));
        // Where the return is not one of a lambda.
        return problems.isEmpty() || !example.code().contains("return ") ? problems : compile(unit(example, "Object"));
    }

    private List<String> compile(String unit) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d", output.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-Xlint:none");
        compiler.getTask(null, null, problems, options, null, List.of(new Source(unit)))
                .call();
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                .toList();
    }

    /** A type stands for itself; statements are put into a method. */
    private static String unit(Example example, String result) {
        StringBuilder imports = new StringBuilder(IMPORTS);
        Matcher matcher = IMPORT.matcher(example.code());
        while (matcher.find()) {
            imports.append(matcher.group());
        }
        String rest = matcher.replaceAll("");
        String body = TYPE.matcher(rest).find() ? rest : method(result, rest, example.given());
        return imports + "class Example {\n" + body + "\n}";
    }

    private static String method(String result, String statements, String given) {
        return result + " run(" + given + ") throws Exception {\n" + statements + "\n}";
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
