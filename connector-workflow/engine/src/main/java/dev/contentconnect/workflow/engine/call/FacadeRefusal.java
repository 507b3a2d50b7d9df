package dev.contentconnect.workflow.engine.call;

import org.springframework.http.HttpStatus;

/** A no that comes from this surface, because the engine below does not know the question. */
@SuppressWarnings("serial") // lives for one request
public final class FacadeRefusal extends RuntimeException {

    private final HttpStatus status;

    private FacadeRefusal(HttpStatus status, String text) {
        super(text);
        this.status = status;
    }

    /** 400 with a reason. */
    public static FacadeRefusal badRequest(String text) {
        return new FacadeRefusal(HttpStatus.BAD_REQUEST, text);
    }

    /** 404 with a reason. */
    public static FacadeRefusal notFound(String text) {
        return new FacadeRefusal(HttpStatus.NOT_FOUND, text);
    }

    /** 409 with a reason. */
    public static FacadeRefusal conflict(String text) {
        return new FacadeRefusal(HttpStatus.CONFLICT, text);
    }

    HttpStatus status() {
        return status;
    }
}
