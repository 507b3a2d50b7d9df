package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireVariable;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the desks share: cases by id and key, the case a task belongs to, outcomes, and what was touched a moment ago. */
final class CaseFile {
    private static final int MAX_DEPTH = 20;
    private static final String OUTCOME_OF = "outcomeOf_";

    final WorkflowClient client;
    final WorkflowConfig config;
    final Definitions definitions;
    final TaskLists lists;
    final Patience patience;
    private final Map<String, Root> roots = Recent.map();
    private final Map<String, Boolean> touched = Recent.map();

    CaseFile(WorkflowClient client, WorkflowConfig config) {
        this.client = client;
        this.config = config;
        this.definitions = new Definitions(client);
        this.lists = new TaskLists(this);
        this.patience = new Patience(config.options().time(), config.historyPatience());
    }

    /** The case at the top of called instances. */
    record Root(String id, @Nullable String key) {}

    /** Notes that something was just done here, so that its history may lag. */
    void touch(String id) {
        touched.put(id, Boolean.TRUE);
    }

    /** Reads from the history; waits a little only for what was touched a moment ago. */
    <T> Optional<T> fromHistory(String operation, String id, Supplier<Optional<T>> question) {
        return touched.containsKey(id) ? patience.until(operation, question) : question.get();
    }

    CaseRecord get(String operation, String id) {
        WireInstance instance = Patience.found(() -> client.processInstances().get(id))
                .or(() -> fromHistory(
                        operation,
                        id,
                        () -> Patience.found(() -> client.history().processInstance(id))))
                .orElseThrow(() -> REFUSED.notFound(operation, "no case " + id));
        return record(operation, instance);
    }

    Optional<CaseRecord> findByKey(String operation, String key) {
        return newest(running(key))
                .or(() -> newest(ofKey(client.history().processInstances(byKey(key)), key)))
                .map(one -> record(operation, one));
    }

    /** The running cases under a key; several only where two were opened in the same moment. */
    List<WireInstance> running(String key) {
        return ofKey(client.processInstances().list(byKey(key)), key);
    }

    /** The running instances that an instance called, and those that these called. */
    List<WireInstance> called(String id) {
        List<WireInstance> out = new ArrayList<>();
        List<String> level = List.of(id);
        for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
            List<String> below = new ArrayList<>();
            for (String above : level) {
                client.processInstances().list(WorkflowQuery.ALL.with("superProcessInstanceId", above)).stream()
                        // Once more: a service that ignores the filter would hand us everybody's instances.
                        .filter(one -> above.equals(one.superProcessInstanceId()) && one.id() != null)
                        .forEach(one -> {
                            out.add(one);
                            below.add(String.valueOf(one.id()));
                        });
            }
            level = below;
        }
        return out;
    }

    private static WorkflowQuery byKey(String key) {
        return WorkflowQuery.ALL
                .with("businessKey", key)
                .with("includeProcessVariables", true)
                .sorted("startTime", "desc");
    }

    /** The key is compared once more: a service that ignores the filter would hand us somebody else's case. */
    private static List<WireInstance> ofKey(Paged<WireInstance> found, String key) {
        return found.stream()
                .filter(one -> key.equals(one.businessKey()) && one.superProcessInstanceId() == null)
                .filter(one -> one.id() != null && !CaseTwins.isTwin(one))
                .toList();
    }

    private static Optional<WireInstance> newest(List<WireInstance> found) {
        return found.stream().max(CaseTwins.BY_AGE);
    }

    CaseRecord record(String operation, WireInstance instance) {
        String definition = instance.processDefinitionId() != null
                ? instance.processDefinitionId()
                : definitions.ofInstance(instance.id());
        return CaseMapper.toCase(instance, definitions.of(definition).key(), config.subjectSystem())
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    Root root(@Nullable String instanceId, List<WireVariable> variables) {
        String named = Variables.text(variables, Variables.CASE_INSTANCE_ID);
        String key = Variables.text(variables, Variables.CASE_KEY);
        if (named != null && key != null) {
            // Called by one of our models, which hand down both; only what is started by key has one, so it is the
            // root.
            return new Root(named, key);
        }
        String start = named != null ? named : instanceId;
        if (start == null) {
            return new Root("", null);
        }
        Root cached = roots.get(start);
        if (cached != null) {
            return cached;
        }
        String id = start;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            String current = id;
            Optional<WireInstance> instance = Patience.found(
                            () -> client.history().processInstance(current))
                    .or(() -> Patience.found(() -> client.processInstances().get(current)));
            if (instance.isEmpty()) {
                return new Root(current, null);
            }
            String above = instance.get().superProcessInstanceId();
            if (above == null) {
                Root root = new Root(current, instance.get().businessKey());
                roots.put(start, root);
                return root;
            }
            id = above;
        }
        return new Root(id, null);
    }

    /** The variable in which we note the outcome of one task: outcome variables are shared and overwritten. */
    static String outcomeNote(String taskId) {
        return OUTCOME_OF + taskId.replace("-", "");
    }

    @Nullable String outcome(WireTask task) {
        String noted = task.id() == null ? null : Variables.text(task.variables(), outcomeNote(task.id()));
        if (noted != null || task.endTime() == null) {
            return noted;
        }
        Optional<TaskDefinition> definition = definitions.task(task);
        if (definition.isPresent()) {
            String variable = definition.get().outcomeVariable();
            String value = variable == null ? null : Variables.text(task.variables(), variable);
            // Another step may have written its own word over it since.
            return definition.get().allows(value) ? value : null;
        }
        String own = Variables.text(task.variables(), task.taskDefinitionKey() + "Outcome");
        return own != null ? own : Variables.text(task.variables(), "outcome");
    }

    boolean isApproval(WireTask task) {
        if (config.approvalTasks().isEmpty()) {
            return true;
        }
        String key = task.taskDefinitionKey();
        if (key != null) {
            return config.approvalTasks().contains(key);
        }
        // A finished task of a service that sends no keys.
        String category = task.category();
        return category != null && !category.equals("escalation") && !category.equals("revise");
    }

    /** A list with other items; items that cannot be mapped become issues, and empty ones are left out. */
    static <W, T> Paged<T> mapped(
            String operation, Paged<W> source, Function<W, Either<MappingIssue, Optional<T>>> mapper) {
        return Paged.of(CaseMapper.SYSTEM, operation, cursor -> {
            Page<W> page = source.page(cursor);
            List<T> items = new ArrayList<>();
            List<MappingIssue> issues = new ArrayList<>(page.issues());
            page.items()
                    .forEach(item -> mapper.apply(item)
                            .peek(mapped -> mapped.ifPresent(items::add))
                            .peekLeft(issues::add));
            return new Page<>(items, page.next(), null, issues);
        });
    }
}
