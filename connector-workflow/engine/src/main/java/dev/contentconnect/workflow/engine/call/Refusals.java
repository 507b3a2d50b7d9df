package dev.contentconnect.workflow.engine.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns every no into the body the engine uses: {@code message} for the kind, {@code exception} for the reason. */
@RestControllerAdvice(basePackages = "dev.contentconnect.workflow.engine")
class Refusals {

    @ExceptionHandler
    ResponseEntity<byte[]> engine(EngineRefusal refusal) {
        return ResponseEntity.status(refusal.reply().status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(refusal.reply().body());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> facade(FacadeRefusal refusal) {
        return body(refusal.status(), refusal);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageConversionException e) {
        return body(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notFound(FlowableObjectNotFoundException e) {
        return body(HttpStatus.NOT_FOUND, e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> illegal(FlowableIllegalArgumentException e) {
        return body(HttpStatus.BAD_REQUEST, e);
    }

    private static ResponseEntity<Map<String, Object>> body(HttpStatus status, Exception e) {
        String message = switch (status) {
            case BAD_REQUEST -> "Bad request";
            case NOT_FOUND -> "Not found";
            case CONFLICT -> "Conflict";
            default -> status.getReasonPhrase();
        };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("exception", String.valueOf(e.getMessage()));
        return ResponseEntity.status(status).body(body);
    }
}
