package dev.contentconnect.core.testkit;

import static dev.contentconnect.core.testkit.OpenApi.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.OpenApi.Difference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document says of one operation, and the values that a request has in its path. Headers are not looked at. */
public final class OpenApiOperation {
    private final OpenApi document;
    private final String name;
    private final String pathPointer;
    private final String pointer;
    private final Map<String, String> inPath;

    OpenApiOperation(OpenApi document, String verb, String template, String pathPointer, Map<String, String> inPath) {
        this.document = document;
        this.name = verb.toUpperCase(Locale.ROOT) + " " + template;
        this.pathPointer = pathPointer;
        this.pointer = pathPointer + "/" + verb;
        this.inPath = inPath;
    }

    /** Method and path as the document writes it. */
    @Override
    public String toString() {
        return name;
    }

    private OpenApiProblem problem(String place, String what) {
        return new OpenApiProblem(name, place, what);
    }

    private void add(String place, List<Difference> differences, List<OpenApiProblem> out) {
        differences.forEach(one -> out.add(problem(place + one.at(), one.what())));
    }

    /**
     * How a request of JSON, or without a body, differs.
     *
     * @param request as it was received
     * @return the problems with path, query and body
     */
    public List<OpenApiProblem> request(SandboxRequest request) {
        List<OpenApiProblem> out = new ArrayList<>(parameters(request.query()));
        if (request.body().length == 0) {
            out.addAll(noBody());
        } else {
            try {
                String type = request.header("Content-Type").orElse("");
                out.addAll(body(type, Json.decodePlain(request.body())));
            } catch (JsonException e) {
                out.add(problem("body", "is not JSON"));
            }
        }
        return out;
    }

    /**
     * How an answer of JSON, or without a body, differs.
     *
     * @param response as it was sent
     * @return the problems with status and body
     */
    public List<OpenApiProblem> answer(SandboxResponse response) {
        if (response.body().length == 0) {
            return noAnswer(response.status());
        }
        try {
            return answer(response.status(), Json.decodePlain(response.body()));
        } catch (JsonException e) {
            return List.of(problem("answer " + response.status(), "is not JSON"));
        }
    }

    /** Pointer and name of each parameter; those of the operation hide those of its path. */
    private Map<String, String> parameters() {
        Map<String, String> out = new LinkedHashMap<>();
        for (String where : List.of(pathPointer, pointer)) {
            int count = document.at(where + "/parameters") instanceof List<?> list ? list.size() : 0;
            for (int i = 0; i < count; i++) {
                String at = document.resolved(where + "/parameters/" + i);
                Map<?, ?> one = map(document.at(at));
                out.put(one.get("in") + " " + one.get("name"), at);
            }
        }
        return out;
    }

    /**
     * How the parameters of a request differ: those in its path and those in its query.
     *
     * @param query decoded
     * @return what is not declared, required and missing, or not as its schema wants it
     */
    public List<OpenApiProblem> parameters(Map<String, List<String>> query) {
        List<OpenApiProblem> out = new ArrayList<>();
        Map<String, List<String>> given = new LinkedHashMap<>();
        inPath.forEach((key, value) -> given.put("path " + key, List.of(value)));
        query.forEach((key, values) -> given.put("query " + key, values));
        Map<String, String> known = parameters();
        given.forEach((key, values) -> {
            String at = known.get(key);
            if (at == null) {
                out.add(problem(key, "is not declared"));
            } else if (map(document.at(at)).get("schema") != null) {
                boolean apart = !Boolean.FALSE.equals(map(document.at(at)).get("explode"));
                Object value = value(document.resolved(at + "/schema"), values, apart);
                add(key, document.differences(document.resolved(at + "/schema"), value, true), out);
            }
        });
        known.forEach((key, at) -> {
            boolean ours = key.startsWith("query ") || key.startsWith("path ");
            if (ours
                    && !given.containsKey(key)
                    && Boolean.TRUE.equals(map(document.at(at)).get("required"))) {
                out.add(problem(key, "is missing"));
            }
        });
        return out;
    }

    private String body() {
        return document.resolved(pointer + "/requestBody");
    }

    /**
     * Whether a request may go without a body.
     *
     * @return a problem where the document requires one
     */
    public List<OpenApiProblem> noBody() {
        return Boolean.TRUE.equals(map(document.at(body())).get("required"))
                ? List.of(problem("body", "is missing"))
                : List.of();
    }

