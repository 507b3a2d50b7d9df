package dev.contentconnect.workflow.engine.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Collections as the vendor sends them: no {@code _embedded} when empty, no {@code next} on the last page. */
public final class Hal {

    private Hal() {}

    /**
     * One page.
     *
     * @param key name of the embedded list
     * @param items the items of this page
     * @param total items in the whole collection
     * @param window what was asked for
     */
    public static ObjectNode page(String key, List<JsonNode> items, long total, Window window) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        if (!items.isEmpty()) {
            page.putObject("_embedded").putArray(key).addAll(items);
        }
        ObjectNode links = page.putObject("_links");
        links.putObject("self").put("href", href(window.offset(), window.count()));
        if (!items.isEmpty() && window.offset() + items.size() < total) {
            links.putObject("next").put("href", href(window.offset() + window.count(), window.count()));
        }
        page.putObject("page")
                .put("size", window.count())
                .put("totalElements", total)
                .put("totalPages", (total + window.count() - 1) / window.count())
                .put("number", window.offset() / window.count());
        return page;
    }

    /** One page cut from a complete list. */
    public static ObjectNode page(String key, List<JsonNode> all, Window window) {
        return page(key, window.of(all), all.size(), window);
    }

    private static String href(int offset, int count) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("offset", offset)
                .replaceQueryParam("count", count)
                .build(true)
                .toUriString();
    }
}
