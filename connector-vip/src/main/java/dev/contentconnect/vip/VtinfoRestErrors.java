package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers of a private REST interface. Their form is not public: the usual members are looked for, and the
 * status decides.
 *
 * @param loginPage where people log in; a request that ended up there was not believed
 */
record VtinfoRestErrors(URI loginPage) implements ErrorDecoder {
    private static final String[] MESSAGES = {"error_description", "message", "errorMessage", "detail", "title"};

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Map<String, @Nullable Object> body = HttpErrors.object(reply);
        String code = HttpErrors.first(body, "error", "code", "errorCode");
        String message = HttpErrors.first(body, MESSAGES);
        return HttpErrors.byStatus(trace.withVendor(code, message == null ? "" : message), reply);
    }

    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        // A login page in place of an answer comes with 200, after a redirect.
        return RequestUri.sameOrigin(loginPage, reply.uri()) && HttpErrors.isPage(reply)
                ? new ConnectorError.Unauthenticated(
                        trace.withVendor("sent_to_login", "the request was sent on to the login page"))
                : HttpErrors.pageForPeople(trace, reply);
    }
}
