package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters, order and pages of the sandbox. */
final class SandboxLists {
    private static final Set<String> SORTS =
            Set.of("id", "startTime", "createTime", "priority", "dueDate", "name", "processDefinitionKey");

    String envelope = "hal";
    boolean ignoreOffset;

    List<Instance> instances(SandboxRequest request, Collection<Instance> all, boolean running) {
        boolean whole =
                request.query("excludeSubprocesses").map(Boolean::parseBoolean).orElse(false);
        List<Instance> out = new ArrayList<>();
        for (Instance one : all) {
            boolean fits = (!running || one.end == null)
                    && (!whole || one.parent == null)
                    && is(request, "businessKey", one.businessKey)
                    && is(request, "processInstanceId", one.id)
                    && is(request, "processDefinitionKey", one.model.key())
                    && is(request, "superProcessInstanceId", one.parent == null ? null : one.parent.id)
                    && after(request, "startedAfter", one.start)
                    && before(request, "startedBefore", one.start)
                    && after(request, "finishedAfter", one.end)
                    && before(request, "finishedBefore", one.end);
            if (fits) {
                out.add(one);
            }
        }
        return ordered(request, out);
    }

    List<Task> tasks(SandboxRequest request, Collection<Task> all, boolean open) {
        List<Task> out = new ArrayList<>();
        for (Task one : all) {
            boolean finished =
                    request.query("finished").map(Boolean::parseBoolean).orElse(false);
            boolean fits = (!open || one.end == null)
                    && (!finished || one.end != null)
                    && is(request, "processInstanceId", one.instance.id)
                    && (is(request, "processInstanceIdWithChildren", one.instance.root().id)
                            || is(request, "processInstanceIdWithChildren", one.instance.id))
                    && is(request, open ? "assignee" : "taskAssignee", one.assignee)
                    && is(request, "taskId", one.id)
                    && is(request, open ? "category" : "taskCategory", one.category)
                    && candidate(request, one)
                    && after(request, "createdAfter", one.created)
                    && after(request, "taskCreatedAfter", one.created)
                    && before(request, "taskCreatedBefore", one.created)
                    && after(request, "taskCompletedAfter", one.end)
                    && before(request, "taskCompletedBefore", one.end)
                    && before(
                            request,
                            open ? "dueBefore" : "dueDateBefore",
                            one.due == null ? null : Timestamps.parse(one.due));
            if (fits) {
                out.add(one);
            }
        }
        return ordered(request, out);
    }

    SandboxResponse page(SandboxRequest request, String key, List<? extends Object> all) {
        int offset = ignoreOffset ? 0 : request.query("offset", 0);
        int count = request.query("count", 10);
        if (offset < 0 || count < 1) {
            throw Refusal.bad("offset must be at least 0 and count at least 1");
        }
        List<? extends Object> items = all.subList(Math.min(offset, all.size()), Math.min(all.size(), offset + count));
        Map<String, Object> out = new LinkedHashMap<>();
        switch (envelope) {
            case "engine" -> {
                out.put("data", items);
                out.put("total", all.size());
                out.put("start", offset);
                out.put("size", items.size());
            }
            case "artefact" -> {
                out.put("content", List.of(items));
                out.put("links", Map.of("empty", items.isEmpty()));
            }
            default -> hal(out, request, key, items, offset, count, all.size());
        }
        return SandboxResponse.json(out);
    }

    /** No {@code _embedded} when empty, no {@code next} on the last page. */
    private static void hal(
            Map<String, Object> out,
            SandboxRequest request,
            String key,
            List<? extends Object> items,
            int offset,
            int count,
            int total) {
        if (!items.isEmpty()) {
            out.put("_embedded", Map.of(key, items));
        }
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", Map.of("href", request.path()));
        if (offset + items.size() < total) {
            StringBuilder href = new StringBuilder(request.path())
                    .append("?offset=")
                    .append(offset + count)
                    .append("&count=")
                    .append(count);
            request.query().forEach((name, values) -> {
                if (!name.equals("offset") && !name.equals("count")) {
                    href.append('&')
                            .append(name)
                            .append('=')
                            .append(java.net.URLEncoder.encode(values.get(0), java.nio.charset.StandardCharsets.UTF_8));
                }
            });
            links.put("next", Map.of("href", href.toString()));
        }
        out.put("_links", links);
        out.put("page", Map.of("totalElements", total, "size", count));
    }

    private static <T> List<T> ordered(SandboxRequest request, List<T> items) {
        request.query("sort").filter(sort -> !SORTS.contains(sort)).ifPresent(sort -> {
            throw Refusal.bad("Value for param 'sort' is not valid, '" + sort + "' is not a valid property");
        });
        if (request.query("order").orElse("asc").equals("desc")) {
            Collections.reverse(items);
        }
        return items;
    }

    private static boolean candidate(SandboxRequest request, Task task) {
        return matches(
                        request,
                        "candidateGroup",
                        group -> task.assignee == null
                                && task.assignments.stream().anyMatch(one -> group.equals(one.get("group"))))
                && matches(
                        request,
                        "candidateUser",
                        user -> task.assignee == null
                                && task.assignments.stream().anyMatch(one -> user.equals(one.get("user"))));
    }

    private static boolean matches(SandboxRequest request, String name, Function<String, Boolean> test) {
        return request.query(name).map(test).orElse(true);
    }

    private static boolean is(SandboxRequest request, String name, @Nullable String value) {
        return matches(request, name, wanted -> wanted.equals(value));
    }

    private static boolean after(SandboxRequest request, String name, @Nullable Instant value) {
        return matches(request, name, text -> value != null && value.isAfter(Timestamps.parse(text)));
    }

    private static boolean before(SandboxRequest request, String name, @Nullable Instant value) {
        return matches(request, name, text -> value != null && value.isBefore(Timestamps.parse(text)));
    }
}
