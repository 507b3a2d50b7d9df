package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.Deviations;
import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.OpenApi;
import dev.contentconnect.core.testkit.OpenApiOperation;
import dev.contentconnect.core.testkit.OpenApiProblem;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's OpenAPI documents, one a service, where {@code -Dcontentconnect.specs} names the folder that has them as
 * {@code iconik/<service>.json}. Where they are known to be wrong stands in {@code deviations.txt}.
 */
public final class Specification {
    private static final Deviations KNOWN = Deviations.read(Specification.class, "deviations.txt");
    private static final Map<String, OpenApi> DOCUMENTS = new ConcurrentHashMap<>();

    private Specification() {}

    /**
     * Whether there are documents.
     *
     * @return false without the property
     */
    public static boolean isThere() {
        // Without the validator on the class path, where there are none.
        return !System.getProperty("contentconnect.specs", "").isBlank();
    }

    /**
     * What is not as documented: the operation itself, its parameters, the body of the request, status and body of the answer.
     *
     * @param exchanges what was sent and answered
     * @return each problem once; nothing without documents
     */
    public static List<OpenApiProblem> problems(List<Exchange> exchanges) {
        if (!isThere()) {
            return List.of();
        }
        Path folder = OpenApi.folder("iconik").orElseThrow();
        List<OpenApiProblem> out = new ArrayList<>();
        exchanges.forEach(one -> out.addAll(problems(folder, one.request(), one.response())));
        return KNOWN.without(out);
    }

    private static List<OpenApiProblem> problems(
            Path folder, SandboxRequest request, @Nullable SandboxResponse response) {
        // "", API, {service}, v1, …
        String service = request.path().split("/", -1)[2];
        String path = request.path().substring("/API/".length() + service.length());
        Optional<OpenApiOperation> found = document(folder, service).find(request.method(), path);
        if (found.isEmpty()) {
            return List.of(new OpenApiProblem(
                    request.method() + " " + service + path.replaceFirst("^/v1", ""), "operation", "is not there"));
        }
        List<OpenApiProblem> out = new ArrayList<>();
        out.addAll(found.get().request(request));
        if (response != null) {
            SandboxResponse answer = withoutNulls(response);
            out.addAll(found.get().answer(answer));
            if (service.equals("search") && answer.status() == 200) {
                out.addAll(hits(folder, found.get(), answer));
            }
        }
        return out.stream()
                .map(one -> new OpenApiProblem(
                        one.operation().replaceFirst(" /v1/", " " + service + "/"), one.place(), one.what()))
                .toList();
    }

    /** Hits are whole objects of the index, of which the document of search knows little: those are held against their lists. */
    private static List<OpenApiProblem> hits(Path folder, OpenApiOperation search, SandboxResponse answer) {
        List<OpenApiProblem> out = new ArrayList<>();
        Object plain = Json.decodePlain(answer.body());
        if (plain instanceof Map<?, ?> body && body.get("objects") instanceof List<?> hits) {
            for (Object hit : hits) {
                String type = hit instanceof Map<?, ?> map ? String.valueOf(map.get("object_type")) : "";
                String list = type.equals("segments") ? "/v1/assets/any/segments/" : "/v1/" + type + "/";
                document(folder, "assets")
                        .find("GET", list)
                        .orElseThrow()
                        .answer(200, Map.of("objects", List.of(hit)))
                        .stream()
                        .map(one -> new OpenApiProblem(
                                search.toString(), type + one.place().replace("answer 200 /objects", ""), one.what()))
                        .forEach(out::add);
            }
        }
        return out;
    }

    private static OpenApi document(Path folder, String service) {
        return DOCUMENTS.computeIfAbsent(
                service, name -> OpenApi.read(folder.resolve(name + ".json"), Specification::named));
    }

    /** The documents call an address {@code url}, which is no format of OpenAPI. */
    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> object) {
        object.computeIfPresent("format", (name, format) -> format.equals("url") ? "uri" : format);
        return object;
    }

    /** The service sends null for many an optional member that its documents do not call nullable; so it is taken as left out. */
    private static SandboxResponse withoutNulls(SandboxResponse response) {
        if (response.body().length == 0) {
            return response;
        }
        try {
            Object plain = withoutNulls(Json.decodePlain(response.body()));
            return plain == null ? response : SandboxResponse.json(response.status(), plain);
        } catch (JsonException notJson) {
            return response;
        }
    }

    private static @Nullable Object withoutNulls(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> out = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                Object bare = withoutNulls(member);
                if (bare != null) {
                    out.put(String.valueOf(name), bare);
                }
            });
            return out;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>();
            list.forEach(one -> out.add(withoutNulls(one)));
            return out;
        }
        return value;
    }
}
