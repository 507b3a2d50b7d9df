package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The routes of the interface. */
final class RestRoutes {
    private final VipSandbox site;
    private final ItemRoutes items;
    private final CommentRoutes comments;

    RestRoutes(VipSandbox site) {
        this.site = site;
        this.items = new ItemRoutes(site);
        this.comments = new CommentRoutes(site);
    }

    SandboxResponse answer(SandboxRequest request, String route, VipSandbox.User user) {
        String[] path = route.substring(1).split("/", -1);
        if (request.method().equals("OPTIONS") && !isThere(path)) {
            // Of a route that is not there nothing is said.
            return SandboxResponse.json(List.of());
        }
        if (path.length < 3 || !path[0].equals("wp") || !path[1].equals("v2")) {
            throw noRoute();
        }
        boolean edit = request.query("context").orElse("view").equals("edit");
        if (edit && user.isAnonymous() && request.method().equals("GET") && !path[2].equals("users")) {
            throw Refusal.of(
                    401, "rest_forbidden_context", "Sorry, you are not allowed to edit posts in this post type.");
        }
        return switch (path[2]) {
            case "users" -> me(user);
            case "comments" -> comments.answer(request, path, user, edit);
            case "media" -> items.answer(request, "media", path, user, edit);
            case "packages", "distributions" -> {
                if (!site.hasProfile() || !site.hasType(path[2])) {
                    throw noRoute();
                }
                yield items.answer(request, path[2], path, user, edit);
            }
            case "regions", "brands", "markets", "partner_programs" -> {
                if (!site.hasProfile()) {
                    throw noRoute();
                }
                yield terms(request, path[2], user);
            }
            default -> throw noRoute();
        };
    }

    private boolean isThere(String[] path) {
        return path.length == 3 && (path[2].equals("media") || (site.hasProfile() && site.hasType(path[2])));
    }

    static Refusal noRoute() {
        return Refusal.of(404, "rest_no_route", "No route was found matching the URL and request method.");
    }

    private static SandboxResponse me(VipSandbox.User user) {
        if (user.isAnonymous()) {
            throw Refusal.of(401, "rest_not_logged_in", "You are not currently logged in.");
        }
        return SandboxResponse.json(
                Map.of("id", user.id(), "name", user.login(), "username", user.login(), "roles", List.of(user.role())));
    }

    private SandboxResponse terms(SandboxRequest request, String base, VipSandbox.User user) {
        Map<Long, String> known = Objects.requireNonNull(site.library.terms.get(base));
        if (request.method().equals("POST")) {
            if (user.isAnonymous() || user.is("subscriber", "contributor", "author")) {
                throw Refusal.of(
                        user.isAnonymous() ? 401 : 403,
                        "rest_cannot_create",
                        "Sorry, you are not allowed to create terms.");
            }
            String name =
                    Texts.escaped(String.valueOf(request.json().get("name")).replaceAll("<[^>]*>", ""));
            for (Map.Entry<Long, String> one : known.entrySet()) {
                if (Texts.plainLower(one.getValue()).equals(Texts.plainLower(name))) {
                    throw Refusal.of(
                            400,
                            "term_exists",
                            "A term with the name provided already exists in this taxonomy.",
                            Map.of("term_id", one.getKey()));
                }
            }
            long id = site.library.nextId();
            known.put(id, name);
            return SandboxResponse.json(201, term(base, id, name));
        }
        List<Object> out = new ArrayList<>();
        String search = request.query("search").orElse("").toLowerCase(java.util.Locale.ROOT);
        List<String> include =
                request.query("include").map(ids -> List.of(ids.split(",", -1))).orElse(List.of());
        known.forEach((id, name) -> {
            boolean wanted = include.isEmpty() || include.contains(Long.toString(id));
            if (wanted && name.toLowerCase(java.util.Locale.ROOT).contains(search)) {
                out.add(term(base, id, name));
            }
        });
        return page(request, out, false);
    }

    private static Map<String, Object> term(String base, long id, String name) {
        return Map.of(
                "id", id, "name", name, "slug", "t" + id, "taxonomy", base.substring(0, base.length() - 1), "count", 0);
    }

    /** One page of a list; past the end is an error where posts are listed. */
    static SandboxResponse page(SandboxRequest request, List<?> all, boolean errorPastTheEnd) {
        int size = request.query("per_page", 10);
        int page = request.query("page", 1);
        if (size < 1 || size > 100) {
            throw Refusal.parameter("per_page", "rest_out_of_bounds", 400, "per_page must be between 1 and 100");
        }
        int pages = (all.size() + size - 1) / size;
        if (errorPastTheEnd && page > pages && !all.isEmpty()) {
            throw Refusal.of(
                    400,
                    "rest_post_invalid_page_number",
                    "The page number requested is larger than the number of pages available.");
        }
        int from = Math.min(all.size(), request.query("offset", (page - 1) * size));
        List<?> items = all.subList(from, Math.min(all.size(), from + size));
        List<String> fields = request.query("_fields")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        return SandboxResponse.json(
                        items.stream().map(one -> trimmed(one, fields)).toList())
                .header("X-WP-Total", Integer.toString(all.size()))
                .header("X-WP-TotalPages", Integer.toString(pages));
    }

    private static Object trimmed(Object item, List<String> fields) {
        if (fields.isEmpty() || !(item instanceof Map<?, ?> map)) {
            return item;
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        fields.forEach(name -> out.put(name, map.get(name)));
        return out;
    }
}
