package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What these tests write, and how they do it from several threads. */
final class Samples {
    static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");

    private Samples() {}

    static CaseEvent event(String id) {
        return CaseEvent.builder("vendor", CaseEventType.CASE_OPENED, id, T0)
                .caseKey("case " + id)
                .subject(SourceRef.of("vip", id))
                .build();
    }

    static void append(StateStore store, String... ids) {
        for (String id : ids) {
            store.<Boolean>transact(t -> t.append(event(id)));
        }
    }

    static List<String> ids(StateStore store, TrailQuery query) {
        return store.read(view -> {
            List<String> ids = new ArrayList<>();
            view.trail(query, (TrailEntry entry) -> ids.add(entry.event().id()));
            return ids;
        });
    }

    /** Runs all at once; the first failure is thrown. */
    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }
}
