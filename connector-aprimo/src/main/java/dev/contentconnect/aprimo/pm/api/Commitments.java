package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.core.page.Paged;

/** Money that was promised. */
public interface Commitments {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireCommitment get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireCommitment> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireCommitment> search(PmQuery query, int pageSize);

    /**
     * Makes a commitment. Amounts are checked before anything is sent: Rejected with the code {@code currency_missing}, {@code currency_unknown}, {@code amount_decimals}, {@code amount_negative} or {@code items_missing}.
     *
     * @param draft the commitment
     * @return its number
     */
    long create(CommitmentDraft draft);

    /**
     * Replaces the lines of a commitment; checked as in {@link #create}, and refused with {@code currency_differs} where it has another currency.
     *
     * @param id the number of the object
     * @param draft the commitment
     * @return the commitment afterwards
     */
    WireCommitment rewrite(long id, CommitmentDraft draft);

    /**
     * Fills an attribute of the tenant's own.
     *
     * @param id the number of the object
     * @param field its id
     * @param text its value
     * @return the commitment afterwards
     */
    WireCommitment note(long id, long field, String text);

    /**
     * Submits a commitment. Where no approval is configured this approves it.
     *
     * @param id the number of the object
     */
    void submit(long id);

    /**
     * Approves a commitment, as the user of the credential.
     *
     * @param id the number of the object
     */
    void approve(long id);

    /**
     * Rejects a commitment. Of a change to an approved one the earlier amounts come back.
     *
     * @param id the number of the object
     */
    void reject(long id);

    /**
     * Cancels a commitment.
     *
     * @param id the number of the object
     */
    void cancel(long id);

    /**
     * Takes a submitted commitment back.
     *
     * @param id the number of the object
     */
    void retrieve(long id);

    /**
     * Deletes an object.
     *
     * @param id the number of the object
     */
    void delete(long id);
}