    /**
     * How the body of a request differs.
     *
     * @param mediaType for example {@code application/json;charset=utf-8}
     * @param value maps, lists and scalars
     * @return the problems
     */
    public List<OpenApiProblem> body(String mediaType, @Nullable Object value) {
        String at = content(body(), mediaType);
        if (at == null) {
            return List.of(problem("body", "as " + mediaType + " is not declared"));
        }
        List<OpenApiProblem> out = new ArrayList<>();
        add("body ", document.differences(document.resolved(at), value, true), out);
        return out;
    }

    /**
     * How the fields of a form differ, whether sent as one text or in parts.
     *
     * @param mediaType for example {@code application/x-www-form-urlencoded}
     * @param fields each with its values as text
     * @return the problems; none with a field whose schema the document leaves open
     */
    public List<OpenApiProblem> form(String mediaType, Map<String, List<String>> fields) {
        String at = content(body(), mediaType);
        if (at == null) {
            return List.of(problem("form", "as " + mediaType + " is not declared"));
        }
        String schema = document.resolved(at);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>();
        map(map(document.at(schema)).get("properties")).keySet().forEach(key -> known.add(String.valueOf(key)));
        fields.forEach((key, texts) -> values.put(
                key,
                known.contains(key)
                        ? value(document.resolved(schema + "/properties/" + OpenApi.escaped(key)), texts, true)
                        : String.join(",", texts)));
        List<OpenApiProblem> out = new ArrayList<>();
        add("form ", document.differences(schema, values, true), out);
        return out;
    }

    /** Pointer to the schema for a media type. */
    private @Nullable String content(String message, String mediaType) {
        String bare = mediaType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        Map<?, ?> content = map(map(document.at(message)).get("content"));
        for (String type : List.of(bare, bare.replaceAll("/.*", "/*"), "*/*")) {
            if (content.get(type) instanceof Map<?, ?>) {
                return message + "/content/" + OpenApi.escaped(type) + "/schema";
            }
        }
        return null;
    }

    /** Pointer to what the document says of a status: of itself, of its hundred, of all others. */
    private @Nullable String declared(int status) {
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (map(document.at(pointer + "/responses")).get(key) != null) {
                return document.resolved(pointer + "/responses/" + key);
            }
        }
        return null;
    }

    /**
     * Whether an answer may come without a body.
     *
     * @param status the HTTP status
     * @return a problem where the document declares one, or not the status
     */
    public List<OpenApiProblem> noAnswer(int status) {
        String at = declared(status);
        String place = "answer " + status;
        if (at == null) {
            return List.of(problem(place, "is not declared"));
        }
        return map(map(document.at(at)).get("content")).isEmpty() ? List.of() : List.of(problem(place, "has no body"));
    }

    /**
     * How an answer of JSON differs.
     *
     * @param status the HTTP status; a refusal that is declared without a body is held against the answer for all others
     * @param value maps, lists and scalars
     * @return the problems
     */
    public List<OpenApiProblem> answer(int status, @Nullable Object value) {
        String place = "answer " + status;
        String at = declared(status);
        if (at == null) {
            return List.of(problem(place, "is not declared"));
        }
        String schema = content(at, "application/json");
        if (schema == null && status >= 400) {
            schema = content(document.resolved(pointer + "/responses/default"), "application/json");
        }
        if (schema == null) {
            return status >= 400 ? List.of() : List.of(problem(place, "has a body"));
        }
        List<OpenApiProblem> out = new ArrayList<>();
        add(place + " ", document.differences(document.resolved(schema), value, false), out);
        return out;
    }

    /** A text as its schema would have it; as it is where it is of another form, so that the check finds it. */
    private @Nullable Object value(String schema, List<String> texts, boolean apart) {
        Map<?, ?> declared = map(document.at(schema));
        if ("array".equals(declared.get("type"))) {
            List<String> items = apart ? texts : List.of(texts.get(0).split(",", -1));
            List<@Nullable Object> out = new ArrayList<>();
            items.forEach(one -> out.add(value(document.resolved(schema + "/items"), List.of(one), true)));
            return out;
        }
        String text = texts.get(0);
        try {
            return switch (String.valueOf(declared.get("type"))) {
                case "integer" -> new BigInteger(text);
                case "number" -> new BigDecimal(text);
                case "boolean" -> text.equals("true") ? (Object) true : text.equals("false") ? (Object) false : text;
                case "object" -> Json.decodePlain(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                default -> text;
            };
        } catch (NumberFormatException | JsonException otherwise) {
            return text;
        }
    }
}
