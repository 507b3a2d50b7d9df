package dev.contentconnect.workflow.sandbox;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A deployed model: its text and what the sandbox needs to know of it.
 *
 * @param xml as it was deployed, or null when it came as JSON
 */
record SandboxModel(
        String id,
        String key,
        String name,
        int version,
        String definitionId,
        @Nullable String xml,
        Map<String, Step> steps) {

    /** A user task of the model; expressions stand as they were written. */
    record Step(
            String id,
            String name,
            @Nullable String category,
            @Nullable String assignee,
            @Nullable String group,
            @Nullable String due,
            @Nullable String priority,
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

    static SandboxModel ofXml(String id, String xml) throws XMLStreamException {
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
        return new SandboxModel(id, key, name, 0, "", xml, steps);
    }

    static SandboxModel ofJson(String id, Map<?, ?> content) {
        Map<?, ?> properties = map(content.get("properties"));
        Map<String, Step> steps = new LinkedHashMap<>();
        collect(content, steps);
        return new SandboxModel(
                id,
                String.valueOf(properties.get("process_id")),
                String.valueOf(properties.get("name")),
                0,
                "",
                null,
                steps);
    }

    /** With a version; as in the engine there is no key in a definition id that would become too long. */
    SandboxModel as(int number) {
        String uuid = id + "-d";
        String full = key + ":" + number + ":" + uuid;
        return new SandboxModel(id, key, name, number, full.length() > 64 ? uuid : full, xml, steps);
    }

    private static Step step(XMLStreamReader in) {
        String space = "http://workflow.opentext.com";
        return new Step(
                in.getAttributeValue(null, "id"),
                in.getAttributeValue(null, "name"),
                in.getAttributeValue(space, "category"),
                in.getAttributeValue(space, "assignee"),
                in.getAttributeValue(space, "candidateGroups"),
                in.getAttributeValue(space, "dueDate"),
                in.getAttributeValue(space, "priority"),
                in.getAttributeValue(space, "outcomeVariable"),
                Objects.toString(in.getAttributeValue(space, "possibleOutcomes"), ""));
    }

    private static void collect(Map<?, ?> shape, Map<String, Step> steps) {
        if ("UserTask".equals(map(shape.get("stencil")).get("id"))) {
            Map<?, ?> properties = map(shape.get("properties"));
            Map<?, ?> assignment = map(map(properties.get("usertaskassignment")).get("assignment"));
            String override = text(properties.get("overrideid"));
            String id = override != null ? override : String.valueOf(shape.get("resourceId"));
            String group = assignment.get("candidateGroups") instanceof List<?> groups && !groups.isEmpty()
                    ? text(map(groups.get(0)).get("value"))
                    : null;
            steps.put(
                    id,
                    new Step(
                            id,
                            Objects.toString(properties.get("name"), id),
                            text(properties.get("categorydefinition")),
                            text(assignment.get("assignee")),
                            group,
                            text(properties.get("duedatedefinition")),
                            text(properties.get("prioritydefinition")),
                            text(properties.get("outcomevariable")),
                            Objects.toString(properties.get("possibleoutcomes"), "")));
        }
        if (shape.get("childShapes") instanceof List<?> children) {
            children.forEach(child -> collect(map(child), steps));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
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
            properties.put("name", step.name());
            properties.put("categorydefinition", Objects.toString(step.category(), ""));
            properties.put("duedatedefinition", Objects.toString(step.due(), ""));
            properties.put("prioritydefinition", Objects.toString(step.priority(), ""));
            properties.put("possibleoutcomes", step.outcomes());
            properties.put("outcomevariable", Objects.toString(step.variable(), ""));
            List<Object> groups = step.group() == null ? List.of() : List.of(Map.of("value", step.group()));
            Map<String, Object> assignment =
                    Map.of("assignee", Objects.toString(step.assignee(), ""), "candidateGroups", groups);
            properties.put("usertaskassignment", Map.of("assignment", assignment));
            shapes.add(shape(step.id(), "UserTask", properties, List.of()));
        });
        Object sub = shape("round", "SubProcess", Map.of(), shapes);
        return shape("canvas", "BPMNDiagram", Map.of("process_id", key, "name", name), List.of(sub));
    }

    private static Map<String, Object> shape(
            String id, String stencil, Map<String, Object> properties, List<Object> children) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("resourceId", id);
        out.put("stencil", Map.of("id", stencil));
        out.put("properties", properties);
        out.put("childShapes", children);
        return out;
    }
}
