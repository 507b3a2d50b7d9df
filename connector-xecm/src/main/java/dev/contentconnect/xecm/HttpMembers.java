package dev.contentconnect.xecm;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Members;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireUser;

/** Users and groups over HTTP. */
record HttpMembers(XecmHttp http) implements Members {
    private static final String MEMBERS = "members";

    @Override
    public WireUser me() {
        return new WireUser(http.get("members.me", http.v1("auth")).object("data"));
    }

    @Override
    public WireUser get(long member) {
        return user(http.get("members.get", http.v2(MEMBERS, member)).object("results"));
    }

    @Override
    public Paged<WireUser> find(XecmQuery query) {
        return PagedLists.of(
                http, "members.find", () -> http.v2(MEMBERS), query, PagedLists::results, HttpMembers::user);
    }

    private static WireUser user(WireFields element) {
        return new WireUser(element.object("data").object("properties"));
    }
}
