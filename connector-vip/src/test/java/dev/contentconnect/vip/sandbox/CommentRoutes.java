package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments: one text once, and not too fast for those who may not moderate. */
final class CommentRoutes {
    private static final Duration FLOOD = Duration.ofSeconds(15);

    private final VipSandbox site;
    private final Library library;

    CommentRoutes(VipSandbox site) {
        this.site = site;
        this.library = site.library;
    }

    SandboxResponse answer(SandboxRequest request, String[] path, VipSandbox.User user, boolean edit) {
        if (request.method().equals("DELETE")) {
            return delete(path[3], user);
        }
        if (request.method().equals("POST") && path.length == 4) {
            return SandboxResponse.json(shown(change(path[3], request.json(), user), true));
        }
        if (request.method().equals("POST")) {
            return SandboxResponse.json(201, shown(add(request.json(), user), isModerator(user)));
        }
        if (!isModerator(user) && (edit || request.query("status").isPresent())) {
            throw Refusal.of(403, "rest_forbidden_context", "Sorry, you are not allowed to edit comments.");
        }
        String post = request.query("post").orElse(null);
        String search = request.query("search").orElse("");
        if (post != null && !library.items.containsKey(Long.parseLong(post))) {
            throw Refusal.of(404, "rest_post_invalid_id", "Invalid post ID.");
        }
        if (library.rush && !search.isEmpty()) {
            return RestRoutes.page(request, List.of(), false);
        }
        Instant after = request.query("after").map(Instant::parse).orElse(Instant.MIN);
        List<Object> out = new ArrayList<>();
        library.comments.stream()
                .filter(one -> ((Instant) one.getOrDefault("at", after)).isAfter(after))
                .filter(one -> post == null || post.equals(String.valueOf(one.get("post"))))
                .filter(one -> String.valueOf(one.get("text")).contains(search))
                .forEach(one -> out.add(shown(one, edit)));
        return RestRoutes.page(request, out, false);
    }

    private SandboxResponse delete(String id, VipSandbox.User user) {
        if (!isModerator(user)) {
            throw Refusal.of(403, "rest_cannot_delete", "Sorry, you are not allowed to delete this comment.");
        }
        if (!library.comments.removeIf(one -> id.equals(String.valueOf(one.get("id"))))) {
            throw Refusal.of(404, "rest_comment_invalid_id", "Invalid comment ID.");
        }
        return SandboxResponse.json(Map.of("deleted", true));
    }

    private Map<String, @Nullable Object> change(String id, Map<String, @Nullable Object> sent, VipSandbox.User user) {
        if (!isModerator(user)) {
            throw Refusal.of(403, "rest_cannot_edit", "Sorry, you are not allowed to edit this comment.");
        }
        Map<String, @Nullable Object> comment = library.comments.stream()
                .filter(one -> id.equals(String.valueOf(one.get("id"))))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "rest_comment_invalid_id", "Invalid comment ID."));
        if (sent.get("date_gmt") instanceof String date) {
            comment.put("at", Instant.parse(date));
        }
        return comment;
    }

    private static boolean isModerator(VipSandbox.User user) {
        return user.is("administrator", "editor");
    }

    private Map<String, @Nullable Object> add(Map<String, @Nullable Object> sent, VipSandbox.User user) {
        if (user.isAnonymous()) {
            throw Refusal.of(401, "rest_comment_login_required", "Sorry, you must be logged in to comment.");
        }
        String text = String.valueOf(sent.getOrDefault("content", "")).strip();
        if (text.isEmpty()) {
            throw Refusal.of(400, "rest_comment_content_invalid", "Invalid comment content.");
        }
        if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 65_525) {
            throw Refusal.of(400, "comment_content_column_length", "Your comment is too long.");
        }
        long post = ((Number) sent.getOrDefault("post", 0)).longValue();
        if (!library.items.containsKey(post)) {
            throw Refusal.of(
                    403,
                    "rest_comment_invalid_post_id",
                    "Sorry, you are not allowed to create this comment without a post.");
        }
        site.weather.addComment();
        Instant now = library.now();
        for (Map<String, @Nullable Object> one : library.comments) {
            boolean byUser = Long.valueOf(user.id()).equals(one.get("author"));
            if (!library.rush && byUser && Long.valueOf(post).equals(one.get("post")) && text.equals(one.get("text"))) {
                throw Refusal.of(409, "comment_duplicate", "Duplicate comment detected.");
            }
            boolean recent = ((Instant) one.getOrDefault("at", now)).plus(FLOOD).isAfter(library.clock.now());
            if (byUser && recent && !isModerator(user)) {
                throw Refusal.of(400, "comment_flood", "You are posting comments too quickly. Slow down.");
            }
        }
        library.rush = false;
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("id", library.nextId());
        made.put("post", post);
        made.put("parent", sent.getOrDefault("parent", 0));
        made.put("author", user.id());
        made.put("author_name", user.login());
        made.put("text", Texts.cleaned(text, isModerator(user)));
        made.put("at", now);
        library.comments.add(made);
        return made;
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> one, boolean edit) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(one);
        out.remove("at");
        String text = String.valueOf(out.remove("text"));
        out.put("content", Texts.both(text, "", true, edit));
        out.put("date_gmt", String.valueOf(one.get("at")).replace("Z", ""));
        out.put("status", "approved");
        return out;
    }
}
