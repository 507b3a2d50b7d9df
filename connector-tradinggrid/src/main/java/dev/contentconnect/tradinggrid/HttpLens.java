package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.api.Lens;
import dev.contentconnect.tradinggrid.api.LensDocument;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensTerm;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lens over HTTP. */
final class HttpLens implements Lens {
    private static final String ENTRIES = "lens.entries";
    private static final String SCROLL = "lens.scroll";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final TradingGridHttp http;
    private final Set<String> withheld = ConcurrentHashMap.newKeySet();

    HttpLens(TradingGridHttp http) {
        this.http = http;
        this.withheld.addAll(http.config().lens().withheld());
    }

    @Override
    public Set<String> withheld() {
        return Set.copyOf(withheld);
    }

    @Override
    public Paged<WireEntry> entries(LensQuery query) {
        return entries(ENTRIES, query);
    }

    private Paged<WireEntry> entries(String operation, LensQuery query) {
        LensPlaces places = new LensPlaces(
                query,
                http.config().lens().offsetLimit(),
                http.config().options().time());
        return Paged.of(SYSTEM, operation, cursor -> {
            LensPlaces.Place place = places.of(operation, cursor);
            LensQuery narrowed = place.narrow(query);
            LensAnswer answer =
                    ask(operation, narrowed, asked -> LensDocument.page(asked, place.offset()), Effect.SAFE);
            return new Page<>(
                    answer.entries(),
                    places.next(operation, place, answer),
                    place.total(answer.total()),
                    answer.issues());
        });
    }

    @Override
    public Paged<WireEntry> scroll(LensQuery query, String name) {
        Scroll scroll = new Scroll(query, name);
        return Paged.of(SYSTEM, SCROLL, scroll::fetch);
    }

    /** The place of a scroll, which the service keeps under the text of the question. */
    private final class Scroll {
        private final LensQuery query;
        private final String name;
        private int round;
        private long received;
        private boolean broken;

        Scroll(LensQuery query, String name) {
            this.query = query;
            this.name = name;
            LensDocument.scroll(query, name);
        }

        synchronized Page<WireEntry> fetch(@Nullable Cursor cursor) {
            if (cursor == null) {
                round++;
                received = 0;
                broken = false;
            } else if (broken || !cursor.value().equals(round + ":" + received)) {
                throw conflict(
                        "scroll_broken", "the scroll broke off after " + received + " entries; begin another one");
            }
            broken = true;
            LensAnswer answer =
                    ask(SCROLL, query, asked -> LensDocument.scroll(asked, name + "_" + round), Effect.UNSAFE);
            broken = false;
            received += answer.count();
            Long total = answer.total();
            if (answer.count() == 0 && total != null && received < total) {
                throw conflict(
                        "scroll_incomplete",
                        "the scroll ended after " + received + " of " + total
                                + " entries: somebody else took the others");
            }
            boolean more = answer.count() > 0 && (total == null || received < total);
            return new Page<>(
                    answer.entries(), more ? Cursor.of(round + ":" + received) : null, total, answer.issues());
        }

        private ConnectorException conflict(String code, String why) {
            return REFUSED.of(SCROLL, code, why, ConnectorError.Conflict::new);
        }
    }

    @Override
    public Paged<WireEntry> correlated(
            Collection<String> correlationIds, List<String> select, List<String> contentKeys) {
        List<LensTerm> terms = correlationIds.stream()
                .filter(id -> PLAIN.matcher(id).matches())
                .distinct()
                .map(id -> LensTerm.is("correlationid", id))
                .toList();
        if (terms.size() > LensQuery.MOST) {
            throw new IllegalArgumentException("at most 1,000 processes at once");
        }
        if (terms.isEmpty()) {
            return Paged.of(SYSTEM, "lens.correlated", cursor -> Page.of(List.of(), null));
        }
        return entries(
                "lens.correlated", LensQuery.ALL.selecting(select, contentKeys).anyOf(terms));
    }

    /** Asks, and where the service refuses attributes by name once more without them. */
    private LensAnswer ask(String operation, LensQuery query, Function<LensQuery, String> document, Effect effect) {
        List<String> select = allowed(query.select());
        LensAnswer answer = send(operation, document.apply(query.selecting(select, query.contentKeys())), effect);
        if (answer.errors().isEmpty()) {
            return answer;
        }
        Set<String> refused = answer.refused(select);
        if (!refused.isEmpty() && refused.size() < select.size()) {
            withheld.addAll(refused);
            List<String> fewer = allowed(select);
            answer = send(operation, document.apply(query.selecting(fewer, query.contentKeys())), effect);
        }
        if (!answer.errors().isEmpty()) {
            LensAnswer.Failure first = answer.errors().get(0);
            throw REFUSED.rejected(
                    operation,
                    first.code() != null ? first.code() : "graphql",
                    answer.errors().stream().map(LensAnswer.Failure::message).collect(Collectors.joining("; ")));
        }
        return answer;
    }

    private List<String> allowed(List<String> select) {
        List<String> out = new ArrayList<>(select);
        out.removeIf(name -> withheld.contains(name) && !name.equals("transactionid"));
        return out;
    }

    private LensAnswer send(String operation, String document, Effect effect) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", document);
        body.put("variables", Map.of());
        HttpCall call = TradingGridHttp.json(HttpCall.of(
                        operation,
                        "POST",
                        TradingGridHttp.uri(http.config().options().endpoint(), "visibility_transaction_search")
                                .build(),
                        effect)
                .json(body));
        HttpReply reply = http.gateway().send(call);
        return http.gateway().decode(call, reply, LensAnswer::read);
    }
}
