package dev.contentconnect.workflow.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the parts of single shapes. */
final class ShapeWriter {

    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Map<String, String> HTTP_FIELDS = fields();

    private final XMLStreamWriter out;

    ShapeWriter(XMLStreamWriter out) {
        this.out = out;
    }

    void head(JsonNode shape) throws XMLStreamException {
        out.writeAttribute("id", shape.path("resourceId").asText());
        String name = shape.at("/properties/name").asText("");
        if (!name.isEmpty()) {
            out.writeAttribute("name", name);
        }
    }

    void flow(JsonNode shape, String source) throws XMLStreamException {
        out.writeStartElement("sequenceFlow");
        head(shape);
        out.writeAttribute("sourceRef", source);
        out.writeAttribute("targetRef", shape.at("/target/resourceId").asText());
        extensions(shape.path("properties"), false);
        JsonNode condition = shape.at("/properties/conditionsequenceflow");
        String expression =
                condition.isObject() ? condition.at("/expression/staticValue").asText("") : condition.asText("");
        if (!expression.isEmpty()) {
            out.writeStartElement("conditionExpression");
            out.writeAttribute(XSI, "type", "tFormalExpression");
            out.writeCharacters(expression);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    void boundaryTimer(JsonNode shape, String host) throws XMLStreamException {
        JsonNode properties = shape.path("properties");
        out.writeStartElement("boundaryEvent");
        head(shape);
        out.writeAttribute("attachedToRef", host);
        out.writeAttribute(
                "cancelActivity",
                String.valueOf(properties.path("cancelactivity").asBoolean(true)));
        extensions(properties, false);
        out.writeStartElement("timerEventDefinition");
        time("timeDuration", properties.path("timerdurationdefinition").asText(""));
        time("timeDate", properties.path("timerdatedefinition").asText(""));
        time("timeCycle", properties.path("timercycledefinition").asText(""));
        out.writeEndElement();
        out.writeEndElement();
    }

    void userTask(JsonNode properties) throws XMLStreamException {
        JsonNode assignment = properties.at("/usertaskassignment/assignment");
        vendor("assignee", assignment.path("assignee").asText(""));
        vendor("candidateUsers", values(assignment.path("candidateUsers")));
        vendor("candidateGroups", values(assignment.path("candidateGroups")));
        vendor("dueDate", properties.path("duedatedefinition").asText(""));
        vendor("priority", properties.path("prioritydefinition").asText(""));
        vendor("category", properties.path("categorydefinition").asText(""));
        vendor("taskType", properties.path("tasktype").asText(""));
        vendor("outcomeVariable", properties.path("outcomevariable").asText(""));
        vendor("possibleOutcomes", properties.path("possibleoutcomes").asText(""));
    }

    /** Expression listeners of any shape, and the request of an HTTP task. */
    void extensions(JsonNode properties, boolean http) throws XMLStreamException {
        JsonNode listeners = properties.at("/executionlisteners/executionListeners");
        if (!http && listeners.isEmpty()) {
            return;
        }
        out.writeStartElement("extensionElements");
        for (JsonNode listener : listeners) {
            if (!listener.path("expression").asText("").isEmpty()) {
                out.writeStartElement(Dialect.VENDOR, "executionListener");
                out.writeAttribute("event", listener.path("event").asText());
                out.writeAttribute("expression", listener.path("expression").asText());
                out.writeEndElement();
            }
        }
        if (http) {
            for (var field : HTTP_FIELDS.entrySet()) {
                field(field.getValue(), properties.path(field.getKey()).asText(""));
            }
        }
        out.writeEndElement();
    }

    private void field(String name, String value) throws XMLStreamException {
        if (value.isEmpty()) {
            return;
        }
        out.writeStartElement(Dialect.VENDOR, "field");
        out.writeAttribute("name", name);
        out.writeStartElement(Dialect.VENDOR, value.contains("${") ? "expression" : "string");
        out.writeCData(value);
        out.writeEndElement();
        out.writeEndElement();
    }

    private void time(String element, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            out.writeStartElement(element);
            out.writeCharacters(value);
            out.writeEndElement();
        }
    }

    private void vendor(String name, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            out.writeAttribute(Dialect.VENDOR, name, value);
        }
    }

    private static String values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("value").asText(""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("httptaskrequestmethod", "requestMethod");
        fields.put("httptaskrequesturl", "requestUrl");
        fields.put("httptaskrequestheaders", "requestHeaders");
        fields.put("httptaskrequestbody", "requestBody");
        fields.put("httptaskrequesttimeout", "requestTimeout");
        fields.put("httptaskfailstatuscodes", "failStatusCodes");
        fields.put("httptaskhandlestatuscodes", "handleStatusCodes");
        fields.put("httptaskignoreexception", "ignoreException");
        fields.put("httptaskresponsevariablename", "responseVariableName");
        fields.put("httptasksaveresponseasjson", "saveResponseVariableAsJson");
        return fields;
    }
}
