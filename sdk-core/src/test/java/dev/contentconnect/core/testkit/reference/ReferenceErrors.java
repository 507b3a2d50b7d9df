package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"code": …, "message": …}}. */
final class ReferenceErrors implements ErrorDecoder {
    record WireError(@Nullable String code, @Nullable String message) {}

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        try {
            WireError wire = Json.decode(reply.body(), WireError.class);
            String message = wire.message() == null ? "" : wire.message();
            return HttpErrors.byStatus(trace.withVendor(wire.code(), message), reply);
        } catch (JsonException notJson) {
            return HttpErrors.byStatus(trace, reply);
        }
    }
}
