package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.poll.Poller;
import dev.contentconnect.iconik.wire.WireJob;
import java.util.Map;

/** Long work: service {@code jobs}. */
public interface Jobs {
    /**
     * One job.
     *
     * @param id its id
     * @return the job
     */
    WireJob get(String id);

    /**
     * Jobs. Lazy; by page number.
     *
     * @param query {@code type}, {@code status}, {@code object_id}, {@code sort} and others
     * @return the jobs
     */
    Paged<WireJob> list(ListQuery query);

    /**
     * Makes a job, so that users see work that is done elsewhere. Not safe to repeat.
     *
     * @param fields {@code title}, {@code type} ({@code CUSTOM} with {@code custom_type}) and {@code status} at least
     * @return the job
     */
    WireJob create(Map<String, ?> fields);

    /**
     * Changes fields, for example {@code status} and {@code progress_processed}.
     *
     * @param id its id
     * @param change fields by name
     * @return the job afterwards
     */
    WireJob update(String id, Map<String, ?> change);

    /**
     * Waits until a job is over.
     *
     * @param id its id
     * @param patience how often to look, and how long
     * @return the job; look at {@link WireJob#wentWell()}
     * @throws dev.contentconnect.core.error.ConnectorException TimedOut when it takes longer, and what looking may end with
     */
    WireJob await(String id, Poller patience);
}
