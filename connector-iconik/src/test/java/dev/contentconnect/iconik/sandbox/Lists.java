package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which iconik pages. */
final class Lists {
    private Lists() {}

    /** Ids of a bulk call: one to five hundred. */
    static List<?> ids(SandboxRequest request, String name) {
        List<?> ids = request.json().get(name) instanceof List<?> list ? list : List.of();
        if (ids.isEmpty() || ids.size() > 500) {
            throw Refusal.ofField(name, "Length must be between 1 and 500.");
        }
        return ids;
    }

    static SandboxResponse whole(List<Map<String, @Nullable Object>> all) {
        return SandboxResponse.json(Map.of("objects", all));
    }

    /** By page number; a page past the end is a 404. */
    static SandboxResponse numbered(SandboxRequest request, List<Map<String, @Nullable Object>> all) {
        int size = Math.min(1_000, request.query("per_page", 10));
        int page = request.query("page", 1);
        int pages = Math.max(1, (all.size() + size - 1) / size);
        if (page < 1 || page > pages) {
            throw Refusal.of(404, "Page not found");
        }
        List<Map<String, @Nullable Object>> sorted = sorted(request, all);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("objects", sorted.subList((page - 1) * size, Math.min(all.size(), page * size)));
        out.put("page", page);
        out.put("pages", pages);
        out.put("per_page", size);
        out.put("total", all.size());
        // Begins with /API once more: who adds it to the base of the service gets it twice.
        out.put("next_url", page < pages ? request.path() + "?page=" + (page + 1) + "&per_page=" + size : null);
        out.put("prev_url", page > 1 ? request.path() + "?page=" + (page - 1) + "&per_page=" + size : "");
        return SandboxResponse.json(out);
    }

    private static List<Map<String, @Nullable Object>> sorted(
            SandboxRequest request, List<Map<String, @Nullable Object>> all) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>(all);
        String sort = request.query("sort").orElse("");
        if (!sort.isEmpty()) {
            String[] parts = sort.split(";", -1)[0].split(",", -1);
            Comparator<Map<String, @Nullable Object>> order =
                    Comparator.comparing(one -> String.valueOf(one.get(parts[0])));
            out.sort(parts.length > 1 && parts[1].equals("desc") ? order.reversed() : order);
        }
        return out;
    }

    /** After the last id, or the last name; the answer says nothing of where it is. */
    static SandboxResponse after(
            SandboxRequest request, String parameter, String member, List<Map<String, @Nullable Object>> all) {
        int size = Math.min(1_000, request.query("per_page", 10));
        List<Map<String, @Nullable Object>> rest = all;
        String last = request.query(parameter).orElse(null);
        if (last != null) {
            int at = all.stream().map(one -> one.get(member)).toList().indexOf(last);
            rest = all.subList(at + 1, all.size());
        }
        return SandboxResponse.json(Map.of("objects", rest.subList(0, Math.min(size, rest.size()))));
    }
}
