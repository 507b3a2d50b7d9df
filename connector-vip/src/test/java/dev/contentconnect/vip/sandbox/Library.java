package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.time.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the sandbox: items, terms, comments. */
final class Library {
    final TimeSource clock;
    final Map<Long, Item> items = new LinkedHashMap<>();
    final Map<String, Map<Long, String>> terms = new LinkedHashMap<>();
    final List<Map<String, @Nullable Object>> comments = new ArrayList<>();
    boolean rush;
    private final Weather weather;
    private long lastId = 9;

    Library(TimeSource clock, Weather weather) {
        this.clock = clock;
        this.weather = weather;
        for (String base : List.of("regions", "brands", "markets", "partner_programs")) {
            terms.put(base, new LinkedHashMap<>());
        }
    }

    /** WordPress keeps times in whole seconds. */
    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    long nextId() {
        return ++lastId;
    }

    Item find(String type, long id) {
        return Optional.ofNullable(items.get(id))
                .filter(one -> one.type.equals(type))
                .map(this::due)
                .orElseThrow(() -> Refusal.of(404, "rest_post_invalid_id", "Invalid post ID."));
    }

    List<Item> all(String type) {
        return items.values().stream()
                .filter(one -> one.type.equals(type))
                .map(this::due)
                .toList();
    }

    /** What waits for its date comes out by cron. */
    Item due(Item item) {
        if (weather.cron && item.status.equals("future") && !item.date.isAfter(clock.now())) {
            item.status = "publish";
        }
        return item;
    }

    /** Whether nobody in particular may see it. */
    boolean isPublic(Item item) {
        if (!item.isMedia()) {
            return item.status.equals("publish");
        }
        Item parent = items.get(item.parent);
        return item.status.equals("inherit")
                && (parent == null || due(parent).status.equals("publish"));
    }

    /** A short name is given once; drafts may share one. */
    String unique(Item item, String wanted) {
        String slug = wanted.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        if (item.status.equals("draft") || item.status.equals("pending")) {
            return slug;
        }
        if (rush) {
            rush = false;
            return slug;
        }
        String candidate = slug;
        for (int i = 2; isTaken(item, candidate); i++) {
            candidate = slug + "-" + i;
        }
        return candidate;
    }

    private boolean isTaken(Item item, String slug) {
        return items.values().stream().anyMatch(one -> one != item && one.slug.equals(slug));
    }
}
