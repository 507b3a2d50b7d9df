package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.PmTimes;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes how far work is onto campaigns, requests, projects, tasks and the tenant's own kinds: the status where one can be
 * written, the rest as a note.
 */
final class PmProgress implements ProgressDesk {
    private static final String REPORT = "progress.report";

    /** Where the status of an object is written; that of projects and tasks follows from calls alone. */
    private static final Map<String, String> STATUS =
            Map.of(PmRef.ACTIVITIES, "activityStateId", PmRef.PROPOSALS, "proposalState");

    private static final Set<String> DATED = Set.of(PmRef.ACTIVITIES, PmRef.PROJECTS, PmRef.TASKS, PmRef.PROPOSALS);

    private final Desk desk;
    private final NoteBook notes;

    PmProgress(Desk desk) {
        this.desk = desk;
        this.notes = new NoteBook(desk);
    }

    @Override
    public CaseRecord report(SourceRef work, Progress progress) {
        PmRef object = Desk.object(REPORT, work);
        PmObject now = notes.object(REPORT, object);
        String status = progress.status();
        Long id = status == null ? null : statusId(object, status);
        if (progress.dueAt() != null && !DATED.contains(object.resource())) {
            throw REFUSED.rejected(REPORT, LocalErrors.NO_PLACE, object + " has no end date");
        }
        if (notes.find(notes.read(REPORT, object), progress.key()).isPresent()) {
            return mapped(object, now);
        }
        PmChange change = new PmChange();
        if (id != null) {
            change.set(STATUS.getOrDefault(object.resource(), "status"), id);
        }
        if (progress.dueAt() != null) {
            change.set("endDate", PmTimes.write(progress.dueAt(), desk.config.zone()));
        }
        if (!change.members().isEmpty()) {
            notes.update(REPORT, object, change);
        }
        // The note comes last: where it stands, all the rest was written.
        notes.add(REPORT, object, progress.key(), words(progress), null);
        return mapped(object, notes.object(REPORT, object));
    }

    private Long statusId(PmRef object, String status) {
        String id = desk.config.statusIds().get(object.resource() + "." + status);
        if (id == null) {
            throw REFUSED.rejected(
                    REPORT,
                    "no_such_status",
                    "the option pmStatusIds does not name " + object.resource() + "." + status);
        }
        return Long.valueOf(id);
    }

    private static String words(Progress progress) {
        List<String> head = new ArrayList<>();
        if (progress.status() != null) {
            head.add(progress.status());
        }
        if (progress.percent() != null) {
            head.add(progress.percent() + " %");
        }
        if (progress.dueAt() != null) {
            head.add("due " + progress.dueAt());
        }
        if (progress.late()) {
            head.add("late");
        }
        String line = head.isEmpty() ? "progress" : String.join(", ", head);
        return progress.note() == null || progress.note().isBlank() ? line : line + "\n" + progress.note();
    }

    private CaseRecord mapped(PmRef object, PmObject in) {
        return new CaseRecord(
                object.in(PmHttp.SYSTEM),
                null,
                object.resource(),
                in.text("title", "name"),
                status(object, in),
                null,
                null,
                null,
                PmTimes.read(in.text("endDate"), desk.config.zone()),
                null,
                Extensions.of(PmHttp.SYSTEM, in.without(Set.of())));
    }

    private CaseStatus status(PmRef object, PmObject in) {
        if (object.isOf(PmRef.PROJECTS)) {
            return word(desk.config.projectStatuses().get(String.valueOf(in.text("projectStatus"))));
        }
        String id = in.text(STATUS.getOrDefault(object.resource(), "status"));
        String prefix = object.resource() + ".";
        return word(desk.config.statusIds().entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix) && one.getValue().equals(id))
                .map(one -> one.getKey().substring(prefix.length()))
                .findFirst()
                .orElse(null));
    }

    private static CaseStatus word(@Nullable String word) {
        return word == null ? CaseStatus.UNKNOWN : CaseStatus.of(word);
    }
}
