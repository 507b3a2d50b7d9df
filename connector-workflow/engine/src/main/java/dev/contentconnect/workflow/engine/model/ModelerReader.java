package dev.contentconnect.workflow.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Reads a model in the modeler's JSON and writes it as BPMN in the vendor's dialect. */
final class ModelerReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Map<String, String> ELEMENTS = Map.of(
            "StartNoneEvent", "startEvent",
            "EndNoneEvent", "endEvent",
            "UserTask", "userTask",
            "HttpTask", "serviceTask",
            "CallActivity", "callActivity",
            "SubProcess", "subProcess",
            "ExclusiveGateway", "exclusiveGateway",
            "InclusiveGateway", "inclusiveGateway",
            "ParallelGateway", "parallelGateway");
    private static final Set<String> DECORATION = Set.of("TextAnnotation", "Association");

    private final Map<String, String> ownerByOutgoing = new HashMap<>();
    private final Map<String, String> defaultFlowByOwner = new HashMap<>();
    private final XMLStreamWriter out;
    private final ShapeWriter shapes;

    private ModelerReader(XMLStreamWriter out) {
        this.out = out;
        this.shapes = new ShapeWriter(out);
    }

    static String xml(JsonNode model) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new ModelerReader(out).write(model);
            out.close();
        } catch (XMLStreamException e) {
            throw FacadeRefusal.badRequest(String.valueOf(e.getMessage()));
        }
        return text.toString();
    }

    private void write(JsonNode model) throws XMLStreamException {
        String id = model.at("/properties/process_id").asText("");
        if (id.isEmpty()) {
            throw FacadeRefusal.badRequest("The model has no process_id");
        }
        index(model.path("childShapes"));
        out.writeStartDocument();
        out.writeStartElement("definitions");
        out.writeDefaultNamespace(BPMN);
        out.writeNamespace("xsi", ShapeWriter.XSI);
        out.writeNamespace("workflow", Dialect.VENDOR);
        out.writeAttribute(
                "targetNamespace", model.at("/properties/process_namespace").asText("modeler"));
        out.writeStartElement("process");
        out.writeAttribute("id", id);
        out.writeAttribute("name", model.at("/properties/name").asText(id));
        out.writeAttribute("isExecutable", "true");
        shapes.extensions(model.path("properties"), false);
        children(model.path("childShapes"));
        out.writeEndDocument();
    }

    // A shape lists what leaves it; flows and boundary events do not say where they belong.
    private void index(JsonNode all) {
        all.forEach(shape -> {
            String id = shape.path("resourceId").asText();
            shape.path("outgoing")
                    .forEach(next -> ownerByOutgoing.put(next.path("resourceId").asText(), id));
            index(shape.path("childShapes"));
        });
        all.forEach(shape -> {
            String id = shape.path("resourceId").asText();
            if (shape.at("/properties/defaultflow").asBoolean() && ownerByOutgoing.containsKey(id)) {
                defaultFlowByOwner.put(ownerByOutgoing.getOrDefault(id, ""), id);
            }
        });
    }

    private void children(JsonNode all) throws XMLStreamException {
        for (JsonNode shape : all) {
            String stencil = shape.at("/stencil/id").asText();
            if (stencil.equals("SequenceFlow")) {
                shapes.flow(shape, owner(shape));
            } else if (stencil.equals("BoundaryTimerEvent")) {
                shapes.boundaryTimer(shape, owner(shape));
            } else if (ELEMENTS.containsKey(stencil)) {
                node(shape, stencil);
            } else if (!DECORATION.contains(stencil)) {
                throw FacadeRefusal.badRequest("This engine cannot read the stencil " + stencil + "; it knows "
                        + List.copyOf(ELEMENTS.keySet()) + ", SequenceFlow and BoundaryTimerEvent");
            }
        }
    }

    private void node(JsonNode shape, String stencil) throws XMLStreamException {
        String id = shape.path("resourceId").asText();
        out.writeStartElement(ELEMENTS.getOrDefault(stencil, ""));
        shapes.head(shape);
        if (defaultFlowByOwner.containsKey(id)) {
            out.writeAttribute("default", defaultFlowByOwner.get(id));
        }
        JsonNode properties = shape.path("properties");
        switch (stencil) {
            case "UserTask" -> shapes.userTask(properties);
            case "HttpTask" -> out.writeAttribute(Dialect.VENDOR, "type", "http");
            case "CallActivity" ->
                out.writeAttribute(
                        "calledElement",
                        properties.path("callactivitycalledelement").asText());
            default -> {
                // nothing beyond id and name
            }
        }
        shapes.extensions(properties, stencil.equals("HttpTask"));
        children(shape.path("childShapes"));
        out.writeEndElement();
    }

    private String owner(JsonNode shape) {
        String id = shape.path("resourceId").asText();
        String owner = ownerByOutgoing.get(id);
        if (owner == null) {
            throw FacadeRefusal.badRequest("Nothing leads to " + id);
        }
        return owner;
    }
}
