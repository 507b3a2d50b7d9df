package dev.contentconnect.core.json;

import dev.contentconnect.core.internal.JsonCodec;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Case events in the envelope of CloudEvents 1.0, structured JSON mode. The event rides whole in {@code data}, in the
 * form of {@link CanonicalJson}; the attributes around it repeat what a broker routes by.
 *
 * <table>
 * <caption>Attributes</caption>
 * <tr><th>attribute</th><th>value</th></tr>
 * <tr><td>{@code id}</td><td>the event's id</td></tr>
 * <tr><td>{@code source}</td><td>{@code urn:contentconnect:} and the event's source, percent-encoded</td></tr>
 * <tr><td>{@code type}</td><td>{@code dev.contentconnect.} and the event's type</td></tr>
 * <tr><td>{@code subject}</td><td>the event's subject, else its case; left out when it has neither</td></tr>
 * <tr><td>{@code time}</td><td>when it occurred; left out for years of more than four digits, which RFC 3339 has no form
 * for</td></tr>
 * <tr><td>{@code dataschema}</td><td>{@code urn:contentconnect:case-event:1}</td></tr>
 * </table>
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents, JSON
 *     event format, 1.0.2</a>
 */
public final class CloudEvents {
    /** The media type of one event in structured mode. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String SOURCE = "urn:contentconnect:";
    private static final String TYPE = "dev.contentconnect.";
    private static final String DATA_SCHEMA = "urn:contentconnect:case-event:1";

    private CloudEvents() {}

    /**
     * Wraps an event.
     *
     * @param event the event
     * @return UTF-8 text on one line, of {@link #MEDIA_TYPE}
     * @throws JsonException when extensions are nested too deep to be written
     */
    public static byte[] write(CaseEvent event) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id());
        // URLEncoder writes a blank as +, which a URN would keep as a plus sign.
        envelope.put(
                "source",
                SOURCE
                        + URLEncoder.encode(event.source(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        envelope.put("type", TYPE + event.type().value());
        SourceRef subject = event.subject() != null ? event.subject() : event.caseRef();
        if (subject != null) {
            envelope.put("subject", subject.toString());
        }
        String time = event.occurredAt().toString();
        if (Character.isDigit(time.charAt(0))) {
            envelope.put("time", time);
        }
        envelope.put("datacontenttype", "application/json");
        envelope.put("dataschema", DATA_SCHEMA);
        envelope.put("data", CanonicalJson.plain(event));
        return Json.encodeWithNulls(envelope);
    }

    /**
     * Unwraps an event. Attributes that a broker added or changed do not matter, except that {@code id} and
     * {@code type} must be those of the event inside.
     *
     * @param json UTF-8 text
     * @return the event in {@code data}
     * @throws JsonException when it is not such an envelope, or {@code data} is not a case event
     */
    public static CaseEvent read(byte[] json) {
        Place root = Place.root();
        Object plain = JsonCodec.decodeOwn(json);
        if (plain == null) {
            throw root.refusal("null instead of an object");
        }
        Map<String, @Nullable Object> envelope = Fields.object(plain, root);
        if (!(envelope.get("specversion") instanceof String version) || !version.startsWith("1.")) {
            throw root.child("specversion").refusal("not CloudEvents 1");
        }
        Object data = envelope.get("data");
        if (data == null) {
            throw root.child("data").refusal("missing");
        }
        CaseEvent event = CanonicalJson.caseEvent(data, root.child("data"));
        if (!event.id().equals(envelope.get("id"))) {
            throw root.child("id").refusal("not the id of the event inside");
        }
        if (!(TYPE + event.type().value()).equals(envelope.get("type"))) {
            throw root.child("type").refusal("not the type of the event inside");
        }
        return event;
    }
}
