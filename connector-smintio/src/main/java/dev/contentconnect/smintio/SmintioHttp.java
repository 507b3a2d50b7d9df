package dev.contentconnect.smintio;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way to one service: addresses and calls. */
record SmintioHttp(HttpChannel channel, URI base) {

    RequestUri uri() {
        return RequestUri.of(base);
    }

    /** An address by a template of the configuration; what is put into it becomes a part of the path, whatever it holds. */
    RequestUri uri(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", segment(value.getValue()));
        }
        return RequestUri.of(base).at(path);
    }

    private static String segment(String raw) {
        if (raw.isBlank() || raw.equals(".") || raw.equals("..")) {
            throw new IllegalArgumentException("not an id: \"" + raw + "\"");
        }
        return RequestUri.encoded(raw);
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(built(call));
    }

    /** No call follows a redirect: they lead to pages for people. */
    private static HttpCall built(HttpCall.Builder call) {
        return call.header("Accept", "application/json")
                .redirectsTo(anywhere -> false)
                .build();
    }

    <T> T read(HttpCall.Builder call, Function<byte[], T> decoder) {
        HttpCall built = built(call);
        return channel.decode(built, channel.send(built), decoder);
    }

    Map<String, @Nullable Object> object(HttpCall.Builder call) {
        return read(call, SmintioHttp::object);
    }

    static Map<String, @Nullable Object> object(byte[] body) {
        Object plain = body.length == 0 ? Map.of() : Json.decodePlain(body);
        if (!(plain instanceof Map<?, ?> map)) {
            throw new JsonException("not an object");
        }
        return names(map);
    }

    static Map<String, @Nullable Object> names(Map<?, ?> map) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((name, value) -> out.put(String.valueOf(name), value));
        return out;
    }

    /** The objects of a list; what else is in it is passed over. */
    static List<Map<String, @Nullable Object>> objects(@Nullable Object list) {
        List<Map<String, @Nullable Object>> out = new java.util.ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> map) {
                    out.add(names(map));
                }
            }
        }
        return out;
    }
}
