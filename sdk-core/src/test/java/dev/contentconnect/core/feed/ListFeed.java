package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor's journal. The cursor is the number of events read. Fails as often as it is told. */
final class ListFeed implements ChangeFeed {
    private final List<CaseEvent> journal = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<@Nullable Cursor> asked = new ArrayList<>();
    private List<MappingIssue> issues = List.of();
    private Runnable before = () -> {};
    private int overlap;

    synchronized ListFeed add(CaseEvent... events) {
        journal.addAll(List.of(events));
        return this;
    }

    synchronized void fail(RuntimeException failure) {
        failures.add(failure);
    }

    synchronized void issues(MappingIssue... some) {
        issues = List.of(some);
    }

    /** Gives so many events again with each poll. */
    synchronized void overlap(int events) {
        overlap = events;
    }

    /** Does something while a poll is under way. */
    void during(Runnable work) {
        before = work;
    }

    synchronized List<@Nullable Cursor> asked() {
        return new ArrayList<>(asked);
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        before.run();
        return answer(since, limit);
    }

    private synchronized ChangeBatch answer(@Nullable Cursor since, int limit) {
        asked.add(since);
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        int from = since == null ? 0 : Integer.parseInt(since.value());
        int to = Math.min(journal.size(), from + limit);
        List<CaseEvent> events = journal.subList(Math.max(0, from - overlap), to);
        return new ChangeBatch(events, Cursor.of(Integer.toString(to)), to < journal.size(), issues);
    }
}
