package dev.contentconnect.core.webhook;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.internal.Redaction;
import io.vavr.control.Either;

/**
 * Why a pushed request was not accepted. An ordinary outcome on an open port; answer {@link #status()} and go on.
 *
 * @param reason the kind
 * @param detail what was wrong, without any secret and without echoing what came
 */
public record WebhookRejection(Reason reason, String detail) {

    /**
     * Makes a rejection; the text is cleaned and capped.
     *
     * @param reason the kind
     * @param detail what was wrong, without any secret and without echoing what came
     */
    public WebhookRejection {
        detail = Redaction.clean(detail, 300);
    }

    /**
     * The outcome of a request that is not accepted.
     *
     * @param reason the kind
     * @param detail what was wrong, without any secret and without echoing what came
     * @param <T> what there would have been
     * @return left
     */
    public static <T> Either<WebhookRejection, T> refused(Reason reason, String detail) {
        return Either.left(new WebhookRejection(reason, detail));
    }

    /**
     * The rejection of a body that is no event.
     *
     * @param issue what is wrong with it
     * @return Malformed
     */
    public static WebhookRejection malformed(MappingIssue issue) {
        return new WebhookRejection(Reason.MALFORMED, issue.path() + ": " + issue.problem());
    }

    /** The kinds of rejection. */
    public enum Reason {
        /** The signature or secret is missing or wrong. */
        UNVERIFIED,
        /** It was signed too long ago, or for a time to come. */
        STALE,
        /** The body is larger than allowed. */
        TOO_LARGE,
        /** The body cannot be decoded. */
        MALFORMED,
        /** It is well formed and about nothing this connector knows. */
        IRRELEVANT
    }

    /**
     * The HTTP status to answer with.
     *
     * @return 401, 413, 400, or 204 for what is merely irrelevant, so that the sender does not repeat it
     */
    public int status() {
        return switch (reason) {
            case UNVERIFIED, STALE -> 401;
            case TOO_LARGE -> 413;
            case MALFORMED -> 400;
            case IRRELEVANT -> 204;
        };
    }
}
