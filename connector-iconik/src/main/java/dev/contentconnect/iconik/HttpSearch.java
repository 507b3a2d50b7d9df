package dev.contentconnect.iconik;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.Search;
import dev.contentconnect.iconik.api.SearchQuery;

/** Search over HTTP. */
record HttpSearch(IconikHttp http) implements Search {
    @Override
    public <T> Paged<T> find(SearchQuery query, Class<T> type) {
        return new IconikLists(http)
                .searched(
                        "search.find",
                        () -> http.uri("search", "search")
                                .query("generate_signed_url", false)
                                .query("save_search_history", false),
                        query,
                        type);
    }
}
