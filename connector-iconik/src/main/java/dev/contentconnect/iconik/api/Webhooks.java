package dev.contentconnect.iconik.api;

import dev.contentconnect.iconik.wire.WireWebhook;
import java.util.List;
import java.util.Map;

/** Addresses that are told of events: service {@code notifications}. */
public interface Webhooks {
    /**
     * All webhooks.
     *
     * @return the webhooks
     */
    List<WireWebhook> list();

    /**
     * One webhook.
     *
     * @param id its id
     * @return the webhook
     */
    WireWebhook get(String id);

    /**
     * Makes a webhook. Not safe to repeat.
     *
     * @param fields {@code event_type}, {@code status} and {@code url} at least
     * @return the webhook
     */
    WireWebhook create(Map<String, ?> fields);

    /**
     * Replaces a definition, all of it: the service cannot change single fields.
     *
     * @param id its id
     * @param fields the whole definition
     * @return the webhook afterwards
     */
    WireWebhook replace(String id, Map<String, ?> fields);

    /**
     * Removes a webhook.
     *
     * @param id its id
     */
    void delete(String id);
}
