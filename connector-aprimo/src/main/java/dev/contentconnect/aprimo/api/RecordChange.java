package dev.contentconnect.aprimo.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to write to a record. What is not named stays as it is. Not safe for several threads. */
public final class RecordChange {
    /** The language of values that have none. */
    public static final String NEUTRAL = "00000000000000000000000000000000";

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, @Nullable Object>>> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> filed = new ArrayList<>();
    private final List<Map<String, Object>> unfiled = new ArrayList<>();
    private @Nullable Map<String, Object> files;

    /** Starts with nothing to write. */
    public RecordChange() {}

    /**
     * Sets the status. Releasing makes the service check that required fields are filled.
     *
     * @param word {@code draft}, {@code released} or {@code archived}
     * @return this change
     */
    public RecordChange status(String word) {
        members.put("status", word);
        return this;
    }

    /**
     * Sets the content type.
     *
     * @param name its name
     * @return this change
     */
    public RecordChange contentType(String name) {
        members.put("contentType", name);
        return this;
    }

    /**
     * Files the record.
     *
     * @param classification the id of a classification
     * @return this change
     */
    public RecordChange file(String classification) {
        filed.add(Map.of("id", classification));
        return this;
    }

    /**
     * Takes the record out of a classification.
     *
     * @param classification its id
     * @return this change
     */
    public RecordChange unfile(String classification) {
        unfiled.add(Map.of("id", classification));
        return this;
    }

    /**
     * Sets a field with one value: text, number, date, time.
     *
     * @param field the id of its definition
     * @param language the id of the language, or {@link #NEUTRAL}
     * @param value the value as text, or null to clear it
     * @return this change
     */
    public RecordChange value(String field, String language, @Nullable String value) {
        return localized(field, language, "value", value);
    }

    /**
     * Sets a field with several values: texts, or ids of options, classifications, languages, users or records. The list takes
     * the place of the present one.
     *
     * @param field the id of its definition
     * @param language the id of the language, or {@link #NEUTRAL}
     * @param values all values
     * @return this change
     */
    public RecordChange values(String field, String language, Collection<String> values) {
        return localized(field, language, "values", List.copyOf(values));
    }

    /**
     * Sets a member of a field's value as it is sent, for data types that have another form.
     *
     * @param field the id of its definition
     * @param language the id of the language, or {@link #NEUTRAL}
     * @param member for example {@code children}
     * @param value plain JSON values, or null
     * @return this change
     */
    public RecordChange localized(String field, String language, String member, @Nullable Object value) {
        fields.computeIfAbsent(field, any -> new LinkedHashMap<>())
                .computeIfAbsent(language, any -> new LinkedHashMap<>())
                .put(member, value);
        return this;
    }

    /**
     * Gives the record a master file, or another one in its place.
     *
     * @param token from an upload; works once
     * @param fileName the name of the file
     * @param comment what is said about the version, or null
     * @return this change
     */
    public RecordChange master(String token, String fileName, @Nullable String comment) {
        files = Map.of("master", token, "addOrUpdate", List.of(versions(token, fileName, comment)));
        return this;
    }

    /**
     * Adds a version to a file.
     *
     * @param file the id of the file
     * @param token from an upload; works once
     * @param fileName the name of the file
     * @param comment what is said about the version, or null
     * @return this change
     */
    public RecordChange version(String file, String token, String fileName, @Nullable String comment) {
        Map<String, Object> one = versions(token, fileName, comment);
        one.put("id", file);
        files = Map.of("addOrUpdate", List.of(one));
        return this;
    }

    private static Map<String, Object> versions(String token, String fileName, @Nullable String comment) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("id", token);
        version.put("fileName", fileName);
        if (comment != null) {
            version.put("comment", comment);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("versions", Map.of("addOrUpdate", List.of(version)));
        return out;
    }

    /**
     * Whether there is nothing to write.
     *
     * @return true when nothing was named
     */
    public boolean isEmpty() {
        return members.isEmpty() && fields.isEmpty() && filed.isEmpty() && unfiled.isEmpty() && files == null;
    }

    /**
     * The change as it is sent.
     *
     * @return a JSON object
     */
    public Map<String, @Nullable Object> toBody() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(members);
        if (!filed.isEmpty() || !unfiled.isEmpty()) {
            Map<String, Object> classifications = new LinkedHashMap<>();
            putIfAny(classifications, "addOrUpdate", filed);
            putIfAny(classifications, "remove", unfiled);
            out.put("classifications", classifications);
        }
        if (!fields.isEmpty()) {
            List<Map<String, Object>> all = new ArrayList<>();
            fields.forEach((id, values) -> all.add(Map.of("id", id, "localizedValues", localizedValues(values))));
            out.put("fields", Map.of("addOrUpdate", all));
        }
        if (files != null) {
            out.put("files", files);
        }
        return out;
    }

    private static List<Map<String, @Nullable Object>> localizedValues(
            Map<String, Map<String, @Nullable Object>> values) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        values.forEach((language, members) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("languageId", language);
            one.putAll(members);
            out.add(one);
        });
        return out;
    }

    private static void putIfAny(Map<String, Object> out, String name, List<Map<String, Object>> values) {
        if (!values.isEmpty()) {
            out.put(name, List.copyOf(values));
        }
    }
}
