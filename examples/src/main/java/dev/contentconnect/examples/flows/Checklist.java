package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last word on each item of a checklist; a recheck asks only for what was not done. */
public final class Checklist {
    private final CaseRecord record;
    private final List<String> items;
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * Looks at what was done.
     *
     * @param record the case
     * @param items the steps that have to be done
     * @param tasks its tasks, oldest first
     */
    public Checklist(CaseRecord record, List<String> items, List<CaseTask> tasks) {
        this.record = record;
        this.items = items;
        for (CaseTask task : tasks) {
            if (task.step() != null && task.outcome() != null) {
                words.put(task.step(), task.outcome());
            }
        }
    }

    /**
     * Whether people can still go on with it.
     *
     * @return false once the case has ended
     */
    public boolean isOpen() {
        return !record.status().isFinal();
    }

    /**
     * Whether the case ended well and a word cannot be read, which may be a matter of moments.
     *
     * @return true while something may still turn up
     */
    public boolean isIncomplete() {
        return record.status().equals(CaseStatus.RESOLVED) && !words.keySet().containsAll(items);
    }

    /**
     * What has yet to be done.
     *
     * @return in the order of the items; may be empty
     */
    public List<String> notDone() {
        return items.stream().filter(item -> !"done".equals(words.get(item))).toList();
    }

    /**
     * Why it does not go on.
     *
     * @return in words for people; empty when everything is done
     */
    public List<String> objections() {
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
