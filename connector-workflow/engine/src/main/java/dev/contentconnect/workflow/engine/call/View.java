package dev.contentconnect.workflow.engine.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Small steps every rendering needs. */
public final class View {

    private View() {}

    /** The named fields in this order; one the engine did not send is null. */
    public static ObjectNode of(JsonNode source, List<String> fields) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        fields.forEach(field ->
                view.set(field, source.hasNonNull(field) ? source.get(field) : JsonNodeFactory.instance.nullNode()));
        return view;
    }

    /** Every element, rendered. */
    public static List<JsonNode> each(JsonNode array, Function<JsonNode, ? extends JsonNode> rendering) {
        List<JsonNode> views = new ArrayList<>();
        array.forEach(item -> views.add(rendering.apply(item)));
        return views;
    }
}
