package dev.contentconnect.workflow.engine.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The query parameters of one list call and what the engine calls them. Parameters nobody named are ignored, as the
 * service does; documented ones the engine cannot answer are refused, because ignoring a filter answers a different
 * question.
 */
public final class Filters {

    private static final Set<String> LISTS =
            Set.of("candidateGroupIn", "taskDefinitionKeys", "processDefinitionKeyIn", "taskCategoryIn");
    private static final Set<String> ONLY_WHEN_TRUE = Set.of("unassigned", "withoutDueDate");

    private final Map<String, String> names = new LinkedHashMap<>();
    private Set<String> unsupported = Set.of();

    private Filters() {}

    /** Parameters the engine knows by the same name. */
    public static Filters same(String... names) {
        Filters filters = new Filters();
        for (String name : names) {
            filters.names.put(name, name);
        }
        return filters;
    }

    /** One more parameter, with the engine's name for it. */
    public Filters renamed(String name, String engineName) {
        names.put(name, engineName);
        return this;
    }

    /** Documented parameters without a counterpart in the engine. */
    public Filters refused(String... refused) {
        unsupported = Set.of(refused);
        return this;
    }

    /** The engine's query body for these parameters, paging and sorting included. */
    public ObjectNode query(Map<String, String> parameters, Window window) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, value) -> {
            if (unsupported.contains(name)) {
                throw FacadeRefusal.badRequest("This engine has no filter " + name);
            }
            String engineName = names.get(name);
            if (engineName != null) {
                put(query, engineName, value);
            }
        });
        window.into(query);
        for (String name : new String[] {"sort", "order"}) {
            if (parameters.containsKey(name)) {
                query.put(name, parameters.get(name));
            }
        }
        return query;
    }

    private static void put(ObjectNode query, String name, String value) {
        if (LISTS.contains(name)) {
            var list = query.putArray(name);
            for (String item : value.split(",", -1)) {
                list.add(item.trim());
            }
        } else if (!ONLY_WHEN_TRUE.contains(name) || Boolean.parseBoolean(value)) {
            query.put(name, value);
        }
    }
}
