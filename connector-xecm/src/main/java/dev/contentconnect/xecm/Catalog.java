package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AttributeKeys;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireCategory;
import dev.contentconnect.xecm.wire.WireNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Categories and their attributes by name: ids differ with each installation. What was found is kept for some minutes. Safe
 * for several threads.
 */
final class Catalog {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int CATEGORIES_VOLUME = 133;
    private static final int MOST = 1_000;

    private final XecmClient client;
    private final XecmConfig config;
    private final Map<String, Found<Long>> ids = new ConcurrentHashMap<>();
    private final Map<Long, Found<Category>> categories = new ConcurrentHashMap<>();

    Catalog(XecmClient client, XecmConfig config) {
        this.client = client;
        this.config = config;
    }

    private record Found<T>(T value, Instant at) {}

    /** A category with its name. */
    record Category(String name, WireCategory definition) {}

    /** Where the parts of an asset stand; null when no category is configured for them. */
    @Nullable AttributeKeys assetKeys(String operation, long node) {
        String category = config.assets().category();
        return category == null
                ? null
                : keys(operation, node, category, config.assets().fields());
    }

    /** Where the parts of rights stand. */
    AttributeKeys rightsKeys(String operation, long node) {
        return keys(
                operation,
                node,
                Objects.requireNonNull(config.rights().category()),
                config.rights().fields());
    }

    private AttributeKeys keys(String operation, long node, String category, Map<String, String> names) {
        return AttributeKeys.of(category(node, categoryId(operation, category)).definition(), names);
    }

    /** What of the configured names there is not. */
    List<String> missing(String operation, long node, String category, Map<String, String> names) {
        AttributeKeys found = keys(operation, node, category, names);
        List<String> out = new ArrayList<>();
        names.forEach((meaning, name) -> {
            if (found.key(meaning) == null) {
                out.add(name);
            }
        });
        return out.stream().sorted().toList();
    }

    /** The definition is told for a node that may have the category. */
    Category category(long node, long id) {
        Found<Category> known = categories.get(id);
        if (known != null && isFresh(known)) {
            return known.value();
        }
        String name = client.nodes().get(id).name();
        Category found = new Category(
                name == null ? Long.toString(id) : name, client.categories().definition(node, id));
        keep(categories, id, found);
        return found;
    }

    long categoryId(String operation, String text) {
        Found<Long> known = ids.get(text);
        if (known != null && isFresh(known)) {
            return known.value();
        }
        long id = text.chars().allMatch(Character::isDigit) ? Long.parseLong(text) : find(operation, text);
        keep(ids, text, id);
        return id;
    }

    private long find(String operation, String path) {
        WireNode at = client.nodes().volume(CATEGORIES_VOLUME);
        for (String name : path.split("/", -1)) {
            if (name.isBlank()) {
                continue;
            }
            at = child(at.id(), name.strip())
                    .orElseThrow(() ->
                            REFUSED.rejected(operation, "category_missing", "the categories volume has no " + path));
        }
        return at.id();
    }

    /** The filter takes parts of names. */
    private Optional<WireNode> child(long folder, String name) {
        return client
                .nodes()
                .children(folder, XecmQuery.ALL.with("where_name", name).with("fields", "properties"))
                .stream()
                .filter(one -> name.toLowerCase(Locale.ROOT)
                        .equals(String.valueOf(one.name()).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private boolean isFresh(Found<?> found) {
        return config.options().time().now().isBefore(found.at().plus(KEPT));
    }

    private <K, T> void keep(Map<K, Found<T>> in, K key, T value) {
        if (in.size() >= MOST) {
            in.clear();
        }
        in.put(key, new Found<>(value, config.options().time().now()));
    }

    /** Attributes of several categories by name, as {@code Attribute} where only one has it and {@code Category.Attribute}. */
    Map<String, WireAttribute> byName(long node, Iterable<Long> ids) {
        Map<String, WireAttribute> out = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (long id : ids) {
            Category category = category(node, id);
            for (WireAttribute attribute : category.definition().attributes()) {
                String plain = lower(attribute.name());
                times.merge(plain, 1, Integer::sum);
                out.put(plain, attribute);
                out.put(lower(category.name()) + "." + plain, attribute);
            }
        }
        times.forEach((name, count) -> {
            if (count > 1) {
                out.remove(name);
            }
        });
        return out;
    }

    static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
