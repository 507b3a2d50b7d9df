package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.LoggedIssues;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.api.Maps;
import dev.contentconnect.tradinggrid.wire.WireAnnotation;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireTradingPartner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cartographer's maps over HTTP. */
record HttpMaps(TradingGridHttp http) implements Maps {
    private static final String MAPS = "maps.maps";

    private RequestUri uri(String... path) {
        return TradingGridHttp.uri(http.config().cartographer().endpoint(), "cartographer", "mp", "v1", "solutions")
                .path(path);
    }

    private static HttpCall get(String operation, RequestUri uri) {
        return TradingGridHttp.json(HttpCall.get(operation, uri.build()));
    }

    @Override
    public List<String> solutions() {
        HttpCall call = get("maps.solutions", uri());
        HttpReply reply = http.cartographer().send(call);
        return http.cartographer().decode(call, reply, body -> {
            Object plain = Json.decodePlain(body);
            if (!(plain instanceof List<?> list)) {
                throw new JsonException("not a list");
            }
            return list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        });
    }

    @Override
    public Paged<WireCompany> maps(String solution) {
        int size = http.config().options().pageSize();
        return Paged.of(SYSTEM, MAPS, cursor -> {
            int number = cursor == null ? 1 : number(cursor);
            RequestUri uri = uri(solution, "maps").query("pageNo", number).query("pageSize", size);
            HttpCall call = get(MAPS, uri);
            HttpReply reply = http.cartographer().send(call);
            JsonPage<WireCompany> page = http.cartographer()
                    .decode(call, reply, body -> JsonPage.decode(body, "response", WireCompany.class));
            Map<?, ?> about = page.members().get("page") instanceof Map<?, ?> map ? map : Map.of();
            boolean more = page.count() > 0
                    && (about.get("pageTotal") instanceof Number pages
                            ? number < pages.longValue()
                            : page.count() >= size);
            return new Page<>(
                    page.items(), more ? Cursor.of(Integer.toString(number + 1)) : null, total(about), page.issues());
        });
    }

    private static @Nullable Long total(Map<?, ?> about) {
        return about.get("totalCount") instanceof Number number ? (Long) number.longValue() : null;
    }

    private static int number(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.value());
        } catch (NumberFormatException e) {
            throw REFUSED.rejected(MAPS, null, "not a cursor of this list");
        }
    }

    @Override
    public List<WireTradingPartner> tradingPartners(String solution, String map) {
        return list("maps.tradingPartners", uri(solution, "maps", map, "trading-partners"), WireTradingPartner.class);
    }

    @Override
    public List<WireAnnotation> annotations(String solution, String map) {
        return list("maps.annotations", uri(solution, "maps", map, "annotations"), WireAnnotation.class, "annotations");
    }

    private <T> List<T> list(String operation, RequestUri uri, Class<T> type, String... names) {
        return TradingGridHttp.list(
                http.cartographer(), get(operation, uri), type, new LoggedIssues(SYSTEM, operation), names);
    }
}
