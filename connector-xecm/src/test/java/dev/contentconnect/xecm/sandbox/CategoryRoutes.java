package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Categories of nodes: POST adds one and refuses those that are there, PUT changes one and refuses those that are not. */
public final class CategoryRoutes {
    private static final Pattern KEY = Pattern.compile("(\\d+)_(\\d+)(?:_(\\d+)(?:_(\\d+))?)?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d).*");

    private final Vault vault;

    CategoryRoutes(Vault vault) {
        this.vault = vault;
    }

    /** Sends categories without values as objects without members, so that their ids do not show. */
    public void hideEmptyOnes() {
        vault.emptyCategoriesShow = false;
    }

    /** Sends the categories of a node as one map by their ids. */
    public void answerById() {
        vault.categoriesById = true;
    }

    /**
     * Somebody adds a category to a node and fills in nothing.
     *
     * @param id the node
     * @param category the category
     */
    public void personAdds(long id, long category) {
        vault.nodes.get(id).categories.put(category, blank(vault, category));
    }

    /**
     * Somebody takes a category off a node.
     *
     * @param id the node
     * @param category the category
     */
    public void personRemoves(long id, long category) {
        vault.nodes.get(id).categories.remove(category);
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/nodes/{id}/categories", this::list);
        sandbox.on("POST", "/v2/nodes/{id}/categories", this::add);
        sandbox.on("PUT", "/v2/nodes/{id}/categories/{category}", this::put);
        sandbox.on("DELETE", "/v2/nodes/{id}/categories/{category}", this::remove);
        sandbox.on("GET", "/v1/forms/nodes/categories/create", this::form);
    }

    static String token(Node node, long category) {
        return "t" + node.tokens.getOrDefault(category, 0);
    }

    private SandboxResponse list(SandboxRequest request) {
        Node node = vault.visible(Vault.id(request.parameter("id")));
        List<Object> results = new ArrayList<>();
        node.categories.values().forEach(one -> results.add(map("data", map("categories", vault.shown(one)))));
        return SandboxResponse.json(map("results", results));
    }

