package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lens: answers with words, is asked with codes, and keeps the place of a scroll under the text of the question. */
final class LensRoutes {
    private static final Set<String> KNOWN = new HashSet<>(List.of("""
            arrivaltime category correlationid deliveryackstatus deliveryacktimestamp deliverycompletedtimestamp
            deliveryfilename deliverystatus editype envelopetype errorcode errortype externalerrormessage fastatus
            fastatusdate insize outsize parenttransactionid purgedate readyforpickuptimestamp receivefilename
            receiveraddress receivername senderaddress senderfilename sendername sendertransactionid status statusdate
            transactionid transactionlevel type processingtime firstcornerdate payloads
            """.strip().split("\\s+")));
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Batched", "B"),
            Map.entry("Delivery in progress", "D"),
            Map.entry("Processing", "P"),
            Map.entry("Ready for pickup", "R"),
            Map.entry("Completed", "C"),
            Map.entry("Delivered", "S"),
            Map.entry("On Hold", "H"),
            Map.entry("Delivery disabled", "N"),
            Map.entry("Duplicate", "U"),
            Map.entry("Validation error", "V"),
            Map.entry("Delivery failed", "F"));
    private static final int SCROLLED = 1_000;

    final List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    final Map<String, Map<String, String>> keys = new HashMap<>();
    final Set<String> forbidden = new HashSet<>(Set.of("firstcornerdate", "payloads"));
    final List<String> documents = new ArrayList<>();
    boolean warns;
    boolean circles;

    @Nullable Runnable after;

    int lastEntry;
    private final TradingGridSandbox sandbox;
    private final Map<String, Integer> scrolls = new HashMap<>();

    LensRoutes(TradingGridSandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.add("POST", "/visibility_transaction_search", this::search);
    }

    String add(Map<String, String> members, Map<String, String> contentKeys) {
        lastEntry++;
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("transactionid", String.format(Locale.ROOT, "tx-%08d", lastEntry));
        out.put("correlationid", "process-" + lastEntry);
        out.put("transactionlevel", "File");
        out.put("sendername", "Acme");
        out.put("senderaddress", TradingGridSandbox.ADDRESS);
        out.put("receivername", "Verona Vittles");
        out.put("receiveraddress", "ZZ:VERONA");
        out.put("editype", "BIN");
        out.put("senderfilename", "poster-" + lastEntry + ".jpg");
        out.put("insize", "1024");
        out.put("status", "Completed");
        out.put("arrivaltime", sandbox.now());
        out.put("statusdate", sandbox.now());
        out.putAll(members);
        String id = String.valueOf(out.get("transactionid"));
        entries.add(out);
        keys.put(id, contentKeys);
        return id;
    }

    /** Changes an entry now, and says so in one of its dates, unless the members say otherwise. */
    void change(String id, String dated, Map<String, String> members) {
        for (Map<String, @Nullable Object> one : entries) {
            if (id.equals(one.get("transactionid"))) {
                one.put(dated, sandbox.now());
                one.putAll(members);
            }
        }
    }

    private SandboxResponse search(SandboxRequest request) {
        Map<String, @Nullable Object> body = request.json();
        if (!(body.get("query") instanceof String text)) {
            throw Refusal.plain(400, "query is required");
        }
        documents.add(text);
        if (body.get("variables") instanceof Map<?, ?> variables && !variables.isEmpty()) {
            throw Refusal.graphql("Validation error: unknown variable");
        }
        GraphQl.Document document;
        try {
            document = GraphQl.read(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.graphql(String.valueOf(e.getMessage()));
        }
        GraphQl.Field root = document.fields().get(0);
        if (document.fields().size() != 1 || !root.name().equals("getTransactions")) {
            throw Refusal.graphql("Validation error: unknown field " + root.name());
        }
        return answer(text, map(root.arguments().getOrDefault("query", Map.of())), root.fields());
    }

    private SandboxResponse answer(String text, Map<?, ?> query, List<GraphQl.Field> asked) {
        GraphQl.Field selected = asked.stream()
                .filter(one -> one.name().equals("transactions"))
                .findFirst()
                .orElseThrow(() -> Refusal.graphql("Validation error: nothing selected"));
        selected.fields().forEach(this::allowed);
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> entry : entries) {
            if (new LensCondition(query, keys).holds(entry)) {
                found.add(entry);
            }
        }
        sort(found, map(query.containsKey("sortby") ? query.get("sortby") : Map.of()));
        int from;
        int size;
        if (Boolean.TRUE.equals(query.get("scroll"))) {
            from = scrolls.getOrDefault(text, 0);
            size = SCROLLED;
            scrolls.put(text, Math.min(found.size(), from + size));
        } else {
            from = circles ? 0 : number(query.get("offset"), 0);
            size = Math.min(1_000, number(query.get("count"), 25));
        }
        List<Map<String, @Nullable Object>> page = new ArrayList<>();
        for (int i = from; i < Math.min(found.size(), from + size); i++) {
            page.add(shown(found.get(i), selected, query.get("contentKeyFilters") instanceof List<?>));
        }
        Runnable once = after;
        if (once != null && !page.isEmpty()) {
            after = null;
            once.run();
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("count", page.size());
        out.put("total", circles ? 1_000_000 : found.size());
        out.put("offset", from);
        out.put("scrollid", Boolean.TRUE.equals(query.get("scroll")) ? "c2Nyb2xs" : null);
        out.put("transactions", page);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("data", Map.of("getTransactions", out));
        if (warns) {
            answer.put("errors", List.of(Map.of("message", "fastatus C is deprecated")));
        }
        return SandboxResponse.json(answer);
    }

    private void allowed(GraphQl.Field field) {
        if (forbidden.contains(field.name())) {
            throw Refusal.graphql("Not authorized to access field '" + field.name() + "'");
        }
        if (!KNOWN.contains(field.name()) && !field.name().equals("contentkeys")) {
            throw Refusal.graphql("Validation error of type FieldUndefined: Field '" + field.name() + "' is undefined");
        }
    }

    private Map<String, @Nullable Object> shown(
            Map<String, @Nullable Object> entry, GraphQl.Field selected, boolean withKeys) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (GraphQl.Field field : selected.fields()) {
            if (!field.name().equals("contentkeys")) {
                out.put(field.name(), field.name().equals("processingtime") ? null : entry.get(field.name()));
                continue;
            }
            List<Map<String, String>> list = new ArrayList<>();
            Map<String, String> own = keys.getOrDefault(String.valueOf(entry.get("transactionid")), Map.of());
            if (withKeys && field.arguments().get("names") instanceof List<?> names) {
                own.forEach((key, value) -> {
                    if (names.contains(key)) {
                        list.add(Map.of("key", key, "value", value));
                    }
                });
            }
            out.put("contentkeys", list);
        }
        return out;
    }

    private static void sort(List<Map<String, @Nullable Object>> found, Map<?, ?> by) {
        if (by.get("field") instanceof GraphQl.Word field) {
            if (!(by.get("type") instanceof GraphQl.Word)) {
                throw Refusal.graphql("Validation error: Enum value expected");
            }
            found.sort(Comparator.comparing(one -> String.valueOf(one.get(field.text()))));
        } else if (!by.isEmpty()) {
            throw Refusal.graphql("Validation error: Enum value expected");
        }
    }

    static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw Refusal.graphql("Validation error: object expected");
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }

    static String code(@Nullable Object word) {
        return CODES.getOrDefault(String.valueOf(word), "Unknown");
    }

    static @Nullable Instant moment(@Nullable Object value) {
        return value == null ? null : Instant.parse(String.valueOf(value));
    }
}
