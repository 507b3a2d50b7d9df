package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One collection over HTTP: what most have in common. */
class HttpObjects<T> {
    final PmHttp http;
    final String resource;
    private final Function<PmObject, T> type;
    private final String[] ids;

    HttpObjects(PmHttp http, String resource, Function<PmObject, T> type, String... ids) {
        this.http = http;
        this.resource = resource;
        this.type = type;
        this.ids = ids;
    }

    String operation(String verb) {
        return resource + "." + verb;
    }

    RequestUri at(Object... path) {
        return http.at(resource, path);
    }

    PmObject read(String operation, long id) {
        return http.get(operation, at(id));
    }

    public T get(long id) {
        return type.apply(read(operation("get"), id));
    }

    public Paged<T> list(int pageSize) {
        return below(operation("list"), pageSize, null, type);
    }

    public Paged<T> search(PmQuery query, int pageSize) {
        return below(operation("search"), pageSize, query, type, "search");
    }

    <R> Paged<R> below(
            String operation, int pageSize, @Nullable PmQuery query, Function<PmObject, R> of, Object... path) {
        return new PmPages(http).list(operation, () -> at(path), query, pageSize, of);
    }

    public long create(PmChange change) {
        return http.create(
                operation("create"),
                at(),
                PmObject.NOTHING
                        .with(change.members(), change.fields(), http.config().fieldNames())
                        .asMap(),
                ids);
    }

    public T update(long id, PmChange change) {
        String operation = operation("update");
        PmObject now = read(operation, id);
        String expected = change.expectedDate();
        if (expected != null && !expected.equals(now.text("modifiedDate"))) {
            throw REFUSED.conflict(operation, resource + "/" + id + " has changed since " + expected);
        }
        http.put(operation, at(id), body(now, change));
        return get(id);
    }

    /** Whole: on most routes what is left out fails or is lost. */
    Map<String, @Nullable Object> body(PmObject now, PmChange change) {
        return now.with(change.members(), change.fields(), http.config().fieldNames())
                .asMap();
    }

    public void delete(long id) {
        http.delete(operation("delete"), at(id));
    }

    void act(long id, String verb, String route) {
        http.act(operation(verb), at(id, route));
    }

    /** The form in parts, which must not be mixed with the lists of the form in whole. */
    static Map<String, @Nullable Object> parts(PmChange change) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(change.members());
        change.fields().forEach((id, value) -> out.put("extrAttr" + id, value));
        return out;
    }
}
