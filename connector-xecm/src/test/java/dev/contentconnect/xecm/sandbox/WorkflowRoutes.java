package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflows: texts empty for no date, a verdict that is no field. */
public final class WorkflowRoutes {
    private static final String STEPS = "/v2/processes/{p}/subprocesses/{s}/tasks/{t}";

    private final Vault vault;
    private final Map<Long, Flow> processes = new LinkedHashMap<>();
    private final DraftRoutes drafts;
    private boolean asksForPassword;
    private boolean takenByOthers;

    WorkflowRoutes(Vault vault) {
        this.vault = vault;
        this.drafts = new DraftRoutes(vault, made -> processes.put(made.id, made));
    }

    void register(XecmSandbox sandbox) {
        drafts.register(sandbox);
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

    /** Another process starts what is started next, a moment before. */
    public void letAnotherStartFirst() {
        drafts.anotherStartsFirst = true;
    }

    /**
     * Somebody decides in the user interface.
     *
     * @param process the workflow
     * @param disposition what they choose
     */
    public void personDecides(long process, String disposition) {
        personDecides(process, disposition, "seen on paper");
    }

    /**
     * Somebody decides.
     *
     * @param process the workflow
     * @param disposition what they choose
     * @param comment what they say
     */
    public void personDecides(long process, String disposition, String comment) {
        finish(found(process), "disposition", disposition, comment);
    }

    /**
     * An administrator suspends, resumes, stops or archives a workflow.
     *
     * @param process the workflow
     * @param word {@code suspend}, {@code resume}, {@code stop} or {@code archive}
     */
    public void personChanges(long process, String word) {
        change(found(process), word);
    }

    /**
     * The server removes a workflow that has ended, as it does when its time is over.
     *
     * @param process the workflow
     */
    public void purge(long process) {
        if (found(process).isOpen()) {
            throw new IllegalStateException("workflow " + process + " goes on");
        }
        processes.remove(process);
    }

    /**
     * How many drafts were never started.
     *
     * @return the number
     */
    public int unstarted() {
        return drafts.count();
    }

    /**
     * How many workflows there are.
     *
     * @return the number
     */
    public int started() {
        return processes.size();
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
        List<Object> next = new ArrayList<>();
        process.notReached().forEach(number -> next.add(process.step(vault, number)));
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
                        map("completed", done, "current", current, "next", next),
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
        change(found(request.parameter("p")), Form.of(request).required("status"));
        return SandboxResponse.status(200);
    }

    private static void change(Flow process, String wanted) {
        if (wanted.equals("archive") && process.isOpen()) {
            throw new Refusal(400, "Only workflows that have ended can be archived.");
        }
        process.status = switch (wanted) {
            case "suspend" -> "suspended";
            case "resume" -> "ontime";
            case "stop" -> "stopped";
            case "archive" -> "archived";
            default -> throw new Refusal(400, "Invalid status specified.");
        };
    }

    private SandboxResponse delete(SandboxRequest request) {
        processes.remove(found(request.parameter("p")).id);
        return SandboxResponse.status(200);
    }
}
