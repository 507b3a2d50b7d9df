package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.util.List;

/** Takes events that a system pushes. Never touches the network: the host receives the request and hands it over. */
public interface WebhookReceiver {

    /**
     * Verifies and decodes a pushed request. Systems push at least once and in any order: drop repeated
     * {@code CaseEvent.id()}s, and read the object before acting where {@code describe()} says
     * {@link CapabilityTrait#EVENTS_ARE_HINTS}.
     *
     * @param request the request exactly as it came
     * @return the events it stands for, or why it was refused; never throws for what came from outside
     */
    Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request);
}
