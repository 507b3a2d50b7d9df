package dev.contentconnect.workflow.engine.model;

import java.util.Optional;
import org.flowable.bpmn.model.BaseElement;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's BPMN dialect and the engine's differ in one thing: the namespace of the extensions. The vendor's own
 * attributes (taskType, outcomeVariable, possibleOutcomes) mean nothing to the engine, which keeps them all the same.
 */
public final class Dialect {

    private static final String VENDOR = "http://workflow.opentext.com";
    private static final String ENGINE = "http://flowable.org/bpmn";

    private Dialect() {}

    static String toEngine(String xml) {
        return swap(xml, VENDOR, ENGINE);
    }

    static String toVendor(String xml) {
        return swap(xml, ENGINE, VENDOR);
    }

    /** A vendor attribute of an element of a deployed model. */
    public static Optional<String> attribute(@Nullable BaseElement element, String name) {
        return Optional.ofNullable(element).map(known -> known.getAttributeValue(ENGINE, name));
    }

    private static String swap(String xml, String from, String to) {
        return xml.replace('"' + from + '"', '"' + to + '"').replace('\'' + from + '\'', '\'' + to + '\'');
    }
}
