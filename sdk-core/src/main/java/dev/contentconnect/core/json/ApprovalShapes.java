package dev.contentconnect.core.json;

import static dev.contentconnect.core.json.CommonShapes.ACTOR;
import static dev.contentconnect.core.json.Plain.INSTANT;
import static dev.contentconnect.core.json.Plain.REF;
import static dev.contentconnect.core.json.Plain.TEXT;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;

/** The shape of an approval and of what only approvals contain. */
final class ApprovalShapes {
    private static final Form<ApprovalStatus> STATUS = Plain.word(ApprovalStatus::value, ApprovalStatus::of);
    private static final Form<DecisionOutcome> OUTCOME = Plain.word(DecisionOutcome::value, DecisionOutcome::of);

    private static final Shape<Decision> DECISION = Shape.of(
                    "decision",
                    f -> new Decision(
                            f.need("outcome", OUTCOME),
                            f.get("rawOutcome", TEXT),
                            f.get("decidedBy", ACTOR),
                            f.get("decidedAt", INSTANT),
                            f.get("note", TEXT)))
            .member("outcome", Decision::outcome, OUTCOME)
            .member("rawOutcome", Decision::rawOutcome, TEXT)
            .member("decidedBy", Decision::decidedBy, ACTOR)
            .member("decidedAt", Decision::decidedAt, INSTANT)
            .member("note", Decision::note, TEXT);

    private static final Shape<Comment> COMMENT = Shape.of(
                    "comment",
                    f -> new Comment(
                            f.need("ref", REF),
                            f.need("subject", REF),
                            f.get("subjectVersion", TEXT),
                            f.get("author", ACTOR),
                            f.get("text", TEXT, ""),
                            f.get("at", INSTANT),
                            f.get("replyTo", REF),
                            f.extensions()))
            .member("ref", Comment::ref, REF)
            .member("subject", Comment::subject, REF)
            .member("subjectVersion", Comment::subjectVersion, TEXT)
            .member("author", Comment::author, ACTOR)
            .member("text", Comment::text, TEXT)
            .member("at", Comment::at, INSTANT)
            .member("replyTo", Comment::replyTo, REF)
            .extensions(Comment::extensions);

    static final Shape<Approval> APPROVAL = Shape.of(
                    "approval",
                    f -> new Approval(
                            f.need("ref", REF),
                            f.get("subject", REF),
                            f.get("subjectVersion", TEXT),
                            f.get("caseRef", REF),
                            f.get("stakeholder", TEXT),
                            f.get("assignee", ACTOR),
                            f.get("status", STATUS, ApprovalStatus.UNKNOWN),
                            f.get("decision", DECISION),
                            f.get("requestedAt", INSTANT),
                            f.get("dueAt", INSTANT),
                            f.list("comments", COMMENT),
                            f.extensions()))
            .member("schema", any -> CanonicalJson.APPROVAL_SCHEMA, TEXT)
            .member("ref", Approval::ref, REF)
            .member("subject", Approval::subject, REF)
            .member("subjectVersion", Approval::subjectVersion, TEXT)
            .member("caseRef", Approval::caseRef, REF)
            .member("stakeholder", Approval::stakeholder, TEXT)
            .member("assignee", Approval::assignee, ACTOR)
            .member("status", Approval::status, STATUS)
            .member("decision", Approval::decision, DECISION)
            .member("requestedAt", Approval::requestedAt, INSTANT)
            .member("dueAt", Approval::dueAt, INSTANT)
            .list("comments", Approval::comments, COMMENT)
            .extensions(Approval::extensions);

    private ApprovalShapes() {}
}
