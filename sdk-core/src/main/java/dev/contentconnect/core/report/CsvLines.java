package dev.contentconnect.core.report;

import dev.contentconnect.core.internal.JsonCodec;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.TrailEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as rows of a table. */
final class CsvLines implements TrailExport.Lines {
    static final List<String> EVENT = List.of(
            "id",
            "source",
            "type",
            "occurredAt",
            "caseRef",
            "caseKey",
            "subject",
            "subjectVersion",
            "step",
            "actorId",
            "actorName",
            "actorRole",
            "outcome",
            "note",
            "related",
            "extensions");
    private static final List<String> BEFORE = List.of("number", "recordedAt");
    private static final List<String> AFTER = List.of("hash", "json");

    private final boolean chained;
    private final boolean formulas;

    CsvLines(boolean chained, boolean formulas) {
        this.chained = chained;
        this.formulas = formulas;
    }

    static List<String> chainedHeader() {
        List<String> header = new ArrayList<>(BEFORE);
        header.addAll(EVENT);
        header.addAll(AFTER);
        return header;
    }

    @Override
    public void begin(Writer out) throws IOException {
        Csv.write(chained ? chainedHeader() : EVENT, formulas, out);
    }

    @Override
    public void write(TrailEntry entry, Writer out) throws IOException {
        List<@Nullable String> cells = new ArrayList<>(EVENT.size() + 4);
        if (chained) {
            cells.add(Long.toString(entry.number()));
            cells.add(entry.recordedAt().toString());
        }
        cells.addAll(cells(entry.event()));
        if (chained) {
            cells.add(entry.hash());
            cells.add(entry.json());
        }
        Csv.write(cells, formulas, out);
    }

    /** What the columns {@link #EVENT} show. */
    static List<@Nullable String> cells(CaseEvent event) {
        List<@Nullable String> cells = new ArrayList<>(EVENT.size());
        Actor actor = event.actor();
        Extensions extensions = event.extensions();
        cells.add(event.id());
        cells.add(event.source());
        cells.add(event.type().value());
        cells.add(event.occurredAt().toString());
        cells.add(text(event.caseRef()));
        cells.add(event.caseKey());
        cells.add(text(event.subject()));
        cells.add(event.subjectVersion());
        cells.add(event.step());
        cells.add(actor == null ? null : actor.id());
        cells.add(actor == null ? null : actor.name());
        cells.add(actor == null ? null : actor.role());
        cells.add(event.outcome());
        cells.add(event.note());
        cells.add(text(event.related()));
        cells.add(
                extensions.isEmpty()
                        ? null
                        : new String(Json.encodeWithNulls(extensions.asMap()), StandardCharsets.UTF_8));
        return cells;
    }

    /** The event in cells {@link #EVENT}, from {@code first} on. */
    static CaseEvent event(List<@Nullable String> cells, int first) {
        String actor = cells.get(first + 9);
        return CaseEvent.builder(
                        need(cells, first + 1),
                        CaseEventType.of(need(cells, first + 2)),
                        need(cells, first),
                        Instant.parse(need(cells, first + 3)))
                .caseRef(ref(cells.get(first + 4)))
                .caseKey(cells.get(first + 5))
                .subject(ref(cells.get(first + 6)))
                .subjectVersion(cells.get(first + 7))
                .step(cells.get(first + 8))
                .actor(actor == null ? null : new Actor(actor, cells.get(first + 10), cells.get(first + 11)))
                .outcome(cells.get(first + 12))
                .note(cells.get(first + 13))
                .related(ref(cells.get(first + 14)))
                .extensions(extensions(cells.get(first + 15)))
                .build();
    }

    private static Extensions extensions(@Nullable String json) {
        Extensions extensions = Extensions.none();
        if (json == null
                || !(JsonCodec.decodeOwn(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> vendors)) {
            return extensions;
        }
        for (Map.Entry<?, ?> vendor : vendors.entrySet()) {
            if (vendor.getKey() instanceof String name && vendor.getValue() instanceof Map<?, ?> members) {
                extensions = extensions.with(name, named(members));
            }
        }
        return extensions;
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    private static Map<String, @Nullable Object> named(Map<?, ?> members) {
        return (Map<String, @Nullable Object>) members;
    }

    private static String need(List<@Nullable String> cells, int at) {
        String cell = cells.get(at);
        if (cell == null) {
            throw new IllegalArgumentException("an empty cell");
        }
        return cell;
    }

    private static @Nullable String text(@Nullable SourceRef ref) {
        return ref == null ? null : ref.toString();
    }

    private static @Nullable SourceRef ref(@Nullable String cell) {
        return cell == null ? null : SourceRef.parse(cell);
    }
}
