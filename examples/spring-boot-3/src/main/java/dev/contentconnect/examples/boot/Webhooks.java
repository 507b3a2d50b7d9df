package dev.contentconnect.examples.boot;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what iconik pushes. A real host hands it to {@code FeedRunner.push}, which loses nothing. */
@RestController
class Webhooks {
    private final WebhookReceiver hooks;
    private final Queue<CaseEvent> inbox = new ArrayBlockingQueue<>(1_000);

    Webhooks(WebhookReceiver hooks) {
        this.hooks = hooks;
    }

    @PostMapping("/hooks/iconik")
    ResponseEntity<Void> receive(@RequestHeader MultiValueMap<String, String> headers, HttpServletRequest request)
            throws IOException {
        // The raw bytes, and no more of them than a webhook may have.
        int status = WebhookBodyLimit.standard()
                .read(request.getInputStream())
                .flatMap(body -> hooks.receive(WebhookRequest.of(headers, body, Instant.now())))
                .fold(WebhookRejection::status, this::take);
        return ResponseEntity.status(status).build();
    }

    private int take(List<CaseEvent> events) {
        return events.stream().allMatch(inbox::offer) ? 204 : 503;
    }

    List<CaseEvent> taken() {
        return List.copyOf(inbox);
    }
}
