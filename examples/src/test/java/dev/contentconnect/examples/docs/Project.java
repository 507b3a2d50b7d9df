package dev.contentconnect.examples.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The project as it lies on the disk and on the class path, tests included. */
final class Project {
    /** The folder that holds the project's own README, from wherever the tests are run. */
    static final Path ROOT = root();

    private static final Map<String, Path> SOURCES = sources();

    private Project() {}

    /** All classes, once. */
    static JavaClasses classes() {
        return Loaded.CLASSES;
    }

    private static final class Loaded {
        static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.contentconnect");
    }

    /** Builds copy pages into folders of their own; the checkout itself may lie in one of that name. */
    static boolean isBuilt(Path file) {
        return StreamSupport.stream(ROOT.relativize(file).spliterator(), false)
                .anyMatch(part -> part.toString().equals("target"));
    }

    /** Whether a class is one of the tests. */
    static boolean isTest(JavaClass type) {
        Path source = SOURCES.get(outermost(type).getName());
        return source != null && source.toString().contains("/src/test/");
    }

    /** The source of a class, or of the class it is nested in. */
    static Path source(JavaClass type) {
        Path source = SOURCES.get(outermost(type).getName());
        if (source == null) {
            throw new IllegalStateException("no source of " + type.getName() + " below " + ROOT);
        }
        return source;
    }

    /** A link for a page in {@code docs}. */
    static String link(JavaClass type) {
        String path = ROOT.relativize(source(type)).toString().replace('\\', '/');
        return "[`" + outermost(type).getSimpleName() + "`](../" + path + ")";
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Project::outermost).orElse(type);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("CONTRIBUTING.md"))) {
            here = here.getParent();
        }
        return here;
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java") && !isBuilt(file))
                    .toList();
            return java.stream()
                    .filter(file -> file.toString().contains("/java/"))
                    .collect(Collectors.toMap(Project::className, file -> file, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        String path = file.toString();
        String below = path.substring(path.lastIndexOf("/java/") + "/java/".length(), path.length() - ".java".length());
        return below.replace('/', '.');
    }
}
