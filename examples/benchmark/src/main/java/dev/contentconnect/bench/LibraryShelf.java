package dev.contentconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the server knows: items made beforehand for the listing, and those that were uploaded. One request at a time. */
final class LibraryShelf {
    private static final String API = "/wp-json/wp/v2/";
    private static final int FIRST_UPLOAD = 1_000_000;
    private static final String EMPTY = "[]";

    /** An attachment as WordPress 6.1 sends it for editing, about 4 KB. */
    private static final String ITEM = """
            {"id":@ID@,"date":"2026-03-01T10:00:00","date_gmt":"2026-03-01T09:00:00","guid":{"rendered":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@.png","raw":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@.png"},"modified":"2026-03-02T10:00:00",\
            "modified_gmt":"2026-03-02T09:00:00","slug":"cc-a-@ID@","status":"inherit","type":"attachment",\
            "link":"http://site.example/poster-@ID@/","title":{"raw":"Poster @ID@ for the spring season","rendered":\
            "Poster @ID@ for the spring season"},"author":1,"comment_status":"open","ping_status":"closed","template":"",\
            "meta":{"asset_key":"dam:@ID@","version":1,"version_key":"","sha256":\
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","original_filename":"Poster @ID@.png",\
            "asset_state":"published","state_note":"","asset_root":0,"asset_current":0,"asset_published":@ID@,\
            "record_only":0,"market":"AT","language":"de","rights_status":"cleared","rights_holder":"Studio Quillfeather",\
            "usage_terms":"All channels, no resale.","valid_from":"","valid_until":"2028-01-01T00:00:00Z",\
            "territories":["AT","DE","CH"],"rights_json":""},"permalink_template":"http://site.example/?attachment_id=@ID@",\
            "generated_slug":"poster-@ID@","regions":[7],"brands":[9],"markets":[],"partner_programs":[],\
            "description":{"raw":"A poster in three sizes.","rendered":"<p class=\\"attachment\\"><a href='\
            http://site.example/wp-content/uploads/2026/03/poster-@ID@.png'><img width=\\"300\\" height=\\"200\\" src=\\"\
            http://site.example/wp-content/uploads/2026/03/poster-@ID@-300x200.png\\" class=\\"attachment-medium\\" \
            alt=\\"\\" loading=\\"lazy\\" /></a></p>\\n<p>A poster in three sizes.</p>\\n"},"caption":{"raw":"","rendered":""},\
            "alt_text":"Mountains behind a lake","media_type":"image","mime_type":"image/png","media_details":{"width":1500,\
            "height":1000,"file":"2026/03/poster-@ID@.png","filesize":184233,"sizes":{"medium":{"file":\
            "poster-@ID@-300x200.png","width":300,"height":200,"filesize":40211,"mime_type":"image/png","source_url":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@-300x200.png"},"thumbnail":{"file":\
            "poster-@ID@-150x150.png","width":150,"height":150,"filesize":12873,"mime_type":"image/png","source_url":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@-150x150.png"},"full":{"file":"poster-@ID@.png",\
            "width":1500,"height":1000,"mime_type":"image/png","source_url":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@.png"}},"image_meta":{"aperture":"0","credit":"",\
            "camera":"","caption":"","created_timestamp":"0","copyright":"","focal_length":"0","iso":"0","shutter_speed":"0",\
            "title":"","orientation":"0","keywords":[]}},"post":0,"source_url":\
            "http://site.example/wp-content/uploads/2026/03/poster-@ID@.png","missing_image_sizes":[],"_links":{"self":[{\
            "href":"http://site.example/wp-json/wp/v2/media/@ID@"}],"collection":[{"href":\
            "http://site.example/wp-json/wp/v2/media"}],"about":[{"href":\
            "http://site.example/wp-json/wp/v2/types/attachment"}],"author":[{"embeddable":true,"href":\
            "http://site.example/wp-json/wp/v2/users/1"}],"replies":[{"embeddable":true,"href":\
            "http://site.example/wp-json/wp/v2/comments?post=@ID@"}]}}""";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Integer, ObjectNode> items = new LinkedHashMap<>();
    private final Map<String, Integer> slugs = new LinkedHashMap<>();
    private int listed;

    /** What is sent back. */
    record Answer(String body, int total, int pages) {
        static Answer of(String json) {
            return new Answer(json, 1, 1);
        }
    }

    synchronized void fill(int count) {
        listed = count;
        items.clear();
        slugs.clear();
    }

