package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /items/{id}/:
                parameters:
                  - $ref: '#/components/parameters/Id'
                get:
                  parameters:
                    - {name: size, in: query, schema: {type: string, enum: [small, large]}}
                    - {name: page, in: query, required: true, schema: {type: integer, minimum: 1}}
                    - {name: tags, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                  responses:
                    200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
                    404: {description: none}
                    default: {description: wrong, content: {application/json: {schema: {$ref: '#/components/schemas/Wrong'}}}}
                patch:
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Item'}}
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [count]
                          properties: {count: {type: integer}, title: {type: string}}
                  responses:
                    204: {description: done}
              /items/newest/:
                get: {responses: {204: {description: none}}}
            components:
              parameters:
                Id: {name: id, in: path, required: true, schema: {type: string, format: uuid}}
              schemas:
                Page: {type: object, properties: {objects: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
                Item:
                  allOf:
                    - type: object
                      required: [id, title]
                      properties:
                        id: {type: string, readOnly: true}
                        title: {type: string, nullable: true}
                        made: {type: string, format: date-time}
                    - type: object
                      properties: {extra: {type: object, additionalProperties: {type: integer}}}
                Wrong: {type: object, required: [errors], properties: {errors: {type: array, items: {type: string}}}}
            """;
    private static final String ID = "/items/11111111-2222-4333-8444-555555555555/";
    private static final String AT = "/items/{id}/";

    @TempDir
    Path folder;

    private OpenApi document;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("shop.yaml");
        Files.writeString(file, DOCUMENT);
        document = OpenApi.read(file);
    }

    private OpenApiOperation operation(String method) {
        return document.find(method, ID).orElseThrow();
    }

    private static SandboxRequest request(String method, String url, String json) {
        return SandboxRequest.of(
                method,
                url,
                Map.of("content-type", List.of("application/json")),
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static SandboxResponse response(int status, String json) {
        return SandboxResponse.bytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsTheOperationWithTheFewestNames() {
        assertThat(document.find("GET", "/items/newest/").orElseThrow()).hasToString("GET /items/newest/");
        assertThat(operation("GET")).hasToString("GET " + AT);
        assertThat(document.find("POST", ID)).isEmpty();
        assertThat(document.find("GET", "/items/")).isEmpty();
        assertThat(document.find("GET", "/items//")).isEmpty();
    }

    @Test
    void isContentWithWhatTheDocumentSays() {
        assertThat(operation("GET").request(request("GET", ID + "?page=1&size=small&tags=1,2", "")))
                .isEmpty();
        assertThat(operation("PATCH").request(request("PATCH", ID, "{\"title\":null,\"extra\":{\"a\":1}}")))
                .isEmpty();
        assertThat(operation("GET").answer(response(200, "{\"objects\":[{\"id\":\"1\",\"title\":\"Cat\"}]}")))
                .isEmpty();
        assertThat(operation("GET").answer(response(404, "{\"errors\":[\"gone\"]}")))
                .isEmpty();
        assertThat(operation("PATCH").answer(SandboxResponse.status(204))).isEmpty();
    }

    @Test
    void looksAtEveryParameter() {
        List<OpenApiProblem> problems = document.find("GET", "/items/seven/")
                .orElseThrow()
                .request(request("GET", "/items/seven/?size=huge&tags=1,x&colour=red", ""));
        assertThat(problems)
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("path id", "query size", "query tags/*", "query colour", "query page");
        assertThat(operation("GET").parameters(Map.of("page", List.of("0"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("minimum"));
        assertThat(operation("GET").parameters(Map.of("page", List.of("one"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("integer"));
    }

    @Test
    void looksAtTheBodyOfARequest() {
        assertThat(operation("PATCH").request(request("PATCH", ID, "{\"id\":\"1\",\"made\":\"today\",\"colour\":1}")))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("body", "body /made", "body /id", "body /colour");
        assertThat(operation("PATCH").request(request("PATCH", ID, "")))
                .containsExactly(new OpenApiProblem("PATCH " + AT, "body", "is missing"));
        assertThat(operation("PATCH").request(request("PATCH", ID, "{")))
                .containsExactly(new OpenApiProblem("PATCH " + AT, "body", "is not JSON"));
        assertThat(operation("PATCH").body("text/csv", "a"))
                .containsExactly(new OpenApiProblem("PATCH " + AT, "body", "as text/csv is not declared"));
    }

    @Test
    void looksAtTheFieldsOfAForm() {
        String type = "application/x-www-form-urlencoded";
        assertThat(operation("PATCH").form(type, Map.of("count", List.of("1"), "title", List.of("2"))))
                .isEmpty();
        assertThat(operation("PATCH").form(type, Map.of("count", List.of("one"), "x", List.of("2"))))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("form /count", "form /x");
        assertThat(operation("PATCH").form(type, Map.of("title", List.of("2"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("count"));
    }

    @Test
    void looksAtTheAnswer() {
        assertThat(operation("GET")
                        .answer(response(200, "{\"objects\":[{\"id\":1,\"title\":\"\",\"extra\":{\"a\":\"\"}}]}")))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("answer 200 /objects/*/id", "answer 200 /objects/*/extra/a");
        assertThat(operation("GET")
                        .answer(response(200, "{\"objects\":[{\"id\":\"1\",\"title\":\"\",\"b\":1},{\"id\":\"2\"}]}")))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("answer 200 /objects/*/b", "answer 200 /objects/*");
        assertThat(operation("GET").answer(response(404, "{\"message\":\"gone\"}")))
                .extracting(OpenApiProblem::place)
                .contains("answer 404 /message");
        assertThat(operation("GET").answer(SandboxResponse.status(200)))
                .containsExactly(new OpenApiProblem("GET " + AT, "answer 200", "has no body"));
        assertThat(operation("PATCH").answer(response(204, "{}")))
                .containsExactly(new OpenApiProblem("PATCH " + AT, "answer 204", "has a body"));
        assertThat(operation("PATCH").answer(SandboxResponse.status(500)))
                .containsExactly(new OpenApiProblem("PATCH " + AT, "answer 500", "is not declared"));
    }

    @Test
    void readsADocumentMended() throws IOException {
        Path file = folder.resolve("shop.json");
        Files.write(file, Json.encode(Map.of("paths", Map.of("/a", Map.of("get", Map.of("responses", Map.of()))))));
        assertThat(OpenApi.read(file).find("GET", "/a").orElseThrow().noAnswer(204))
                .hasSize(1);
        OpenApi mended = OpenApi.read(file, object -> {
            object.computeIfPresent("responses", (name, none) -> Map.of("204", Map.of("description", "done")));
            return object;
        });
        assertThat(mended.find("GET", "/a").orElseThrow().noAnswer(204)).isEmpty();
    }

    @Test
    void leavesOutWhatIsKnownAndNothingElse() {
        Deviations known = Deviations.of("# why\nGET /a | answer 200 /objects/*/x | integer | guide, 3\n");
        OpenApiProblem expected = new OpenApiProblem("GET /a", "answer 200 /objects/*/x", "integer found");
        OpenApiProblem other = new OpenApiProblem("GET /a", "answer 200 /objects/*/x", "is missing");
        OpenApiProblem elsewhere = new OpenApiProblem("GET /a", "answer 200 /objects/*/y", "integer found");
        OpenApiProblem of = new OpenApiProblem("GET /b", "answer 200 /objects/*/x", "integer found");
        assertThat(known.without(List.of(expected, other, elsewhere, of, of))).containsExactly(other, elsewhere, of);
        assertThatThrownBy(() -> Deviations.of("GET /a | query x | integer |")).hasMessageContaining("reason");
    }
}
