package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireUser;

/** Users: service {@code users}. */
public interface Users {
    /**
     * The user of the credential.
     *
     * @return the user
     */
    WireUser current();

    /**
     * One user.
     *
     * @param id its id
     * @return the user
     */
    WireUser get(String id);

    /**
     * Users. Lazy; by page number.
     *
     * @param query {@code email}, {@code query}, {@code status}, {@code groups}
     * @return the users
     */
    Paged<WireUser> list(ListQuery query);
}
