package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.state.StateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes what a listener is told. */
final class Notebook implements FeedListener {
    private final List<String> lines = new ArrayList<>();

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> lines(String prefix) {
        return lines().stream().filter(line -> line.startsWith(prefix)).toList();
    }

    private synchronized void note(String line) {
        lines.add(line);
    }

    @Override
    public void polled(String feed, int events, List<MappingIssue> issues, Duration took) {
        note("polled " + events + " issues " + issues.size());
    }

    @Override
    public void accepted(String feed, int fresh, int known) {
        note("accepted " + fresh + " known " + known);
    }

    @Override
    public void handled(String feed, CaseEvent event, Duration lag, Duration took) {
        note("handled " + event.id() + " lag " + lag);
    }

    @Override
    public void failed(String feed, CaseEvent event, Throwable cause, Duration wait) {
        note("failed " + event.id() + " wait " + wait.toMillis());
    }

    @Override
    public void parked(String feed, String key, CaseEvent event, String reason, Throwable cause) {
        note("parked " + key);
    }

    @Override
    public void pollFailed(String feed, RuntimeException cause, Duration wait) {
        note("pollFailed wait " + wait.toMillis());
    }

    @Override
    public void storeFailed(String feed, StateException cause, Duration wait) {
        note("storeFailed " + cause.reason());
    }

    @Override
    public void fenced(String feed, String what) {
        note("fenced " + what);
    }
}
