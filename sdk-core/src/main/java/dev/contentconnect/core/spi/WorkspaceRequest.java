package dev.contentconnect.core.spi;

import java.util.Map;

/**
 * A workspace to be found or made.
 *
 * @param key the business key; the same key again finds the workspace instead of making a second one
 * @param type the kind of workspace, in the words of the system
 * @param title what people call it
 * @param attributes plain values by attribute name; may be empty
 */
public record WorkspaceRequest(String key, String type, String title, Map<String, Object> attributes) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key the business key; the same key again finds the workspace instead of making a second one
     * @param type the kind of workspace, in the words of the system
     * @param title what people call it
     * @param attributes plain values by attribute name; may be empty
     * @throws IllegalArgumentException when {@code key} or {@code type} or {@code title} is blank
     */
    public WorkspaceRequest {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (type.isBlank()) {
            throw new IllegalArgumentException("type must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        attributes = Attributes.copy(attributes);
    }
}
