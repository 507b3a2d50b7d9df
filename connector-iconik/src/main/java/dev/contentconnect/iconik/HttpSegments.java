package dev.contentconnect.iconik;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.Segments;
import dev.contentconnect.iconik.wire.WireSegment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Segments over HTTP. */
record HttpSegments(IconikHttp http) implements Segments {
    private RequestUri uri(String asset, String... path) {
        String[] all = new String[path.length + 3];
        all[0] = "assets";
        all[1] = asset;
        all[2] = "segments";
        System.arraycopy(path, 0, all, 3, path.length);
        return http.uri("assets", all);
    }

    @Override
    public Paged<WireSegment> list(String asset, ListQuery query) {
        return new IconikLists(http).numbered("segments.list", () -> uri(asset), query, WireSegment.class);
    }

    @Override
    public WireSegment get(String asset, String id) {
        return http.get("segments.get", uri(asset, id), WireSegment.class);
    }

    @Override
    public WireSegment create(String asset, Map<String, ?> fields) {
        return http.post("segments.create", uri(asset), fields, WireSegment.class);
    }

    @Override
    public void createAll(String asset, List<? extends Map<String, ?>> segments) {
        for (int from = 0; from < segments.size(); from += IconikHttp.AT_ONCE) {
            List<? extends Map<String, ?>> some =
                    segments.subList(from, Math.min(segments.size(), from + IconikHttp.AT_ONCE));
            http.send(HttpCall.post("segments.createAll", uri(asset, "bulk").build())
                    .json(Map.of("objects", some)));
        }
    }

    @Override
    public WireSegment update(String asset, String id, Map<String, ? extends @Nullable Object> change) {
        return http.patch("segments.update", uri(asset, id), change, WireSegment.class);
    }

    @Override
    public void delete(String asset, String id) {
        http.delete("segments.delete", uri(asset, id));
    }

    @Override
    public void deleteAll(String asset, Collection<String> ids) {
        IconikHttp.inChunks(
                ids,
                some -> http.send(
                        HttpCall.delete("segments.deleteAll", uri(asset, "bulk").build())
                                .json(Map.of("segment_ids", some))));
    }
}
