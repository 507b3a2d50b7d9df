package dev.contentconnect.examples.boot;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What our own callers see when a system fails. The message of the exception is for our people, and holds no secret. */
@RestControllerAdvice
class Failures {
    private static final long A_WHILE = 30;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(ConnectorException e) {
        HttpStatus status = switch (e.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RATE_LIMITED, UNAVAILABLE, TIMED_OUT -> HttpStatus.SERVICE_UNAVAILABLE;
            // Ours to mend: the credential of this application, its configuration, or the connector.
            default -> HttpStatus.BAD_GATEWAY;
        };
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (e.error() instanceof ConnectorError.RateLimited limited) {
            long seconds = limited.retryAfter() == null
                    ? A_WHILE
                    : limited.retryAfter().toSeconds();
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, e.getMessage()));
    }
}
