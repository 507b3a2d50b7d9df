package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the page about the flows in step with the code. */
class ModelCoverageTest {
    private static final Path PAGE = Path.of("..", "docs", "model-coverage.md");
    private static final List<String> PACKAGES = List.of("model", "spi", "state", "json", "webhook");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)(?:\\.([A-Za-z_]+))?`");

    @Test
    void namesOnlyWhatThereIs() throws IOException {
        List<String> unknown = NAME.matcher(Files.readString(PAGE))
                .results()
                .filter(name -> !exists(name))
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(unknown).isEmpty();
    }

    @Test
    void hasOneRowForEachFlow() throws IOException {
        List<String> ids = Pattern.compile("(?m)^\\| ([A-Z]{2}[0-9]) \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(ids)
                .isEqualTo(Stream.of("WV8", "AW8", "TV7", "SW8", "XI8")
                        .flatMap(last -> IntStream.rangeClosed(1, last.charAt(2) - '0')
                                .mapToObj(number -> last.substring(0, 2) + number))
                        .collect(Collectors.toList()))
                .hasSize(39);
    }

    private static boolean exists(MatchResult name) {
        return PACKAGES.stream().anyMatch(part -> {
            try {
                Class<?> type = Class.forName("dev.contentconnect.core." + part + "." + name.group(1));
                String member = name.group(2);
                return member == null
                        || Arrays.stream(type.getMethods())
                                .anyMatch(m -> m.getName().equals(member))
                        || Arrays.stream(type.getFields())
                                .anyMatch(f -> f.getName().equals(member));
            } catch (ClassNotFoundException elsewhere) {
                return false;
            }
        });
    }
}
