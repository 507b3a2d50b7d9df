package dev.contentconnect.workflow.engine.model;

import java.util.Map;
import java.util.Optional;

/** The filters of the model list. {@code modelType} is none of them: every model can be read in both forms. */
record ModelFilter(Map<String, String> parameters) {

    Optional<String> key() {
        return Optional.ofNullable(parameters.get("key"));
    }

    Optional<String> definitionId() {
        return Optional.ofNullable(parameters.get("processDefinitionId"));
    }

    boolean latestOnly() {
        return Boolean.parseBoolean(parameters.get("latestVersion"));
    }
}
