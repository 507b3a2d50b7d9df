package dev.contentconnect.workflow.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.HasExecutionListeners;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * A deployed model as the vendor's modeler would save it: shapes with resource ids, stencils and lower-case
 * properties. What a client needs to find a task's possible outcomes is complete; presentation is reduced to bounds.
 */
final class ModelerJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final BpmnModel model;

    private ModelerJson(BpmnModel model) {
        this.model = model;
    }

    static ObjectNode of(BpmnModel model) {
        return new ModelerJson(model).root();
    }

    private ObjectNode root() {
        Process process = model.getMainProcess();
        ObjectNode root = JSON.objectNode();
        root.put("modelId", process.getId());
        root.set("bounds", bounds(null));
        root.putObject("properties")
                .put("process_id", process.getId())
                .put("name", process.getName())
                .put("process_namespace", model.getTargetNamespace())
                .put("documentation", process.getDocumentation())
                .put("isexecutable", process.isExecutable())
                .set("executionlisteners", listeners(process));
        root.set("childShapes", shapes(process.getFlowElements()));
        root.putObject("stencil").put("id", "BPMNDiagram");
        root.putObject("stencilset")
                .put("namespace", "http://b3mn.org/stencilset/bpmn2.0#")
                .put("url", "../editor/stencilsets/bpmn2.0/bpmn2.0.json");
        return root;
    }

    private ArrayNode shapes(Collection<FlowElement> elements) {
        ArrayNode shapes = JSON.arrayNode();
        elements.forEach(element -> shapes.add(shape(element)));
        return shapes;
    }

    private ObjectNode shape(FlowElement element) {
        ObjectNode shape = JSON.objectNode();
        shape.put("resourceId", element.getId());
        shape.set("properties", properties(element));
        shape.putObject("stencil").put("id", Stencils.of(element));
        shape.set("childShapes", element instanceof SubProcess sub ? shapes(sub.getFlowElements()) : JSON.arrayNode());
        ArrayNode outgoing = shape.putArray("outgoing");
        if (element instanceof FlowNode node) {
            node.getOutgoingFlows().forEach(flow -> outgoing.addObject().put("resourceId", flow.getId()));
        }
        if (element instanceof Activity activity) {
            activity.getBoundaryEvents().forEach(event -> outgoing.addObject().put("resourceId", event.getId()));
        }
        if (element instanceof SequenceFlow flow) {
            outgoing.addObject().put("resourceId", flow.getTargetRef());
            shape.putObject("target").put("resourceId", flow.getTargetRef());
        }
        shape.set("bounds", bounds(model.getGraphicInfo(element.getId())));
        shape.putArray("dockers");
        return shape;
    }

    private static ObjectNode properties(FlowElement element) {
        ObjectNode properties = JSON.objectNode();
        properties.put("overrideid", element.getId());
        properties.put("name", text(element.getName()));
        properties.set("executionlisteners", listeners(element));
        if (element instanceof UserTask task) {
            userTask(task, properties);
        } else if (element instanceof SequenceFlow flow) {
            condition(flow, properties);
        } else if (element instanceof CallActivity call) {
            properties.put("callactivitycalledelement", text(call.getCalledElement()));
        } else if (element instanceof BoundaryEvent event) {
            properties.put("cancelactivity", event.isCancelActivity());
            event.getEventDefinitions().stream()
                    .filter(TimerEventDefinition.class::isInstance)
                    .map(TimerEventDefinition.class::cast)
                    .forEach(timer -> properties.put("timerdurationdefinition", text(timer.getTimeDuration())));
        }
        return properties;
    }

    private static void condition(SequenceFlow flow, ObjectNode properties) {
        if (flow.getConditionExpression() == null) {
            properties.put("conditionsequenceflow", "");
        } else {
            properties
                    .putObject("conditionsequenceflow")
                    .putObject("expression")
                    .put("type", "static")
                    .put("staticValue", flow.getConditionExpression());
        }
        FlowElement source = flow.getSourceFlowElement();
        String otherwise = source instanceof Gateway gateway
                ? gateway.getDefaultFlow()
                : source instanceof Activity activity ? activity.getDefaultFlow() : null;
        properties.put("defaultflow", flow.getId().equals(otherwise));
    }

    private static void userTask(UserTask task, ObjectNode properties) {
        ObjectNode assignment = properties.putObject("usertaskassignment").putObject("assignment");
        assignment.put("type", "static").put("assignee", Dialect.assignee(task.getAssignee()));
        values(assignment.putArray("candidateUsers"), task.getCandidateUsers());
        values(assignment.putArray("candidateGroups"), task.getCandidateGroups());
        properties.put("tasktype", Dialect.attribute(task, "taskType").orElse(""));
        properties.put(
                "outcomevariable", Dialect.attribute(task, "outcomeVariable").orElse(""));
        properties.put(
                "possibleoutcomes", Dialect.attribute(task, "possibleOutcomes").orElse(""));
        properties.put("duedatedefinition", text(task.getDueDate()));
        properties.put("prioritydefinition", text(task.getPriority()));
        properties.put("categorydefinition", text(task.getCategory()));
    }

    private static ObjectNode listeners(HasExecutionListeners element) {
        ObjectNode listeners = JSON.objectNode();
        ArrayNode list = listeners.putArray("executionListeners");
        element.getExecutionListeners().stream()
                .filter(listener ->
                        ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION.equals(listener.getImplementationType()))
                .forEach(listener -> list.addObject()
                        .put("event", listener.getEvent())
                        .put("expression", listener.getImplementation()));
        return listeners;
    }

    private static void values(ArrayNode array, List<String> values) {
        values.forEach(value -> array.addObject().put("value", value));
    }

    private static ObjectNode bounds(@Nullable GraphicInfo info) {
        ObjectNode bounds = JSON.objectNode();
        double x = info == null ? 0 : info.getX();
        double y = info == null ? 0 : info.getY();
        bounds.putObject("upperLeft").put("x", x).put("y", y);
        bounds.putObject("lowerRight")
                .put("x", info == null ? 1600 : x + info.getWidth())
                .put("y", info == null ? 1050 : y + info.getHeight());
        return bounds;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
