package dev.contentconnect.core.model;

/**
 * What happened.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, in the form {@code noun.verb}, lower case with underscores for the known ones; never blank
 */
public record CaseEventType(String value) {

    /** A case began. */
    public static final CaseEventType CASE_OPENED = new CaseEventType("case.opened");

    /** A case was put on hold. */
    public static final CaseEventType CASE_HELD = new CaseEventType("case.held");

    /** A held case went on. */
    public static final CaseEventType CASE_RESUMED = new CaseEventType("case.resumed");

    /** A case came to its end. */
    public static final CaseEventType CASE_RESOLVED = new CaseEventType("case.resolved");

    /** A case was stopped before its end. */
    public static final CaseEventType CASE_CANCELLED = new CaseEventType("case.cancelled");

    /** Work was asked for. */
    public static final CaseEventType TASK_CREATED = new CaseEventType("task.created");

    /** Somebody took the work. */
    public static final CaseEventType TASK_CLAIMED = new CaseEventType("task.claimed");

    /** Somebody gave the work back. */
    public static final CaseEventType TASK_RELEASED = new CaseEventType("task.released");

    /** The work was done; the outcome says how. */
    public static final CaseEventType TASK_COMPLETED = new CaseEventType("task.completed");

    /** The work is no longer wanted. */
    public static final CaseEventType TASK_CANCELLED = new CaseEventType("task.cancelled");

    /** The due time passed. */
    public static final CaseEventType TASK_OVERDUE = new CaseEventType("task.overdue");

    /** Somebody higher up was called. */
    public static final CaseEventType ESCALATED = new CaseEventType("case.escalated");

    /** A decision was asked for. */
    public static final CaseEventType APPROVAL_REQUESTED = new CaseEventType("approval.requested");

    /** A decision was made; the outcome says which. */
    public static final CaseEventType APPROVAL_DECIDED = new CaseEventType("approval.decided");

    /** An earlier decision no longer counts, for example because there is a new version. */
    public static final CaseEventType APPROVAL_VOIDED = new CaseEventType("approval.voided");

    /** Somebody said something. */
    public static final CaseEventType COMMENT_ADDED = new CaseEventType("comment.added");

    /** A link or file was added. */
    public static final CaseEventType ATTACHMENT_ADDED = new CaseEventType("attachment.added");

    /** Somebody asked for content. */
    public static final CaseEventType REQUEST_RECEIVED = new CaseEventType("request.received");

    /** An asset appeared. */
    public static final CaseEventType ASSET_CREATED = new CaseEventType("asset.created");

    /** Its metadata changed. */
    public static final CaseEventType ASSET_UPDATED = new CaseEventType("asset.updated");

    /** Its content changed. */
    public static final CaseEventType ASSET_VERSION_ADDED = new CaseEventType("asset.version_added");

    /** An asset went away. */
    public static final CaseEventType ASSET_DELETED = new CaseEventType("asset.deleted");

    /** It was offered to its audience. */
    public static final CaseEventType ASSET_PUBLISHED = new CaseEventType("asset.published");

    /** It was kept back. */
    public static final CaseEventType ASSET_HELD = new CaseEventType("asset.held");

    /** It is no longer offered. */
    public static final CaseEventType ASSET_WITHDRAWN = new CaseEventType("asset.withdrawn");

    /** It was marked for reuse or revision. */
    public static final CaseEventType ASSET_TAGGED = new CaseEventType("asset.tagged");

    /** It was tied to an object of another system. */
    public static final CaseEventType ASSET_LINKED = new CaseEventType("asset.linked");

    /** Such a tie was cut. */
    public static final CaseEventType ASSET_UNLINKED = new CaseEventType("asset.unlinked");

    /** What it may be used for changed. */
    public static final CaseEventType RIGHTS_CHANGED = new CaseEventType("rights.changed");

    /** Its use was forbidden. */
    public static final CaseEventType RIGHTS_BLOCKED = new CaseEventType("rights.blocked");

    /** Its use was let again. */
    public static final CaseEventType RIGHTS_UNBLOCKED = new CaseEventType("rights.unblocked");

    /** A licence ends soon or a limit is near. */
    public static final CaseEventType RIGHTS_EXPIRING = new CaseEventType("rights.expiring");

    /** It was used, downloaded or shown. */
    public static final CaseEventType USAGE_RECORDED = new CaseEventType("usage.recorded");

    /** A counted limit is used up. */
    public static final CaseEventType USAGE_LIMIT_REACHED = new CaseEventType("usage.limit_reached");

    /** It waits to be sent. */
    public static final CaseEventType DELIVERY_QUEUED = new CaseEventType("delivery.queued");

    /** It left; nobody has confirmed. */
    public static final CaseEventType DELIVERY_SENT = new CaseEventType("delivery.sent");

    /** The other side has it. */
    public static final CaseEventType DELIVERY_DELIVERED = new CaseEventType("delivery.delivered");

    /** The other side confirmed that it can use it. */
    public static final CaseEventType DELIVERY_ACKNOWLEDGED = new CaseEventType("delivery.acknowledged");

    /** The other side refused it. */
    public static final CaseEventType DELIVERY_REJECTED = new CaseEventType("delivery.rejected");

    /** It did not arrive. */
    public static final CaseEventType DELIVERY_FAILED = new CaseEventType("delivery.failed");

    /** Somebody was told. */
    public static final CaseEventType NOTICE_SENT = new CaseEventType("notice.sent");

    /** Spend passed a threshold. */
    public static final CaseEventType BUDGET_EXCEEDED = new CaseEventType("budget.exceeded");

    /** Somebody decided on the spend. */
    public static final CaseEventType BUDGET_DECIDED = new CaseEventType("budget.decided");

    /** A place for a business object was made. */
    public static final CaseEventType WORKSPACE_CREATED = new CaseEventType("workspace.created");

    /** Its attributes, links or documents changed. */
    public static final CaseEventType WORKSPACE_UPDATED = new CaseEventType("workspace.updated");

    /** A status was set; the outcome says which. */
    public static final CaseEventType STATUS_CHANGED = new CaseEventType("status.changed");

    /** A mirror copied a value or a comment from one system to another. */
    public static final CaseEventType MIRROR_COPIED = new CaseEventType("mirror.copied");

    /** Both systems changed the same value; a rule decided, and what lost is kept in the event. */
    public static final CaseEventType MIRROR_CONFLICT = new CaseEventType("mirror.conflict");

    /** A system did not take what a mirror wrote; the note says why. */
    public static final CaseEventType MIRROR_REFUSED = new CaseEventType("mirror.refused");

    /** A mirror gave up on a value that does not come to rest; the two systems differ. */
    public static final CaseEventType MIRROR_UNSETTLED = new CaseEventType("mirror.unsettled");

    /** A flow ended without its effect, by rule; the note says why. */
    public static final CaseEventType FLOW_REFUSED = new CaseEventType("flow.refused");

    /** A flow could not go on; the note says why. */
    public static final CaseEventType FLOW_FAILED = new CaseEventType("flow.failed");

    /**
     * Makes the word.
     *
     * @param value the word, in the form {@code noun.verb}, lower case with underscores for the known ones; never
     *     blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public CaseEventType {
        value = Words.word(value, "CaseEventType");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static CaseEventType of(String value) {
        return new CaseEventType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
