package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of Brand Builder, which all have the same envelope: {@code code}, {@code success}, {@code errorMessage},
 * {@code data}. Some answers say neither yes nor no of a distributor; they are the same each time, so they are no outage.
 */
final class VtinfoErrors implements ErrorDecoder {
    /** The code of errors that mean: neither found nor not found. */
    static final String INCONCLUSIVE = "inconclusive";

    static final String INFO = "distributor.info";

    private static final Pattern UNKNOWN_DISTRIBUTOR = Pattern.compile(
            "(?is)(?=.*\\b(distributor|source ?code)\\b)(?=.*\\b(invalid|not valid|unknown|not found)\\b).*");

    /** The envelope without its load; members may be of any form. */
    record Envelope(
            @Nullable Object code,
            @Nullable Object success,
            @Nullable Object errorMessage) {
        boolean isBadRequest() {
            return words(code).equals("400");
        }

        boolean isOutage() {
            return words(code).matches("5[0-9]{2}");
        }

        private static String words(@Nullable Object value) {
            return String.valueOf(value).strip();
        }

        String words() {
            return errorMessage instanceof String text ? text.strip() : "";
        }

        @Nullable String vendorCode() {
            return code == null ? null : String.valueOf(code);
        }
    }

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Envelope said = read(reply);
        if (said == null) {
            return HttpErrors.byStatus(trace, reply);
        }
        String words = said.words().isEmpty() ? HttpErrors.excerpt(reply) : said.words();
        Trace full = trace.withVendor(said.vendorCode(), words);
        if (reply.status() == 400 && isUnknown(said)) {
            return new ConnectorError.NotFound(full);
        }
        if (reply.status() == 500 && said.isBadRequest()) {
            // Stable for each distributor, so it must not be taken for a passing outage.
            return inconclusive(trace, "the service failed on this distributor, as it does each time: " + words);
        }
        return HttpErrors.byStatus(full, reply);
    }

    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        Envelope said = reply.body().length == 0 ? null : read(reply);
        if (said == null) {
            return HttpErrors.pageForPeople(trace, reply);
        }
        if (isFalse(said.success())) {
            Trace full =
                    trace.withVendor(said.vendorCode(), said.words().isEmpty() ? "success is false" : said.words());
            if (isUnknown(said)) {
                return new ConnectorError.NotFound(full);
            }
            if (said.isOutage()) {
                return new ConnectorError.Unavailable(full, null);
            }
            return said.isBadRequest()
                    ? inconclusive(trace, "the answer says that it failed: " + said.words())
                    : new ConnectorError.Rejected(full);
        }
        return trace.operation().equals(INFO) && !namesADistributor(reply)
                ? inconclusive(trace, "the answer names no distributor")
                : null;
    }

    private static ConnectorError inconclusive(Trace trace, String why) {
        return new ConnectorError.Rejected(
                trace.withVendor(INCONCLUSIVE, "inconclusive, neither found nor not found: " + why));
    }

    private static boolean isUnknown(Envelope said) {
        return UNKNOWN_DISTRIBUTOR.matcher(said.words()).matches();
    }

    private static boolean isFalse(@Nullable Object flag) {
        return Boolean.FALSE.equals(flag)
                || (flag instanceof String text && text.strip().equalsIgnoreCase("false"));
    }

    private static boolean namesADistributor(HttpReply reply) {
        try {
            return Json.decodePlain(reply.body()) instanceof Map<?, ?> envelope
                    && envelope.get("data") instanceof Map<?, ?> data
                    && data.get("distributorName") instanceof String name
                    && !name.isBlank();
        } catch (JsonException e) {
            return false;
        }
    }

    private static @Nullable Envelope read(HttpReply reply) {
        try {
            return Json.decode(reply.body(), Envelope.class);
        } catch (JsonException notOurs) {
            // Not JSON, or another form: whoever wants to read the rest will say so.
            return null;
        }
    }
}
