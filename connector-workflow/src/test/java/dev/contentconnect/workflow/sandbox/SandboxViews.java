package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the sandbox shows its state, in the service's three spellings of dates. */
final class SandboxViews {
    private static final DateTimeFormatter NO_COLON = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(2));

    boolean documentedOnly;

    Map<String, @Nullable Object> instance(Instance one, boolean variables, boolean comments) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", one.id);
        out.put("name", one.name);
        out.put("businessKey", one.businessKey);
        out.put("startTime", NO_COLON.format(one.start));
        out.put("startUserId", one.starter);
        out.put("ended", one.end != null);
        out.put("completed", one.end != null && one.deleteReason == null);
        out.put("suspended", one.suspended);
        out.put("processDefinitionName", one.model.name());
        out.put("superProcessInstanceId", one.parent == null ? null : one.parent.id);
        out.put("tenantId", WorkflowSandbox.TENANT);
        if (variables) {
            out.put("variables", variables(one));
        }
        if (comments) {
            out.put("comments", one.comments);
        }
        return out;
    }

    Map<String, @Nullable Object> historic(Instance one, SandboxRequest request) {
        Map<String, @Nullable Object> out =
                instance(one, wanted(request, "includeProcessVariables"), wanted(request, "includeProcessComments"));
        out.remove("ended");
        out.remove("completed");
        out.remove("suspended");
        out.put("endTime", one.end == null ? null : COLON.format(one.end));
        out.put("deleteReason", one.deleteReason);
        out.put("processDefinitionId", one.model.definitionId());
        return out;
    }

    Map<String, @Nullable Object> task(Task one, SandboxRequest request, boolean historic) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", one.id);
        out.put("name", one.name);
        out.put("assignee", one.assignee);
        out.put("owner", one.owner);
        out.put("priority", one.priority);
        out.put("dueDate", one.due);
        out.put("createTime", ZULU.format(one.created));
        out.put("claimTime", one.claimed == null ? null : COLON.format(one.claimed));
        out.put("category", one.category);
        out.put("processInstanceId", one.instance.id);
        out.put("executionId", "e-" + one.id);
        if (!documentedOnly || historic) {
            out.put("taskDefinitionKey", one.step.id());
            out.put("processDefinitionId", one.instance.model.definitionId());
        }
        if (historic) {
            out.put("startTime", ZULU.format(one.created));
            out.put("endTime", one.end == null ? null : NO_COLON.format(one.end));
            out.put("deleteReason", one.deleteReason);
            out.put("durationInMillis", between(one.created, one.end));
            out.put("workTimeInMillis", between(one.claimed, one.end));
        } else {
            out.put("delegationState", one.delegation);
            out.put("suspended", one.instance.suspended);
        }
        if (wanted(request, "includeProcessVariables")) {
            out.put("variables", variables(one.instance));
        }
        if (wanted(request, "includeTaskAssignments")) {
            out.put("assignments", one.assignments);
        }
        if (wanted(request, "includeTaskComments")) {
            out.put("comments", one.comments);
        }
        return out;
    }

    private static @Nullable Long between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }

    /** Encrypted ones without their value. */
    List<Map<String, @Nullable Object>> variables(Instance one) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        one.variables.values().forEach(variable -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(variable);
            if (Boolean.TRUE.equals(copy.get("encryption"))) {
                copy.put("value", null);
            }
            out.add(copy);
        });
        return out;
    }

    Map<String, Object> comment(Map<?, ?> body, String instanceId, @Nullable String taskId, Instant now) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", SandboxEngine.newId());
        out.put("author", "service-" + WorkflowSandbox.CLIENT_ID);
        out.put("message", String.valueOf(body.get("message")));
        out.put("time", ZULU.format(now));
        out.put("processInstanceId", instanceId);
        if (taskId != null) {
            out.put("taskId", taskId);
        }
        return out;
    }

    private static boolean wanted(SandboxRequest request, String name) {
        return request.query(name).map(Boolean::parseBoolean).orElse(false);
    }
}
