package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last word on each item of a checklist; a recheck asks only for what was not done. */
final class Checklist {
    private final CaseRecord record;
    private final List<String> items;
    private final Map<String, String> words = new LinkedHashMap<>();

    /** Tasks come oldest first. */
    Checklist(CaseRecord record, List<String> items, List<CaseTask> tasks) {
        this.record = record;
        this.items = items;
        for (CaseTask task : tasks) {
            if (task.step() != null && task.outcome() != null) {
                words.put(task.step(), task.outcome());
            }
        }
    }

    boolean isOpen() {
        return !record.status().isFinal();
    }

    /** Whether the case ended well and a word cannot be read, which may be a matter of moments. */
    boolean isIncomplete() {
        return record.status().equals(CaseStatus.RESOLVED) && !words.keySet().containsAll(items);
    }

    List<String> notDone() {
        return items.stream().filter(item -> !"done".equals(words.get(item))).toList();
    }

    /** Why the launch does not happen; empty when everything is done. */
    List<String> objections() {
        if (record.status().equals(CaseStatus.CANCELLED)) {
            return List.of("the case was cancelled");
        }
        return notDone().stream()
                .map(item -> words.containsKey(item)
                        ? item + " was called off as " + words.get(item)
                        : "the case ended without a word on " + item + " that could be read")
                .toList();
    }
}
