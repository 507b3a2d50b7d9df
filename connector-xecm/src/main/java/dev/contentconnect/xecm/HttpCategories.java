package dev.contentconnect.xecm;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.xecm.api.Categories;
import dev.contentconnect.xecm.wire.WireCategory;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Categories over HTTP. */
record HttpCategories(XecmHttp http) implements Categories {
    private static final String NODES = "nodes";
    private static final String CATEGORIES = "categories";

    @Override
    public WireValues of(long node) {
        WireFields answer = http.get("categories.of", http.v2(NODES, node, CATEGORIES));
        List<Object> all = new ArrayList<>();
        PagedLists.results(answer)
                .forEach(one -> all.add(one.object("data").object(CATEGORIES).asMap()));
        return WireValues.of(all);
    }

    @Override
    public WireCategory definition(long node, long category) {
        RequestUri uri =
                http.v1("forms", NODES, CATEGORIES, "create").query("id", node).query("category_id", category);
        return CategoryForm.read(category, http.get("categories.definition", uri));
    }

    @Override
    public void add(long node, long category, Map<String, ?> values) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("category_id", category);
        form.putAll(form(values));
        http.post("categories.add", http.v2(NODES, node, CATEGORIES), HttpBody.form(form), Effect.UNSAFE);
    }

    @Override
    public Optional<String> put(long node, long category, Map<String, ?> values, @Nullable String token) {
        Map<String, Object> form = new LinkedHashMap<>(form(values));
        if (token != null) {
            form.put(category + "_1", XecmHttp.text(Map.of("metadata_token", token)));
        }
        // With a token, the same request again would be told of a conflict with itself.
        WireFields answer = http.put(
                "categories.put",
                http.v2(NODES, node, CATEGORIES, category),
                HttpBody.form(form),
                token == null ? Effect.IDEMPOTENT : Effect.UNSAFE);
        return Optional.ofNullable(CategoryForm.token(answer.object("results").object("state"), category));
    }

    @Override
    public void remove(long node, long category) {
        http.delete("categories.remove", http.v2(NODES, node, CATEGORIES, category));
    }

    /** Several values repeat their key; none is an empty text; what is nested is JSON text. */
    private static Map<String, Object> form(Map<String, ?> values) {
        Map<String, Object> out = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value instanceof Collection<?> many) {
                out.put(key, many.isEmpty() ? "" : many);
            } else {
                out.put(key, value instanceof Map<?, ?> ? XecmHttp.text(value) : value);
            }
        });
        return out;
    }
}
