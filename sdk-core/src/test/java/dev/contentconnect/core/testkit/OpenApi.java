package dev.contentconnect.core.testkit;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.contentconnect.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI 3.0 document of a vendor, to hold requests and answers against. A module that uses it has
 * {@code json-schema-validator} among its test dependencies. Several threads may share one.
 */
public final class OpenApi {
    private static final String URN = "urn:document";

    private final Map<?, ?> root;
    private final SchemaRegistry registry;
    private final List<Template> templates = new ArrayList<>();

    private record Template(String path, List<String> segments) {
        static Template of(String path) {
            return new Template(path, List.of(path.split("/", -1)));
        }

        long names() {
            return segments.stream().filter(one -> one.startsWith("{")).count();
        }

        @Nullable Map<String, String> match(List<String> given) {
            if (given.size() != segments.size()) {
                return null;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < given.size(); i++) {
                String own = segments.get(i);
                String value = SandboxRequest.decode(given.get(i), false);
                if (own.startsWith("{") && own.endsWith("}") && !value.isEmpty()) {
                    values.put(own.substring(1, own.length() - 1), value);
                } else if (!own.equals(value)) {
                    return null;
                }
            }
            return values;
        }
    }

    private OpenApi(Map<?, ?> root) {
        this.root = root;
        String text = new String(Json.encodeWithNulls(root), StandardCharsets.UTF_8);
        this.registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(URN, text)));
        map(root.get("paths")).keySet().forEach(path -> templates.add(Template.of(String.valueOf(path))));
        templates.sort(Comparator.comparing(Template::names));
    }

    /**
     * Where a vendor's documents lie.
     *
     * @param system the name of the folder, for example {@code iconik}
     * @return the folder of that name in the one that {@code -Dcontentconnect.specs} names; nothing without the property
     */
    public static Optional<Path> folder(String system) {
        String place = System.getProperty("contentconnect.specs", "");
        return place.isBlank() ? Optional.empty() : Optional.of(Path.of(place, system));
    }

    /**
     * Reads a document.
     *
     * @param file JSON, or YAML by its name
     * @return the document
     */
    public static OpenApi read(Path file) {
        return read(file, schema -> schema);
    }

    /**
     * Reads a document that is known to be wrong everywhere in one and the same way.
     *
     * @param file JSON, or YAML by its name
     * @param mended what to put in the place of each JSON object of the document, innermost first
     * @return the document
     */
    public static OpenApi read(Path file, UnaryOperator<Map<String, @Nullable Object>> mended) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Object plain = file.toString().endsWith(".json")
                    ? Json.decodePlain(bytes)
                    : new YAMLMapper().readValue(bytes, Object.class);
            return new OpenApi(map(walk(plain, mended)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object walk(@Nullable Object value, UnaryOperator<Map<String, @Nullable Object>> mended) {
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            object.forEach((name, member) -> copy.put(String.valueOf(name), walk(member, mended)));
            return mended.apply(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(walk(item, mended)));
            return copy;
        }
        return value;
    }

    /**
     * The operation that a request is; of several that fit the one with the fewest names in its path.
     *
     * @param method the HTTP method
     * @param path still percent-encoded, as the paths of the document begin: without that of the server
     * @return the operation, or nothing where the document has none
     */
    public Optional<OpenApiOperation> find(String method, String path) {
        String verb = method.toLowerCase(Locale.ROOT);
        List<String> given = List.of(path.split("/", -1));
        for (Template template : templates) {
            Map<String, String> values = template.match(given);
            Map<?, ?> item = map(map(root.get("paths")).get(template.path()));
            if (values != null && item.get(verb) instanceof Map<?, ?>) {
                String at = "/paths/" + escaped(template.path());
                return Optional.of(new OpenApiOperation(this, verb, template.path(), at, values));
            }
        }
        return Optional.empty();
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What lies at a pointer. */
    @Nullable Object at(String pointer) {
        Object at = root;
        for (String name : pointer.substring(1).split("/", -1)) {
            String plain = name.replace("~1", "/").replace("~0", "~");
            if (at instanceof List<?> list) {
                at = list.get(Integer.parseInt(plain));
            } else {
                at = map(at).get(plain);
            }
        }
        return at;
    }

    /** Where what lies at a pointer really is. */
    String resolved(String pointer) {
        String at = pointer;
        while (map(at(at)).get("$ref") instanceof String reference && reference.startsWith("#/")) {
            at = reference.substring(1);
        }
        return at;
    }

    /**
     * How a value differs from a schema, stray members included: what a schema with members does not name is a stray unless
     * it says {@code additionalProperties}.
     *
     * @param pointer of the schema
     * @param value maps, lists and scalars
     * @param sent whether we send it: then members that are {@code readOnly} are neither wanted nor welcome
     */
    List<Difference> differences(String pointer, @Nullable Object value, boolean sent) {
        String json = value == null ? "null" : new String(Json.encodeWithNulls(value), StandardCharsets.UTF_8);
        List<Difference> out = new ArrayList<>();
        registry.getSchema(SchemaLocation.of(URN + "#" + pointer))
                .validate(
                        json,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> {
                    String where = place(String.valueOf(error.getInstanceLocation()));
                    if (!sent || !isReadOnly(pointer, where, error.getProperty())) {
                        out.add(new Difference(where, String.valueOf(error.getMessage())));
                    }
                });
        strays(List.of(map(at(pointer))), value, "", sent, out);
        return out.stream().distinct().toList();
    }

    /** A difference at a place within a value. */
    record Difference(String at, String what) {}

    /** Without the numbers of items. */
    private static String place(String location) {
        return location.replaceAll("/\\d+(?=/|$)", "/*");
    }

    private boolean isReadOnly(String pointer, String where, @Nullable String property) {
        List<Map<?, ?>> schemas = parts(List.of(map(at(pointer))));
        for (String name : where.isEmpty() ? new String[0] : where.substring(1).split("/", -1)) {
            schemas = parts(name.equals("*") ? of(schemas, "items") : members(schemas, name));
        }
        return property != null
                && members(schemas, property).stream().anyMatch(one -> Boolean.TRUE.equals(one.get("readOnly")));
    }

    private void strays(List<Map<?, ?>> given, @Nullable Object value, String at, boolean sent, List<Difference> out) {
        List<Map<?, ?>> schemas = parts(given);
        if (value instanceof List<?> list) {
            list.forEach(item -> strays(of(schemas, "items"), item, at + "/*", sent, out));
        }
        boolean closed = schemas.stream().anyMatch(one -> one.get("properties") instanceof Map<?, ?>)
                && schemas.stream().noneMatch(one -> isOpen(one.get("additionalProperties")));
        map(value).forEach((key, member) -> {
            String name = String.valueOf(key);
            List<Map<?, ?>> own = members(schemas, name);
            if (own.isEmpty() && closed) {
                out.add(new Difference(at + "/" + name, "is not declared"));
            } else if (sent && own.stream().anyMatch(one -> Boolean.TRUE.equals(one.get("readOnly")))) {
                out.add(new Difference(at + "/" + name, "is read-only"));
            }
            strays(own.isEmpty() ? of(schemas, "additionalProperties") : own, member, at + "/" + name, sent, out);
        });
    }

    private static boolean isOpen(@Nullable Object additional) {
        return additional != null && !Boolean.FALSE.equals(additional);
    }

    /** Schemas with those that they are put together from. */
    private List<Map<?, ?>> parts(List<Map<?, ?>> schemas) {
        List<Map<?, ?>> out = new ArrayList<>();
        for (Map<?, ?> schema : schemas) {
            if (schema.get("$ref") instanceof String reference) {
                out.addAll(parts(List.of(map(at(resolved(reference.substring(1)))))));
            } else {
                out.add(schema);
                for (String word : List.of("allOf", "anyOf", "oneOf")) {
                    if (schema.get(word) instanceof List<?> list) {
                        List<Map<?, ?>> inner = new ArrayList<>();
                        list.forEach(one -> inner.add(map(one)));
                        out.addAll(parts(inner));
                    }
                }
            }
        }
        return out;
    }

    private List<Map<?, ?>> members(List<Map<?, ?>> schemas, String name) {
        return parts(schemas.stream()
                .map(one -> map(one.get("properties")).get(name))
                .filter(Objects::nonNull)
                .<Map<?, ?>>map(OpenApi::map)
                .toList());
    }

    private static List<Map<?, ?>> of(List<Map<?, ?>> schemas, String word) {
        return schemas.stream()
                .map(one -> one.get(word))
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(OpenApi::map)
                .toList();
    }
}
