package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs the shipped models in simple: who is asked, what an answer leads to, how a case ends. Of the timers it knows those of
 * overdue reviews and budgets, see {@link #runTimers}. A model that is none of ours runs its user tasks one after the other.
 */
final class SandboxEngine {
    private static final String REVIEW = "contentconnect-stakeholder-review";
    private static final String ESCALATION = "escalation";
    private static final Set<String> STAKEHOLDERS =
            Set.of("brand", "legal", "marketing", "product", "compliance", "finance", "regional");
    private static final List<String> ITEMS = List.of("creative", "product", "legal", "regional");

    final TimeSource time;
    final List<SandboxModel> models = new ArrayList<>();
    final Map<String, Instance> instances = new LinkedHashMap<>();
    final Map<String, Task> tasks = new LinkedHashMap<>();

    SandboxEngine(TimeSource time) {
        this.time = time;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    SandboxModel deploy(SandboxModel draft) {
        int version = 1
                + (int) models.stream()
                        .filter(one -> one.key().equals(draft.key()))
                        .count();
        SandboxModel model = draft.as(version);
        models.add(model);
        return model;
    }

    SandboxModel newest(String key) {
        return models.stream()
                .filter(one -> one.key().equals(key))
                .reduce((a, b) -> b)
                .orElseThrow(() -> Refusal.bad("No process definition found for key '" + key + "'"));
    }

    Instance start(String key, @Nullable Instance parent) {
        Instance instance = new Instance(newId(), newest(key), parent, time.now());
        instances.put(instance.id, instance);
        return instance;
    }

    /** Begins to run; nothing is kept of a start that the model refuses. */
    void begin(Instance instance) {
        try {
            switch (shortKey(instance)) {
                case "approval" -> {
                    instance.set("revision", 0);
                    askAll(instance);
                }
                case "checklist" -> askItems(instance);
                case "budget-exception" -> {
                    instance.set("escalated", false);
                    boolean justified = !instance.text("justification", "").isEmpty();
                    open(instance, justified ? "financeApproval" : "justify");
                }
                case "localisation" -> {
                    instance.set("revision", 0);
                    go(instance, "localisation/start");
                }
                case "exception" -> {
                    instance.set("attempt", 0);
                    go(instance, "exception/start");
                }
                default -> go(instance, shortKey(instance) + "/start");
            }
        } catch (Refusal e) {
            instances.remove(instance.id);
            throw e;
        }
    }

    void answered(Task task, @Nullable String outcome) {
        Instance instance = task.instance;
        String key = shortKey(instance);
        if (!task.step.knows(outcome)) {
            // A word outside the list is no decision: the task comes back.
            forget(task);
            open(instance, task.step.id());
            return;
        }
        String path = key + "/" + task.step.id() + "/" + outcome;
        if (task.step.id().equals(ESCALATION)) {
            // The review goes on without it.
            return;
        }
        if (key.equals("stakeholder-review")) {
            reviewed(instance, String.valueOf(outcome));
        } else if (path.equals("approval/revise/resubmitted")) {
            voidAnswers(instance);
        } else if (path.equals("localisation/adapt/done")) {
            ask(instance, "true".equals(instance.text("legalCheck", "false")) ? "legal" : "regional");
        } else if (key.equals("checklist")) {
            checked(task, String.valueOf(outcome));
        } else {
            before(task, path);
            go(instance, path);
        }
    }

    /** What the models note or forget on their way. */
    private void before(Task task, String path) {
        Instance instance = task.instance;
        switch (path) {
            case "request/ownerDecision/approved" -> instance.set("outcome", "approved");
            case "exception/triage/correct", "exception/verify/failing" ->
                instance.set("attempt", Integer.parseInt(instance.text("attempt", "0")) + 1);
            case "rights-review/rightsReview/cleared",
                    "rights-review/rightsReview/restricted",
                    "rights-review/rightsReview/refused" -> instance.set("rightsStatus", instance.value("outcome"));
            case "request/ownerDecision/clarify", "budget-exception/financeApproval/revise" -> forget(task);
            default -> {
                // nothing is noted
            }
        }
    }

    private static void forget(Task task) {
        if (task.step.variable() != null) {
            task.instance.variables.remove(task.step.variable());
        }
    }

    /** A new version: all answers so far are void, and everybody is asked again. */
    void voidAnswers(Instance instance) {
        List.copyOf(tasks.values()).stream()
                .filter(task -> task.end == null && task.instance.root() == instance)
                .forEach(task -> endTask(task, "boundary event (newVersionInReview)"));
        List.copyOf(instances.values()).stream()
                .filter(one -> one.parent == instance && one.end == null)
                .forEach(one -> endInstance(one, "boundary event (newVersionInReview)"));
        STAKEHOLDERS.forEach(one -> instance.variables.remove(one + "Outcome"));
        instance.set("revision", Integer.parseInt(instance.text("revision", "0")) + 1);
        askAll(instance);
    }

    private static List<String> stakeholders(Instance instance) {
        String named = instance.text("stakeholders", "brand,legal,marketing")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        return List.of(named.split(",", -1));
    }

    private void askAll(Instance instance) {
        List<String> asked = stakeholders(instance);
        if (!STAKEHOLDERS.containsAll(asked)) {
            throw Refusal.broken("No catching boundary event found for error with errorCode 'unknownStakeholder',"
                    + " neither in same process nor in parent process");
        }
        asked.forEach(one -> ask(instance, one));
    }

    private void ask(Instance instance, String who) {
        Instance child = start(REVIEW, instance);
        child.set("stakeholder", who);
        child.set("stakeholderName", Character.toUpperCase(who.charAt(0)) + who.substring(1));
        child.set("group", instance.text(who + "Group", who));
        child.set("assignee", instance.value(who + "Assignee"));
        child.set("caseKey", instance.businessKey);
        child.set("caseInstanceId", instance.id);
        for (String name : List.of("assetId", "assetVersion", "assetUrl", "sourceSystem", "dueDate")) {
            child.variables.put(name, variable(instance, name));
        }
        open(child, "review");
    }

    private static Map<String, @Nullable Object> variable(Instance instance, String name) {
        Map<String, @Nullable Object> empty = new LinkedHashMap<>();
        empty.put("name", name);
        empty.put("type", null);
        empty.put("value", null);
        return instance.variables.getOrDefault(name, empty);
    }

    /** Somebody is asked to chase each review that nobody has answered in time; a director decides where finance is late. */
    void runTimers() {
        for (Task task : List.copyOf(tasks.values())) {
            Instance instance = task.instance;
            boolean waits = task.end == null && !Boolean.TRUE.equals(instance.value("escalated"));
            if (waits && task.step.id().equals("review") && isOverdue(task)) {
                instance.set("escalated", true);
                open(instance, ESCALATION);
            } else if (waits && task.step.id().equals("financeApproval") && isOverdue(task)) {
                endTask(task, "boundary event (financeOverdue)");
                instance.set("escalated", true);
                open(instance, "directorApproval");
            }
        }
    }

    private boolean isOverdue(Task task) {
        Duration limit = Duration.parse(task.instance.root().text("escalateAfter", "P3D"));
        return !task.created.plus(limit).isAfter(time.now());
    }

    private void reviewed(Instance child, String outcome) {
        Instance parent = child.parent;
        List.copyOf(tasks.values()).stream()
                .filter(task -> task.instance == child && task.end == null)
                .forEach(task -> endTask(task, "the review was decided"));
        endInstance(child, null);
        if (parent == null) {
            return;
        }
        String who = child.text("stakeholder", "");
        parent.set(who + "Outcome", outcome);
        parent.set(who + "Notes", child.value("decisionNotes"));
        parent.set(who + "Approver", child.value("approver"));
        if (shortKey(parent).equals("localisation")) {
            localReviewed(parent, who, outcome);
            return;
        }
        List<String> answers = stakeholders(parent).stream()
                .map(one -> parent.text(one + "Outcome", ""))
                .toList();
        if (answers.contains("")) {
            return;
        }
        if (answers.contains("rejected")) {
            finish(parent, "rejected");
        } else if (answers.contains("revise")) {
            STAKEHOLDERS.forEach(one -> parent.variables.remove(one + "Outcome"));
            open(parent, "revise");
        } else {
            finish(parent, "approved");
        }
    }

    private void localReviewed(Instance parent, String who, String outcome) {
        if (outcome.equals("rejected")) {
            finish(parent, "rejected");
        } else if (outcome.equals("revise")) {
            parent.set("revision", Integer.parseInt(parent.text("revision", "0")) + 1);
            open(parent, "adapt");
        } else if (who.equals("legal")) {
            ask(parent, "regional");
        } else {
            finish(parent, "approved");
        }
    }

    private void askItems(Instance instance) {
        for (String item : ITEMS) {
            if (!"done".equals(instance.value(item + "Outcome"))) {
                open(instance, item + "Item").category = item;
            }
        }
    }

    private void checked(Task task, String outcome) {
        if (task.step.id().equals("resolveBlockers")) {
            if (outcome.equals("recheck")) {
                askItems(task.instance);
            } else {
                finish(task.instance, "blocked");
            }
            return;
        }
        boolean open = tasks.values().stream().anyMatch(one -> one.instance == task.instance && one.end == null);
        if (!open) {
            boolean done = ITEMS.stream().allMatch(item -> "done".equals(task.instance.value(item + "Outcome")));
            if (done) {
                finish(task.instance, "done");
            } else {
                open(task.instance, "resolveBlockers");
            }
        }
    }

    private void go(Instance instance, String path) {
        String next = SandboxPaths.ALL.get(path);
        if (next == null && SandboxPaths.ALL.containsKey(shortKey(instance) + "/start")) {
            throw Refusal.broken("No outgoing sequence flow could be selected: the sandbox does not run " + path);
        }
        if (next == null) {
            goOn(instance, path.split("/", -1)[1]);
        } else if (next.startsWith("=")) {
            finish(instance, next.substring(1));
        } else {
            open(instance, next);
        }
    }

    private void goOn(Instance instance, String after) {
        List<String> order = List.copyOf(instance.model.steps().keySet());
        int next = order.indexOf(after) + 1;
        if (next < order.size()) {
            open(instance, order.get(next));
        } else {
            endInstance(instance, null);
        }
    }

    private void finish(Instance instance, String outcome) {
        instance.set("outcome", outcome);
        endInstance(instance, null);
    }

    Task open(Instance instance, String stepId) {
        SandboxModel.Step step = instance.model.steps().get(stepId);
        if (step == null) {
            throw Refusal.broken("the sandbox finds no task " + stepId + " in " + instance.model.key());
        }
        Task task = new Task(newId(), instance, step, time.now());
        task.name = SandboxExpressions.text(step.name(), instance);
        task.category = SandboxExpressions.text(step.category(), instance);
        task.assignee = SandboxExpressions.text(step.assignee(), instance);
        task.due = SandboxExpressions.text(step.due(), instance);
        task.priority =
                Integer.parseInt(Objects.requireNonNullElse(SandboxExpressions.text(step.priority(), instance), "50"));
        String group = SandboxExpressions.text(step.group(), instance);
        if (group != null) {
            task.assignments.add(candidate(null, group));
        }
        tasks.put(task.id, task);
        return task;
    }

    static Map<String, @Nullable Object> candidate(@Nullable Object user, @Nullable Object group) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("type", "candidate");
        out.put("user", user);
        out.put("group", group);
        return out;
    }

    void endTask(Task task, @Nullable String reason) {
        task.end = time.now();
        task.deleteReason = reason;
    }

    void endInstance(Instance instance, @Nullable String reason) {
        Instant now = time.now();
        instance.end = now;
        instance.deleteReason = reason;
    }

    static String shortKey(Instance instance) {
        return instance.model.key().replaceFirst("^contentconnect-", "");
    }
}
