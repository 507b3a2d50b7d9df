package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireTaskForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workflows over HTTP. */
record HttpWorkflows(XecmHttp http) implements Workflows {
    private static final String DRAFTS = "draftprocesses";
    private static final String PROCESSES = "processes";
    private static final String WORKFLOWS = "workflows";
    private static final String STATUS = "status";
    private static final String FORMS = "forms";
    private static final String ACTION = "action";
    private static final Set<String> ENDED = Set.of("completed", "stopped");

    @Override
    public List<WireFields> mapsFor(Collection<Long> documents, @Nullable Long parent) {
        RequestUri uri = http.v2("docworkflows").query("doc_id", documents).query("parent_id", parent);
        return http.get("workflows.mapsFor", uri).object("results").list("data");
    }

    @Override
    public long createDraft(long map, Collection<Long> documents) {
        String operation = "workflows.createDraft";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("workflow_id", map);
        if (!documents.isEmpty()) {
            body.put("doc_ids", documents.stream().map(String::valueOf).collect(Collectors.joining(",")));
            body.put("AttachDocuments", "true");
        }
        // A draft does nothing and is seen by nobody, so that one too many does no harm.
        WireFields answer = http.post(operation, http.v2(DRAFTS), XecmHttp.body(body), Effect.IDEMPOTENT);
        return id(operation, answer, "draftprocess_id");
    }

    private static long id(String operation, WireFields answer, String name) {
        Long id = answer.object("results").number(name);
        if (id == null) {
            throw REFUSED.undecodable(operation, "the answer has no " + name);
        }
        return id;
    }

    @Override
    public WireTaskForm draftForm(long draft) {
        RequestUri uri = http.v1(FORMS, DRAFTS, "update").query("draftprocess_id", draft);
        return form(http.get("workflows.draftForm", uri));
    }

    @Override
    public void fillDraft(long draft, Map<String, ?> values) {
        HttpBody body = XecmHttp.body(Map.of(ACTION, "formUpdate", "values", values));
        http.put("workflows.fillDraft", http.v2(DRAFTS, draft), body, Effect.IDEMPOTENT);
    }

    @Override
    public long initiate(long draft, @Nullable String comment) {
        String operation = "workflows.initiate";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(ACTION, "Initiate");
        if (comment != null) {
            body.put("comment", comment);
        }
        WireFields answer = http.put(operation, http.v2(DRAFTS, draft), XecmHttp.body(body), Effect.UNSAFE);
        return id(operation, answer, "process_id");
    }

    @Override
    public WireProcess status(long process) {
        RequestUri uri = http.v2(WORKFLOWS, STATUS, PROCESSES, process);
        return new WireProcess(http.get("workflows.status", uri).object("results"));
    }

    @Override
    public List<WireFields> list(String kind, String status, int days) {
        RequestUri uri = http.v2(WORKFLOWS, STATUS)
                .query("Kind", kind)
                .query("wstatus", status)
                .query("sort", "date_initiated desc")
                .query("wfretention", ENDED.contains(status) ? days : null);
        return PagedLists.results(http.get("workflows.list", uri)).stream()
                .map(one -> one.object("data").object("wfstatus"))
                .toList();
    }

    @Override
    public List<WireActivity> activities(long process, long subprocess, int limit) {
        RequestUri uri = http.v2(PROCESSES, process, "subprocesses", subprocess, "activities")
                .query("limit", limit);
        return http.get("workflows.activities", uri).object("results").list("data").stream()
                .map(WireActivity::new)
                .toList();
    }

    @Override
    public List<WireFields> assignments() {
        return PagedLists.results(http.get("workflows.assignments", http.v2("members", "assignments"))).stream()
                .map(one -> one.object("data").object("assignments"))
                .toList();
    }

    @Override
    public WireTaskForm taskForm(long process, long subprocess, long task) {
        RequestUri uri = http.v1(FORMS, PROCESSES, "tasks", "update")
                .query("process_id", process)
                .query("subprocess_id", subprocess)
                .query("task_id", task);
        return form(http.get("workflows.taskForm", uri));
    }

    private static WireTaskForm form(WireFields answer) {
        return new WireTaskForm(answer.object("data"), answer.list(FORMS));
    }

    @Override
    public void accept(long process, long subprocess, long task) {
        act("workflows.accept", process, subprocess, task, Map.of(ACTION, "accept"));
    }

    @Override
    public void act(long process, long subprocess, long task, Map<String, ?> body) {
        act("workflows.act", process, subprocess, task, body);
    }

    private void act(String operation, long process, long subprocess, long task, Map<String, ?> body) {
        RequestUri uri = http.v2(PROCESSES, process, "subprocesses", subprocess, "tasks", task);
        http.put(operation, uri, XecmHttp.body(body), Effect.UNSAFE);
    }

    @Override
    public void changeStatus(long process, String status) {
        HttpBody form = HttpBody.form(Map.of(STATUS, status));
        http.put("workflows.changeStatus", http.v2(PROCESSES, process, STATUS), form, Effect.IDEMPOTENT);
    }

    @Override
    public void delete(long process) {
        http.delete("workflows.delete", http.v2(PROCESSES, process));
    }
}
