package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stream of purchases, their files, the words, and the proof for push channels. */
final class LicensingRoutes {
    private static final int MOST = 50;

    private final SmintioSandbox sandbox;
    private final FileRoutes files;
    private final TreeMap<Long, @Nullable Object> stream = new TreeMap<>();
    private final Map<String, Long> places = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> binaries = new LinkedHashMap<>();
    private final Map<String, List<Object>> words = new LinkedHashMap<>();
    private long last = 1_000;

    LicensingRoutes(SmintioSandbox sandbox, FileRoutes files) {
        this.sandbox = sandbox;
        this.files = files;
        String base = SmintioSandbox.LICENSING;
        sandbox.add("GET", base + SmintioSandbox.METADATA_PATH, request -> SandboxResponse.json(words));
        sandbox.add("GET", base + SmintioSandbox.PURCHASES_PATH, this::purchases);
        sandbox.add("GET", base + SmintioSandbox.BINARIES_PATH, this::binaries);
        sandbox.add("POST", base + "/notifications/pusher/auth", this::push);
        word("license_usages", "advertising_any", "en", "Advertising");
    }

    void put(Map<String, ? extends @Nullable Object> purchase) {
        String uuid = String.valueOf(purchase.get("uuid"));
        Long before = places.get(uuid);
        if (before != null) {
            stream.remove(before);
        }
        places.put(uuid, stream(purchase));
    }

    long stream(@Nullable Object odd) {
        stream.put(++last, odd);
        return last;
    }

    void file(String purchase, String binary, String type, String fileName, byte[] bytes) {
        String id = purchase + "-" + binary;
        files.bytes.put(id, bytes);
        binaries.computeIfAbsent(purchase, any -> new ArrayList<>())
                .add(Map.of("uuid", binary, "binary_type", type, "recommended_file_name", fileName, "_file", id));
    }

    void word(String list, String key, String culture, String name) {
        words.computeIfAbsent(list, any -> new ArrayList<>())
                .add(Map.of("culture", culture, "metadata_element", Map.of("key", key, "name", name)));
    }

    private SandboxResponse purchases(SandboxRequest request) {
        int limit;
        long from;
        try {
            limit = request.query("limit", 10);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "paging_limit_invalid", "Not a number");
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.of(400, "max_paging_limit_exceeded", "At most " + MOST);
        }
        try {
            from = request.query("continuationUuid").map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "continuation_uuid_invalid", "Not a continuation");
        }
        List<@Nullable Object> page = new ArrayList<>();
        long at = from;
        for (Map.Entry<Long, @Nullable Object> one : stream.tailMap(from, false).entrySet()) {
            if (page.size() == limit) {
                break;
            }
            page.add(one.getValue());
            at = one.getKey();
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("count", page.size());
        boolean circle = sandbox.behaviour.streamsInCircles && from > 0;
        out.put("continuation_uuid", at == 0 ? null : Long.toString(circle ? from : at));
        out.put("license_purchase_transactions", page);
        return SandboxResponse.json(out);
    }

    private SandboxResponse binaries(SandboxRequest request) {
        String purchase = request.parameter("licensePurchaseTransactionUuid");
        String cart = request.parameter("cartPurchaseTransactionUuid");
        Long place = places.get(purchase);
        if (place == null
                || !(stream.get(place) instanceof Map<?, ?> found)
                || !cart.equals(found.get("cart_purchase_transaction_uuid"))) {
            throw Refusal.of(404, "not_found", "No such purchase in this cart");
        }
        List<Object> out = new ArrayList<>();
        for (Map<String, Object> one : binaries.getOrDefault(purchase, List.of())) {
            Map<String, Object> shown = new LinkedHashMap<>(one);
            shown.put("download_url", files.link(String.valueOf(shown.remove("_file"))));
            out.add(shown);
        }
        return SandboxResponse.json(out);
    }

    private SandboxResponse push(SandboxRequest request) {
        Map<String, String> form = request.form();
        if (!form.getOrDefault("channel_name", "").startsWith("private-2-")) {
            throw Refusal.of(403, "permission_denied", "Not your channel");
        }
        return SandboxResponse.json(Map.of("auth", "32f31c26a83e09dc401b:" + form.get("socket_id") + "-proof"));
    }
}
