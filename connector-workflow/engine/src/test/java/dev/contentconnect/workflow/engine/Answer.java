package dev.contentconnect.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Status and body of one call; the body is a missing node when it was empty or no JSON. */
record Answer(int status, JsonNode body, String contentType) {

    String id() {
        return text("id");
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** The items of a HAL page; none when there is no {@code _embedded}. */
    List<JsonNode> items() {
        JsonNode embedded = body.path("_embedded");
        return embedded.isObject() ? list(embedded.elements().next()) : List.of();
    }

    List<String> all(String field) {
        return items().stream().map(item -> item.path(field).asText()).toList();
    }

    /** The value of one of the variables in the body. */
    JsonNode variable(String name) {
        return list(body.path("variables")).stream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value"))
                .findFirst()
                .orElseGet(() -> body.path("no variable " + name));
    }

    static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
