package dev.contentconnect.workflow.sandbox;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A deployed model: its text and what the sandbox needs to know of it. */
record SandboxModel(
        String id, String key, String name, int version, String definitionId, String xml, Map<String, Step> steps) {
    private static final Pattern DEFAULT_GROUP = Pattern.compile("'([a-z-]+)'");

    /** A user task of the model. */
    record Step(
            String id,
            String name,
            @Nullable String category,
            @Nullable String group,
            @Nullable String variable,
            String outcomes) {
        boolean knows(@Nullable String outcome) {
            for (String part : outcomes.split(",", -1)) {
                if (part.substring(part.lastIndexOf(':') + 1).equals(outcome)) {
                    return true;
                }
            }
            return outcomes.isEmpty();
        }
    }

    static SandboxModel read(String id, int version, String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
        String key = "";
        String name = "";
        Map<String, Step> steps = new LinkedHashMap<>();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT) {
                if (in.getLocalName().equals("process")) {
                    key = in.getAttributeValue(null, "id");
                    name = in.getAttributeValue(null, "name");
                } else if (in.getLocalName().equals("userTask")) {
                    Step step = step(in);
                    steps.put(step.id(), step);
                }
            }
        }
        // As the engine: no key in a definition id that would become too long.
        String uuid = id + "-d";
        String full = key + ":" + version + ":" + uuid;
        return new SandboxModel(id, key, name, version, full.length() > 64 ? uuid : full, xml, steps);
    }

    private static Step step(XMLStreamReader in) {
        String space = "http://workflow.opentext.com";
        String groups = in.getAttributeValue(space, "candidateGroups");
        Matcher group = DEFAULT_GROUP.matcher(groups == null ? "" : groups);
        String outcomes = in.getAttributeValue(space, "possibleOutcomes");
        return new Step(
                in.getAttributeValue(null, "id"),
                in.getAttributeValue(null, "name"),
                in.getAttributeValue(space, "category"),
                group.find() ? group.group(1) : null,
                in.getAttributeValue(space, "outcomeVariable"),
                outcomes == null ? "" : outcomes);
    }

    Map<String, Object> head() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("key", key);
        out.put("name", name);
        out.put("version", version);
        out.put("processDefinitionId", definitionId);
        return out;
    }

    /** The modeler's JSON, tasks inside a sub-process. */
    Map<String, Object> json() {
        List<Object> shapes = new ArrayList<>();
        steps.values().forEach(step -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("possibleoutcomes", step.outcomes());
            properties.put("outcomevariable", step.variable() == null ? "" : step.variable());
            shapes.add(Map.of("resourceId", step.id(), "properties", properties, "childShapes", List.of()));
        });
        Map<String, Object> sub = Map.of("resourceId", "round", "properties", Map.of(), "childShapes", shapes);
        return Map.of("resourceId", "canvas", "properties", Map.of("process_id", key), "childShapes", List.of(sub));
    }
}
