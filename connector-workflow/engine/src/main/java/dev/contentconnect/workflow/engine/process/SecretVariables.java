package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flowable.engine.HistoryService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which variables were sent with {@code encryption: true}. The engine knows no such thing and keeps them readable for
 * its expressions; this surface gives their value to nobody, neither on the instance nor on instances it called.
 */
@Component
public class SecretVariables {

    private final Map<String, Set<String>> namesByInstance = new ConcurrentHashMap<>();
    private final HistoryService history;

    SecretVariables(HistoryService history) {
        this.history = history;
    }

    /** The names marked as encrypted in an array of variables. */
    static List<String> marked(JsonNode variables) {
        List<String> names = new ArrayList<>();
        variables.forEach(variable -> {
            if (variable.path("encryption").asBoolean()) {
                names.add(variable.path("name").asText());
            }
        });
        return names;
    }

    /** Remembers names for an instance. */
    public void remember(String instanceId, List<String> names) {
        if (!names.isEmpty()) {
            namesByInstance
                    .computeIfAbsent(instanceId, id -> ConcurrentHashMap.newKeySet())
                    .addAll(names);
        }
    }

    /** Remembers the names marked in these variables. */
    public void rememberMarked(String instanceId, JsonNode variables) {
        remember(instanceId, marked(variables));
    }

    /** The variables of an instance as a caller may see them. */
    public ArrayNode masked(JsonNode variables, @Nullable String instanceId) {
        Set<String> secret = instanceId == null ? Set.of() : of(instanceId);
        ArrayNode views = JsonNodeFactory.instance.arrayNode();
        variables.forEach(variable -> views.add(view(variable, secret)));
        return views;
    }

    private static ObjectNode view(JsonNode variable, Set<String> secret) {
        boolean hidden = secret.contains(variable.path("name").asText());
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.set("name", variable.path("name"));
        view.set("type", variable.path("type"));
        view.set("value", hidden ? JsonNodeFactory.instance.nullNode() : variable.path("value"));
        view.set("scope", variable.path("scope"));
        view.put("encryption", hidden);
        return view;
    }

    private Set<String> of(String instanceId) {
        if (namesByInstance.isEmpty()) {
            return Set.of();
        }
        Set<String> names = ConcurrentHashMap.newKeySet();
        String id = instanceId;
        while (id != null) {
            names.addAll(namesByInstance.getOrDefault(id, Set.of()));
            HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceId(id)
                    .singleResult();
            id = instance == null ? null : instance.getSuperProcessInstanceId();
        }
        return names;
    }
}
