package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.api.Orders;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireOrder;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.poll.Poller;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Orders over HTTP. */
record HttpOrders(AprimoHttp http) implements Orders {
    private static final String DELIVERED = "orders.delivered";
    private static final Set<String> SUCCEEDED = Set.of("success", "succeeded");
    private static final Set<String> BROKEN = Set.of("failed", "partiallyfailed", "cancelled");

    @Override
    public WireOrder create(OrderRequest request) {
        return http.read(
                HttpCall.post("orders.create", http.core("orders").build()).json(request.toBody()), WireOrder.class);
    }

    @Override
    public WireOrder get(String id) {
        return http.get("orders.get", http.core("order", id).build(), Select.NOTHING, WireOrder.class);
    }

    @Override
    public List<URI> delivered(WireOrder order) {
        WireOrder ended = isEnded(order) ? order : awaited(order);
        String word = word(ended);
        if (BROKEN.contains(word)) {
            String said = ended.message() == null || ended.message().isBlank() ? "" : ": " + ended.message();
            throw REFUSED.rejected(
                    DELIVERED,
                    "order_" + word,
                    "order " + ended.id() + " is " + ended.status() + ", "
                            + Objects.requireNonNullElse(ended.failedTargetsCount(), 0) + " target(s) failed" + said);
        }
        List<URI> out = new ArrayList<>();
        if (ended.deliveredFiles() instanceof List<?> files) {
            files.forEach(one -> {
                Object text = one instanceof Map<?, ?> map ? map.get("deliveredPath") : one;
                if (text instanceof String path && !path.isBlank()) {
                    out.add(address(path));
                }
            });
        }
        if (out.isEmpty()) {
            throw REFUSED.notFound(DELIVERED, "order " + ended.id() + " delivered nothing");
        }
        return List.copyOf(out);
    }

    private WireOrder awaited(WireOrder order) {
        String id = order.id();
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable(DELIVERED, "an order without an id");
        }
        return Poller.standard(http.config().options().time())
                .maxWait(http.config().orderTime())
                .await(AprimoConnector.SYSTEM, DELIVERED, "order " + id, () -> get(id), HttpOrders::isEnded);
    }

    private static boolean isEnded(WireOrder order) {
        return SUCCEEDED.contains(word(order)) || BROKEN.contains(word(order));
    }

    private static String word(WireOrder order) {
        return AprimoHttp.orEmpty(order.status()).toLowerCase(Locale.ROOT);
    }

    private URI address(String text) {
        try {
            return RequestUri.lenient(http.config().options().endpoint(), text);
        } catch (IllegalArgumentException e) {
            // Not told what came instead: addresses carry signatures.
            throw REFUSED.undecodable(DELIVERED, "what was delivered is not an address");
        }
    }
}
