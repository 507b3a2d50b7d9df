package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.api.CrossReferences;
import dev.contentconnect.tradinggrid.wire.WireHeaderConfig;
import dev.contentconnect.tradinggrid.wire.WireXrefEntity;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cartographer's cross-reference tables over HTTP. */
record HttpCrossReferences(TradingGridHttp http) implements CrossReferences {
    private static final String WRITE = "xref.write";

    private RequestUri uri(String solution, String... path) {
        return TradingGridHttp.uri(
                        http.config().cartographer().endpoint(), "cartographer", "xref", "v1", "solutions", solution)
                .path("entities")
                .path(path);
    }

    private <T> T read(HttpCall.Builder call, Class<T> type) {
        return http.cartographer().read(TradingGridHttp.json(call), type);
    }

    @Override
    public Paged<WireXrefEntity> entities(String solution) {
        return list("xref.entities", () -> uri(solution), "entities", WireXrefEntity.class);
    }

    @Override
    public WireHeaderConfig headers(String solution, String entity) {
        return read(
                HttpCall.get(
                        "xref.headers", uri(solution, entity, "header-config").build()),
                WireHeaderConfig.class);
    }

    @Override
    public Paged<WireXrefEntry> rows(String solution, String entity) {
        return list("xref.rows", () -> uri(solution, entity, "content"), "entries", WireXrefEntry.class);
    }

    @Override
    public Paged<WireXrefEntry> search(String solution, String entity, String word) {
        return list(
                "xref.search",
                () -> uri(solution, entity, "content-search").query("searchToken", word),
                "entries",
                WireXrefEntry.class);
    }

    private <T> Paged<T> list(String operation, Supplier<RequestUri> base, String member, Class<T> type) {
        int size = http.config().options().pageSize();
        return Paged.of(SYSTEM, operation, cursor -> {
            long offset = cursor == null ? 0 : offset(operation, cursor);
            HttpCall call = TradingGridHttp.json(HttpCall.get(
                    operation,
                    base.get().query("offset", offset).query("count", size).build()));
            HttpReply reply = http.cartographer().send(call);
            JsonPage<T> page = http.cartographer().decode(call, reply, body -> JsonPage.decode(body, member, type));
            Long total = page.members().get("totalCount") instanceof Number number ? (Long) number.longValue() : null;
            long read = offset + page.count();
            boolean more = page.count() > 0 && (total != null ? read < total : page.count() >= size);
            return new Page<>(page.items(), more ? Cursor.of(Long.toString(read)) : null, total, page.issues());
        });
    }

    private static long offset(String operation, Cursor cursor) {
        try {
            return Long.parseUnsignedLong(cursor.value());
        } catch (NumberFormatException e) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
    }

    @Override
    public Optional<WireXrefEntry> row(String solution, String entity, String key) {
        try {
            return Optional.of(read(
                    HttpCall.get(
                            "xref.row", uri(solution, entity, "entries", key).build()),
                    WireXrefEntry.class));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public WireXrefEntry write(String solution, String entity, String key, Map<Integer, String> values) {
        WireHeaderConfig headers = headers(solution, entity);
        checkRow(headers, key, values);
        boolean there = row(solution, entity, key).isPresent();
        checkTable(solution, entity, there);
        Map<String, Object> body = body(headers, key, values);
        HttpCall.Builder call = there
                ? HttpCall.put(WRITE, uri(solution, entity, "entries", key).build())
                : HttpCall.post(WRITE, uri(solution, entity, "entries").build());
        try {
            return read(call.json(body), WireXrefEntry.class);
        } catch (ConnectorException e) {
            // The answer to a first write may have been lost: the same values are then there.
            if (there || e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            return read(
                    HttpCall.put(WRITE, uri(solution, entity, "entries", key).build())
                            .json(body),
                    WireXrefEntry.class);
        }
    }

    private static Map<String, Object> body(WireHeaderConfig headers, String key, Map<Integer, String> values) {
        List<Map<String, Object>> list = new ArrayList<>();
        new TreeMap<>(values).forEach((index, value) -> {
            if (XrefHeaders.isThere(headers, index)) {
                list.add(Map.of("index", index, "value", value));
            }
        });
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", key);
        out.put("values", list);
        return out;
    }

    private void checkRow(WireHeaderConfig headers, String key, Map<Integer, String> values) {
        String problem =
                XrefHeaders.problem(headers, http.config().cartographer().delimiter(), key, values);
        if (problem != null) {
            throw REFUSED.rejected(WRITE, "header_config", problem);
        }
    }

    private void checkTable(String solution, String entity, boolean there) {
        WireXrefEntity table = table(solution, entity);
        if (table == null) {
            return;
        }
        if (Boolean.TRUE.equals(table.isReadOnly())) {
            throw REFUSED.rejected(WRITE, "read_only", "table " + entity + " takes no writes");
        }
        if (Boolean.TRUE.equals(table.isLocked())) {
            throw REFUSED.conflict(WRITE, "table " + entity + " is reserved by " + table.lockedBy());
        }
        Long most = table.maxRows();
        Long rows = table.numberRows();
        if (!there && most != null && most > 0 && rows != null && rows >= most) {
            throw REFUSED.rejected(WRITE, "table_full", "table " + entity + " has all its " + most + " rows");
        }
    }

    private @Nullable WireXrefEntity table(String solution, String entity) {
        for (WireXrefEntity one : entities(solution)) {
            if (entity.equals(one.name())) {
                return one;
            }
        }
        return null;
    }

    @Override
    public void delete(String solution, String entity, String key) {
        try {
            http.cartographer()
                    .send(TradingGridHttp.json(HttpCall.delete(
                            "xref.delete", uri(solution, entity, "entries", key).build())));
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }

    @Override
    public void state(String solution, String entity, String action) {
        http.cartographer()
                .send(TradingGridHttp.json(HttpCall.of(
                                "xref.state",
                                "PATCH",
                                uri(solution, entity, "state").build(),
                                Effect.IDEMPOTENT)
                        .json(Map.of("action", action))));
    }

    @Override
    public long export(String solution, String entity, Path target) throws IOException {
        return http.cartographer()
                .download(
                        HttpCall.get(
                                        "xref.export",
                                        uri(solution, entity, "export").build())
                                .build(),
                        target);
    }
}
