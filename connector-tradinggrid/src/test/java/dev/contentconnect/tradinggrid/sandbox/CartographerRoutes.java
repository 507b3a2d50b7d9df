package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cartographer: tables with columns that judge what is written, and remarks on maps that can only be read. */
final class CartographerRoutes {
    private static final String ROOT = "/cartographer/xref/v1/solutions/{solution}/entities";
    private static final String ROW = ROOT + "/{entity}/entries/{key}";
    private static final String MAP = "/cartographer/mp/v1/solutions/{solution}/maps/{map}";

    /** A table. */
    static final class Table {
        final Map<String, Map<Integer, String>> rows = new LinkedHashMap<>();
        final Map<String, @Nullable Object> about = new LinkedHashMap<>();
        final List<Map<String, Object>> keyHeaders = new ArrayList<>();
        final List<Map<String, Object>> valueHeaders = new ArrayList<>();
    }

    final Map<String, Table> tables = new LinkedHashMap<>();
    final List<Map<String, Object>> annotations = new ArrayList<>();
    boolean older;
    int lost;

    CartographerRoutes(TradingGridSandbox sandbox) {
        sandbox.add("GET", ROOT, request -> list(request, "entities", entities()));
        sandbox.add("GET", ROOT + "/{entity}/header-config", request -> {
            Table table = table(request);
            return SandboxResponse.json(Map.of(
                    "keyHeaders", table.keyHeaders, "valueHeaders", table.valueHeaders, "columnHeaders", List.of()));
        });
        sandbox.add("GET", ROOT + "/{entity}/content", request -> list(request, "entries", rows(table(request), "")));
        sandbox.add(
                "GET",
                ROOT + "/{entity}/content-search",
                request -> list(
                        request,
                        "entries",
                        rows(table(request), request.query("searchToken").orElse(""))));
        sandbox.add("GET", ROW, request -> SandboxResponse.json(row(request.parameter("key"), find(request))));
        sandbox.add("PUT", ROW, request -> {
            find(request);
            return write(request, request.parameter("key"), 200);
        });
        sandbox.add("DELETE", ROW, request -> {
            find(request);
            writable(table(request)).rows.remove(request.parameter("key"));
            return SandboxResponse.status(204);
        });
        sandbox.add("POST", ROOT + "/{entity}/entries", this::create);
        sandbox.add("PATCH", ROOT + "/{entity}/state", this::state);
        sandbox.add(
                "GET",
                ROOT + "/{entity}/export",
                request -> SandboxResponse.bytes(
                        200,
                        "application/octet-stream",
                        table(request).rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        sandbox.add(
                "GET",
                "/cartographer/mp/v1/solutions",
                request -> SandboxResponse.json(List.of(TradingGridSandbox.SOLUTION)));
        sandbox.add("GET", "/cartographer/mp/v1/solutions/{solution}/maps", CartographerRoutes::maps);
        sandbox.add("GET", MAP + "/annotations", request -> SandboxResponse.json(annotations));
        sandbox.add(
                "GET",
                MAP + "/trading-partners",
                request -> SandboxResponse.json(
                        List.of(Map.of("name", "Verona Vittles", "docType", "864", "direction", "INBOUND"))));
    }

    private static SandboxResponse maps(SandboxRequest request) {
        int page = request.query("pageNo", 1);
        int size = request.query("pageSize", 10);
        List<Map<String, String>> all = List.of(Map.of("mapId", "m-1"), Map.of("mapId", "m-2"), Map.of("mapId", "m-3"));
        int pages = (all.size() + size - 1) / size;
        Map<String, Object> about = Map.of(
                "page", page, "pageSize", size, "pageTotal", pages, "totalCount", all.size(), "sortOrder", "asc");
        return SandboxResponse.json(Map.of(
                "page",
                about,
                "response",
                all.subList(Math.min(all.size(), (page - 1) * size), Math.min(all.size(), page * size))));
    }

    private Refusal refusal(int status, String code, String text) {
        return older ? Refusal.olderCartographer(status, code, text) : Refusal.cartographer(status, code, text);
    }

    private Table table(SandboxRequest request) {
        Table table = tables.get(request.parameter("entity"));
        if (table == null || !request.parameter("solution").equals(TradingGridSandbox.SOLUTION)) {
            throw refusal(404, "XREF-404", "Entity not found");
        }
        return table;
    }

    private Table writable(Table table) {
        if (Boolean.TRUE.equals(table.about.get("isReadOnly"))) {
            throw refusal(403, "XREF-RO", "Entity is read only");
        }
        if (Boolean.TRUE.equals(table.about.get("isLocked"))) {
            throw refusal(400, "XREF-LOCK", "Entity is reserved");
        }
        return table;
    }

    private List<Map<String, @Nullable Object>> entities() {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        tables.forEach((name, table) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>(table.about);
            one.put("name", name);
            one.put("numberRows", table.rows.size());
            out.add(one);
        });
        return out;
    }

    private static List<Map<String, Object>> rows(Table table, String word) {
        List<Map<String, Object>> out = new ArrayList<>();
        table.rows.forEach((key, values) -> {
            if (key.contains(word) || values.values().stream().anyMatch(one -> one.contains(word))) {
                out.add(row(key, values));
            }
        });
        return out;
    }

    private static Map<String, Object> row(String key, Map<Integer, String> values) {
        List<Map<String, Object>> list = new ArrayList<>();
        values.forEach((index, value) -> list.add(Map.of("index", index, "value", value)));
        return Map.of("key", key, "values", list);
    }

    private static SandboxResponse list(SandboxRequest request, String name, List<?> all) {
        int from = Math.min(all.size(), request.query("offset", 0));
        int to = Math.min(all.size(), from + request.query("count", 10));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("totalCount", all.size());
        out.put("fetchedCount", to - from);
        out.put(name, all.subList(from, to));
        out.put("_links", Map.of("self", Map.of("href", request.path())));
        return SandboxResponse.json(out);
    }

    private Map<Integer, String> find(SandboxRequest request) {
        Map<Integer, String> row = table(request).rows.get(request.parameter("key"));
        if (row == null) {
            throw refusal(404, "XREF-404", "Entry not found");
        }
        return row;
    }

    private SandboxResponse create(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        String key = String.valueOf(sent.get("key"));
        if (table(request).rows.containsKey(key)) {
            throw refusal(409, "XREF-DUP", "Duplicate key");
        }
        return write(request, key, 201);
    }

    private SandboxResponse write(SandboxRequest request, String key, int status) {
        Table table = writable(table(request));
        Map<Integer, String> row = new LinkedHashMap<>(table.rows.getOrDefault(key, Map.of()));
        if (request.json().get("values") instanceof List<?> values) {
            for (Object one : values) {
                Map<?, ?> value = (Map<?, ?>) one;
                int index = ((Number) value.get("index")).intValue();
                String text = String.valueOf(value.get("value"));
                judge(table, index, text);
                if (index != lost) {
                    row.put(index, text);
                }
            }
        }
        table.rows.put(key, row);
        return SandboxResponse.json(status, row(key, row));
    }

    private void judge(Table table, int index, String text) {
        if (table.valueHeaders.isEmpty()) {
            return;
        }
        if (index < 1 || index > table.valueHeaders.size()) {
            throw refusal(400, "XREF-COL", "No such column");
        }
        Object most = table.valueHeaders.get(index - 1).get("maxLength");
        if (most instanceof Number number && text.length() > number.intValue()) {
            throw refusal(400, "XREF-LEN", "Value too long");
        }
    }

    private SandboxResponse state(SandboxRequest request) {
        boolean reserve = "reserve".equals(request.json().get("action"));
        table(request).about.put("isLocked", reserve);
        return reserve
                ? SandboxResponse.json(Map.of("userName", "sdk", "userId", "GCP1", "timestamp", 1))
                : SandboxResponse.status(204);
    }
}
