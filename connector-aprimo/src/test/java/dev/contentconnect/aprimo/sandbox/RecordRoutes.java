package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.aprimo.sandbox.Shaping.Part;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records: one of them under {@code /record/{id}}, all under {@code /records}. */
final class RecordRoutes {
    private static final String ONE = "/api/core/record/{id}";

    private final AprimoSandbox sandbox;
    private final Vault vault;
    private final Changes changes;

    RecordRoutes(AprimoSandbox sandbox) {
        this.sandbox = sandbox;
        this.vault = sandbox.vault;
        this.changes = new Changes(sandbox);
        sandbox.add("GET", "/api/core/record", this::find);
        sandbox.add("GET", ONE, request -> shown(request, vault.record(request.parameter("id"))));
        sandbox.add("POST", "/api/core/records", this::create);
        sandbox.add("PUT", ONE, this::update);
        sandbox.add("DELETE", ONE, this::delete);
        sandbox.add(
                "GET",
                ONE + "/fields",
                request -> new Shaping(request)
                        .whole(fields(new Shaping(request), vault.record(request.parameter("id")))));
        sandbox.add("GET", ONE + "/classifications", this::classifications);
        sandbox.add("GET", ONE + "/masterfile", this::masterFile);
        sandbox.add("GET", ONE + "/locks", request -> {
            vault.record(request.parameter("id"));
            return new Shaping(request).whole(List.of());
        });
    }

    private SandboxResponse shown(SandboxRequest request, Rec record) {
        Shaping shaping = new Shaping(request);
        return shaping.json(200, shape(shaping, record));
    }

    Map<String, @Nullable Object> shape(Shaping shaping, Rec record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", record.id);
        members.put("status", record.status);
        members.put("contentType", record.contentType);
        members.put("title", shaping.isSelected("record", "title") ? title(record) : null);
        members.put("tag", null);
        members.put("aiInfluenced", "No");
        members.put("hasImageOverlay", false);
        members.put("createdOn", Vault.stamp(record.createdOn));
        members.put("modifiedOn", Vault.stamp(record.modifiedOn));
        Map<String, @Nullable Object> latest = vault.latest(record);
        return shaping.object(
                "record",
                members,
                List.of(
                        new Part("fields", Shaping.items(fields(shaping, record))),
                        new Part("masterFile", record.masterFile == null ? null : file(record.masterFile)),
                        new Part(
                                "masterFileLatestVersion",
                                latest == null ? null : sandbox.files().shape(shaping, latest)),
                        new Part("preview", latest == null ? null : image(latest)),
                        new Part("thumbnail", latest == null ? null : image(latest)),
                        new Part("classifications", Shaping.items(filed(record)))));
    }

    /** By the title configuration of the content type: the field, else the name of the file. */
    private @Nullable String title(Rec record) {
        String field = sandbox.fieldId("Title");
        List<String> texts = record.texts(field);
        Map<String, @Nullable Object> latest = vault.latest(record);
        return !texts.isEmpty() ? texts.get(0) : latest == null ? null : String.valueOf(latest.get("fileName"));
    }

    Map<String, @Nullable Object> file(String id) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("checkedOut", vault.checkouts.containsKey(id));
        return out;
    }

    private Map<String, Object> image(Map<String, @Nullable Object> version) {
        return Map.of(
                "uri",
                sandbox.sign(String.valueOf(version.get("_blob"))),
                "extension",
                "jpg",
                "width",
                640,
                "height",
                480);
    }

    private static List<Map<String, Object>> filed(Rec record) {
        return record.classifications.stream()
                .map(id -> Map.<String, Object>of("id", id, "sortIndex", Integer.MAX_VALUE, "isManual", true))
                .toList();
    }

    /** A field without a value is not there at all; lists that are empty are null. */
    private List<Map<String, @Nullable Object>> fields(Shaping shaping, Rec record) {
        Set<String> only = shaping.selected("select-record-fields").stream()
                .map(AprimoSandbox::decoded)
                .collect(Collectors.toSet());
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        record.fields.forEach((id, values) -> {
            Map<String, @Nullable Object> definition = vault.definition(id);
            String name = String.valueOf(definition.get("name"));
            if (!only.isEmpty() && !only.contains(name.toLowerCase(java.util.Locale.ROOT)) && !only.contains(id)) {
                return;
            }
            Map<String, @Nullable Object> field = new LinkedHashMap<>();
            field.put("id", id);
            field.put("fieldName", name);
            field.put("label", name + " label");
            field.put("dataType", definition.get("dataType"));
            List<Map<String, @Nullable Object>> localized = new ArrayList<>();
            values.forEach((language, value) -> {
                Map<String, @Nullable Object> one = new LinkedHashMap<>(value);
                one.put("languageId", language);
                localized.add(one);
            });
            field.put("localizedValues", localized);
            field.put("inheritanceState", null);
            out.add(field);
        });
        return out;
    }

    private SandboxResponse find(SandboxRequest request) {
        String file = request.query("fileId").orElse(null);
        String field = request.query("fieldName").orElse(null);
        String value = request.query("value").orElse("");
        if (field != null && !Boolean.TRUE.equals(vault.definition(field).get("isUniqueIdentifier"))) {
            throw Refusal.invalid("Field " + field + " is not a unique identifier");
        }
        return vault.records.values().stream()
                .filter(one -> file == null || Vault.normal(file).equals(one.masterFile))
                .filter(one -> field == null
                        || one.texts(sandbox.fieldId(field)).stream().anyMatch(value::equalsIgnoreCase))
                .findFirst()
                .map(one -> shown(request, one))
                .orElseThrow(() -> Refusal.notFound("Record"));
    }

    private SandboxResponse create(SandboxRequest request) {
        Rec record = new Rec(vault.nextId(), vault.now());
        changes.apply(record, request.json());
        if (record.classifications.isEmpty() && !sandbox.suppliesClassification()) {
            throw Refusal.invalid("A record needs at least one classification");
        }
        vault.records.put(record.id, record);
        touch(request, record);
        return new Shaping(request).json(201, Map.of("id", record.id));
    }

    private SandboxResponse update(SandboxRequest request) {
        Rec record = vault.record(request.parameter("id"));
        Rec changed = record.copy();
        changes.apply(changed, request.json());
        vault.records.put(record.id, changed);
        touch(request, changed);
        return SandboxResponse.status(204);
    }

    private void touch(SandboxRequest request, Rec record) {
        if (request.header("set-immediateSearchIndexUpdate").orElse("").equals("true")) {
            java.time.Duration delay = vault.indexDelay;
            vault.indexDelay = java.time.Duration.ZERO;
            vault.touch(record);
            vault.indexDelay = delay;
        } else {
            vault.touch(record);
        }
        sandbox.rule()
                .saved(record, AprimoSandbox.USER, request.header("referenceId").orElse(null));
    }

    private SandboxResponse delete(SandboxRequest request) {
        Rec record = vault.record(request.parameter("id"));
        vault.records.remove(record.id);
        vault.show(record.id, null);
        return SandboxResponse.status(204);
    }

    private SandboxResponse classifications(SandboxRequest request) {
        return new Shaping(request).whole(filed(vault.record(request.parameter("id"))));
    }

    private SandboxResponse masterFile(SandboxRequest request) {
        String file = vault.record(request.parameter("id")).masterFile;
        if (file == null) {
            throw Refusal.notFound("Master file");
        }
        return new Shaping(request).json(200, file(file));
    }
}
