package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made out of the code: written anew when that is asked for, and otherwise held to it. */
final class GeneratedPage {
    /** Writes all of them. */
    static final String COMMAND = "mvn -q -pl examples -am -Dcontentconnect.docs=write -Dtest='*PageTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false test";

    private final Path file;

    GeneratedPage(String name) {
        this.file = Project.ROOT.resolve("docs").resolve(name);
    }

    /** What stands at the top, after the title. */
    static String origin(Class<?> test) {
        return "<!-- Made by " + test.getSimpleName() + ". Do not edit; write it anew:\n" + COMMAND + "\n-->\n";
    }

    /** Fails unless the page says what the code says. */
    void says(String text) {
        try {
            if ("write".equals(System.getProperty("contentconnect.docs"))) {
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "docs/%s is not what the code says. Write it anew, look at the change and commit it:%n%s%n",
                            file.getFileName(), COMMAND)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
