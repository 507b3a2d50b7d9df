package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.CanonicalDice;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private static final CaseEvent OPENED = CaseEvent.builder(
                    "my engine", CaseEventType.CASE_OPENED, "e-1", Instant.parse("2026-11-21T10:15:30.5Z"))
            .caseRef(SourceRef.of("engine", "c:1"))
            .build();

    @Property(tries = 300)
    void givesBackEveryEvent(@ForAll("events") CaseEvent event) {
        byte[] envelope = CloudEvents.write(event);

        assertThat(CloudEvents.read(envelope)).isEqualTo(event);
        assertThat(URI.create((String) members(envelope).get("source")).isAbsolute())
                .isTrue();
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return CanonicalDice.of(CanonicalDice::event);
    }

    @Test
    void repeatsWhatABrokerRoutesBy() {
        assertThat(members(CloudEvents.write(OPENED)))
                .containsEntry("specversion", "1.0")
                .containsEntry("id", "e-1")
                .containsEntry("source", "urn:contentconnect:my%20engine")
                .containsEntry("type", "dev.contentconnect.case.opened")
                .containsEntry("subject", "engine:c:1")
                .containsEntry("time", "2026-11-21T10:15:30.500Z")
                .containsEntry("datacontenttype", "application/json")
                .containsEntry("dataschema", "urn:contentconnect:case-event:1")
                .containsEntry("data", Json.decodePlain(CanonicalJson.write(OPENED)));
    }

    @Test
    void leavesOutATimeThatTheEnvelopeHasNoFormFor() {
        for (String time : new String[] {"+12026-11-21T10:15:30Z", "-0044-03-15T12:00:00Z"}) {
            CaseEvent event = CaseEvent.builder("engine", CaseEventType.CASE_OPENED, "e-1", Instant.parse(time))
                    .build();

            assertThat(members(CloudEvents.write(event))).doesNotContainKey("time");
            assertThat(CloudEvents.read(CloudEvents.write(event))).isEqualTo(event);
        }
    }

    @Test
    void namesTheSubjectRatherThanTheCase() {
        CaseEvent event =
                OPENED.toBuilder().subject(SourceRef.of("library", "7")).build();

        assertThat(members(CloudEvents.write(event))).containsEntry("subject", "library:7");
        assertThat(members(CloudEvents.write(OPENED.toBuilder().caseRef(null).build())))
                .doesNotContainKey("subject");
    }

    @Test
    void namesItsSchemaByTheIdOfThePublishedOne() {
        assertThat(PublishedSchemas.text("case-event")).contains("\"$id\": \"urn:contentconnect:case-event:1\"");
    }

    @Test
    void passesOverWhatABrokerAdded() {
        Map<String, Object> envelope = members(CloudEvents.write(OPENED));
        envelope.put("traceparent", "00-1-2-3");
        envelope.put("source", "https://broker.example/rewritten");
        envelope.remove("time");

        assertThat(CloudEvents.read(Json.encode(envelope))).isEqualTo(OPENED);
    }

    @Test
    void refusesAnEnvelopeThatDoesNotMatchItsContent() {
        refuses("id", "other", "at /id: not the id of the event inside");
        refuses("type", "dev.contentconnect.case.closed", "at /type: not the type of the event inside");
        refuses("specversion", "0.3", "at /specversion: not CloudEvents 1");
        refuses("data", null, "at /data: missing");
        refuses("data", "text", "at /data: not an object");
        refuses("data", Map.of("schema", "contentconnect/case-event/1"), "at /data/id: missing");
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String text : new String[] {"", "null", "[]", "{}"}) {
            assertThatThrownBy(() -> CloudEvents.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonException.class);
        }
    }

    private static void refuses(String member, Object value, String message) {
        Map<String, Object> envelope = members(CloudEvents.write(OPENED));
        envelope.put(member, value);
        assertThatThrownBy(() -> CloudEvents.read(Json.encode(envelope)))
                .isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    private static Map<String, Object> members(byte[] json) {
        return new LinkedHashMap<>(Plain.object(Json.decodePlain(json)));
    }
}
