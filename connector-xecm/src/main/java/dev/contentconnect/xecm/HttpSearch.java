package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Search;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search index over HTTP. */
record HttpSearch(XecmHttp http) implements Search {
    private static final String QUERY = "search.query";

    @Override
    public Paged<WireNode> query(String lql, XecmQuery more) {
        return Paged.of(XecmConnector.SYSTEM, QUERY, cursor -> page(lql, more, cursor));
    }

    /** A cursor holds the server's name for its result, then the place. */
    private Page<WireNode> page(String lql, XecmQuery more, @Nullable Cursor cursor) {
        String cache = "";
        Cursor rest = cursor;
        if (cursor != null) {
            int mark = cursor.value().indexOf('~');
            if (mark < 0 || mark == cursor.value().length() - 1) {
                throw REFUSED.rejected(QUERY, null, "not a cursor of this list");
            }
            cache = cursor.value().substring(0, mark);
            rest = Cursor.of(cursor.value().substring(mark + 1));
        }
        PagedLists.Place place = PagedLists.Place.of(QUERY, rest);
        Map<String, Object> form = new LinkedHashMap<>(more.parameters());
        form.put("lookfor", "complexquery");
        form.put("where", lql);
        form.put("limit", more.size());
        form.put("page", place.page());
        if (!cache.isEmpty()) {
            form.put("cache_id", cache);
        }
        WireFields answer = http.post(QUERY, http.v2("search"), HttpBody.form(form), Effect.SAFE);
        Page<WireNode> page = PagedLists.page(answer, PagedLists.results(answer), place, HttpNodes::element);
        String known = answer.object("collection").object("searching").text("cache_id");
        String name = known == null ? cache : known.replace("~", "");
        Cursor next =
                page.next() == null ? null : Cursor.of(name + "~" + page.next().value());
        return new Page<>(page.items(), next, page.total(), page.issues());
    }
}
