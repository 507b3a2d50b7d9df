package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drafts of workflows: what is started has another number than the draft it was. */
final class DraftRoutes {
    private static final Pattern DUE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)\\.000");

    private final Vault vault;
    private final Consumer<Flow> started;
    private final Map<Long, Flow.Draft> drafts = new LinkedHashMap<>();
    boolean anotherStartsFirst;

    DraftRoutes(Vault vault, Consumer<Flow> started) {
        this.vault = vault;
        this.started = started;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/docworkflows", this::maps);
        sandbox.on("POST", "/v2/draftprocesses", this::draft);
        sandbox.on("PUT", "/v2/draftprocesses/{id}", this::change);
        sandbox.on("GET", "/v1/forms/draftprocesses/update", this::form);
    }

    int count() {
        return drafts.size();
    }

    private SandboxResponse maps(SandboxRequest request) {
        List<String> ids = request.query().getOrDefault("doc_id", List.of());
        if (ids.isEmpty()) {
            throw new Refusal(400, "Argument 'doc_id' is required.");
        }
        boolean bytes = ids.stream().allMatch(id -> vault.visible(Vault.id(id)).type == 144);
        boolean here = request.query("parent_id")
                .map(id -> vault.visible(Vault.id(id)).id == XecmSandbox.FOLDER)
                .orElse(false);
        List<Object> offered = new ArrayList<>();
        offered.add(map("DataID", XecmSandbox.SEND_ON_MAP, "Name", "Note", "WorkflowType", "1_1"));
        // Offered by rules for types and places.
        if (bytes && here) {
            offered.add(map("DataID", XecmSandbox.APPROVAL_MAP, "Name", "Approval", "WorkflowType", "1_1"));
        }
        return SandboxResponse.json(map("results", map("data", offered)));
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
        long id = vault.nextId();
        made.folder = vault.create(154, Vault.ENTERPRISE, "Attachments " + id).id;
        // Without the wish to attach them, documents only narrow which maps may be used.
        if ("true".equals(body.get("AttachDocuments"))) {
            made.documents = documents;
            documents.forEach(document -> attach(made, vault.visible(document)));
        }
        drafts.put(id, made);
        Map<String, Object> answer = map("draftprocess_id", id);
        if (!documents.isEmpty()) {
            answer.put("workflow_type", "1_1");
        }
        return SandboxResponse.json(map("results", answer));
    }

    /** As a shortcut, which is what the map says here. */
    private void attach(Flow.Draft draft, Node document) {
        vault.put(new Node(vault.nextId(), 1, draft.folder, document.name, vault.now())).original = document.id;
    }

    private Flow.Draft found(String id) {
        Flow.Draft draft = drafts.get(Vault.id(id));
        if (draft == null) {
            throw new Refusal(400, "Could not access the draft process.");
        }
        return draft;
    }

    private SandboxResponse change(SandboxRequest request) {
        long id = Vault.id(request.parameter("id"));
        Flow.Draft draft = found(request.parameter("id"));
        Map<String, Object> body = Form.of(request).body();
        // Without a body it answers well and does nothing.
        if ("formUpdate".equals(body.get("action")) && body.get("values") instanceof Map<?, ?> values) {
            String due = due(values.get("WorkflowForm_WorkflowDueDate"));
            draft.title = String.valueOf(values.get("WorkflowForm_Title"));
            draft.due = due;
        }
        if (!"Initiate".equals(body.get("action"))) {
            return SandboxResponse.json(map("results", map()));
        }
        drafts.remove(id);
        if (anotherStartsFirst) {
            anotherStartsFirst = false;
            start(draft, body);
        }
        return start(draft, body);
    }

    private SandboxResponse start(Flow.Draft draft, Map<String, Object> body) {
        Flow made = new Flow();
        made.id = vault.nextId();
        made.draft = draft;
        made.started = vault.now();
        made.offered = draft.map == XecmSandbox.SEND_ON_MAP;
        started.accept(made);
        made.note(vault, "start", map(), body.get("comment"));
        draft.documents.forEach(document ->
                made.note(vault, "attachment", map("event", "attach", "node", map("id", document, "type", 144)), null));
        return SandboxResponse.json(
                map("results", map("process_id", made.id, "custom_message", "", "WorkID", null, "WRID", null)));
    }

    /** It is sent with a blank and told with a T. */
    private static String due(Object sent) {
        if (sent == null) {
            return "";
        }
        Matcher matcher = DUE.matcher(sent.toString());
        if (!matcher.matches()) {
            throw new Refusal(400, "Invalid value specified for 'WorkflowForm_WorkflowDueDate'.");
        }
        return matcher.group(1) + "T" + matcher.group(2);
    }

    private SandboxResponse form(SandboxRequest request) {
        Flow.Draft draft = found(request.query("draftprocess_id").orElse(""));
        return SandboxResponse.json(map(
                "data",
                map(
                        "process_id",
                        Vault.id(request.query("draftprocess_id").orElse("")),
                        "title",
                        draft.title,
                        "actions",
                        List.of(map("key", "Initiate", "label", "Start")),
                        "authentication",
                        false,
                        "data_packages",
                        List.of(map("type", 1, "sub_type", 1, "data", map("attachment_folder_id", draft.folder)))),
                "forms",
                List.of(map(
                        "data",
                        map("WorkflowForm_Title", draft.title, "WorkflowForm_WorkflowDueDate", draft.due),
                        "schema",
                        map(
                                "properties",
                                map(
                                        "WorkflowForm_Title",
                                        map("type", "string", "maxLength", 248),
                                        "WorkflowForm_WorkflowDueDate",
                                        map("type", "string"))),
                        "options",
                        map(
                                "fields",
                                map(
                                        "WorkflowForm_Title",
                                        map("label", "Title"),
                                        "WorkflowForm_WorkflowDueDate",
                                        map("label", "Due"))),
                        "columns",
                        1))));
    }
}
