package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records management: flat answers of the older kind, and refusals with status 200. */
public final class RecordRoutes {
    private final Vault vault;
    private final Map<Long, Map<String, Object>> records = new LinkedHashMap<>();
    private boolean refuses;
    private int token;

    RecordRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v1/nodes/{id}/rmclassifications", this::get);
        sandbox.on("POST", "/v1/nodes/{id}/rmclassifications", this::classify);
        sandbox.on("PUT", "/v1/nodes/{id}/rmclassifications", this::change);
        sandbox.on("GET", "/v1/nodes/{id}/rsis", this::schedules);
        sandbox.on("GET", "/v1/nodes/{id}/rsi/{rsi}/GetRSIDetails", this::stages);
        sandbox.on("GET", "/v1/nodes/{id}/holds", this::holds);
        sandbox.on("POST", "/v1/nodes/{id}/holds", this::hold);
        sandbox.on("DELETE", "/v1/nodes/{id}/holds/{hold}", this::release);
        sandbox.on("GET", "/v2/holds", this::allHolds);
    }

    /** Refuses writes, with status 200. */
    public void refuse() {
        refuses = true;
    }

    /**
     * Somebody makes a node an official record, which nobody may change, and which may be destroyed one day.
     *
     * @param id the node
     * @param fileNumber its file number
     */
    public void declare(long id, String fileNumber) {
        vault.nodes.get(id).official = true;
        records.put(
                id,
                map(
                        "rmclassification_id",
                        61,
                        "file_number",
                        fileNumber,
                        "rsi",
                        "RSI-07",
                        "file_status",
                        "CLOSED",
                        "official",
                        true));
    }

    private Node node(SandboxRequest request) {
        return vault.visible(Vault.id(request.parameter("id")));
    }

    private SandboxResponse get(SandboxRequest request) {
        Map<String, Object> record = records.get(node(request).id);
        return SandboxResponse.json(map(
                "data",
                record == null ? List.of() : List.of(record),
                "rm_metadataToken",
                "r" + token,
                "canFinalize",
                true));
    }

    private SandboxResponse done() {
        return SandboxResponse.json(map(
                "results", refuses ? map("ok", false, "errMsg", "The record is locked.", "id", 0) : map("ok", true)));
    }

    private SandboxResponse classify(SandboxRequest request) {
        Node node = node(request);
        if (!refuses) {
            Form form = Form.of(request);
            Map<String, Object> made = new LinkedHashMap<>(map("file_number", "000815", "file_status", "ACTIVE"));
            made.put("rmclassification_id", Vault.id(form.required("class_id")));
            records.put(node.id, made);
            describe(node, made, form);
        }
        return done();
    }

    private SandboxResponse change(SandboxRequest request) {
        Node node = node(request);
        Map<String, Object> record = records.get(node.id);
        Form form = Form.of(request);
        if (record == null || !form.required("rm_metadataToken").equals("r" + token)) {
            throw new Refusal(400, "An edit conflict has occurred.");
        }
        if (!refuses) {
            token++;
            describe(node, record, form);
        }
        return done();
    }

    private static void describe(Node node, Map<String, Object> record, Form form) {
        form.fields().forEach((name, values) -> {
            if (!List.of("class_id", "rm_metadataToken", "body").contains(name)) {
                record.put(name, name.equals("official") ? Boolean.valueOf(values.get(0)) : values.get(0));
            }
        });
        node.official = Boolean.TRUE.equals(record.get("official"));
    }

    private SandboxResponse schedules(SandboxRequest request) {
        boolean known = records.containsKey(node(request).id);
        return SandboxResponse.json(map("data", known ? List.of(map("class_id", 61, "rsi", "RSI-07")) : List.of()));
    }

    private SandboxResponse stages(SandboxRequest request) {
        node(request);
        return SandboxResponse.json(map(
                "data",
                List.of(
                        map(
                                "Stage",
                                "1",
                                "ActionToPerform",
                                7,
                                "CalculatedDate",
                                "2032-01-01T00:00:00",
                                "Permanent",
                                false),
                        map(
                                "Stage",
                                "2",
                                "ActionToPerform",
                                32,
                                "CalculatedDate",
                                "2041-06-30T00:00:00",
                                "Permanent",
                                false))));
    }

    private SandboxResponse holds(SandboxRequest request) {
        List<Object> out = new ArrayList<>();
        node(request)
                .holds
                .forEach(one -> out.add(map("hold_id", one, "hold_name", "Litigation " + one, "active", true)));
        return SandboxResponse.json(map("data", out));
    }

    private SandboxResponse hold(SandboxRequest request) {
        Node node = node(request);
        if (!refuses) {
            node.holds.add(Vault.id(Form.of(request).body().get("hold_id")));
        }
        return done();
    }

    private SandboxResponse release(SandboxRequest request) {
        if (!refuses) {
            node(request).holds.remove((Long) Vault.id(request.parameter("hold")));
        }
        return done();
    }

    private SandboxResponse allHolds(SandboxRequest request) {
        if (request.query("page").isEmpty() || request.query("limit").isEmpty()) {
            throw new Refusal(400, "Argument 'page' is required.");
        }
        return SandboxResponse.json(map(
                "results",
                map("ok", true, "data", map("holds", List.of(map("HoldID", 71, "HoldName", "Litigation 71"))))));
    }
}
