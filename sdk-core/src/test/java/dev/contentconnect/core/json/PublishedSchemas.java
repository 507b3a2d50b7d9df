package dev.contentconnect.core.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas as they lie in the jar. */
final class PublishedSchemas {
    static final List<String> NAMES = List.of("asset", "approval", "rights-record", "case-event");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = Stream.of("asset", "approval", "rights-record", "case-event")
            .collect(Collectors.toMap(name -> name, name -> REGISTRY.getSchema(text(name))));

    private PublishedSchemas() {}

    /** What is wrong with a document; empty when nothing is. */
    static List<String> problems(String schema, String json) {
        return SCHEMAS.get(schema).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    static String text(String schema) {
        try (InputStream in =
                CanonicalJson.class.getResourceAsStream("/dev/contentconnect/core/schema/" + schema + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
