package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.OpenApiProblem;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.xecm.sandbox.Facts;
import dev.contentconnect.xecm.sandbox.Specification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check against documents finds what is wrong: on a small document of the vendor's kind, and on those of the vendor. */
class SpecificationTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Things, version: "2"}
            paths:
              /v2/things:
                post:
                  requestBody:
                    required: true
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            count: {type: integer}
                            file: {type: string, format: binary}
                  responses:
                    200: {description: ok}
              /v2/things/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                  responses:
                    200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}
            components:
              schemas:
                Answer: {type: object, properties: {results: {type: array, items: {$ref: '#/components/schemas/Result'}}}}
                Result:
                  type: object
                  properties:
                    data: {type: array, items: {$ref: '#/components/schemas/Data'}}
                    words: {type: array, items: {type: string}}
                Data: {type: object, properties: {id: {type: integer}, name: {type: string}}}
            """;

    static Exchange exchange(String method, String path, String type, String sent, String answered) {
        Map<String, List<String>> headers = type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
        byte[] body = sent.getBytes(StandardCharsets.UTF_8);
        return new Exchange(
                new SandboxRequest(method, "/cs/cs/api" + path, "", Map.of(), Map.of(), headers, body),
                SandboxResponse.bytes(200, "application/json", answered.getBytes(StandardCharsets.UTF_8)),
                "");
    }

    @Nested
    class OnASmallDocument {
        @TempDir
        Path folder;

        private Specification specification;

        @BeforeEach
        void read() throws IOException {
            Files.writeString(folder.resolve("content-server.yaml"), DOCUMENT);
            specification = new Specification(folder);
        }

        private List<String> answering(String answer) {
            return specification.problems(exchange("GET", "/v2/things/1", "", "", answer)).stream()
                    .map(OpenApiProblem::toString)
                    .toList();
        }

        private List<String> sending(String type, String body) {
            return specification.problems(exchange("POST", "/v2/things", type, body, "")).stream()
                    .map(OpenApiProblem::toString)
                    .toList();
        }

        @Test
        void takesOneObjectWhereTheDocumentHasAListOfThem() {
            assertThat(answering("{\"results\":{\"data\":{\"id\":1,\"name\":\"a\"}}}"))
                    .isEmpty();
            assertThat(answering("{\"results\":[{\"data\":[{\"id\":1},{\"id\":2}],\"words\":[\"a\"]}]}"))
                    .isEmpty();
        }

        @Test
        void doesSoInTheDocumentOfContentServerOnly() throws IOException {
            Files.move(folder.resolve("content-server.yaml"), folder.resolve("workspaces.yaml"));
            specification = new Specification(folder);
            assertThat(answering("{\"results\":{}}"))
                    .containsExactly("GET /v2/things/{id} | answer 200 /results | object found, array expected");
        }

        @Test
        void looksAtItsMembersAllTheSame() {
            assertThat(answering("{\"results\":{\"data\":{\"id\":\"1\",\"colour\":\"red\"}}}"))
                    .containsExactlyInAnyOrder(
                            "GET /v2/things/{id} | answer 200 /results/data/id | string found, integer expected",
                            "GET /v2/things/{id} | answer 200 /results/data/colour | is not declared");
            assertThat(answering("{\"results\":[{\"data\":{\"id\":\"1\"}}]}"))
                    .containsExactly(
                            "GET /v2/things/{id} | answer 200 /results/*/data/id | string found, integer expected");
        }

        @Test
        void takesNothingElseInThePlaceOfAList() {
            assertThat(answering("{\"results\":{\"data\":7}}")).isNotEmpty();
            assertThat(answering("{\"results\":{\"words\":{}}}"))
                    .as("a list of texts is one")
                    .containsExactly("GET /v2/things/{id} | answer 200 /results/words | object found, array expected");
        }

        @Test
        void looksAtTheTextInTheFieldBodyAsIfItsMembersWereFields() {
            assertThat(sending(FORM, "name=a&count=1")).isEmpty();
            assertThat(sending(FORM, "name=a&count=one"))
                    .containsExactly("POST /v2/things | form /count | string found, integer expected");
            assertThat(sending(FORM, "body=%7B%22count%22%3A%22one%22%2C%22colour%22%3A1%7D"))
                    .containsExactlyInAnyOrder(
                            "POST /v2/things | form | as JSON in a field",
                            "POST /v2/things | body /count | string found, integer expected",
                            "POST /v2/things | body /colour | is not declared",
                            "POST /v2/things | body | required property 'name' not found");
            assertThat(sending(FORM, "body=%7B")).contains("POST /v2/things | body | is not JSON");
            assertThat(sending("application/json", "{\"name\":\"a\"}"))
                    .containsExactly("POST /v2/things | body | is no form");
            assertThat(sending("", "")).containsExactly("POST /v2/things | body | is missing");
        }

        @Test
        void looksAtTheFieldsOfAnUpload() {
            String upload = """
                    --x\r
                    Content-Disposition: form-data; name="colour"\r
                    \r
                    red\r
                    --x\r
                    Content-Disposition: form-data; name="file"; filename="a.txt"\r
                    Content-Type: text/plain\r
                    \r
                    hello\r
                    --x--\r
                    """;
            assertThat(sending("multipart/form-data; boundary=x", upload))
                    .containsExactlyInAnyOrder(
                            "POST /v2/things | form | in parts",
                            "POST /v2/things | form /colour | is not declared",
                            "POST /v2/things | form | required property 'name' not found");
        }

        @Test
        void namesACallThatNoDocumentHas() {
            assertThat(specification.problems(exchange("PUT", "/v2/nodes/7", FORM, "name=a", "")))
                    .extracting(OpenApiProblem::toString)
                    .containsExactly("PUT /v2/nodes/{id} | path | is not declared");
        }
    }

    @Nested
    class OnTheDocumentsOfTheVendor {
        private Specification specification;

        @BeforeEach
        void find() {
            assumeTrue(
                    Specification.configured().isPresent(),
                    "set contentconnect.specs to the folder that has the OpenAPI documents in xecm");
            specification = Specification.configured().orElseThrow();
        }

        @Test
        void haveEachCallThatIsNotMarkedAsKnownToClientsOnly() {
            assertThat(Facts.known().all())
                    .allSatisfy(fact -> assertThat(specification.has(fact.method(), fact.path()))
                            .as(fact.toString())
                            .isNotEqualTo(fact.fromClients()));
        }

        @Test
        void showWhatIsWrong() {
            String answer = "{\"results\":{\"data\":{\"properties\":{\"id\":\"7\",\"colour\":\"red\"}}}}";
            assertThat(specification.problems(exchange("GET", "/v2/nodes/seven", "", "", answer)))
                    .extracting(OpenApiProblem::place)
                    .containsExactlyInAnyOrder(
                            "path id",
                            "answer 200 /results/data/properties/id",
                            "answer 200 /results/data/properties/colour");
            assertThat(specification.problems(exchange("GET", "/v2/holds", "", "", "{}")))
                    .extracting(OpenApiProblem::place)
                    .containsExactlyInAnyOrder("query page", "query limit");
            assertThat(specification.problems(
                            exchange("POST", "/v2/nodes", FORM, "body=%7B%22type%22%3A%22url%22%7D", "{}")))
                    .extracting(OpenApiProblem::place)
                    .containsExactly("body /type");
        }
    }
}
