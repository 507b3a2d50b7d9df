package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a workspace, by name, as they were read; a set is a list of rows. A day is {@code 2031-06-01}, whatever
 * hour the server adds to it.
 *
 * <p>A set is written whole, so each has one writer: a flow never writes a set that people fill in.
 *
 * @param attributes by name
 */
record WorkspaceSheet(Map<?, ?> attributes) {
    private static final String MIDNIGHT = "T00:00:00";

    static WorkspaceSheet of(Workspace workspace) {
        Object own = workspace.extensions().get(workspace.ref().system()).get("attributes");
        return new WorkspaceSheet(own instanceof Map<?, ?> map ? map : Map.of());
    }

    /** One attribute; blank when it has no value. */
    String text(String name) {
        return plain(attributes.get(name));
    }

    /** The rows of a set, without blank members and without rows that have no others. */
    List<Map<String, String>> rows(String set) {
        return attributes.get(set) instanceof List<?> rows ? rows(rows) : List.of();
    }

    private static List<Map<String, String>> rows(List<?> rows) {
        List<Map<String, String>> out = new ArrayList<>();
        for (Object row : rows) {
            Map<String, String> named = new LinkedHashMap<>();
            if (row instanceof Map<?, ?> members) {
                members.forEach((name, value) -> {
                    if (!plain(value).isEmpty()) {
                        named.put(String.valueOf(name), plain(value));
                    }
                });
            }
            if (!named.isEmpty()) {
                out.add(named);
            }
        }
        return out;
    }

    private static String plain(@Nullable Object value) {
        String text = Objects.toString(value, "").strip();
        return text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
    }

    /**
     * What has to be written.
     *
     * @param wanted text, or a list of rows, by the name of the attribute
     * @return those that differ from what was read
     */
    Map<String, Object> changes(Map<String, ?> wanted) {
        Map<String, Object> out = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            boolean holds = value instanceof List<?> list
                    ? rows(list).equals(rows(name))
                    : plain(value).equals(text(name));
            if (!holds) {
                out.put(name, value);
            }
        });
        return out;
    }

    /** The rows with one more, or with one in the place of the row that has the same values in these columns. */
    static List<Map<String, String>> with(
            List<Map<String, String>> rows, Map<String, String> row, List<String> columns) {
        List<Map<String, String>> out = new ArrayList<>(rows);
        for (int i = 0; i < out.size(); i++) {
            Map<String, String> there = out.get(i);
            if (columns.stream().allMatch(one -> Objects.equals(there.get(one), row.get(one)))) {
                out.set(i, row);
                return out;
            }
        }
        out.add(row);
        return out;
    }
}
