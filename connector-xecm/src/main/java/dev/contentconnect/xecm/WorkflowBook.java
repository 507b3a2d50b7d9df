package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.xecm.map.ApprovalMapper;
import dev.contentconnect.xecm.map.Remarks;
import dev.contentconnect.xecm.map.Verdicts;
import dev.contentconnect.xecm.map.WorkflowTitle;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows by key, which stands in their title: they are started once, found again, and read. */
final class WorkflowBook {
    /** All states a workflow can be in, those first in which it is looked for most. */
    static final List<String> STATES = List.of("ontime", "workflowlate", "completed", "stopped");

    private static final int ACTIVITIES = 200;
    private static final String FORM = "WorkflowForm_";

    final Archive archive;
    final Verdicts verdicts;

    WorkflowBook(Archive archive) {
        this.archive = archive;
        XecmConfig.Workflows workflows = archive.config.workflows();
        this.verdicts = new Verdicts(workflows.verdicts(), workflows.approvedWhenCompleted());
    }

    /** What a workflow is started with. */
    record Start(
            long map,
            WorkflowTitle title,
            List<Long> documents,
            @Nullable Instant dueAt,
            @Nullable String note,
            String key,
            Map<String, Object> attributes) {}

    /** The number of a workflow in an identity of ours. */
    static long process(String operation, SourceRef ref) {
        String id = ref.idIn(XecmConnector.SYSTEM);
        String text = id.startsWith(ApprovalMapper.PREFIX) ? id.substring(ApprovalMapper.PREFIX.length()) : id;
        Long number = number(text);
        if (number == null) {
            throw REFUSED.notFound(operation, "no workflow has the id " + id);
        }
        return number;
    }

    private static @Nullable Long number(String text) {
        try {
            long number = Long.parseLong(text);
            return number > 0 ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** A step of a workflow in an identity of ours: workflow, part of it, step. */
    static long[] task(String operation, SourceRef ref) {
        String id = ref.idIn(XecmConnector.SYSTEM);
        String[] parts = id.split("/", -1);
        if (parts.length == 3 && parts[0].startsWith(ApprovalMapper.PREFIX)) {
            Long process = number(parts[0].substring(ApprovalMapper.PREFIX.length()));
            Long subprocess = number(parts[1]);
            Long task = number(parts[2]);
            if (process != null && subprocess != null && task != null) {
                return new long[] {process, subprocess, task};
            }
        }
        throw REFUSED.notFound(operation, "no task has the id " + id);
    }

    /** The oldest one, should there be several. */
    Optional<Long> find(String mark) {
        List<Long> found = new ArrayList<>();
        for (String state : STATES) {
            for (WireFields one : list(state)) {
                WorkflowTitle title = WorkflowTitle.read(one.text("wf_name"));
                Long process = one.number("process_id");
                if (title != null && process != null && title.mark().equals(mark)) {
                    found.add(process);
                }
            }
        }
        return found.stream().min(Long::compare);
    }

    List<WireFields> list(String state) {
        return archive.client
                .workflows()
                .list("Both", state, archive.config.workflows().finishedDays());
    }

    long findOrStart(Start start) {
        String mark = start.title().mark();
        return find(mark).orElseGet(() -> settle(mark, start(start)));
    }

    /** Two may have started one in the same moment: the older one goes on, and the other is stopped by who started it. */
    private long settle(String mark, long made) {
        long oldest = find(mark).orElse(made);
        if (oldest < made) {
            archive.client.workflows().changeStatus(made, "stop");
            return oldest;
        }
        return made;
    }

    private long start(Start start) {
        long draft = archive.client.workflows().createDraft(start.map(), start.documents());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FORM + "Title", start.title().toString());
        if (start.dueAt() != null) {
            values.put(FORM + "WorkflowDueDate", archive.dates.due(start.dueAt()));
        }
        StringBuilder note = new StringBuilder(start.note() == null ? "" : start.note());
        start.attributes().forEach((name, value) -> {
            if (name.startsWith(FORM)) {
                values.put(name, value);
            } else {
                // Maps have no field for these, but people may read them.
                note.append(note.isEmpty() ? "" : "\n")
                        .append(name)
                        .append(": ")
                        .append(value);
            }
        });
        archive.client.workflows().fillDraft(draft, values);
        return archive.client.workflows().initiate(draft, Remarks.write(note.toString(), start.key(), null));
    }

    long map(String operation, String name) {
        Long map = archive.config.workflows().maps().get(name);
        Long number = number(name);
        if (map == null && number == null) {
            throw REFUSED.rejected(operation, "no_map", "the option workflowMaps has no " + name);
        }
        return map != null ? map : number == null ? 0 : number;
    }

    /** A workflow as it stands. */
    record Reading(long process, WireProcess state, List<WireActivity> activities) {
        @Nullable WireStep open(long subprocess, long task) {
            return state.current().stream()
                    .filter(one -> one.subprocess() == subprocess && one.task() == task)
                    .findFirst()
                    .orElse(null);
        }

        boolean isStopped() {
            return "stopped".equals(state.status());
        }

        boolean isOver() {
            return isStopped() || "completed".equals(state.status());
        }
    }

    Reading read(String operation, long process) {
        WireProcess state = archive.client.workflows().status(process);
        if (state.details().isEmpty()) {
            throw REFUSED.notFound(operation, "no workflow has the id " + process);
        }
        return new Reading(process, state, archive.client.workflows().activities(process, process, ACTIVITIES));
    }
}
