package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How lists are narrowed and sorted. */
final class ItemLists {
    /** The site's own time zone, in which filters without a zone are read. */
    private static final ZoneOffset SITE = ZoneOffset.ofHours(2);

    private final VipSandbox site;
    private final Library library;

    ItemLists(VipSandbox site) {
        this.site = site;
        this.library = site.library;
    }

    List<Item> find(SandboxRequest request, String type, VipSandbox.User user) {
        Set<String> statuses = new HashSet<>(words(request, "status"));
        if (statuses.isEmpty()) {
            statuses.add(type.equals("media") ? "inherit" : "publish");
        }
        if (user.isAnonymous() && !Set.of("inherit", "publish").containsAll(statuses)) {
            throw Refusal.parameter("status", "rest_forbidden_status", 401, "Status is forbidden.");
        }
        if (library.rush && request.query("slug").isPresent()) {
            return List.of();
        }
        Stream<Item> out = library.all(type).stream()
                .filter(one -> statuses.contains("any") ? !one.status.equals("trash") : statuses.contains(one.status))
                .filter(one -> !user.isAnonymous() || library.isPublic(one));
        String parent = request.query("parent").orElse("");
        out = texts(request, out).filter(one -> parent.isEmpty() || parent.equals(Long.toString(one.parent)));
        out = times(request, out, site.weather.before57);
        if (site.hasProfile()) {
            out = terms(request, out);
            out = meta(request, out);
        }
        return out.sorted(order(request)).toList();
    }

    private static Stream<Item> texts(SandboxRequest request, Stream<Item> in) {
        String search = request.query("search").orElse("").toLowerCase(Locale.ROOT);
        List<String> slugs = words(request, "slug");
        List<String> include = words(request, "include");
        return in.filter(one -> one.text("title").toLowerCase(Locale.ROOT).contains(search)
                        || one.text("content").toLowerCase(Locale.ROOT).contains(search))
                .filter(one -> slugs.isEmpty() || slugs.contains(one.slug))
                .filter(one -> include.isEmpty() || include.contains(Long.toString(one.id)));
    }

    private static Stream<Item> times(SandboxRequest request, Stream<Item> in, boolean before57) {
        Instant modified = request.query("modified_after")
                .filter(any -> !before57)
                .map(ItemLists::instant)
                .orElse(Instant.MIN);
        Instant dated = request.query("after").map(ItemLists::instant).orElse(Instant.MIN);
        return in.filter(one -> one.modified.isAfter(modified)).filter(one -> one.date.isAfter(dated));
    }

    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(SITE);
    }

    private Stream<Item> terms(SandboxRequest request, Stream<Item> in) {
        Stream<Item> out = in;
        for (String base : library.terms.keySet()) {
            List<Long> all =
                    words(request, base + "[terms]").stream().map(Long::valueOf).toList();
            List<Long> any = words(request, base).stream().map(Long::valueOf).toList();
            out = out.filter(one -> one.terms.getOrDefault(base, List.of()).containsAll(all))
                    .filter(one -> any.isEmpty()
                            || one.terms.getOrDefault(base, List.of()).stream().anyMatch(any::contains));
        }
        return out;
    }

    /** The parameters that the server profile adds to the list of a type. */
    static List<String> filters(String type) {
        return switch (type) {
            case "packages" -> List.of("asset_id");
            case "distributions" -> List.of("asset_ref", "partner", "state");
            default -> List.of();
        };
    }

    /** The filters that the server profile adds. */
    private static Stream<Item> meta(SandboxRequest request, Stream<Item> in) {
        Map<String, String> filters =
                Map.of("asset_id", "asset_ids", "asset_ref", "asset_refs", "partner", "partner", "state", "state");
        Stream<Item> out = in;
        for (Map.Entry<String, String> one : filters.entrySet()) {
            List<String> wanted = one.getKey().equals("state")
                    ? words(request, "state")
                    : request.query(one.getKey()).map(List::of).orElse(List.of());
            out = out.filter(item ->
                    wanted.isEmpty() || wanted.stream().anyMatch(value -> holds(item, one.getValue(), value)));
        }
        return out;
    }

    private static boolean holds(Item item, String field, String value) {
        Object stored = item.meta.get(field);
        return stored instanceof List<?> list
                ? list.stream().map(String::valueOf).anyMatch(value::equals)
                : value.equals(String.valueOf(stored));
    }

    private static Comparator<Item> order(SandboxRequest request) {
        Comparator<Item> order = switch (request.query("orderby").orElse("date")) {
            case "id" -> Comparator.comparingLong(one -> one.id);
            case "modified" -> Comparator.comparing(one -> one.modified);
            case "title" -> Comparator.comparing(one -> one.text("title"));
            default -> Comparator.comparing(one -> one.date);
        };
        return request.query("order").orElse("desc").equals("asc") ? order : order.reversed();
    }

    private static List<String> words(SandboxRequest request, String name) {
        return request.query(name)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }
}
