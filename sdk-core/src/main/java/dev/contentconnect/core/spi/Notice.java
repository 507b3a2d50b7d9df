package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Link;
import java.util.List;
import java.util.Map;

/**
 * A message to partners about content.
 *
 * @param key chosen by the caller; the same key again sends nothing
 * @param subject the headline
 * @param text plain text
 * @param links where to find what it is about; may be empty
 * @param fields named facts such as version, effective date, territories; may be empty
 */
public record Notice(String key, String subject, String text, List<Link> links, Map<String, String> fields) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again sends nothing
     * @param subject the headline
     * @param text plain text
     * @param links where to find what it is about; may be empty
     * @param fields named facts such as version, effective date, territories; may be empty
     * @throws IllegalArgumentException when {@code key} or {@code subject} or {@code text} is blank
     */
    public Notice {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject must not be blank");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        links = List.copyOf(links);
        fields = Map.copyOf(fields);
    }
}
