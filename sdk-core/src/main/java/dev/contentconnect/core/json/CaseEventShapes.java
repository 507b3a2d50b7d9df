package dev.contentconnect.core.json;

import static dev.contentconnect.core.json.CommonShapes.ACTOR;
import static dev.contentconnect.core.json.Plain.INSTANT;
import static dev.contentconnect.core.json.Plain.REF;
import static dev.contentconnect.core.json.Plain.TEXT;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;

/** The shape of a case event. */
final class CaseEventShapes {
    private static final Form<CaseEventType> TYPE = Plain.word(CaseEventType::value, CaseEventType::of);

    static final Shape<CaseEvent> CASE_EVENT = Shape.of(
                    "case event",
                    f -> new CaseEvent(
                            f.need("id", TEXT),
                            f.need("source", TEXT),
                            f.need("type", TYPE),
                            f.need("occurredAt", INSTANT),
                            f.get("caseRef", REF),
                            f.get("caseKey", TEXT),
                            f.get("subject", REF),
                            f.get("subjectVersion", TEXT),
                            f.get("step", TEXT),
                            f.get("actor", ACTOR),
                            f.get("outcome", TEXT),
                            f.get("note", TEXT),
                            f.get("related", REF),
                            f.extensions()))
            .member("schema", any -> CanonicalJson.CASE_EVENT_SCHEMA, TEXT)
            .member("id", CaseEvent::id, TEXT)
            .member("source", CaseEvent::source, TEXT)
            .member("type", CaseEvent::type, TYPE)
            .member("occurredAt", CaseEvent::occurredAt, INSTANT)
            .member("caseRef", CaseEvent::caseRef, REF)
            .member("caseKey", CaseEvent::caseKey, TEXT)
            .member("subject", CaseEvent::subject, REF)
            .member("subjectVersion", CaseEvent::subjectVersion, TEXT)
            .member("step", CaseEvent::step, TEXT)
            .member("actor", CaseEvent::actor, ACTOR)
            .member("outcome", CaseEvent::outcome, TEXT)
            .member("note", CaseEvent::note, TEXT)
            .member("related", CaseEvent::related, REF)
            .extensions(CaseEvent::extensions);

    private CaseEventShapes() {}
}
