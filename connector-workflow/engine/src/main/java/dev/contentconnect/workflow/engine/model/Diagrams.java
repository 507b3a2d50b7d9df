package dev.contentconnect.workflow.engine.model;

import java.nio.charset.StandardCharsets;
import org.flowable.bpmn.BpmnAutoLayout;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;

/** Draws a model that came without coordinates, so that it has a diagram as models of the vendor's modeler have. */
final class Diagrams {

    private static final String START = "<bpmndi:BPMNDiagram";
    private static final String END = "</bpmndi:BPMNDiagram>";
    private static final String NAMESPACES = " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
            + " xmlns:omgdc=\"http://www.omg.org/spec/DD/20100524/DC\""
            + " xmlns:omgdi=\"http://www.omg.org/spec/DD/20100524/DI\"";

    private Diagrams() {}

    /** The same XML with a diagram section; everything else stays as the author wrote it. */
    static String drawn(String xml, BpmnModel model) {
        if (!model.getLocationMap().isEmpty()) {
            return xml;
        }
        new BpmnAutoLayout(model).execute();
        String laidOut = new String(new BpmnXMLConverter().convertToXML(model), StandardCharsets.UTF_8);
        int start = laidOut.indexOf(START);
        int insertAt = xml.lastIndexOf("</");
        if (start < 0 || insertAt < 0) {
            return xml;
        }
        String diagram = laidOut.substring(start, laidOut.lastIndexOf(END) + END.length());
        return xml.substring(0, insertAt) + START + NAMESPACES + diagram.substring(START.length()) + "\n"
                + xml.substring(insertAt);
    }
}
