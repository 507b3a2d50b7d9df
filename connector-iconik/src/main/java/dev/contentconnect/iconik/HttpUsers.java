package dev.contentconnect.iconik;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.Users;
import dev.contentconnect.iconik.wire.WireUser;

/** Users over HTTP. */
record HttpUsers(IconikHttp http) implements Users {
    private static final String USERS = "users";

    @Override
    public WireUser current() {
        return http.get("users.current", http.uri(USERS, USERS, "current"), WireUser.class);
    }

    @Override
    public WireUser get(String id) {
        return http.get("users.get", http.uri(USERS, USERS, id), WireUser.class);
    }

    @Override
    public Paged<WireUser> list(ListQuery query) {
        return new IconikLists(http).numbered("users.list", () -> http.uri(USERS, USERS), query, WireUser.class);
    }
}
