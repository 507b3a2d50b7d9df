package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.model.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that was handed to the transport.
 *
 * @param name its file name
 * @param at when it was handed over
 * @param repeated whether an earlier call did so
 * @param delivery how far it got, once Lens shows it; null until then
 */
public record DocumentSent(
        String name, Instant at, boolean repeated, @Nullable Delivery delivery) {}
