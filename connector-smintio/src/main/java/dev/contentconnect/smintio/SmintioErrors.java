package dev.contentconnect.smintio;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers: {@code {error_code, error_message, error_details}}, nothing at all, a page for people, or a redirect to
 * one.
 */
final class SmintioErrors implements ErrorDecoder {
    private static final String LOCKED = "optimistic_lock_violated";
    private static final String CONTENT = ".content";
    private static final String ERROR_PAGE = "/Error";

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        int status = reply.status();
        if (status >= 300 && status < 400) {
            return redirected(trace, reply);
        }
        Found found = read(HttpErrors.object(reply));
        Trace full = found == null ? trace : trace.withVendor(found.code(), found.message());
        String code = found == null || found.code() == null ? "" : found.code();
        ConnectorError known = byCode(full, code);
        if (known != null) {
            return known;
        }
        return switch (status) {
            // What lies in a store elsewhere: its address is to be asked for anew.
            case 424 -> new ConnectorError.NotFound(full);
            case 428 -> new ConnectorError.Conflict(full);
            default -> HttpErrors.byStatus(full, reply);
        };
    }

    /** Codes that say more than the status they come with; the services put prefixes before the lock. */
    static @Nullable ConnectorError byCode(Trace trace, String code) {
        if (code.endsWith(LOCKED)) {
            return new ConnectorError.Conflict(trace);
        }
        return switch (code) {
            case "cloud_storage_file_access_denied", "permission_denied" -> new ConnectorError.Forbidden(trace);
            case "cloud_storage_file_not_found", "not_found" -> new ConnectorError.NotFound(trace);
            case "maintenance_mode", "authorization_authority_not_available", "backend_service_not_available" ->
                new ConnectorError.Unavailable(trace, null);
            default -> null;
        };
    }

    /** Nobody follows these: what stands there is for people, and with anything but a file the token would go along. */
    private static ConnectorError redirected(Trace trace, HttpReply reply) {
        String where = reply.header("Location").orElse("");
        if (where.contains("maintenance_mode") || where.contains(ERROR_PAGE)) {
            return new ConnectorError.Unavailable(
                    trace.withVendor("maintenance_mode", "the service shows its page for maintenance"), null);
        }
        return new ConnectorError.NotFound(trace.withVendor(
                "redirected", "the service sends us elsewhere, as it does for a tenant it does not know"));
    }

    /** A page for people with status 200 is what is left of a redirect that somebody on the way has followed. */
    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        ConnectorError page = trace.operation().endsWith(CONTENT)
                ? HttpErrors.pageForFile(trace, reply)
                : HttpErrors.pageForPeople(trace, reply);
        return page == null ? null : new ConnectorError.Unavailable(page.trace(), null);
    }

    /** Files may lie behind redirects; one to the page for maintenance is an answer and not followed. */
    static HttpCall.Builder content(String operation, URI address) {
        return HttpCall.get(operation + CONTENT, address)
                .header("Accept", "*/*")
                .redirectsTo(to -> !String.valueOf(to.getPath()).startsWith(ERROR_PAGE));
    }

    /** What an error says of itself. */
    record Found(@Nullable String code, String message) {}

    /** Details are an object, and were a text once. */
    static @Nullable Found read(Map<?, ?> body) {
        String code = HttpErrors.first(body, "error_code", "errorCode", "error");
        String message = HttpErrors.first(body, "error_message", "errorMessage", "error_description", "message");
        Object details = body.get("error_details") != null ? body.get("error_details") : body.get("errorDetails");
        String more = details instanceof Map<?, ?> object
                ? HttpErrors.first(object, "name", "uuid")
                : details instanceof String plain ? plain : null;
        if (code == null && message == null && more == null) {
            return null;
        }
        String said = message != null ? message : code != null ? code : "";
        return new Found(code, more == null ? said : said.isEmpty() ? more : said + " (" + more + ")");
    }
}
