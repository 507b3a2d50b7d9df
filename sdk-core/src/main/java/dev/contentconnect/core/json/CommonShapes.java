package dev.contentconnect.core.json;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Validity;

/** The shapes that several types contain. */
final class CommonShapes {
    static final Shape<Actor> ACTOR = Shape.of(
                    "actor",
                    f -> new Actor(f.need("id", Plain.TEXT), f.get("name", Plain.TEXT), f.get("role", Plain.TEXT)))
            .member("id", Actor::id, Plain.TEXT)
            .member("name", Actor::name, Plain.TEXT)
            .member("role", Actor::role, Plain.TEXT);

    static final Shape<Validity> VALIDITY = Shape.of(
                    "stretch of time", f -> new Validity(f.get("from", Plain.INSTANT), f.get("until", Plain.INSTANT)))
            .member("from", Validity::from, Plain.INSTANT)
            .member("until", Validity::until, Plain.INSTANT);

    private CommonShapes() {}
}
