package dev.contentconnect.aprimo;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;

/**
 * Productivity Management was seen to answer an expired token with status 200 and nothing, or {@code null}. A read that is answered
 * so counts as refused: it is made once more with a fresh token, and fails when that is answered the same.
 */
final class EmptyAnswers {
    private EmptyAnswers() {}

    static HttpStep under(HttpStep auth) {
        return (call, next) -> auth.take(call, one -> told(one, next.proceed(one)));
    }

    private static HttpReply told(HttpCall call, HttpReply reply) {
        boolean nothing = call.method().equals("GET")
                && reply.status() == 200
                && reply.body().length <= 8
                && (reply.text().isBlank() || reply.text().strip().equals("null"));
        return nothing ? HttpReply.of(reply.uri(), 401, reply.headers(), reply.body()) : reply;
    }
}
