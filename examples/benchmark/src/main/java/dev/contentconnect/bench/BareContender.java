package dev.contentconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The JDK's client and a JSON library, making the requests that the connector makes, in the same order: who we are, a look for
 * each key before the upload, the terms, the package as a draft and its files hung on it. It trusts the server: nothing is
 * read back, tried again or limited.
 */
final class BareContender implements LibraryContender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String BOUNDARY = "bench-7d1f0c52";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ObjectMapper mapper = Mapping.mapper();
    private final String api;
    private final Map<String, Long> terms = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private boolean known;

    BareContender(URI server) {
        this.api = server + "/wp-json/wp/v2/";
    }

    @Override
    public void list(Consumer<Asset> each) throws IOException {
        introduce();
        long total = 1;
        for (long from = 0; from < total; ) {
            // As the connector asks: a page begins with the last item of the one before.
            HttpResponse<String> answer =
                    send(request("media?orderby=id&order=asc&status=inherit%2Cprivate&context=edit&per_page=100"
                            + (from == 0 ? "" : "&offset=" + (from - 1))));
            total = answer.headers().firstValueAsLong("X-WP-Total").orElse(0);
            BareMedia[] page = mapper.readValue(answer.body(), BareMedia[].class);
            for (int i = from == 0 ? 0 : 1; i < page.length; i++) {
                learn("regions", page[i].regions());
                learn("brands", page[i].brands());
                each.accept(page[i].toAsset(names));
                from++;
            }
        }
    }

    private void introduce() throws IOException {
        if (!known) {
            send(request("users/me?context=edit&_fields=id%2Cname%2Cusername%2Croles"));
            known = true;
        }
    }

    private void learn(String base, List<Long> ids) throws IOException {
        for (Long id : ids) {
            if (!names.containsKey(base + id)) {
                JsonNode found = tree(request(base + "?include=" + id + "&orderby=id&order=asc&per_page=100&page=1"));
                names.put(base + id, found.get(0).get("name").asText());
            }
        }
    }

    private long term(String base, String name) throws IOException {
        Long id = terms.get(base);
        if (id == null) {
            id = tree(request(base + "?search=" + name + "&orderby=id&order=asc&per_page=100&page=1"))
                    .get(0)
                    .get("id")
                    .asLong();
            terms.put(base, id);
        }
        return id;
    }

    @Override
    public void publish(String key, List<Path> files) throws IOException {
        introduce();
        Map<Long, Long> uploaded = new LinkedHashMap<>();
        for (Path file : files) {
            long id = upload(key + ":" + file.getFileName(), file);
            uploaded.put(id, id);
        }
        String slug = "cc-p-" + hash(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        String lookUp = "packages?orderby=id&order=asc&slug=" + slug + "&status=any&context=edit&per_page=100&page=1";
        tree(request(lookUp));
        for (Long id : uploaded.keySet()) {
            tree(request("media/" + id + "?context=edit"));
        }
        long item = post("packages?context=edit", draft(key, slug, List.copyOf(uploaded.keySet())))
                .get("id")
                .asLong();
        tree(request(lookUp));
        for (Long id : uploaded.keySet()) {
            post("media/" + id + "?context=edit", Map.of("status", "publish", "post", item));
        }
        post("packages/" + item + "?context=edit", Map.of("status", "publish"));
        for (Long id : uploaded.keySet()) {
            Map<String, Object> meta = Map.of("asset_state", "published", "state_note", "", "asset_published", id);
            post("media/" + id + "?context=edit", Map.of("meta", meta));
        }
        post("packages/" + item + "?context=edit", Map.of("meta", Map.of("state", "done")));
        tree(request(lookUp));
    }

    private Map<String, Object> draft(String key, String slug, List<Long> assets) throws IOException {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("regions", List.of(term("regions", LibraryServer.REGION)));
        draft.put("brands", List.of(term("brands", LibraryServer.BRAND)));
        draft.put("slug", slug);
        draft.put("status", "draft");
        draft.put("title", "Launch");
        draft.put("content", "");
        draft.put(
                "meta",
                Map.of(
                        "item_key",
                        key,
                        "state",
                        "pending",
                        "asset_ids",
                        assets,
                        "asset_versions",
                        assets.stream().map(id -> id + "=" + id).toList()));
        return draft;
    }

    private long upload(String key, Path file) throws IOException {
        String name = file.getFileName().toString();
        String slug = "cc-a-" + hash(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        tree(request("media?orderby=id&order=asc&slug=" + slug
                + "&status=inherit%2Cprivate&context=edit&per_page=100&page=1"));
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("slug", slug);
        fields.put("status", "private");
        fields.put("title", "Poster " + name);
        fields.put("meta[asset_key]", key);
        fields.put("meta[version]", "1");
        fields.put("meta[original_filename]", name);
        HttpRequest.Builder call = request("media?context=edit")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(fields, name, bytes));
        long id = tree(call).get("id").asLong();
        tree(request("media?orderby=id&order=asc&slug=" + slug
                + "&status=inherit%2Cprivate&context=edit&per_page=100&page=1"));
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("asset_key", key);
        meta.put("version", 1);
        meta.put("original_filename", name);
        meta.put("asset_state", "draft");
        meta.put("sha256", hash(bytes));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("title", "Poster " + name);
        change.put("regions", List.of(term("regions", LibraryServer.REGION)));
        change.put("brands", List.of(term("brands", LibraryServer.BRAND)));
        change.put("meta", meta);
        post("media/" + id + "?context=edit", change);
        return id;
    }

    private static BodyPublisher form(Map<String, String> fields, String name, byte[] bytes) {
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n");
        List<byte[]> parts = new ArrayList<>();
        parts.add(head.toString().getBytes(StandardCharsets.UTF_8));
        parts.add(bytes);
        parts.add(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        long length = parts.stream().mapToLong(part -> part.length).sum();
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), length);
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException {
        return tree(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body))));
    }

    private JsonNode tree(HttpRequest.Builder call) throws IOException {
        return mapper.readTree(send(call).body());
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString("librarian:loopback only".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder call) throws IOException {
        try {
            HttpResponse<String> answer = client.send(call.build(), BodyHandlers.ofString());
            Contents.expect(200, answer.statusCode());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
