package dev.contentconnect.workflow.engine.model;

import java.util.Optional;
import org.flowable.bpmn.model.BaseElement;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's BPMN dialect and the engine's differ in the namespace of the extensions and in the word for the
 * initiator. The vendor's own attributes (taskType, outcomeVariable, possibleOutcomes) mean nothing to the engine, which
 * keeps them all the same.
 */
public final class Dialect {

    static final String VENDOR = "http://workflow.opentext.com";
    private static final String ENGINE = "http://flowable.org/bpmn";

    // The vendor's word for whoever started the instance, and an expression of the same meaning.
    private static final String INITIATOR = "$INITIATOR";
    private static final String STARTER = "${execution.processInstance.startUserId}";

    private Dialect() {}

    static String toEngine(String xml) {
        return swap(swap(xml, VENDOR, ENGINE), INITIATOR, STARTER);
    }

    static String toVendor(String xml) {
        return swap(swap(xml, ENGINE, VENDOR), STARTER, INITIATOR);
    }

    /** An assignee as the vendor would write it. */
    static String assignee(@Nullable String engineAssignee) {
        if (engineAssignee == null) {
            return "";
        }
        return engineAssignee.equals(STARTER) ? INITIATOR : engineAssignee;
    }

    /** A vendor attribute of an element of a deployed model. */
    public static Optional<String> attribute(@Nullable BaseElement element, String name) {
        return Optional.ofNullable(element).map(known -> known.getAttributeValue(ENGINE, name));
    }

    private static String swap(String xml, String from, String to) {
        return xml.replace('"' + from + '"', '"' + to + '"').replace('\'' + from + '\'', '\'' + to + '\'');
    }
}