    private SandboxResponse add(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        Form form = Form.of(request);
        long category = Vault.id(form.required("category_id"));
        if (node.categories.containsKey(category)) {
            throw new Refusal(500, "The attribute group '" + name(category) + "' already exists.");
        }
        Map<String, Object> values = values(form);
        for (Attr attr : attributes(category)) {
            if (attr.required()
                    && String.valueOf(values.getOrDefault(category + "_" + attr.number(), ""))
                            .isBlank()) {
                throw new Refusal(400, "Attribute '" + attr.name() + "' is required.");
            }
        }
        node.categories.put(category, blank(vault, category));
        try {
            store(vault, node, values);
        } catch (Refusal refused) {
            node.categories.remove(category);
            throw refused;
        }
        vault.touch(node, 10);
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse put(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        long category = Vault.id(request.parameter("category"));
        if (!node.categories.containsKey(category)) {
            throw new Refusal(400, "The category is not on this item.");
        }
        Form form = Form.of(request);
        String token = form.text(category + "_1");
        if (token != null && !token.contains("\"" + token(node, category) + "\"")) {
            throw new Refusal(409, "An edit conflict has occurred: somebody else has changed this item.");
        }
        store(vault, node, values(form));
        node.tokens.merge(category, 1, Integer::sum);
        vault.touch(node, 10);
        return SandboxResponse.json(map(
                "results",
                token == null ? map() : map("state", map("categories", map("metadata_token", token(node, category))))));
    }

    private SandboxResponse remove(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        if (node.categories.remove(Vault.id(request.parameter("category"))) == null) {
            throw new Refusal(400, "The category is not on this item.");
        }
        vault.touch(node, 10);
        return SandboxResponse.json(map("results", map()));
    }

    /** A key that comes once is one value, several times a list. */
    private static Map<String, Object> values(Form form) {
        Map<String, Object> out = new LinkedHashMap<>();
        form.fields().forEach((key, values) -> {
            if (KEY.matcher(key).matches() && !key.endsWith("_1")) {
                out.put(key, values.size() == 1 ? values.get(0) : values);
            } else if (KEY.matcher(key).matches() && key.split("_", -1).length != 2) {
                out.put(key, values.get(0));
            }
        });
        return out;
    }

    private List<Attr> attributes(long category) {
        List<Attr> found = vault.definitions.get(category);
        if (found == null) {
            throw new Refusal(400, "Invalid category specified.");
        }
        return found;
    }

    private String name(long category) {
        return vault.nodes.get(category).name;
    }

    static Map<String, Object> blank(Vault vault, long category) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Attr attr : vault.definitions.get(category)) {
            if (attr.members().isEmpty()) {
                out.put(category + "_" + attr.number(), attr.multi() ? List.of() : null);
            } else {
                attr.members().forEach(one -> out.put(category + "_" + attr.number() + "_1_" + one.number(), null));
            }
        }
        return out;
    }

    /**
     * All values or, where one is refused, none. Unknown keys are dropped without a word; words that are not in a list are
     * refused.
     */
    static void store(Vault vault, Node node, Map<String, Object> values) {
        Map<Long, Map<String, Object>> before = new LinkedHashMap<>();
        node.categories.forEach((id, one) -> before.put(id, new LinkedHashMap<>(one)));
        try {
            storeEach(vault, node, values);
        } catch (Refusal refused) {
            node.categories.clear();
            node.categories.putAll(before);
            throw refused;
        }
    }

    private static void storeEach(Vault vault, Node node, Map<String, Object> values) {
        values.forEach((key, value) -> {
            Matcher matcher = KEY.matcher(key);
            if (!matcher.matches() || value instanceof Map<?, ?>) {
                return;
            }
            long category = Long.parseLong(matcher.group(1));
            List<Attr> attributes = vault.definitions.get(category);
            if (attributes == null) {
                return;
            }
            Map<String, Object> stored = node.categories.computeIfAbsent(category, any -> blank(vault, category));
            int number = Integer.parseInt(matcher.group(2));
            attributes.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .ifPresent(attr -> store(stored, attr, matcher, key, value));
        });
    }

    private static void store(Map<String, Object> stored, Attr attr, Matcher matcher, String key, Object value) {
        if (attr.members().isEmpty()) {
            stored.put(key, converted(attr, value));
            return;
        }
        if (matcher.group(3) != null && matcher.group(4) == null) {
            // A row that goes.
            stored.keySet().removeIf(one -> one.startsWith(key + "_"));
            return;
        }
        if (attr.kind().equals("row") && !"1".equals(matcher.group(3))) {
            // There is one row only, and what is sent for others goes the way of unknown keys.
            return;
        }
        attr.members().stream()
                .filter(one -> matcher.group(4) != null && one.number() == Integer.parseInt(matcher.group(4)))
                .findFirst()
                .ifPresent(one -> stored.put(key, converted(one, value)));
    }

    private static Object converted(Attr attr, Object value) {
        if (attr.multi()) {
            List<?> all = value instanceof List<?> list ? list : array(value);
            return all.stream()
                    .filter(one -> !one.toString().isEmpty())
                    .map(one -> scalar(attr, one))
                    .toList();
        }
        return scalar(attr, value instanceof List<?> list ? list.get(0) : value);
    }

    private static List<?> array(Object value) {
        String text = value.toString();
        if (text.startsWith("[")) {
            try {
                return (List<?>) Json.decodePlain(text.getBytes(StandardCharsets.UTF_8));
            } catch (JsonException plainText) {
                return List.of(value);
            }
        }
        return text.isEmpty() ? List.of() : List.of(value);
    }

    private static Object scalar(Attr attr, Object value) {
        String text = String.valueOf(value);
        if (text.isEmpty()) {
            return null;
        }
        if (!attr.valid().isEmpty() && !attr.valid().contains(text)) {
            throw new Refusal(400, "Value '" + text + "' is not valid for attribute '" + attr.name() + "'.");
        }
        if (attr.kind().equals("date")) {
            Matcher day = DAY.matcher(text);
            if (!day.matches()) {
                throw new Refusal(400, "Invalid date specified.");
            }
            return day.group(1) + "T00:00:00";
        }
        return value;
    }

    // The form

    private SandboxResponse form(SandboxRequest request) {
        vault.visible(Vault.id(request.query("id").orElse("")));
        long category = Vault.id(request.query("category_id").orElse(""));
        attributes(category);
        return SandboxResponse.json(map("forms", List.of(form(vault, category))));
    }

    /** What asks for the attributes of a category. */
    static Map<String, Object> form(Vault vault, long category) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Map<String, Object> options = new LinkedHashMap<>();
        schema.put(category + "_1", map("type", "object"));
        for (Attr attr : vault.definitions.get(category)) {
            String key = category + "_" + attr.number();
            if (attr.members().isEmpty()) {
                schema.put(key, schema(attr));
                options.put(key, map("label", attr.name()));
                continue;
            }
            Map<String, Object> members = new LinkedHashMap<>();
            Map<String, Object> labels = new LinkedHashMap<>();
            boolean one = attr.kind().equals("row");
            attr.members().forEach(member -> {
                String within = key + (one ? "_1_" : "_x_") + member.number();
                members.put(within, schema(member));
                labels.put(within, map("label", member.name()));
            });
            Map<String, Object> object = map("type", "object", "properties", members);
            Map<String, Object> fields = map("fields", labels);
            schema.put(key, one ? object : map("type", "array", "items", object));
            options.put(
                    key,
                    one ? map("label", attr.name(), "fields", labels) : map("label", attr.name(), "items", fields));
        }
        return map(
                "data", map(),
                "schema", map("type", "object", "properties", schema),
                "options", map("fields", options));
    }

    private static Map<String, Object> schema(Attr attr) {
        // Dates are strings in the schema.
        String type = attr.kind().equals("integer") ? "integer" : "string";
        Map<String, Object> plain = map("type", type, "title", attr.name(), "maxLength", 32_000);
        if (!attr.valid().isEmpty()) {
            plain.put("enum", attr.valid());
        }
        Map<String, Object> out = attr.multi() ? map("type", "array", "items", plain, "title", attr.name()) : plain;
        out.put("required", attr.required());
        return out;
    }
}
