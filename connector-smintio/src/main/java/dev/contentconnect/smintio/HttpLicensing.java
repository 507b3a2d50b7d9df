package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.wire.WireBinary;
import dev.contentconnect.smintio.wire.WireElement;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Licensing over HTTP. */
record HttpLicensing(SmintioHttp http, LicensingConfig config) implements Licensing {
    private static final String PURCHASES = "licensing.purchases";

    @Override
    public Map<String, List<WireElement>> metadata() {
        HttpCall.Builder call = HttpCall.get("licensing.metadata", at(config.metadataPath(), Map.of()));
        Map<String, List<WireElement>> out = new LinkedHashMap<>();
        http.object(call).forEach((name, list) -> {
            if (list instanceof List<?>) {
                List<WireElement> words = new ArrayList<>();
                SmintioHttp.objects(list).forEach(one -> word(one).ifPresent(words::add));
                out.put(name, List.copyOf(words));
            }
        });
        return out;
    }

    /** A word that cannot be read has no label; its key still works. */
    private static Optional<WireElement> word(Map<String, @Nullable Object> plain) {
        try {
            return Optional.of(Json.convert(plain, WireElement.class));
        } catch (JsonException odd) {
            return Optional.empty();
        }
    }

    private URI at(@Nullable String template, Map<String, String> values) {
        return http.uri(Objects.requireNonNull(template), values).build();
    }

    @Override
    public PurchasePage purchases(@Nullable String continuation, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE + ": " + limit);
        }
        URI uri = http.uri(Objects.requireNonNull(config.purchasesPath()), Map.of())
                .query("continuationUuid", continuation)
                .query("limit", limit)
                .build();
        JsonPage<WirePurchase> page = http.read(
                HttpCall.get(PURCHASES, uri),
                body -> JsonPage.decode(body, "license_purchase_transactions", WirePurchase.class));
        Object next = page.members().get("continuation_uuid");
        String then = next == null || next.toString().isBlank() ? null : next.toString();
        int count = page.members().get("count") instanceof Number number ? number.intValue() : page.count();
        if (count > 0 && then == null) {
            throw REFUSED.undecodable(PURCHASES, "a page with purchases and without a continuation");
        }
        if (count > 0 && then != null && then.equals(continuation)) {
            throw REFUSED.undecodable(PURCHASES, "the stream goes in a circle: it continues where it was asked from");
        }
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        List<WirePurchase> usable = new ArrayList<>();
        for (WirePurchase one : page.items()) {
            if (one.content() == null) {
                issues.add(new MappingIssue("content_element", "is missing", one.uuid()));
            } else if (one.uuid() == null || one.uuid().isBlank()) {
                issues.add(new MappingIssue("uuid", "is missing", null));
            } else {
                usable.add(one);
            }
        }
        return new PurchasePage(count, then, usable, issues);
    }

    @Override
    public List<WireBinary> binaries(String cart, String purchase) {
        Map<String, String> ids =
                Map.of("cartPurchaseTransactionUuid", cart, "licensePurchaseTransactionUuid", purchase);
        return http.read(
                HttpCall.get("licensing.binaries", at(config.binariesPath(), ids)),
                body -> Json.decodeList(body, WireBinary.class));
    }

    @Override
    public Secret authorizePush(String socketId, String channel) {
        String operation = "licensing.authorizePush";
        URI uri = http.uri().at("/notifications/pusher/auth").build();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("socket_id", socketId);
        form.put("channel_name", channel);
        Map<String, @Nullable Object> answer = http.object(
                HttpCall.of(operation, "POST", uri, Effect.IDEMPOTENT).body(HttpBody.form(form)));
        if (answer.get("auth") instanceof String proof && !proof.isBlank()) {
            return Secret.of(proof);
        }
        throw REFUSED.undecodable(operation, "no proof in the answer");
    }

    @Override
    public InputStream open(URI address) {
        return http.channel().send(content(address).streamed().build()).stream();
    }

    @Override
    public long download(URI address, Path target) throws IOException {
        return http.channel().download(content(address).build(), target);
    }

    private static HttpCall.Builder content(URI address) {
        return SmintioErrors.content("licensing", address);
    }
}
