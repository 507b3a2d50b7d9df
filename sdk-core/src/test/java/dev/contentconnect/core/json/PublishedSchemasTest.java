package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PublishedSchemasTest {
    private static final List<String> NAMES = PublishedSchemas.NAMES;
    private static final Path PAGE = Path.of("..", "docs", "canonical-json.md");

    @ParameterizedTest
    @FieldSource("NAMES")
    void isAValidSchemaOfDraft202012(String name) {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(PublishedSchemas.text(name), InputFormat.JSON)).isEmpty();
        assertThat(schema(name)).containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void givesExamplesThatFitAndSurviveReading(String name) {
        List<?> examples = (List<?>) schema(name).get("examples");

        assertThat(examples).hasSizeGreaterThan(1).allSatisfy(example -> {
            String json = new String(Json.encodeWithNulls(example), StandardCharsets.UTF_8);
            assertThat(PublishedSchemas.problems(name, json)).isEmpty();
            assertThat(Json.decodePlain(reread(name, json))).isEqualTo(example);
        });
    }

    @Test
    void describesEveryTypeInTheDocumentationByAnExampleThatFits() throws IOException {
        List<String> examples = examplesOfPage();

        assertThat(examples).hasSize(NAMES.size() + 1);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String json = examples.get(i);
            assertThat(PublishedSchemas.problems(name, json)).isEmpty();
            assertThat(Json.decodePlain(reread(name, json))).isEqualTo(Json.decodePlain(bytes(json)));
        }
        byte[] envelope = bytes(examples.get(NAMES.size()));
        assertThat(Json.decodePlain(CloudEvents.write(CloudEvents.read(envelope))))
                .isEqualTo(Json.decodePlain(envelope));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "asset|{'schema':'contentconnect/asset/2','ref':'a:b','kind':'k','status':'s'}",
                "asset|{'ref':'a:b','kind':'k','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','kind':'k','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'ab','kind':'k','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','ref':':b','kind':'k','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a: ','kind':'k','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':' ','status':'s'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':'k','status':'s','tags':'t'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':'k','status':'s','updatedAt':'2026-11-21'}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':'k','status':'s','currentVersion':{'id':'v','number':0}}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':'k','status':'s','extensions':{'v':1}}",
                "asset|{'schema':'contentconnect/asset/1','ref':'a:b','kind':'k','status':'s','extensions':{'contentconnect.unknown':{}}}",
                "approval|{'schema':'contentconnect/approval/1','ref':'a:b','status':'s','decision':{}}",
                "approval|{'schema':'contentconnect/approval/1','ref':'a:b','status':'s','comments':[{'ref':'a:b'}]}",
                "rights-record|{'schema':'contentconnect/rights-record/1','ref':'a:b','status':'s'}",
                "rights-record|{'schema':'contentconnect/rights-record/1','ref':'a:b','asset':'a:b','status':'s','limits':[{'kind':'k','max':-1}]}",
                "rights-record|{'schema':'contentconnect/rights-record/1','ref':'a:b','asset':'a:b','status':'s','grants':[{'validity':{}}]}",
                "case-event|{'schema':'contentconnect/case-event/1','id':'1','source':'s','type':'t'}",
                "case-event|{'schema':'contentconnect/case-event/1','id':'1','source':'s','type':'t','occurredAt':'2026-11-21T10:00:00+01:00'}"
            })
    void refusesWhatDoesNotFit(String name, String json) {
        assertThat(PublishedSchemas.problems(name, json.replace('\'', '"'))).isNotEmpty();
    }

    private static byte[] reread(String name, String json) {
        byte[] bytes = bytes(json);
        return switch (name) {
            case "asset" -> CanonicalJson.write(CanonicalJson.readAsset(bytes));
            case "approval" -> CanonicalJson.write(CanonicalJson.readApproval(bytes));
            case "rights-record" -> CanonicalJson.write(CanonicalJson.readRightsRecord(bytes));
            default -> CanonicalJson.write(CanonicalJson.readCaseEvent(bytes));
        };
    }

    private static List<String> examplesOfPage() throws IOException {
        Matcher fences = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        return fences.results().map(fence -> fence.group(1)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema(String name) {
        return (Map<String, Object>) Json.decodePlain(bytes(PublishedSchemas.text(name)));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
