package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflows: drafts with another number than what becomes of them, texts empty for no date, a verdict that is no field. */
public final class WorkflowRoutes {
    private static final String STEPS = "/v2/processes/{p}/subprocesses/{s}/tasks/{t}";

    private final Vault vault;
    private final Map<Long, Flow.Draft> drafts = new LinkedHashMap<>();
    private final Map<Long, Flow> processes = new LinkedHashMap<>();
    private boolean asksForPassword;
    private boolean takenByOthers;

    WorkflowRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/docworkflows", this::maps);
        sandbox.on("POST", "/v2/draftprocesses", this::draft);
        sandbox.on("PUT", "/v2/draftprocesses/{id}", this::change);
        sandbox.on("GET", "/v1/forms/draftprocesses/update", this::draftForm);
        sandbox.on("GET", "/v2/workflows/status/processes/{id}", this::status);
        sandbox.on("GET", "/v2/workflows/status", this::list);
        sandbox.on("GET", "/v2/processes/{p}/subprocesses/{s}/activities", this::activities);
        sandbox.on("GET", "/v2/members/assignments", this::assignments);
        sandbox.on("GET", "/v1/forms/processes/tasks/update", this::taskForm);
        sandbox.on("PUT", STEPS, this::act);
        sandbox.on("PUT", "/v2/processes/{p}/status", this::changeStatus);
        sandbox.on("DELETE", "/v2/processes/{p}", this::delete);
    }

    /** Steps ask for the password once more. */
    public void askForPassword() {
        asksForPassword = true;
    }

    /** Somebody else is always faster to take a task. */
    public void letOthersBeFaster() {
        takenByOthers = true;
    }

    /**
     * Somebody decides in the user interface.
     *
     * @param process the workflow
     * @param disposition what they choose
     */
    public void personDecides(long process, String disposition) {
        finish(found(process), "disposition", disposition, "seen on paper");
    }

    /**
     * How many drafts were never started.
     *
     * @return the number
     */
    public int unstarted() {
        return drafts.size();
    }

    /**
     * How many workflows there are.
     *
     * @return the number
     */
    public int started() {
        return processes.size();
    }

    private SandboxResponse maps(SandboxRequest request) {
        return SandboxResponse.json(map(
                "results",
                map(
                        "data",
                        List.of(map("DataID", XecmSandbox.APPROVAL_MAP, "Name", "Approval", "WorkflowType", "1_1")))));
    }

    private SandboxResponse draft(SandboxRequest request) {
        Map<String, Object> body = Form.of(request).body();
        long map = Vault.id(body.get("workflow_id"));
        if (map < XecmSandbox.APPROVAL_MAP || map > XecmSandbox.TWO_STEP_MAP) {
            throw Refusal.invisible();
        }
        Flow.Draft made = new Flow.Draft();
        made.map = map;
        List<Long> documents = new ArrayList<>();
        if (body.get("doc_ids") instanceof String ids && !ids.isBlank()) {
            for (String id : ids.split(",", -1)) {
                documents.add(vault.visible(Vault.id(id)).id);
            }
        }
        made.documents = documents;
        long id = vault.nextId();
        made.folder = vault.create(154, Vault.ENTERPRISE, "Attachments " + id).id;
        drafts.put(id, made);
        Map<String, Object> answer = map("draftprocess_id", id);
        if (!documents.isEmpty()) {
            answer.put("workflow_type", "1_1");
        }
        return SandboxResponse.json(map("results", answer));
    }

    private Flow.Draft foundDraft(String id) {
        Flow.Draft draft = drafts.get(Vault.id(id));
        if (draft == null) {
            throw new Refusal(400, "Could not access the draft process.");
        }
        return draft;
    }

    private SandboxResponse change(SandboxRequest request) {
        long id = Vault.id(request.parameter("id"));
        Flow.Draft draft = foundDraft(request.parameter("id"));
        Map<String, Object> body = Form.of(request).body();
        // Without a body it answers well and does nothing.
        if ("formUpdate".equals(body.get("action")) && body.get("values") instanceof Map<?, ?> values) {
            draft.title = String.valueOf(values.get("WorkflowForm_Title"));
            Object due = values.get("WorkflowForm_WorkflowDueDate");
            draft.due = due == null ? "" : due.toString().replace(' ', 'T').replace(".000", "");
        }
        if (!"Initiate".equals(body.get("action"))) {
            return SandboxResponse.json(map("results", map()));
        }
        drafts.remove(id);
        Flow made = new Flow();
        made.id = vault.nextId();
        made.draft = draft;
        made.started = vault.now();
        made.offered = draft.map == XecmSandbox.SEND_ON_MAP;
        processes.put(made.id, made);
        made.note(vault, "start", map(), body.get("comment"));
        draft.documents.forEach(document ->
                made.note(vault, "attachment", map("event", "attach", "node", map("id", document, "type", 144)), null));
        return SandboxResponse.json(
                map("results", map("process_id", made.id, "custom_message", "", "WorkID", null, "WRID", null)));
    }

    private SandboxResponse draftForm(SandboxRequest request) {
        Flow.Draft draft = foundDraft(request.query("draftprocess_id").orElse(""));
        return SandboxResponse.json(map(
                "data",
                map(
                        "title",
                        draft.title,
                        "actions",
                        List.of(map("key", "Initiate", "label", "Start")),
                        "data_packages",
                        List.of(map("type", 1, "sub_type", 1, "data", map("attachment_folder_id", draft.folder)))),
                "forms",
                List.of(fields("WorkflowForm_Title", "WorkflowForm_WorkflowDueDate"))));
    }

    private static Map<String, Object> fields(String... keys) {
        Map<String, Object> types = map();
        List.of(keys).forEach(key -> types.put(key, map("type", "string")));
        return map("data", map(), "options", map(), "schema", map("properties", types), "columns", 1);
    }

    private Flow found(Object id) {
        Flow process = processes.get(Vault.id(id));
        if (process == null) {
            throw new Refusal(400, "Could not access task status.", "404");
        }
        return process;
    }

    private SandboxResponse status(SandboxRequest request) {
        Flow process = processes.get(Vault.id(request.parameter("id")));
        if (process == null) {
            throw Refusal.invisible();
        }
        List<Object> done = new ArrayList<>();
        process.done.forEach(number -> done.add(process.step(vault, number)));
        List<Object> current = process.isOpen() ? List.of(process.step(vault, process.step)) : List.of();
        return SandboxResponse.json(map(
                "results",
                map(
                        "wf_details",
                        map(
                                "wf_name", process.draft.title,
                                "status", process.status,
                                "date_initiated", vault.local(process.started),
                                "due_date", process.draft.due,
                                "work_workID", process.id),
                        "step_list",
                        map("completed", done, "current", current, "next", List.of()),
                        "attachments",
                        map("attachment_folder_id", process.draft.folder))));
    }

    private SandboxResponse list(SandboxRequest request) {
        String wanted = request.query("wstatus").orElse("ontime");
        List<Object> results = new ArrayList<>();
        List<Flow> newestFirst = new ArrayList<>(processes.values());
        java.util.Collections.reverse(newestFirst);
        for (Flow one : newestFirst) {
            String status = one.status.equals("suspended") ? "ontime" : one.status;
            if (status.equals(wanted)) {
                results.add(map(
                        "data",
                        map(
                                "wfstatus",
                                map(
                                        "process_id", one.id,
                                        "subprocess_id", one.id,
                                        "task_id", one.step,
                                        "wf_name", one.draft.title,
                                        "status_key", one.status,
                                        "date_initiated", vault.local(one.started),
                                        "due_date", one.draft.due))));
            }
        }
        return SandboxResponse.json(results.isEmpty() ? map("results", map()) : map("results", results));
    }

    private SandboxResponse activities(SandboxRequest request) {
        Flow process = found(request.parameter("p"));
        int limit = request.query("limit", 50);
        return SandboxResponse.json(map(
                "results", map("data", process.activities.subList(0, Math.min(limit, process.activities.size())))));
    }

    private SandboxResponse assignments(SandboxRequest request) {
        List<Object> results = new ArrayList<>();
        // A reminder, which is no step of a workflow.
        results.add(map("data", map("assignments", map("id", 5, "type", 31214, "name", "Look at it"))));
        for (Flow one : processes.values()) {
            if (one.status.equals("ontime")) {
                results.add(map(
                        "data",
                        map(
                                "assignments",
                                map(
                                        "id",
                                        null,
                                        "type",
                                        153,
                                        "name",
                                        "Review " + one.step,
                                        "date_due",
                                        null,
                                        "priority",
                                        "Medium",
                                        "workflow_id",
                                        one.id,
                                        "workflow_subworkflow_id",
                                        one.id,
                                        "workflow_subworkflow_task_id",
                                        one.step))));
            }
        }
        return SandboxResponse.json(map("results", results));
    }

    private SandboxResponse taskForm(SandboxRequest request) {
        Flow process = found(request.query("process_id").orElse(""));
        int task = request.query("task_id", 0);
        if (!process.isOpen() || task != process.step) {
            throw new Refusal(400, "Could not access the task.");
        }
        List<Object> own = new ArrayList<>();
        process.dispositions().forEach(one -> own.add(map("key", one, "label", one)));
        return SandboxResponse.json(map(
                "data",
                map(
                        "title",
                        process.draft.title,
                        "actions",
                        List.of(map("key", "SendOn", "label", "Send on"), map("key", "Review", "label", "Review")),
                        "custom_actions",
                        own,
                        "authentication",
                        asksForPassword,
                        "member_accept",
                        process.offered,
                        "comments_on",
                        true),
                "forms",
                List.of()));
    }

    private SandboxResponse act(SandboxRequest request) {
        Flow process = found(request.parameter("p"));
        int task = (int) Vault.id(request.parameter("t"));
        if (!process.status.equals("ontime") || task != process.step) {
            throw new Refusal(400, "Could not access the task.");
        }
        Map<String, Object> body = Form.of(request).body();
        Object action = body.get("action");
        Object own = body.get("custom_action");
        if ((action == null) == (own == null)) {
            throw new Refusal(400, "Either 'action' or 'custom_action' is required.");
        }
        if ("accept".equals(action)) {
            if (takenByOthers) {
                throw new Refusal(500, "The assignment has been accepted.", "ErrCode_Accept_Task");
            }
            process.offered = false;
            return SandboxResponse.json(map("results", map()));
        }
        if (asksForPassword && body.get("authentication_info") == null) {
            throw new Refusal(400, "Invalid username/password specified.", "662306821");
        }
        if (process.offered) {
            throw new Refusal(400, "The assignment must be accepted first.");
        }
        if ("formUpdate".equals(action)) {
            return SandboxResponse.json(map("results", map()));
        }
        if ("Review".equals(action)) {
            process.note(vault, "review", map("user_id", Vault.id(body.get("assignee"))), body.get("comment"));
            return SandboxResponse.json(map("results", map()));
        }
        if (own != null && !process.dispositions().contains(own)) {
            throw new Refusal(400, "Invalid custom action specified.");
        }
        finish(process, own == null ? "sendon" : "disposition", own, body.get("comment"));
        return SandboxResponse.json(map("results", map()));
    }

    private void finish(Flow process, String action, Object label, Object comment) {
        process.note(vault, action, label == null ? map() : map("event", label, "label", label), comment);
        process.done.add(process.step);
        if (process.step < process.steps()) {
            process.step++;
        } else {
            process.status = "completed";
        }
    }

    private SandboxResponse changeStatus(SandboxRequest request) {
        Flow process = found(request.parameter("p"));
        String wanted = Form.of(request).required("status");
        process.status = switch (wanted) {
            case "suspend" -> "suspended";
            case "resume" -> "ontime";
            case "stop" -> "stopped";
            default -> throw new Refusal(400, "Invalid status specified.");
        };
        return SandboxResponse.status(200);
    }

    private SandboxResponse delete(SandboxRequest request) {
        processes.remove(found(request.parameter("p")).id);
        return SandboxResponse.status(200);
    }
}
