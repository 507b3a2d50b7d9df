package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.vip.map.OutletMapper;
import dev.contentconnect.vip.wire.WireOutlets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads error answers of Brand Finder: 401 and 403 are about signature or clock, others come with status 200. */
final class VtinfoFinderErrors implements ErrorDecoder {
    /** The code of a request that was not believed. */
    static final String SIGNATURE = "signature_or_clock";

    /** The code of an error text in an answer of status 200. */
    static final String ERR_MSG = "errMsg";

    /** Nothing sold there lately is an answer, however it is said. */
    private static final Pattern NOTHING_FOUND =
            Pattern.compile("\\b(no|0)\\b.{0,40}\\b(results?|locations?|outlets?|records?|stores?|data|matches)\\b"
                    + "|\\b(nothing|not|none) (was |were )?found\\b");

    private static final Pattern NOT_BELIEVED =
            Pattern.compile("signature|timestamp|unauthori[sz]ed|not authori[sz]ed|authentication|access denied");

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        return reply.status() == 401 || reply.status() == 403
                ? notBelieved(trace, HttpErrors.excerpt(reply), reply)
                : HttpErrors.byStatus(trace, reply);
    }

    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        WireOutlets answer;
        try {
            answer = Json.decode(reply.body(), WireOutlets.class);
        } catch (JsonException notJson) {
            return HttpErrors.pageForPeople(trace, reply);
        }
        String said = answer.errMsg() instanceof String text ? text.strip() : "";
        // With outlets beside it, the text is a remark.
        if (said.isEmpty() || !OutletMapper.list(answer.location()).isEmpty()) {
            return null;
        }
        String lower = said.toLowerCase(Locale.ROOT);
        if (NOT_BELIEVED.matcher(lower).find()) {
            return notBelieved(trace, said, reply);
        }
        return NOTHING_FOUND.matcher(lower).find()
                ? null
                : new ConnectorError.Rejected(trace.withVendor(ERR_MSG, said));
    }

    private static ConnectorError notBelieved(Trace trace, String said, HttpReply reply) {
        String theirs =
                reply.header("Date").map(date -> "; its clock says " + date).orElse("");
        return new ConnectorError.Unauthenticated(trace.withVendor(
                SIGNATURE,
                "signature or clock not accepted: check the customer, the secret (that of the implementation where one is"
                        + " named) and that this machine's clock is right within 10 minutes" + theirs + ". It said: "
                        + said));
    }
}
