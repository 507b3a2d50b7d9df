package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Optional;

/**
 * Opens cases and works on their tasks.
 */
public interface CaseDesk {
    /**
     * Opens a case, or finds the one that was opened under the same key, be it running or ended.
     *
     * @param request what to open
     * @return the case
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord open(CaseRequest request);

    /**
     * One case, running or ended.
     *
     * @param caseRef the identity of the case
     * @return the case
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord get(SourceRef caseRef);

    /**
     * The case that was opened under a key, running or ended; the newest where there are several.
     *
     * @param key the caller-chosen key
     * @return the case, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Optional<CaseRecord> findByKey(String key);

    /**
     * Tasks that answer a question. Lazy: each page is one request, made when reached.
     *
     * @param query which are wanted
     * @return the tasks
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<CaseTask> tasks(TaskQuery query);

    /**
     * One task, open or completed.
     *
     * @param task the identity of the task
     * @return the task
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseTask task(SourceRef task);

    /**
     * The ways in which a task can be completed.
     *
     * @param task the identity of the task
     * @return in the order of the definition; empty when the definition names none, so that any word is accepted
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<TaskOutcome> outcomes(SourceRef task);

    /**
     * Takes a task. Taking what one holds already changes nothing.
     *
     * @param task the identity of the task
     * @param actor who takes it
     * @return the task afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict when another holds it, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseTask claim(SourceRef task, Actor actor);

    /**
     * Gives a task back to its candidates.
     *
     * @param task the identity of the task
     * @return the task afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseTask release(SourceRef task);

    /**
     * Hands a task to another for an answer; it comes back to its owner.
     *
     * @param task the identity of the task
     * @param actor who is to answer
     * @return the task afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseTask delegate(SourceRef task, Actor actor);

    /**
     * Completes a task. The outcome is checked before it is sent: note, then claim, then completion. Completing again
     * with the same outcome changes nothing.
     *
     * @param task the identity of the task
     * @param result how
     * @return the task afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected when the outcome is not one of {@link #outcomes}, Conflict when it was completed otherwise or another holds it, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseTask complete(SourceRef task, TaskResult result);

    /**
     * Adds a link to a case. The same address again changes nothing.
     *
     * @param caseRef the identity of the case
     * @param link where it leads
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord attach(SourceRef caseRef, Link link);

    /**
     * Calls for somebody higher up: raises the open tasks of a case.
     *
     * @param caseRef the identity of the case
     * @param escalation why and how
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict when nothing is open, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord escalate(SourceRef caseRef, Escalation escalation);

    /**
     * Suspends a case. Holding twice is as holding once.
     *
     * @param caseRef the identity of the case
     * @param reason why, kept as a comment
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord hold(SourceRef caseRef, String reason);

    /**
     * Lets a held case go on.
     *
     * @param caseRef the identity of the case
     * @param reason why, kept as a comment
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord resume(SourceRef caseRef, String reason);

    /**
     * Ends a case well, for a system whose cases do not end by their tasks.
     *
     * @param caseRef the identity of the case
     * @param outcome how, in the words of the system
     * @param note why, kept as a comment
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord resolve(SourceRef caseRef, String outcome, String note);

    /**
     * Stops a case before its end. Cancelling what is cancelled changes nothing.
     *
     * @param caseRef the identity of the case
     * @param reason why, kept with the case
     * @return the case afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict when it has ended otherwise, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord cancel(SourceRef caseRef, String reason);
}
