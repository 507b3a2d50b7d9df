package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.Notes;
import dev.contentconnect.aprimo.pm.wire.FieldNames;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field that holds notes, on whatever object has it. */
record NoteBook(Desk desk) {
    /** Notes are added to the end of what is there, and read back. */
    Notes.Note add(String operation, PmRef subject, String key, String text, @Nullable Actor author) {
        long id = fieldId(operation);
        PmObject now = object(operation, subject);
        String field = now.field(id, names());
        Optional<Notes.Note> there = find(Notes.read(field), key);
        if (there.isPresent()) {
            return there.get();
        }
        String written = Notes.add(field, key, text, author, desk.time.now());
        PmObject after = update(
                operation, subject, new PmChange().field(id, written).ifUnchangedSince(now.text("modifiedDate")));
        return find(Notes.read(after.field(id, names())), key)
                .orElseThrow(() -> REFUSED.conflict(
                        operation, "the note on " + subject + " is not there: another wrote in the same moment"));
    }

    List<Notes.Note> read(String operation, PmRef subject) {
        long id = fieldId(operation);
        return Notes.read(object(operation, subject).field(id, names()));
    }

    Optional<Notes.Note> find(List<Notes.Note> notes, String key) {
        String id = Notes.idOf(key);
        return notes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private FieldNames names() {
        return desk.config.fieldNames();
    }

    private long fieldId(String operation) {
        Long field = desk.config.notesField();
        if (field == null) {
            throw REFUSED.rejected(operation, LocalErrors.NO_PLACE, "notes have no place; see the option pmNotesField");
        }
        return field;
    }

    PmObject object(String operation, PmRef subject) {
        long id = subject.id();
        return switch (subject.resource()) {
            case PmRef.ACTIVITIES -> desk.client.activities().get(id).in();
            case PmRef.PROJECTS -> desk.client.projects().get(id).in();
            case PmRef.TASKS -> desk.client.tasks().get(id).in();
            case PmRef.PROPOSALS -> desk.client.proposals().get(id).in();
            case PmRef.COMMITMENTS -> desk.client.commitments().get(id).in();
            default ->
                desk.client.genericObjects(kind(operation, subject)).get(id).in();
        };
    }

    PmObject update(String operation, PmRef subject, PmChange change) {
        long id = subject.id();
        return switch (subject.resource()) {
            case PmRef.ACTIVITIES -> desk.client.activities().update(id, change).in();
            case PmRef.PROJECTS -> desk.client.projects().update(id, change).in();
            case PmRef.TASKS -> desk.client.tasks().update(id, change).in();
            case PmRef.PROPOSALS -> desk.client.proposals().update(id, change).in();
            case PmRef.COMMITMENTS -> note(id, change);
            default ->
                desk.client
                        .genericObjects(kind(operation, subject))
                        .update(id, change)
                        .in();
        };
    }

    private PmObject note(long id, PmChange change) {
        PmObject[] after = {PmObject.NOTHING};
        change.fields()
                .forEach((field, text) -> after[0] = desk.client
                        .commitments()
                        .note(id, field, Objects.requireNonNullElse(text, ""))
                        .in());
        return after[0];
    }

    private static String kind(String operation, PmRef subject) {
        String resource = subject.resource();
        String kind =
                resource.startsWith(PmRef.GENERIC_OBJECTS) ? resource.substring(PmRef.GENERIC_OBJECTS.length()) : "";
        if (!HttpPmClient.KINDS.contains(kind)) {
            throw REFUSED.rejected(operation, LocalErrors.NO_PLACE, subject + " has no field for notes");
        }
        return kind;
    }
}
