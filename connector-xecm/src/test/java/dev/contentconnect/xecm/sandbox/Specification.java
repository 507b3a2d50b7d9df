package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.Deviations;
import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.OpenApi;
import dev.contentconnect.core.testkit.OpenApiOperation;
import dev.contentconnect.core.testkit.OpenApiProblem;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's OpenAPI documents, where {@code -Dcontentconnect.specs=<folder>} names a folder that has them in
 * {@code xecm}. Where servers are known to do otherwise stands in {@code deviations.txt}, call by call.
 */
public final class Specification {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String BODY = "body";
    private static final String ARRAY = "array";
    private static final Optional<Specification> CONFIGURED =
            OpenApi.folder("xecm").map(Specification::new);

    private final Deviations deviations = Deviations.read(Specification.class, "deviations.txt");
    private final List<OpenApi> documents;

    /**
     * Reads documents.
     *
     * @param folder all in it that end in {@code .yaml} or {@code .json}
     */
    public Specification(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            documents = files.filter(one -> one.toString().matches(".*\\.(yaml|json)"))
                    .sorted()
                    .map(Specification::document)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of the vendor.
     *
     * @return nothing without the property
     */
    public static Optional<Specification> configured() {
        return CONFIGURED;
    }

    private static OpenApi document(Path file) {
        boolean converted = file.getFileName().toString().startsWith("content-server");
        return converted ? OpenApi.read(file, Specification::orOne) : OpenApi.read(file);
    }

    /**
     * A list of objects may be one object. The document of Content Server was made out of Swagger 1.2 and has the members
     * of answers as lists, whatever they are: the {@code results.data.properties} of one node are three lists one in the
     * other, where all clients of the vendor read three objects. What such a list holds is looked at as ever.
     */
    private static Map<String, @Nullable Object> orOne(Map<String, @Nullable Object> schema) {
        boolean ofObjects = ARRAY.equals(schema.get("type"))
                && schema.get("items") instanceof Map<?, ?> items
                && (items.containsKey("$ref") || "object".equals(items.get("type")));
        if (!ofObjects) {
            return schema;
        }
        Map<String, @Nullable Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(schema, schema.get("items")));
        return either;
    }

    /**
     * What is wrong and is not known to be.
     *
     * @param one what was sent and answered
     * @return each problem once
     */
    public List<OpenApiProblem> problems(Exchange one) {
        List<OpenApiProblem> out = new ArrayList<>();
        Optional<OpenApiOperation> operation = operation(one.request(), out);
        operation.ifPresent(found -> {
            out.addAll(found.parameters(one.request().query()));
            sent(found, one.request(), out);
            SandboxResponse response = one.response();
            if (response != null) {
                out.addAll(withoutOtherBranch(answer(found, response)));
            }
        });
        return deviations.without(out);
    }

    private Optional<OpenApiOperation> operation(SandboxRequest request, List<OpenApiProblem> out) {
        String path = Facts.path(request);
        Optional<OpenApiOperation> found = find(request.method(), path);
        if (found.isPresent()) {
            return found;
        }
        found = find(request.method(), path + "/");
        String name = found.map(OpenApiOperation::toString)
                .orElseGet(() ->
                        Facts.known().find(request).map(Facts.Fact::toString).orElseGet(request::toString));
        out.add(new OpenApiProblem(name, "path", found.isPresent() ? "ends with a slash" : "is not declared"));
        return found;
    }

    /**
     * Whether a document has a call, with a slash at its end or without.
     *
     * @param method the HTTP method
     * @param path from the version on
     * @return true or false
     */
    public boolean has(String method, String path) {
        return find(method, path).isPresent() || find(method, path + "/").isPresent();
    }

    private Optional<OpenApiOperation> find(String method, String path) {
        return documents.stream()
                .flatMap(one -> one.find(method, path).stream())
                .findFirst();
    }

    private static OpenApiProblem problem(OpenApiOperation operation, String place, String what) {
        return new OpenApiProblem(operation.toString(), place, what);
    }

    private static void sent(OpenApiOperation operation, SandboxRequest request, List<OpenApiProblem> out) {
        if (request.body().length == 0) {
            out.addAll(operation.noBody());
            return;
        }
        String type = request.header("Content-Type").orElse("").split(";", -1)[0];
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Fields.of(request).forEach((name, values) -> fields.put(declared(name, request), values));
        if (type.equals("multipart/form-data")) {
            out.add(problem(operation, "form", "in parts"));
        } else if (!type.equals(FORM)) {
            out.add(problem(operation, BODY, "is no form"));
        }
        List<String> text = fields.remove(BODY);
        if (text != null) {
            out.add(problem(operation, "form", "as JSON in a field"));
            out.addAll(json(operation, text.get(0)));
        }
        if (!fields.isEmpty()) {
            out.addAll(operation.form(FORM, fields));
        }
    }

    /** The documents write keys of attributes with names in braces. */
    private static String declared(String name, SandboxRequest request) {
        boolean token = request.path().endsWith("/categories/" + name.replaceAll("_1$", ""));
        return !Fields.isAttribute(name) ? name : token ? "{category_id}_1" : "{attribute_key}";
    }

    /** The text of the field {@code body}, which has the members that the documents declare as fields or as JSON. */
    private static List<OpenApiProblem> json(OpenApiOperation operation, String text) {
        Object value;
        try {
            value = Json.decodePlain(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return List.of(problem(operation, BODY, "is not JSON"));
        }
        for (String type : List.of(FORM, JSON)) {
            List<OpenApiProblem> found = operation.body(type, value);
            if (found.stream().noneMatch(one -> one.what().equals("as " + type + " is not declared"))) {
                return found;
            }
        }
        return operation.body("text/plain", text);
    }

    private static List<OpenApiProblem> answer(OpenApiOperation operation, SandboxResponse response) {
        boolean json = response.headers().getOrDefault("Content-Type", JSON).startsWith(JSON);
        return json
                ? operation.answer(response)
                : List.of(problem(operation, "answer " + response.status(), "is bytes"));
    }

    /** Where neither a list nor an object fits, the one that it is not says so too. */
    private static List<OpenApiProblem> withoutOtherBranch(List<OpenApiProblem> problems) {
        return problems.stream()
                .filter(one -> !one.what().matches(".*(object found, array expected|array found, object expected)")
                        || problems.stream().noneMatch(other -> isWithin(other, one)))
                .toList();
    }

    private static boolean isWithin(OpenApiProblem other, OpenApiProblem one) {
        boolean there = other.place().equals(one.place()) || other.place().startsWith(one.place() + "/");
        return there && !other.equals(one) && !other.what().equals("is not declared");
    }
}
