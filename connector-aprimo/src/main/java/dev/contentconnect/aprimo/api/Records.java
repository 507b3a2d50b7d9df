package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireFile;
import dev.contentconnect.aprimo.wire.WireLock;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireRecordClassification;
import java.util.List;
import java.util.Map;

/** Records: one by its id, read past the index. */
public interface Records {
    /**
     * A record.
     *
     * @param id the record
     * @param select which parts of it
     * @return the record; NotFound also where the user may not see it
     */
    WireRecord get(String id, Select select);

    /**
     * The record that has a value in a field which is a unique identifier.
     *
     * @param field the name of the field
     * @param value the value
     * @param select which parts of it
     * @return the record; NotFound when there is none
     */
    WireRecord byField(String field, String value, Select select);

    /**
     * The record that owns a file.
     *
     * @param file the file
     * @param select which parts of it
     * @return the record
     */
    WireRecord byFile(String file, Select select);

    /**
     * Makes a record. Never repeated when its fate is unknown.
     *
     * @param record what to write; needs a classification unless the content type supplies one
     * @return the id of the record
     */
    String create(RecordChange record);

    /**
     * Changes a record.
     *
     * @param id the record
     * @param change what to write
     */
    void update(String id, RecordChange change);

    /**
     * Changes a record and lets the very next search see it, which takes the service longer.
     *
     * @param id the record
     * @param change what to write
     */
    void updateIndexed(String id, RecordChange change);

    /**
     * Deletes a record.
     *
     * @param id the record
     */
    void delete(String id);

    /**
     * The fields of a record.
     *
     * @param id the record
     * @param select which languages
     * @return the fields that have a value, and maybe others
     */
    List<WireField> fields(String id, Select select);

    /**
     * Where a record is filed.
     *
     * @param id the record
     * @return classifications by id; names are in {@link Vocabulary}
     */
    List<WireRecordClassification> classifications(String id);

    /**
     * The master file of a record.
     *
     * @param id the record
     * @return the file; NotFound when there is none
     */
    WireFile masterFile(String id);

    /**
     * Who holds a record.
     *
     * @param id the record
     * @return the locks
     */
    List<WireLock> locks(String id);

    /**
     * Locks a record. The vendor does not document the body, so it is sent as given. Never repeated when its fate is unknown.
     *
     * @param id the record
     * @param members what to say of the lock, for example {@code reason}
     */
    void lock(String id, Map<String, Object> members);
}
