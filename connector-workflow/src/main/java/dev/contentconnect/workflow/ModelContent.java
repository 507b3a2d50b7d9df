package dev.contentconnect.workflow;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Finds the user tasks in the content of a model, in the modeler's JSON or in BPMN. Reads nothing from outside. */
final class ModelContent {
    private static final int MAX_DEPTH = 200;

    private ModelContent() {}

    /** User tasks by their id; empty when the content is not understood. */
    static Map<String, TaskDefinition> tasks(@Nullable Object content) {
        Map<String, TaskDefinition> out = new LinkedHashMap<>();
        if (content instanceof Map<?, ?> shape) {
            shapes(shape, out, 0);
        } else if (content instanceof String text) {
            ofText(text, out);
        }
        return out;
    }

    private static void ofText(String text, Map<String, TaskDefinition> out) {
        String start = text.stripLeading();
        if (start.startsWith("{")) {
            try {
                if (Json.decodePlain(text.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> shape) {
                    shapes(shape, out, 0);
                }
            } catch (JsonException notJson) {
                return;
            }
        } else if (start.startsWith("<")) {
            bpmn(text.getBytes(StandardCharsets.UTF_8), out);
        } else {
            try {
                bpmn(Base64.getMimeDecoder().decode(text), out);
            } catch (IllegalArgumentException notBase64) {
                return;
            }
        }
    }

    /** Sub-processes hold shapes of their own, hence all the way down. */
    private static void shapes(Map<?, ?> shape, Map<String, TaskDefinition> out, int depth) {
        if (shape.get("resourceId") instanceof String id && shape.get("properties") instanceof Map<?, ?> properties) {
            String outcomes = text(properties.get("possibleoutcomes"));
            String variable = text(properties.get("outcomevariable"));
            if (outcomes != null || variable != null) {
                // The engine's task key is the overridden id where the author gave one.
                String override = text(properties.get("overrideid"));
                String key = override != null ? override : id;
                TaskDefinition task = new TaskDefinition(key, variable, TaskDefinition.parse(outcomes));
                out.put(id, task);
                if (override != null) {
                    out.put(override, task);
                }
            }
        }
        if (depth < MAX_DEPTH && shape.get("childShapes") instanceof List<?> children) {
            for (Object child : children) {
                if (child instanceof Map<?, ?> map) {
                    shapes(map, out, depth + 1);
                }
            }
        }
    }

    private static void bpmn(byte[] xml, Map<String, TaskDefinition> out) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("userTask")) {
                    userTask(reader, out);
                }
            }
            reader.close();
        } catch (XMLStreamException notXml) {
            // What was read so far is no complete model: better no list of outcomes than a part of one.
            out.clear();
        }
    }

    private static void userTask(XMLStreamReader reader, Map<String, TaskDefinition> out) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i));
        }
        String id = attributes.get("id");
        if (id != null) {
            out.put(
                    id,
                    new TaskDefinition(
                            id,
                            text(attributes.get("outcomevariable")),
                            TaskDefinition.parse(attributes.get("possibleoutcomes"))));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }
}
