package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an object in the form that a request asks for, with the parts that it selects. */
record Shaping(SandboxRequest request) {
    boolean isHal() {
        return request.header("Accept").orElse("").contains("hal+json");
    }

    boolean isSelected(String resource, String key) {
        return selected("select-" + resource).contains(key.toLowerCase(Locale.ROOT));
    }

    Set<String> selected(String header) {
        return request.header(header).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** One part of an object, in camel case, and what it is when selected. */
    record Part(String name, @Nullable Object value) {}

    /** The members without those of the sandbox, and with the parts in their place. */
    Map<String, @Nullable Object> object(String resource, Map<String, @Nullable Object> members, List<Part> parts) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!name.startsWith("_")) {
                out.put(name, value);
            }
        });
        Map<String, Object> links = new LinkedHashMap<>();
        Map<String, @Nullable Object> embedded = new LinkedHashMap<>();
        links.put("self", Map.of("href", "/" + resource + "/" + members.get("id")));
        for (Part part : parts) {
            String rel = part.name().toLowerCase(Locale.ROOT);
            boolean selected = isSelected(resource, rel);
            links.put(rel, Map.of("href", "/" + resource + "/" + members.get("id") + "/" + rel, "select-key", rel));
            if (isHal() && selected) {
                embedded.put(rel, part.value());
            } else if (!isHal()) {
                out.put(part.name(), selected ? part.value() : null);
            }
        }
        if (isHal()) {
            out.put("_links", links);
            if (!embedded.isEmpty()) {
                out.put("_embedded", embedded);
            }
        }
        return out;
    }

    static Map<String, @Nullable Object> items(List<?> all) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("items", all);
        return out;
    }

    SandboxResponse whole(List<?> all) {
        return json(200, items(all));
    }

    /** By page number. The total is rough. */
    SandboxResponse page(List<? extends Map<String, @Nullable Object>> all) {
        int page = request.query("page", 1);
        int size = request.query("pageSize", 50);
        if (size > 1_000 || page < 1) {
            throw Refusal.invalid("page size must be at most 1000");
        }
        int from = Math.min(all.size(), (page - 1) * size);
        List<Map<String, @Nullable Object>> items =
                new ArrayList<>(all.subList(from, Math.min(all.size(), from + size)));
        Map<String, @Nullable Object> out = items(items);
        out.put("page", page);
        out.put("pageSize", size);
        out.put("totalCount", all.size() + 3);
        if (isHal() && all.size() > from + size) {
            out.put("_links", Map.of("next", Map.of("href", "/somewhere?page=" + (page + 1))));
        }
        return json(200, out);
    }

    SandboxResponse json(int status, Object value) {
        SandboxResponse plain = SandboxResponse.json(status, value);
        return isHal() ? plain.header("Content-Type", "application/hal+json; charset=utf-8") : plain;
    }
}
