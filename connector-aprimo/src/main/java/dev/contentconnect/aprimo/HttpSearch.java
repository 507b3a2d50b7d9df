package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Search;
import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The index over HTTP. Page, size and order stand in the address: in the body they would not be looked at. */
record HttpSearch(AprimoHttp http) implements Search {
    @Override
    public Paged<WireRecord> records(SearchTerm term, Select select, int pageSize) {
        return byDate("search.records", "CreatedOn", WireRecord::createdOn, term, select, pageSize);
    }

    @Override
    public Paged<WireRecord> byChange(SearchTerm term, Select select, int pageSize) {
        return byDate("search.byChange", "ModifiedOn", WireRecord::modifiedOn, term, select, pageSize);
    }

    private Paged<WireRecord> byDate(
            String operation,
            String date,
            Function<WireRecord, @Nullable String> dateOf,
            SearchTerm term,
            Select select,
            int pageSize) {
        PagedLists.checkSize(pageSize);
        Keyset.Question question = new Keyset.Question(
                operation,
                date,
                dateOf,
                place -> new PagedLists(http)
                        .page(
                                operation,
                                call(
                                        operation,
                                        PagedLists.numbered(address(date), place.page(), pageSize),
                                        place.term(date).and(term.equals(SearchTerm.EVERYTHING) ? null : term),
                                        select),
                                place.page(),
                                pageSize,
                                WireRecord.class));
        return Paged.of(AprimoConnector.SYSTEM, operation, cursor -> Keyset.next(question, cursor));
    }

    @Override
    public Paged<WireRecord> sorted(SearchTerm term, String sort, Select select, int pageSize) {
        String operation = "search.sorted";
        return new PagedLists(http)
                .numbered(
                        operation,
                        () -> address(sort.isEmpty() ? null : sort),
                        uri -> call(operation, uri, term, select),
                        pageSize,
                        WireRecord.class);
    }

    private RequestUri address(@Nullable String sort) {
        return http.core("search", "records").query("sort", sort);
    }

    private static HttpCall.Builder call(String operation, RequestUri uri, SearchTerm term, Select select) {
        Map<String, Object> expression = new LinkedHashMap<>();
        expression.put("expression", term.expression());
        if (!term.parameters().isEmpty()) {
            expression.put("parameters", term.parameters());
        }
        HttpCall.Builder call = HttpCall.of(operation, "POST", uri.build(), Effect.SAFE)
                .json(Map.of("searchExpression", expression, "logRequest", false));
        return AprimoHttp.selecting(call, select);
    }
}
