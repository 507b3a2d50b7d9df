package dev.contentconnect.xecm;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Audit;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireAudit;

/** The audit over HTTP. */
record HttpAudit(XecmHttp http) implements Audit {
    @Override
    public Paged<WireAudit> of(long node, XecmQuery query) {
        return PagedLists.of(
                http,
                "audit.of",
                () -> http.v2("nodes", node, "audit"),
                query,
                answer -> answer.object("results").object("data").list("audit"),
                WireAudit::new);
    }
}
