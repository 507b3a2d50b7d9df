package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workflow as the sandbox keeps it. */
final class Flow {
    long id;
    Draft draft;
    String status = "ontime";
    Instant started;
    int step = 1;
    boolean offered;
    final List<Map<String, Object>> activities = new ArrayList<>();
    final List<Integer> done = new ArrayList<>();

    /** What a workflow is before it is started. */
    static final class Draft {
        long map;
        List<Long> documents = List.of();
        String title = "";
        String due = "";
        long folder;
    }

    List<String> dispositions() {
        return draft.map == XecmSandbox.SEND_ON_MAP ? List.of() : List.of("Approve", "Reject");
    }

    int steps() {
        return draft.map == XecmSandbox.TWO_STEP_MAP ? 2 : 1;
    }

    boolean isOpen() {
        return status.equals("ontime") || status.equals("suspended");
    }

    /** The steps after the current one; of a workflow that was stopped, that one too. */
    List<Integer> notReached() {
        List<Integer> out = new ArrayList<>();
        for (int number = isOpen() ? step + 1 : step; number <= steps(); number++) {
            if (!done.contains(number)) {
                out.add(number);
            }
        }
        return out;
    }

    void note(Vault vault, String action, Map<String, Object> properties, Object comment) {
        activities.add(
                0,
                map(
                        "date",
                        vault.local(vault.now()),
                        "user_id",
                        vault.user,
                        "action",
                        action,
                        "action_properties",
                        properties,
                        "comment",
                        comment == null ? "" : comment));
    }

    Map<String, Object> step(Vault vault, int number) {
        return map(
                "process_id",
                id,
                "subprocess_id",
                id,
                "task_id",
                number,
                "task_name",
                "Review " + number,
                "task_start_date",
                vault.local(started),
                "task_due_date",
                "",
                "task_status",
                "ontime",
                "task_assignees",
                map(
                        "assignee",
                        List.of(map(
                                "userId",
                                vault.user,
                                "loginName",
                                XecmSandbox.USER,
                                "firstName",
                                "Ann",
                                "lastName",
                                "")),
                        "assigneeCount",
                        1,
                        "currentAssignee",
                        "Ann"));
    }
}
