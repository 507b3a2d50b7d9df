package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attachments, packages and distributions. */
final class ItemRoutes {
    private final VipSandbox site;
    private final Library library;
    private final ItemLists lists;

    ItemRoutes(VipSandbox site) {
        this.site = site;
        this.library = site.library;
        this.lists = new ItemLists(site);
    }

    private MetaFields fields(String type) {
        if (!site.hasProfile()) {
            return MetaFields.NONE;
        }
        return switch (type) {
            case "media" -> MetaFields.MEDIA;
            case "packages" -> MetaFields.PACKAGES;
            default -> MetaFields.DISTRIBUTIONS;
        };
    }

    SandboxResponse answer(SandboxRequest request, String type, String[] path, VipSandbox.User user, boolean edit) {
        if (path.length == 3) {
            return switch (request.method()) {
                case "GET" ->
                    RestRoutes.page(
                            request,
                            lists.find(request, type, user).stream()
                                    .map(one -> shown(one, edit))
                                    .toList(),
                            true);
                case "POST" -> type.equals("media") ? upload(request, user) : create(request, type, user);
                case "OPTIONS" -> schema(type);
                default -> throw RestRoutes.noRoute();
            };
        }
        Item item = library.find(type, number(path[3]));
        if (path.length == 5 && path[4].equals("post-process")) {
            item.withoutImages = false;
            return SandboxResponse.json(shown(item, true));
        }
        return switch (request.method()) {
            case "GET" -> {
                if (user.isAnonymous() && !library.isPublic(item)) {
                    throw Refusal.of(401, "rest_forbidden", "Sorry, you are not allowed to do that.");
                }
                if (edit && !mayEdit(item, user)) {
                    throw Refusal.of(403, "rest_forbidden_context", "Sorry, you are not allowed to edit this post.");
                }
                yield SandboxResponse.json(shown(item, edit));
            }
            case "POST", "PUT", "PATCH" -> update(item, request.json(), user);
            case "DELETE" -> delete(item, request, user);
            default -> throw RestRoutes.noRoute();
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RestRoutes.noRoute();
        }
    }

    private static void mayCreate(VipSandbox.User user) {
        if (user.isAnonymous() || user.is("subscriber")) {
            throw Refusal.of(
                    user.isAnonymous() ? 401 : 403,
                    "rest_cannot_create",
                    "Sorry, you are not allowed to create posts as this user.");
        }
    }

    private static boolean mayEdit(Item item, VipSandbox.User user) {
        return switch (user.role()) {
            case "administrator", "editor" -> true;
            case "author" -> item.author == user.id();
            // Not even one's own, once it is out.
            case "contributor" ->
                item.author == user.id()
                        && !List.of("publish", "future", "inherit").contains(item.status);
            default -> false;
        };
    }

    private SandboxResponse upload(SandboxRequest request, VipSandbox.User user) {
        mayCreate(user);
        if (user.is("contributor")) {
            throw Refusal.of(400, "rest_cannot_create", "Sorry, you are not allowed to upload media on this site.");
        }
        Upload upload = Upload.of(request, site.weather);
        String name = Texts.fileName(upload.fileName());
        if (!site.isAllowed(name) || !Texts.isWhatItsNameSays(name, upload.bytes())) {
            throw Refusal.of(500, "rest_upload_unknown_error", "Sorry, you are not allowed to upload this file type.");
        }
        site.weather.addFile();
        Item item = new Item(library.nextId(), "media", user.id(), library.now());
        item.status = "inherit";
        item.file = freeName(name);
        item.mime = Texts.mime(item.file);
        item.bytes = upload.bytes();
        item.texts.put("title", item.file.replaceAll("\\.[^.]*$", ""));
        scale(item);
        library.items.put(item.id, item);
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(upload.fields());
        // Terms that come with a file are lost.
        library.terms.keySet().forEach(sent::remove);
        write(item, sent, user);
        if (site.weather.takeNoMemory()) {
            item.withoutImages = true;
            throw Refusal.page(500, "Allowed memory size exhausted", item.id);
        }
        return SandboxResponse.json(201, shown(item, true)).header("X-WP-Upload-Attachment-ID", Long.toString(item.id));
    }