    /** Files that hang on a published package and say so themselves. */
    synchronized long published() {
        return items.values().stream()
                .filter(item ->
                        "published".equals(item.path("meta").path("asset_state").asText()))
                .map(item -> items.get(item.path("post").asInt()))
                .filter(item ->
                        item != null && "publish".equals(item.path("status").asText()))
                .count();
    }

    synchronized Answer answer(PlainServer.Request request) throws IOException {
        int query = request.path().indexOf('?');
        String[] route = (query < 0 ? request.path() : request.path().substring(0, query))
                .substring(API.length())
                .split("/", -1);
        return switch (route[0]) {
            case "users" ->
                Answer.of("{\"id\":1,\"name\":\"librarian\",\"username\":\"librarian\",\"roles\":[\"editor\"]}");
            case "regions" -> terms(7, LibraryServer.REGION);
            case "brands" -> terms(9, LibraryServer.BRAND);
            case "media", "packages" -> {
                ObjectNode known = route.length > 1 ? known(route[1]) : null;
                yield request.method().equals("POST")
                        ? change(known == null ? made(route[0]) : known, request)
                        : known == null ? list(request) : of(known);
            }
            default -> throw new IOException("no route " + request.path());
        };
    }

    private ObjectNode known(String id) throws IOException {
        ObjectNode item = items.get(Integer.parseInt(id));
        if (item == null) {
            throw new IOException("no item " + id);
        }
        return item;
    }

    private static Answer terms(int id, String name) {
        return Answer.of("[{\"id\":" + id + ",\"name\":\"" + name + "\",\"slug\":\"t-" + id + "\"}]");
    }

    private Answer list(PlainServer.Request request) throws IOException {
        String slug = request.parameter("slug", "");
        if (!slug.isEmpty()) {
            Integer id = Arrays.stream(
                            URLDecoder.decode(slug, StandardCharsets.UTF_8).split(",", -1))
                    .map(slugs::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return Answer.of(id == null ? EMPTY : "[" + mapper.writeValueAsString(items.get(id)) + "]");
        }
        int size = Integer.parseInt(request.parameter("per_page", "10"));
        int first = Integer.parseInt(request.parameter("offset", "0"));
        StringBuilder page = new StringBuilder(ITEM.length() * size);
        for (int i = first; i < Math.min(listed, first + size); i++) {
            page.append(i == first ? "[" : ",").append(ITEM.replace("@ID@", Integer.toString(i + 1)));
        }
        String body = page.isEmpty() ? EMPTY : page.append(']').toString();
        return new Answer(body, listed, (listed + size - 1) / size);
    }

    private ObjectNode made(String type) throws IOException {
        int id = FIRST_UPLOAD + items.size();
        ObjectNode item = (ObjectNode) mapper.readTree(ITEM.replace("@ID@", Integer.toString(id)));
        item.putObject("meta");
        item.putArray("regions");
        item.putArray("brands");
        item.put("type", type);
        items.put(id, item);
        return item;
    }

    private Answer change(ObjectNode item, PlainServer.Request request) throws IOException {
        if (request.boundary().isEmpty()) {
            JsonNode change = mapper.readTree(request.body().getBytes(StandardCharsets.ISO_8859_1));
            change.properties().forEach(field -> set(item, field.getKey(), field.getValue()));
        } else {
            form(item, request);
        }
        slugs.put(item.path("slug").asText(), item.path("id").asInt());
        return of(item);
    }

    private void form(ObjectNode item, PlainServer.Request request) {
        for (String part : request.body().split("--" + request.boundary(), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && !part.substring(0, end).contains("filename=")) {
                String name = part.substring(part.indexOf("name=\"") + 6);
                name = name.substring(0, name.indexOf('"'));
                String value = part.substring(end + 4, part.length() - 2);
                if (name.startsWith("meta[")) {
                    ((ObjectNode) item.get("meta")).put(name.substring(5, name.length() - 1), value);
                } else {
                    set(item, name, mapper.getNodeFactory().textNode(value));
                }
            }
        }
    }

    private void set(ObjectNode item, String name, JsonNode value) {
        boolean file = item.path("type").asText().equals("media");
        switch (name) {
            case "meta" -> ((ObjectNode) item.get("meta")).setAll((ObjectNode) value);
            case "title", "content", "description", "caption" ->
                item.putObject(name).put("raw", value.asText()).put("rendered", value.asText());
            // WordPress has no "publish" for files and takes it for "inherit".
            case "status" -> item.put(name, file && value.asText().equals("publish") ? "inherit" : value.asText());
            default -> item.set(name, value);
        }
    }

    private Answer of(ObjectNode item) throws IOException {
        return Answer.of(mapper.writeValueAsString(item));
    }
}
