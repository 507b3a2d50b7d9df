package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that the fake server keeps, and how it writes it. */
final class Vault {
    static final long ENTERPRISE = 2000;
    static final long CATEGORIES = 2005;
    static final long ME = 1000;

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    final FakeClock clock;
    final Map<Long, Node> nodes = new LinkedHashMap<>();
    final Map<Long, List<Attr>> definitions = new LinkedHashMap<>();
    final Map<Long, String> users = new LinkedHashMap<>();
    ZoneId zone = ZoneOffset.UTC;
    boolean datesHaveZone = true;
    boolean auditIsOn = true;
    boolean nicknamesAllowed = true;
    boolean emptyCategoriesShow = true;
    boolean categoriesById;
    int pagesTooMany;
    long user = ME;
    private long lastId = 10_000;

    Vault(FakeClock clock) {
        this.clock = clock;
        put(new Node(ENTERPRISE, 141, -1, "Enterprise", now()));
        put(new Node(CATEGORIES, 133, -1, "Categories", now()));
        users.put(ME, XecmSandbox.USER);
        users.put(1001L, "bob");
    }

    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    long nextId() {
        return ++lastId;
    }

    Node put(Node node) {
        node.modifiedBy = user;
        nodes.put(node.id, node);
        return node;
    }

    /** What is not there and what we may not see are one. */
    Node visible(long id) {
        Node node = nodes.get(id);
        if (node == null || node.hidden) {
            throw Refusal.invisible();
        }
        return node;
    }

    Node writable(long id) {
        Node node = visible(id);
        if (node.readOnly || node.official || !node.holds.isEmpty()) {
            throw new Refusal(500, "You do not have permission to modify this item.");
        }
        return node;
    }

    Node workspace(String id) {
        Node node = visible(id(id));
        if (node.workspace == null) {
            throw Refusal.invisible();
        }
        return node;
    }

    static long id(Object text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new Refusal(400, "Invalid datatype specified for argument 'id'.");
        }
    }

    List<Node> children(long parent) {
        return new ArrayList<>(nodes.values().stream()
                .filter(one -> one.parent == parent && !one.hidden)
                .toList());
    }

    Node create(int type, long parent, String name) {
        String wanted = name == null ? "" : name;
        if (wanted.isBlank() || wanted.indexOf(':') >= 0 || wanted.length() > 248) {
            throw new Refusal(400, "Invalid name specified.");
        }
        checkFree(parent, wanted);
        Node node = put(new Node(nextId(), type, parent, wanted.strip(), now()));
        note(node, 1);
        return node;
    }

    void checkFree(long parent, String name) {
        boolean taken = nodes.values().stream()
                .anyMatch(one -> one.parent == parent && one.name.equalsIgnoreCase(name.strip()));
        if (taken) {
            throw Refusal.taken(name);
        }
    }

    void note(Node node, int type) {
        if (auditIsOn) {
            keep(node, type);
        }
    }

    void keep(Node node, int type) {
        node.audit.add(new Node.Entry(type, now(), user));
    }

    void asAnother(Runnable deed) {
        long before = user;
        user = 1001;
        deed.run();
        user = before;
    }

    void touch(Node node, int type) {
        node.modified = now();
        node.modifiedBy = user;
        note(node, type);
    }

    /** Node dates have a zone on newer servers only. */
    String date(Instant at) {
        return datesHaveZone ? PLAIN.format(at.atZone(ZoneOffset.UTC)) + "Z" : local(at);
    }

    /** Dates of workspaces, workflows and records never have one. */
    String local(Instant at) {
        return PLAIN.format(at.atZone(zone));
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }

    Map<String, Object> properties(Node node) {
        Node.Version current = node.current();
        Map<String, Object> out = map(
                "id",
                node.id,
                "name",
                node.name,
                "type",
                node.type,
                "parent_id",
                node.parent,
                "description",
                node.description,
                "create_date",
                date(node.created),
                "modify_date",
                date(node.modified),
                "modify_user_id",
                node.modifiedBy,
                "container",
                node.isContainer(),
                "mime_type",
                current == null ? null : current.mimeType(),
                "size",
                current == null ? children(node.id).size() : current.bytes().length,
                "reserved",
                false,
                "reserved_user_id",
                0);
        if (node.url != null) {
            out.put("url", node.url);
        }
        if (node.original > 0) {
            out.put("original_id", node.original);
        }
        return out;
    }

    static Map<String, Object> version(Node node, Node.Version version, String date) {
        int[] place = node.place(version.number());
        return map(
                "id",
                node.id,
                "version_number",
                version.number(),
                "version_number_major",
                place[0],
                "version_number_minor",
                place[1],
                "version_number_name",
                node.countsMinorVersions ? place[0] + "." + place[1] : "" + version.number(),
                "file_name",
                version.fileName(),
                "file_size",
                version.bytes().length,
                "mime_type",
                version.mimeType(),
                "description",
                version.description(),
                "create_date",
                date,
                "owner_id",
                version.owner());
    }

    /** Groups of fields with a comma between them are dropped but for the first. */
    Map<String, Object> element(Node node, List<String> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        boolean all = fields.isEmpty();
        for (String group : all ? List.of("properties") : fields) {
            String name = group.split("[{.,]", 2)[0];
            switch (name) {
                case "properties" -> data.put("properties", properties(node));
                case "categories" -> data.put("categories", values(node));
                case "versions" -> {
                    Node.Version current = node.current();
                    if (current != null) {
                        data.put("versions", version(node, current, date(current.at())));
                    }
                }
                default -> data.put(name, Map.of());
            }
        }
        return map("data", data);
    }

    /** A list of them, or one map by their ids. */
    private Object values(Node node) {
        Map<String, Object> byId = new LinkedHashMap<>();
        node.categories.forEach((id, values) -> byId.put(Long.toString(id), shown(values)));
        return categoriesById ? byId : new ArrayList<>(byId.values());
    }

    /** One whose attributes have no values may be an object without members. */
    Map<String, Object> shown(Map<String, Object> values) {
        boolean empty =
                values.values().stream().allMatch(one -> one == null || one.equals("") || one.equals(List.of()));
        return empty && !emptyCategoriesShow ? Map.of() : values;
    }

    private static int pages(List<?> all, int limit) {
        return Math.max(1, (all.size() + limit - 1) / limit);
    }

    Map<String, Object> page(List<?> all, int page, int limit) {
        int pages = pages(all, limit) + pagesTooMany;
        int from = Math.min(all.size(), (page - 1) * limit);
        return map(
                "limit",
                limit,
                "page",
                page,
                "page_total",
                pages,
                "range_min",
                from + 1,
                "range_max",
                Math.min(all.size(), page * limit),
                "total_count",
                all.size());
    }

    /** What is on a page; the last one again beyond the end, where there are said to be more than there are. */
    <T> List<T> slice(List<T> all, int page, int limit) {
        int there = pagesTooMany > 0 ? Math.min(page, pages(all, limit)) : page;
        int from = Math.min(all.size(), (there - 1) * limit);
        return all.subList(from, Math.min(all.size(), from + limit));
    }
}
