package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WirePmUser;
import dev.contentconnect.core.page.Paged;

/** Users and vocabularies. */
public interface Users {
    /**
     * The user of the credential.
     *
     * @return the user
     */
    WirePmUser me();

    /**
     * A user.
     *
     * @param id the number of the object
     * @return the user
     */
    WirePmUser get(long id);

    /**
     * Users that answer a question.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the users
     */
    Paged<WirePmUser> search(PmQuery query, int pageSize);

    /**
     * A vocabulary: what the numbers of statuses and types stand for.
     *
     * @param name its name
     * @param pageSize objects per request, 1–1000
     * @return its entries
     */
    Paged<PmObject> systemTypes(String name, int pageSize);

    /**
     * A text of the service, such as the label of a status.
     *
     * @param id the number of the object
     * @return the text
     */
    PmObject resource(long id);
}
