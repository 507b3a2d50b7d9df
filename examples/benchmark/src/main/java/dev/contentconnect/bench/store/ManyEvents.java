package dev.contentconnect.bench.store;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A feed of so many events about a thousand objects, made when they are asked for. */
record ManyEvents(int total) implements ChangeFeed {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        int from = since == null ? 0 : Integer.parseInt(since.value());
        int to = Math.min(total, from + limit);
        List<CaseEvent> events =
                IntStream.range(from, to).mapToObj(ManyEvents::event).toList();
        return new ChangeBatch(events, Cursor.of(Integer.toString(to)), to < total, List.of());
    }

    static CaseEvent event(int number) {
        return CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, "event-" + number, START.plusSeconds(number))
                .subject(SourceRef.of("vendor", object(number)))
                .note("changed for the campaign of the season")
                .build();
    }

    static String object(int number) {
        return "object-" + number % 1000;
    }
}
