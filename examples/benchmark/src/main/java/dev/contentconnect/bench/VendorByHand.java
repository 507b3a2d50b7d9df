package dev.contentconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The JDK's client and a JSON library, making the requests that the connectors make. Items are decoded into maps, once, and
 * what has no place in an asset is kept as the connectors keep it. It trusts the servers: nothing is tried again, checked or
 * limited.
 */
final class VendorByHand implements VendorContender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ObjectMapper mapper = Mapping.mapper();
    private final URI server;
    private String ticket = "";
    private Map<String, String> keys = Map.of();

    VendorByHand(URI server) {
        this.server = server;
    }

    private record Hits(List<Map<String, Object>> objects) {}

    @Override
    public void hits(Consumer<Asset> each) throws IOException {
        URI uri = URI.create(
                server + "/API/search/v1/search/?generate_signed_url=false&save_search_history=false&per_page="
                        + Listing.HITS.pageSize());
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("doc_types", List.of("assets"));
        search.put("filter", Map.of("operator", "AND", "terms", List.of(Map.of("name", "status", "value", "ACTIVE"))));
        search.put(
                "sort", List.of(Map.of("name", "date_created", "order", "asc"), Map.of("name", "id", "order", "asc")));
        while (true) {
            HttpRequest.Builder call = HttpRequest.newBuilder(uri)
                    .header("App-ID", "9d0f4e58-8a01-11ee-9d2c-0242ac120002")
                    .header("Auth-Token", "loopback only")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(search)));
            List<Map<String, Object>> page =
                    mapper.readValue(send(call).body(), Hits.class).objects();
            if (page.isEmpty()) {
                return;
            }
            for (Map<String, Object> hit : page) {
                each.accept(VendorAssets.ofHit(hit));
            }
            search.put("search_after", page.get(page.size() - 1).get("_sort"));
        }
    }

    private record Nodes(Collection collection, List<Result> results) {}

    private record Collection(Paging paging) {}

    private record Paging(
            @com.fasterxml.jackson.annotation.JsonProperty("page_total")
            int pages) {}

    private record Result(Map<String, Object> data) {}

    @Override
    public void nodes(Consumer<Asset> each) throws IOException {
        logIn();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            HttpResponse<byte[]> answer = send(withTicket(
                    "/api/v2/nodes/" + VendorPages.FOLDER + "/nodes?where_type=140&where_type=144&sort=asc_name"
                            + "&fields=properties&fields=categories&fields=versions.element(0)&limit="
                            + Listing.NODES.pageSize() + "&page=" + page));
            Nodes nodes = mapper.readValue(answer.body(), Nodes.class);
            pages = nodes.collection().paging().pages();
            if (page == 1) {
                learn();
            }
            for (Result one : nodes.results()) {
                each.accept(VendorAssets.ofNode(one.data(), keys));
            }
        }
    }

    private void logIn() throws IOException {
        if (ticket.isEmpty()) {
            HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(server + "/api/v1/auth"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=librarian&password=loopback+only"));
            ticket = mapper.readTree(send(call).body()).get("ticket").asText();
        }
    }

    /** Which attribute has which key: they differ with each installation. */
    private void learn() throws IOException {
        if (!keys.isEmpty()) {
            return;
        }
        send(withTicket("/api/v2/nodes/" + VendorPages.CATEGORY));
        byte[] form = send(withTicket("/api/v1/forms/nodes/categories/create?id=" + VendorPages.FOLDER + "&category_id="
                        + VendorPages.CATEGORY))
                .body();
        JsonNode fields = mapper.readTree(form).at("/forms/0/options/fields");
        Map<String, String> found = new LinkedHashMap<>();
        fields.properties().forEach(one -> found.put(one.getValue().get("label").asText(), one.getKey()));
        keys = found;
    }

    private HttpRequest.Builder withTicket(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("OTCSTicket", ticket);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder call) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(
                    call.timeout(TIMEOUT).header("Accept", "application/json").build(), BodyHandlers.ofByteArray());
            Contents.expect(200, answer.statusCode());
            ticket = answer.headers().firstValue("OTCSTicket").orElse(ticket);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
