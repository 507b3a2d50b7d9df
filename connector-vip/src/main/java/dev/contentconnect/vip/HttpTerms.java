package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.Terms;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireTerm;
import java.util.Map;

/** Terms over HTTP. */
record HttpTerms(WordpressHttp http, String restBase) implements Terms {
    @Override
    public Paged<WireTerm> list(WordpressQuery query) {
        return http.list(restBase + ".list", () -> http.route(restBase), query, WireTerm.class, WireTerm::id);
    }

    @Override
    public long createOrFind(String name) {
        HttpCall.Builder call = HttpCall.post(
                        restBase + ".create", http.route(restBase).build())
                .json(Map.of("name", name))
                .accept(400);
        HttpReply reply = http.send(call);
        // What is there already is refused with its id.
        long id = reply.status() == 400
                ? WordpressErrors.read(reply).termId()
                : http.decode(call, reply, WireTerm.class).id();
        if (id <= 0) {
            throw REFUSED.undecodable(restBase + ".create", MappingIssue.of("id", "missing"));
        }
        return id;
    }
}
