package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An executable process model.
 *
 * @param id its id
 * @param key the id of the process in it
 * @param name what people see
 * @param version counts up with each deployment of the same key
 * @param processDefinitionId names this version
 * @param modelType xml or json
 * @param modelContent text in base64 for xml, an object for json
 * @param rest members this SDK does not know
 */
public record WireModel(
        @Nullable String id,
        @Nullable String key,
        @Nullable String name,
        @Nullable Integer version,
        @Nullable String processDefinitionId,
        @Nullable String modelType,
        @Nullable Object modelContent,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param key the id of the process in it
     * @param name what people see
     * @param version counts up with each deployment of the same key
     * @param processDefinitionId names this version
     * @param modelType xml or json
     * @param modelContent text in base64 for xml, an object for json
     * @param rest members this SDK does not know
     */
    public WireModel {
        rest = Lenient.members(rest);
    }

    /**
     * A model to deploy.
     *
     * @param base64 BPMN text in base64
     * @return the value
     */
    public static WireModel xml(String base64) {
        return new WireModel(null, null, null, null, null, "xml", base64, Map.of());
    }

    /**
     * A model of the modeler to deploy.
     *
     * @param content its shapes as plain values: maps, lists, text and numbers
     * @return the value
     */
    public static WireModel json(Map<String, ?> content) {
        return new WireModel(null, null, null, null, null, "json", content, Map.of());
    }
}
