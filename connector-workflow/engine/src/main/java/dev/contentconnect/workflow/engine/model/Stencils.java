package dev.contentconnect.workflow.engine.model;

import java.util.Map;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.SignalEventDefinition;
import org.flowable.bpmn.model.TimerEventDefinition;

/** The modeler's name for each kind of shape. */
final class Stencils {

    private static final Map<String, String> NAMES = Map.of(
            "StartEvent", "StartNoneEvent",
            "EndEvent", "EndNoneEvent",
            "ServiceTask", "ServiceTask",
            "HttpServiceTask", "HttpTask",
            "InclusiveGateway", "InclusiveGateway",
            "ExclusiveGateway", "ExclusiveGateway",
            "ParallelGateway", "ParallelGateway");

    private Stencils() {}

    static String of(FlowElement element) {
        if (element instanceof BoundaryEvent event
                && !event.getEventDefinitions().isEmpty()) {
            var definition = event.getEventDefinitions().get(0);
            if (definition instanceof TimerEventDefinition) {
                return "BoundaryTimerEvent";
            }
            if (definition instanceof MessageEventDefinition) {
                return "BoundaryMessageEvent";
            }
            if (definition instanceof SignalEventDefinition) {
                return "BoundarySignalEvent";
            }
        }
        String type = element.getClass().getSimpleName();
        return NAMES.getOrDefault(type, type);
    }
}
