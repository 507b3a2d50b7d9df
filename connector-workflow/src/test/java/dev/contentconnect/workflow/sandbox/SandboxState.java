package dev.contentconnect.workflow.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mutable records of the sandbox. */
final class SandboxState {
    private SandboxState() {}

    /** A process instance. */
    static final class Instance {
        final String id;
        final SandboxModel model;
        final @Nullable Instance parent;
        final Instant start;

        @Nullable String businessKey;

        @Nullable String name;

        @Nullable String starter;

        boolean suspended;

        @Nullable Instant end;

        @Nullable String deleteReason;

        final Map<String, Map<String, @Nullable Object>> variables = new LinkedHashMap<>();
        final List<Map<String, Object>> comments = new ArrayList<>();

        Instance(String id, SandboxModel model, @Nullable Instance parent, Instant start) {
            this.id = id;
            this.model = model;
            this.parent = parent;
            this.start = start;
        }

        @Nullable Object value(String variable) {
            Map<String, @Nullable Object> found = variables.get(variable);
            return found == null ? null : found.get("value");
        }

        String text(String variable, String otherwise) {
            Object value = value(variable);
            return value == null || value.toString().isBlank() ? otherwise : value.toString();
        }

        void set(String variable, @Nullable Object value) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", variable);
            one.put("type", value instanceof Boolean ? "boolean" : value instanceof Integer ? "integer" : "string");
            one.put("value", value);
            variables.put(variable, one);
        }

        Instance root() {
            return parent == null ? this : parent.root();
        }
    }

    /** A user task. */
    static final class Task {
        final String id;
        final Instance instance;
        final SandboxModel.Step step;
        final Instant created;

        @Nullable String name;

        @Nullable String category;

        @Nullable String assignee;

        @Nullable String owner;

        @Nullable String delegation;

        @Nullable String due;

        int priority = 50;

        @Nullable Instant claimed;

        @Nullable Instant end;

        @Nullable String deleteReason;

        final List<Map<String, @Nullable Object>> assignments = new ArrayList<>();
        final List<Map<String, Object>> attachments = new ArrayList<>();
        final List<Map<String, Object>> comments = new ArrayList<>();
        final Map<String, Map<String, @Nullable Object>> variables = new LinkedHashMap<>();

        Task(String id, Instance instance, SandboxModel.Step step, Instant created) {
            this.id = id;
            this.instance = instance;
            this.step = step;
            this.created = created;
        }
    }

    /** A refusal in the engine's words. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;
        final String kind;

        Refusal(int status, String kind, String reason) {
            super(reason);
            this.status = status;
            this.kind = kind;
        }

        static Refusal notFound(String what, String id) {
            return new Refusal(404, "Not found", "Could not find a " + what + " with id '" + id + "'.");
        }

        static Refusal bad(String reason) {
            return new Refusal(400, "Bad request", reason);
        }

        static Refusal conflict(String reason) {
            return new Refusal(409, "Conflict", reason);
        }

        static Refusal broken(String reason) {
            return new Refusal(500, "Internal server error", reason);
        }
    }
}
