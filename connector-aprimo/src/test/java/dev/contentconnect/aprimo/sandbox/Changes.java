package dev.contentconnect.aprimo.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the body of a write to a record, all of it or nothing. */
final class Changes {
    private static final Set<String> LISTS =
            Set.of("TextList", "OptionList", "ClassificationList", "LanguageList", "UserList", "RecordList");

    private final AprimoSandbox sandbox;
    private final Vault vault;

    Changes(AprimoSandbox sandbox) {
        this.sandbox = sandbox;
        this.vault = sandbox.vault;
    }

    void apply(Rec record, Map<String, @Nullable Object> body) {
        if (body.get("contentType") instanceof String type) {
            record.contentType = type;
        }
        for (Object one : list(body, "classifications", "addOrUpdate")) {
            String id = Vault.normal(text(one, "id"));
            if (!vault.classifications.containsKey(id)) {
                throw Refusal.invalid("Classification " + id + " does not exist");
            }
            record.classifications.add(id);
        }
        for (Object one : list(body, "classifications", "remove")) {
            record.classifications.remove(Vault.normal(text(one, "id")));
        }
        list(body, "fields", "addOrUpdate").forEach(one -> field(record, one));
        if (body.get("status") instanceof String word) {
            status(record, word);
        }
        if (body.get("files") instanceof Map<?, ?> files) {
            files(record, files);
        }
    }

    private void status(Rec record, String word) {
        String low = word.toLowerCase(Locale.ROOT);
        if (!Set.of("draft", "released", "archived").contains(low)) {
            throw Refusal.invalid("Unknown status " + word);
        }
        if (low.equals("released")) {
            vault.definitions.forEach((id, definition) -> {
                if (Boolean.TRUE.equals(definition.get("isRequired")) && !record.fields.containsKey(id)) {
                    throw Refusal.invalid("Field " + definition.get("name") + " is required");
                }
            });
        }
        record.status = low.substring(0, 1).toUpperCase(Locale.ROOT) + low.substring(1);
    }

    private void field(Rec record, Object sent) {
        String given = sent instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : text(sent, "name");
        Map<String, @Nullable Object> definition = vault.definition(given);
        String id = String.valueOf(definition.get("id"));
        if (Boolean.TRUE.equals(definition.get("isReadOnly"))) {
            throw Refusal.invalid("Field " + definition.get("name") + " is read-only");
        }
        for (Object one : list(sent, "localizedValues")) {
            Map<?, ?> value = (Map<?, ?>) one;
            String language = Vault.normal(text(value, "languageId"));
            checkLanguage(definition, language);
            checkValues(record, definition, value);
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            boolean lists = LISTS.contains(String.valueOf(definition.get("dataType")));
            value.forEach((name, content) -> kept.put(String.valueOf(name), content));
            Object content = lists ? value.get("values") : value.get("value");
            boolean empty = content == null || (content instanceof List<?> many && many.isEmpty());
            boolean other = List.of("children", "parents", "links", "hyperlinks").stream()
                    .anyMatch(value::containsKey);
            Map<String, Map<String, @Nullable Object>> all =
                    record.fields.computeIfAbsent(id, any -> new LinkedHashMap<>());
            if (empty && !other) {
                all.remove(language);
            } else {
                kept.put("modifiedOn", Vault.stamp(vault.now()));
                kept.put("readOnly", null);
                all.put(language, kept);
            }
            if (all.isEmpty()) {
                record.fields.remove(id);
            }
        }
    }

    private void checkLanguage(Map<String, @Nullable Object> definition, String language) {
        boolean several = "Multiple".equals(definition.get("languageMode"));
        boolean neutral = language.equals(Vault.NEUTRAL);
        if (several == neutral || (!neutral && !vault.languages.containsKey(language))) {
            throw Refusal.invalid("Language " + language + " is not enabled for field " + definition.get("name"));
        }
    }

    private void checkValues(Rec record, Map<String, @Nullable Object> definition, Map<?, ?> value) {
        Object type = definition.get("dataType");
        for (Object one : list(value, "values")) {
            String id = Vault.normal(String.valueOf(one));
            boolean known = !"OptionList".equals(type)
                    || list(definition, "items").stream()
                            .anyMatch(option -> text(option, "id").equals(id));
            boolean filed = !"ClassificationList".equals(type) || vault.classifications.containsKey(id);
            if (!known || !filed) {
                throw Refusal.invalid("Value " + one + " is not allowed for field " + definition.get("name"));
            }
        }
        Object single = value.get("value");
        if (single != null && !(single instanceof String)) {
            throw Refusal.invalid("Values are texts, numbers too");
        }
        if (Boolean.TRUE.equals(definition.get("isUniqueIdentifier")) && single instanceof String key) {
            boolean taken = vault.records.values().stream()
                    .anyMatch(other -> !other.id.equals(record.id)
                            && other.texts(String.valueOf(definition.get("id"))).contains(key));
            if (taken) {
                throw Refusal.invalid("The value of field " + definition.get("name") + " is in use");
            }
        }
    }

    private void files(Rec record, Map<?, ?> files) {
        String master = files.get("master") instanceof String text ? text : null;
        for (Object one : list(files, "addOrUpdate")) {
            String id =
                    one instanceof Map<?, ?> map && map.get("id") instanceof String given ? Vault.normal(given) : null;
            for (Object version :
                    list(Objects.requireNonNullElse(((Map<?, ?>) one).get("versions"), Map.of()), "addOrUpdate")) {
                String token = text(version, "id");
                if (id != null
                        && vault.checkouts.containsKey(id)
                        && !AprimoSandbox.USER.equals(vault.checkouts.get(id))) {
                    throw Refusal.of(409, "CheckedOut", "File " + id + " is checked out by another user");
                }
                String blob = vault.tokens.remove(token);
                if (blob == null) {
                    throw Refusal.invalid("The upload token is unknown or was used");
                }
                String file = id != null ? id : record.masterFile != null ? record.masterFile : vault.nextId();
                Object comment = ((Map<?, ?>) version).get("comment");
                vault.addVersion(file, blob, text(version, "fileName"), comment instanceof String text ? text : null);
                if (token.equals(master) || record.masterFile == null) {
                    record.masterFile = file;
                }
            }
        }
        if (sandbox.losesVersions() && record.masterFile != null) {
            List<Map<String, @Nullable Object>> all = vault.versions(record.masterFile);
            if (all.size() > 1) {
                all.remove(all.size() - 1);
            }
        }
    }

    private static List<?> list(Object in, String... path) {
        Object at = in;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at instanceof List<?> found ? found : List.of();
    }

    private static String text(Object in, String name) {
        if (in instanceof Map<?, ?> map && map.get(name) instanceof String text) {
            return text;
        }
        throw Refusal.invalid(name + " is missing");
    }
}
