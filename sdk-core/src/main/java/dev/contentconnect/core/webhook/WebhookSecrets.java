package dev.contentconnect.core.webhook;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.internal.Sha256;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that a sender puts into a header as they are, for systems that cannot sign. Several are valid at the same time
 * while one is being replaced. Immutable and safe for several threads.
 */
public final class WebhookSecrets {
    /** The header that a sender of ours puts a secret into, unless another is configured. */
    public static final String HEADER = "X-ContentConnect-Secret";

    private final List<byte[]> digests;

    private WebhookSecrets(List<byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Secrets to accept.
     *
     * @param secrets one, or the new and the old one while they change; never empty
     * @return the check
     * @throws IllegalArgumentException when there is no secret: that would let everybody in
     */
    public static WebhookSecrets of(Collection<Secret> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs at least one secret");
        }
        return new WebhookSecrets(
                secrets.stream().map(secret -> digest(secret.reveal())).toList());
    }

    /**
     * Whether a text is one of the secrets. Takes the same time whichever it is like, and however much of it is right.
     *
     * @param given what came; null when nothing did
     * @return whether to let it in
     */
    public boolean match(@Nullable String given) {
        byte[] digest = digest(given == null ? "" : given);
        boolean found = false;
        for (byte[] known : digests) {
            found |= MessageDigest.isEqual(known, digest);
        }
        return found && given != null;
    }

    /**
     * Checks a request.
     *
     * @param request the request
     * @param header the header that carries the secret
     * @return right with the request itself, or left with Unverified
     */
    public Either<WebhookRejection, WebhookRequest> verify(WebhookRequest request, String header) {
        return match(request.header(header).orElse(null))
                ? Either.right(request)
                : Either.left(new WebhookRejection(
                        WebhookRejection.Reason.UNVERIFIED, "the shared value is missing or wrong"));
    }

    /** How many; not which. */
    @Override
    public String toString() {
        return "WebhookSecrets[" + digests.size() + "]";
    }

    /** Digests are of one length, so that not even the length of a secret shows in the time a comparison takes. */
    private static byte[] digest(String text) {
        return Sha256.of(text);
    }
}
