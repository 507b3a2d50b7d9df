package dev.contentconnect.workflow.engine.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The part of a collection a caller asked for.
 *
 * @param offset index of the first item, from 0
 * @param count most items to return
 */
public record Window(int offset, int count) {

    /** Reads {@code offset} and {@code count}; 0 and 10 when absent. */
    public static Window of(Map<String, String> parameters) {
        Window window = new Window(number(parameters, "offset", 0), number(parameters, "count", 10));
        if (window.offset < 0 || window.count < 1) {
            throw FacadeRefusal.badRequest("offset must be at least 0 and count at least 1");
        }
        return window;
    }

    /** The items of a complete list that fall into this window. */
    public List<JsonNode> of(List<JsonNode> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(all.size(), from + count));
    }

    void into(ObjectNode query) {
        query.put("start", offset).put("size", count);
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw FacadeRefusal.badRequest(name + " is not a number");
        }
    }
}