    /** What is larger than 2560 pixels is shown scaled down, PNG excepted, and kept beside that. */
    private static void scale(Item item) {
        if (item.mime.equals("image/jpeg") && Texts.width(item.bytes) > 2560) {
            item.original = item.file;
            item.originalBytes = item.bytes;
            item.file = item.file.replaceAll("(\\.[^.]*)$", "-scaled$1");
            item.bytes = new byte[] {'s', 'm', 'a', 'l', 'l'};
        }
    }

    private String freeName(String name) {
        int dot = name.lastIndexOf('.');
        String candidate = name;
        for (int i = 1; isTaken(candidate); i++) {
            candidate = name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        return candidate;
    }

    private boolean isTaken(String name) {
        return library.all("media").stream().anyMatch(one -> one.file.equals(name) || one.original.equals(name));
    }

    private SandboxResponse create(SandboxRequest request, String type, VipSandbox.User user) {
        mayCreate(user);
        site.weather.addPost();
        Item item = new Item(library.nextId(), type, user.id(), library.now());
        library.items.put(item.id, item);
        try {
            write(item, request.json(), user);
        } catch (Refusal e) {
            if (!e.isOutage()) {
                library.items.remove(item.id);
            }
            throw e;
        }
        return SandboxResponse.json(201, shown(item, true));
    }

    private SandboxResponse update(Item item, Map<String, @Nullable Object> sent, VipSandbox.User user) {
        if (!mayEdit(item, user)) {
            throw Refusal.of(
                    user.isAnonymous() ? 401 : 403,
                    "rest_cannot_edit",
                    "Sorry, you are not allowed to edit this post.");
        }
        item.modified = library.now();
        write(item, sent, user);
        return SandboxResponse.json(shown(item, true));
    }

    private void write(Item item, Map<String, @Nullable Object> sent, VipSandbox.User user) {
        if (sent.get("date_gmt") instanceof String date) {
            item.date = instant(date);
        }
        if (sent.get("author") instanceof Number author) {
            item.author = author.longValue();
        }
        if (sent.get("status") instanceof String status) {
            if (user.is("contributor")
                    && List.of("publish", "future", "private").contains(status)) {
                throw Refusal.of(403, "rest_cannot_publish", "Sorry, you are not allowed to publish posts.");
            }
            item.status = status(item, status);
        } else if (item.status.equals("future")) {
            // Any change brings out what missed its date.
            item.status = status(item, "future");
        }
        boolean html = user.is("administrator", "editor");
        for (String name : List.of("title", "caption", "description", "content", "alt_text")) {
            if (sent.get(name) instanceof String text) {
                item.texts.put(name, Texts.cleaned(text, html));
            }
        }
        String slug =
                sent.get("slug") instanceof String given ? given : item.slug.isEmpty() ? item.text("title") : item.slug;
        item.slug = library.unique(item, slug);
        if (item.isMedia() && sent.get("post") instanceof Number parent) {
            item.parent = parent.longValue();
        }
        if (sent.get("meta") instanceof Map<?, ?> meta && !meta.isEmpty()) {
            site.weather.addMeta();
            fields(item.type).write(item.meta, meta);
        }
        if (site.hasProfile() && !item.type.equals("distributions")) {
            library.terms.forEach((base, known) -> {
                if (sent.get(base) instanceof List<?> ids) {
                    // What is not there is dropped, perhaps all of it.
                    item.terms.put(
                            base,
                            ids.stream()
                                    .map(id -> ((Number) id).longValue())
                                    .filter(id -> known.containsKey(id) && !site.weather.dropsTerms)
                                    .toList());
                }
            });
        }
    }

    private String status(Item item, String wanted) {
        if (item.isMedia()) {
            return wanted.equals("private") ? "private" : "inherit";
        }
        if (!List.of("publish", "future", "draft", "pending", "private").contains(wanted)) {
            throw Refusal.parameter(
                    "status",
                    "rest_not_in_enum",
                    400,
                    "status is not one of publish, future, draft, pending, private.");
        }
        if (site.weather.reviews && List.of("publish", "future").contains(wanted)) {
            return "pending";
        }
        // What has a date within the next minute comes out at once.
        boolean later = !item.date.isBefore(library.now().plusSeconds(60));
        return wanted.equals("publish") && later ? "future" : wanted.equals("future") && !later ? "publish" : wanted;
    }

    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text).truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                : java.time.LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private SandboxResponse delete(Item item, SandboxRequest request, VipSandbox.User user) {
        if (user.isAnonymous() || user.is("subscriber", "contributor", "author")) {
            throw Refusal.of(
                    user.isAnonymous() ? 401 : 403,
                    "rest_cannot_delete",
                    "Sorry, you are not allowed to delete this post.");
        }
        boolean force = request.query("force").orElse("").equals("true");
        if (item.isMedia() && !force) {
            throw Refusal.of(
                    501, "rest_trash_not_supported", "The post does not support trashing. Set 'force=true' to delete.");
        }
        if (!force) {
            if (item.status.equals("trash")) {
                throw Refusal.of(410, "rest_already_trashed", "The post has already been deleted.");
            }
            item.status = "trash";
            item.slug = item.slug + "__trashed";
            return SandboxResponse.json(shown(item, true));
        }
        library.items.remove(item.id);
        return SandboxResponse.json(Map.of("deleted", true, "previous", shown(item, true)));
    }

