package dev.contentconnect.core.webhook;

import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;

/**
 * The largest body a webhook takes. Anybody can reach an open port, so the limit belongs before everything else.
 *
 * @param maxBytes 1 or more
 */
public record WebhookBodyLimit(int maxBytes) {

    /**
     * Makes a limit.
     *
     * @param maxBytes 1 or more
     * @throws IllegalArgumentException when {@code maxBytes} is less than 1
     */
    public WebhookBodyLimit {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be 1 or more: " + maxBytes);
        }
    }

    /**
     * What suits events.
     *
     * @return 1 MiB
     */
    public static WebhookBodyLimit standard() {
        return new WebhookBodyLimit(1 << 20);
    }

    /**
     * Reads a body, and of a larger one no more than shows that it is too large.
     *
     * @param body the stream of the host's server; not closed
     * @return right with the bytes, or left with TooLarge
     * @throws IOException when the stream cannot be read
     */
    public Either<WebhookRejection, byte[]> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes);
        return bytes.length == maxBytes && body.read() >= 0 ? tooLarge() : Either.right(bytes);
    }

    /**
     * Checks a request whose body the host has read already.
     *
     * @param request the request
     * @return right with the request itself, or left with TooLarge
     */
    public Either<WebhookRejection, WebhookRequest> check(WebhookRequest request) {
        return request.size() > maxBytes ? tooLarge() : Either.right(request);
    }

    private <T> Either<WebhookRejection, T> tooLarge() {
        return Either.left(new WebhookRejection(
                WebhookRejection.Reason.TOO_LARGE, "the body is larger than " + maxBytes + " bytes"));
    }
}
