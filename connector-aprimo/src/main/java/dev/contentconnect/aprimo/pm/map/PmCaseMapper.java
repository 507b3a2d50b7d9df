package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.TaskStatus;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Projects to cases, and their tasks. */
public final class PmCaseMapper {
    /** The outcome of a task that was closed. */
    public static final String CLOSED = "closed";

    /** The outcome of a task that was declined. */
    public static final String DECLINED = "declined";

    private PmCaseMapper() {}

    /**
     * The case that a project is.
     *
     * @param in the project
     * @param config statuses, workflows and the zone
     * @return the case, or what is wrong with the project
     */
    public static Either<MappingIssue, CaseRecord> toCase(WireProject in, PmConfig config) {
        Long id = in.id();
        if (id == null || id < 1) {
            return Either.left(MappingIssue.of("projectId", "is missing"));
        }
        CaseMark mark = CaseMark.read(in.description());
        return Either.right(new CaseRecord(
                PmRef.of(PmRef.PROJECTS, id).in(AssetMapper.SYSTEM),
                mark == null ? null : mark.key(),
                type(in.workflowId(), config),
                in.title(),
                status(in.status(), config),
                null,
                mark == null ? null : mark.subjectRef(),
                null,
                PmTimes.read(in.endDate(), config.zone()),
                null,
                Extensions.of(AssetMapper.SYSTEM, in.in().without(Set.of("projectid")))));
    }

    private static @Nullable String type(@Nullable Long workflow, PmConfig config) {
        if (workflow == null) {
            return null;
        }
        return config.workflows().entrySet().stream()
                .filter(one -> one.getValue().equals(workflow))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(workflow.toString());
    }

    private static CaseStatus status(@Nullable String id, PmConfig config) {
        String word = id == null ? "" : config.projectStatuses().getOrDefault(id, "");
        return word.isEmpty() ? CaseStatus.UNKNOWN : word.equals("planned") ? CaseStatus.OPEN : CaseStatus.of(word);
    }

    /**
     * A task.
     *
     * @param in the task
     * @param config statuses, persons and the zone
     * @return the task, or what is wrong with it
     */
    public static Either<MappingIssue, CaseTask> toTask(WireTask in, PmConfig config) {
        Long id = in.id();
        Long project = in.projectId();
        if (id == null || id < 1) {
            return Either.left(MappingIssue.of("taskId", "is missing"));
        }
        if (project == null || project < 1) {
            return Either.left(new MappingIssue("projectId", "is missing", "tasks/" + id));
        }
        String word = word(in, config);
        return Either.right(new CaseTask(
                PmRef.of(PmRef.TASKS, id).in(AssetMapper.SYSTEM),
                PmRef.of(PmRef.PROJECTS, project).in(AssetMapper.SYSTEM),
                Objects.requireNonNullElse(in.title(), "task " + id),
                null,
                status(word),
                actor(in.assignedTo(), config),
                List.of(),
                null,
                word.equals(CLOSED) || word.equals(DECLINED) ? word : null,
                null,
                null,
                PmTimes.read(in.endDate(), config.zone()),
                null,
                Extensions.of(AssetMapper.SYSTEM, in.in().without(Set.of("taskid", "projectid")))));
    }

    /**
     * What the status of a task means.
     *
     * @param in the task
     * @param config statuses
     * @return the word; empty when the option {@code pmTaskStatuses} does not name it
     */
    public static String word(WireTask in, PmConfig config) {
        String id = in.status();
        return id == null ? "" : config.taskStatuses().getOrDefault(id, "");
    }

    private static TaskStatus status(String word) {
        return switch (word) {
            case "" -> TaskStatus.UNKNOWN;
            case CLOSED, DECLINED -> TaskStatus.COMPLETED;
            default -> TaskStatus.of(word);
        };
    }

    /**
     * Our name of a user.
     *
     * @param user the number of the user, or null
     * @param config persons
     * @return the person; one without a name of ours goes by the number; null for nobody
     */
    public static @Nullable Actor actor(@Nullable String user, PmConfig config) {
        if (user == null || user.equals("0")) {
            return null;
        }
        return Actor.of(config.actors().entrySet().stream()
                .filter(one -> user.equals(String.valueOf(one.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(user));
    }
}
