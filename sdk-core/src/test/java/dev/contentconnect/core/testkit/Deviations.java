package dev.contentconnect.core.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's documents are known to be wrong, a line each: the operation, the place, a part of what is wrong there, and
 * the reason, with bars between. In a place a star stands for any one name or item.
 *
 * <pre>{@code
 * GET /v1/items/{id}/ | answer 200 /size | integer | sent as text: guide for developers, "Items"
 * }</pre>
 */
public final class Deviations {
    private final List<Line> lines;

    private record Line(String operation, List<String> place, String what) {
        boolean covers(OpenApiProblem problem) {
            return operation.equals(problem.operation())
                    && problem.what().contains(what)
                    && fits(List.of(problem.place().split("/", -1)));
        }

        private boolean fits(List<String> given) {
            if (given.size() != place.size()) {
                return false;
            }
            for (int i = 0; i < given.size(); i++) {
                if (!place.get(i).equals("*") && !place.get(i).equals(given.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private Deviations(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads them.
     *
     * @param near a class beside the resource
     * @param resource its name; lines that begin with # are for readers
     * @return the deviations
     * @throws IllegalStateException when a line has no four parts, or one of them is empty
     */
    public static Deviations read(Class<?> near, String resource) {
        try (@Nullable InputStream in = near.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + near);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Deviations of(String text) {
        List<Line> out = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    List<String> parts = List.of(line.split("\\s*\\|\\s*", -1));
                    if (parts.size() != 4 || parts.stream().anyMatch(String::isBlank)) {
                        throw new IllegalStateException("not: operation | place | what | reason: " + line);
                    }
                    out.add(new Line(parts.get(0), List.of(parts.get(1).split("/", -1)), parts.get(2)));
                });
        return new Deviations(out);
    }

    /**
     * Takes out what is known.
     *
     * @param problems what was found
     * @return the rest, each once
     */
    public List<OpenApiProblem> without(List<OpenApiProblem> problems) {
        return problems.stream()
                .filter(problem -> lines.stream().noneMatch(line -> line.covers(problem)))
                .distinct()
                .toList();
    }
}