    private SandboxResponse schema(String type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List.of("id", "title", "status", "slug").forEach(name -> properties.put(name, Map.of("type", "string")));
        Map<String, Object> meta = new LinkedHashMap<>();
        fields(type).kinds().forEach((name, kind) -> meta.put(name, Map.of("type", "string")));
        properties.put("meta", Map.of("properties", meta.isEmpty() ? List.of() : meta));
        if (site.hasProfile()) {
            library.terms.keySet().forEach(base -> properties.put(base, Map.of("type", "array")));
        }
        Map<String, Object> filters = new LinkedHashMap<>(Map.of("search", Map.of("type", "string")));
        ItemLists.filters(type).forEach(name -> filters.put(name, Map.of("type", "string")));
        return SandboxResponse.json(Map.of(
                "endpoints",
                List.of(
                        Map.of("methods", List.of("GET"), "args", filters),
                        Map.of("methods", List.of("POST"), "args", properties)),
                "schema",
                Map.of("properties", properties)));
    }

    private Map<String, @Nullable Object> shown(Item item, boolean edit) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", item.id);
        out.put("date_gmt", local(item.date));
        out.put("modified_gmt", local(item.modified));
        out.put("slug", item.slug);
        out.put("status", item.status);
        out.put("link", site.endpoint() + "/?p=" + item.id);
        out.put("author", item.author);
        out.put("title", Texts.both(item.text("title"), item.status.equals("private") ? "Private: " : "", false, edit));
        // The profile registers its fields for those who may edit.
        out.put("meta", edit ? fields(item.type).shown(item.meta) : List.of());
        if (site.hasProfile() && !item.type.equals("distributions")) {
            library.terms.keySet().forEach(base -> out.put(base, item.terms.getOrDefault(base, List.of())));
        }
        if (!item.isMedia()) {
            out.put("content", Texts.both(item.text("content"), "", true, edit));
            return out;
        }
        out.put("caption", Texts.both(item.text("caption"), "", true, edit));
        out.put("description", Texts.both(item.text("description"), "", true, edit));
        out.put("alt_text", item.text("alt_text"));
        out.put("media_type", item.mime.startsWith("image/") ? "image" : "file");
        out.put("mime_type", item.mime);
        out.put("media_details", details(item));
        out.put("post", item.parent == 0 ? null : item.parent);
        out.put("source_url", url(item.file));
        return out;
    }

    private Object details(Item item) {
        if (!item.mime.startsWith("image/") || item.withoutImages) {
            return List.of();
        }
        Map<String, Object> full = Map.of(
                "file", item.file, "width", 800, "height", 600, "mime_type", item.mime, "source_url", url(item.file));
        Map<String, Object> out = new LinkedHashMap<>(Map.of(
                "width",
                800,
                "height",
                600,
                "file",
                item.file,
                "filesize",
                item.bytes.length,
                "sizes",
                Map.of("full", full)));
        if (!item.original.isEmpty()) {
            out.put("original_image", item.original);
        }
        return out;
    }

    private String url(String file) {
        return site.endpoint() + "/wp-content/uploads/2031/05/" + file;
    }

    private static String local(Instant moment) {
        return Objects.toString(moment).replace("Z", "");
    }
}
