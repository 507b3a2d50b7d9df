package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.api.SimpleTask;
import dev.contentconnect.aprimo.pm.api.Tasks;
import dev.contentconnect.aprimo.pm.map.PmTimes;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireAssignee;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.page.Paged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks over HTTP. */
final class HttpTasks extends HttpObjects<WireTask> implements Tasks {
    private static final String SIMPLE = "simple-tasks";

    HttpTasks(PmHttp http) {
        super(http, PmRef.TASKS, WireTask::new, "taskId", "id");
    }

    @Override
    public Paged<WireTask> mine(@Nullable String status, int pageSize) {
        return new PmPages(http)
                .list(operation("mine"), () -> at("mine").query("status", status), null, pageSize, WireTask::new);
    }

    @Override
    public void accept(long id) {
        act(id, "accept", "accept");
    }

    @Override
    public void decline(long id) {
        act(id, "decline", "decline");
    }

    @Override
    public void close(long id) {
        act(id, "close", "close");
    }

    @Override
    public void delegate(long id, long assigneeId, long userId) {
        http.post(operation("delegate"), at(id, "delegate"), Map.of("taskAssigneeId", assigneeId, "newUserId", userId));
    }

    @Override
    public List<WireAssignee> assignees(long id) {
        return http.items(operation("assignees"), at(id, "assignees")).stream()
                .map(WireAssignee::new)
                .toList();
    }

    @Override
    public Paged<PmObject> reviewMaterials(long id, int pageSize) {
        return below(operation("reviewMaterials"), pageSize, null, one -> one, id, "review-materials");
    }

    @Override
    public long createSimple(SimpleTask task) {
        String operation = operation("createSimple");
        long dates = Stream.of(task.begin(), task.end(), task.duration())
                .filter(one -> one != null)
                .count();
        if (dates < 2) {
            throw REFUSED.rejected(operation, "dates_missing", "two of begin, end and duration are needed");
        }
        if (task.userId() == null && task.roleId() == null) {
            throw REFUSED.rejected(operation, "assignee_missing", "a user or a role is needed");
        }
        Map<String, Object> body = body(task);
        try {
            return http.create(operation, http.at(SIMPLE), body, "taskId", "id");
        } catch (ConnectorException e) {
            // Documents and clients name different routes; one that is not there made nothing.
            if (e.kind() != ErrorKind.NOT_FOUND || http.config().routes().containsKey(SIMPLE)) {
                throw e;
            }
            return http.create(operation, at(SIMPLE), body, "taskId", "id");
        }
    }

    private Map<String, Object> body(SimpleTask task) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(http.config().name("task.project"), task.projectId());
        put(out, "title", task.title());
        put(out, "description", task.description());
        put(
                out,
                "begin",
                task.begin() == null
                        ? null
                        : PmTimes.write(task.begin(), http.config().zone()));
        put(
                out,
                "end",
                task.end() == null
                        ? null
                        : PmTimes.write(task.end(), http.config().zone()));
        put(
                out,
                "duration",
                task.duration() == null ? null : Math.max(1, task.duration().toDays()));
        put(out, "user", task.userId());
        put(out, "role", task.roleId());
        return out;
    }

    private void put(Map<String, Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(http.config().name("simpleTask." + name), value);
        }
    }
}
