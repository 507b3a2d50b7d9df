package dev.contentconnect.iconik;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.iconik.api.Webhooks;
import dev.contentconnect.iconik.wire.WireWebhook;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps webhooks registered and switched on. A webhook whose receiver fails for five hours switches itself off and says so to
 * nobody, so a host runs {@link #ensure} now and then, and reads the asset feed for what was missed since
 * {@link Kept#missingSince()}.
 */
public final class WebhookUpkeep {
    private final Webhooks webhooks;
    private final String header;

    WebhookUpkeep(Webhooks webhooks, String header) {
        this.webhooks = webhooks;
        this.header = header;
    }

    /**
     * A webhook that is wanted.
     *
     * @param eventType for example {@code assets} or {@code collections}
     * @param realm for example {@code metadata}; null for any
     * @param operation create, update or delete; null for any
     */
    public record Subscription(
            String eventType,
            @Nullable String realm,
            @Nullable String operation) {}

    /**
     * What became of a webhook.
     *
     * @param id its id
     * @param subscription what it tells of
     * @param isNew whether it was made just now
     * @param missingSince since when events may be missing, for one that failed or was off; null for one that is well
     */
    public record Kept(
            String id,
            Subscription subscription,
            boolean isNew,
            @Nullable Instant missingSince) {}

    /**
     * Makes webhooks that are missing and switches on those that are off. A request for the list, and one for each that needs
     * something.
     *
     * @param target where events go
     * @param secret sent along in the configured header
     * @param wanted what to be told of
     * @return one for each, in order
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public List<Kept> ensure(URI target, Secret secret, List<Subscription> wanted) {
        List<WireWebhook> present = webhooks.list();
        List<Kept> out = new ArrayList<>();
        for (Subscription one : wanted) {
            WireWebhook there = present.stream()
                    .filter(webhook -> is(webhook, target, one))
                    .findFirst()
                    .orElse(null);
            out.add(there == null ? make(target, secret, one) : keep(there, target, secret, one));
        }
        return out;
    }

    private static boolean is(WireWebhook webhook, URI target, Subscription wanted) {
        return !"DELETED".equals(webhook.status())
                && target.toString().equals(webhook.url())
                && wanted.eventType().equals(webhook.eventType())
                && Objects.equals(wanted.realm(), webhook.realm())
                && Objects.equals(wanted.operation(), webhook.operation());
    }

    private Kept make(URI target, Secret secret, Subscription wanted) {
        WireWebhook made = webhooks.create(definition(target, secret, wanted, null));
        return new Kept(Objects.requireNonNullElse(made.id(), ""), wanted, true, null);
    }

    private Kept keep(WireWebhook there, URI target, Secret secret, Subscription wanted) {
        String id = Objects.requireNonNullElse(there.id(), "");
        boolean well = "ENABLED".equals(there.status());
        if (!well || !secret.reveal().equals(there.headers().get(header))) {
            webhooks.replace(id, definition(target, secret, wanted, there));
        }
        return new Kept(id, wanted, false, well ? null : since(there));
    }

    /** The service changes definitions as a whole only, so what people set beside ours goes along. */
    private Map<String, Object> definition(
            URI target, Secret secret, Subscription wanted, @Nullable WireWebhook there) {
        Map<String, String> headers = new LinkedHashMap<>(there == null ? Map.of() : there.headers());
        headers.put(header, secret.reveal());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("event_type", wanted.eventType());
        out.put("status", "ENABLED");
        out.put("url", target.toString());
        out.put("headers", headers);
        put(out, "realm", wanted.realm());
        put(out, "operation", wanted.operation());
        put(out, "name", there == null ? "ContentConnect" : there.name());
        put(out, "description", there == null ? null : there.description());
        put(out, "object_id", there == null ? null : there.objectId());
        put(out, "query", there == null ? null : there.query());
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static Instant since(WireWebhook webhook) {
        return Objects.requireNonNullElse(Timestamps.read(webhook.firstFailedAt()), Instant.EPOCH);
    }
}
