package dev.contentconnect.iconik;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads error answers: {@code {"errors": […]}} or {@code {"errors": {field: …}}}. The service has no codes of its own. */
final class IconikErrors implements ErrorDecoder {
    /** What is larger holds hits: it is not searched through for words of failure. */
    private static final int MOST = 64 << 10;

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Found found = read(reply);
        return HttpErrors.byStatus(found == null ? trace : trace.withVendor(found.field(), found.message()), reply);
    }

    /** A search that fails may answer 200, with errors in place of hits. */
    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        ConnectorError page = HttpErrors.pageForPeople(trace, reply);
        if (page != null
                || reply.status() >= 300
                || !trace.operation().startsWith("search.")
                || reply.body().length > MOST
                || !reply.text().contains("\"errors\"")) {
            return page;
        }
        Found found = read(reply);
        return found == null || found.hasObjects()
                ? null
                : new ConnectorError.Rejected(trace.withVendor(found.field(), found.message()));
    }

    /** What an error answer says; {@code field} is the first field that it complains about. */
    private record Found(@Nullable String field, String message, boolean hasObjects) {}

    private static @Nullable Found read(HttpReply reply) {
        Map<String, @Nullable Object> body = HttpErrors.object(reply);
        if (isEmpty(body.get("errors"))) {
            return null;
        }
        boolean objects = body.get("objects") instanceof Collection<?> list && !list.isEmpty();
        if (body.get("errors") instanceof Map<?, ?> fields) {
            String message = fields.entrySet().stream()
                    .map(one -> one.getKey() + ": " + text(one.getValue()))
                    .collect(Collectors.joining("; "));
            return new Found(String.valueOf(fields.keySet().iterator().next()), message, objects);
        }
        return new Found(null, text(body.get("errors")), objects);
    }

    private static boolean isEmpty(@Nullable Object errors) {
        return errors == null
                || (errors instanceof Collection<?> list && list.isEmpty())
                || (errors instanceof Map<?, ?> map && map.isEmpty());
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
