package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the trail is told about a field. The ids are the same when a run that was cut off is repeated. */
final class FieldEvents {
    private final MirrorRun run;
    private final String field;
    private final long rests;

    FieldEvents(MirrorRun run, String field, long rests) {
        this.run = run;
        this.field = field;
        this.rests = rests;
    }

    CaseEvent copied(FieldCopy copy, Reading now) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("value", copy.source().value());
        if (!Objects.equals(copy.source().value(), copy.target().value())) {
            details.put("before", copy.target().value());
        }
        if (now.value() != null && !now.value().equals(copy.source().value())) {
            details.put("storedAs", now.value());
        }
        return event(CaseEventType.MIRROR_COPIED, copy, details, null);
    }

    CaseEvent conflict(FieldCopy copy) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("won", copy.source().value());
        details.put("lost", copy.target().value());
        putTime(details, "wonAt", copy.source());
        putTime(details, "lostAt", copy.target());
        String note = field + " differed on the two sides; " + source(copy).side() + " counts";
        return event(CaseEventType.MIRROR_CONFLICT, copy, details, note);
    }

    CaseEvent refused(FieldCopy copy, String why) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("value", copy.source().value());
        details.put("kept", copy.target().value());
        return event(CaseEventType.MIRROR_REFUSED, copy, details, why);
    }

    CaseEvent unsettled(Reading left, Reading right) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("left", left.value());
        details.put("right", right.value());
        String note = field + " does not come to rest: each side changes what the other writes";
        return event(CaseEventType.MIRROR_UNSETTLED, new FieldCopy(true, left, right, false), details, note);
    }

    private static void putTime(Map<String, @Nullable Object> details, String name, Reading reading) {
        if (reading.changedAt() != null) {
            details.put(name, reading.changedAt().toString());
        }
    }

    private MirrorObject source(FieldCopy copy) {
        return copy.toRight() ? run.left() : run.right();
    }

    private CaseEvent event(
            CaseEventType type, FieldCopy copy, Map<String, @Nullable Object> details, @Nullable String note) {
        SourceRef target = copy.toRight() ? run.right().ref() : run.left().ref();
        // One rest has one outcome; on the way to it there may be several conflicts.
        String which = type.equals(CaseEventType.MIRROR_CONFLICT) ? details.toString() : "";
        String id = type.value() + "/" + Prints.of(run.pair(), field, String.valueOf(rests), which);
        return CaseEvent.builder(run.mirror(), type, id, run.now())
                .subject(target)
                .related(source(copy).ref())
                .step(field)
                .note(note)
                .extensions(Extensions.of("mirror", details))
                .build();
    }
}
