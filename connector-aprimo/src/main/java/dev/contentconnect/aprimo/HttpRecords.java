package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.Records;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireFile;
import dev.contentconnect.aprimo.wire.WireLock;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireRecordClassification;
import dev.contentconnect.core.http.HttpCall;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Records over HTTP. One is {@code /record/{id}}, all are {@code /records}. */
record HttpRecords(AprimoHttp http) implements Records {
    @Override
    public WireRecord get(String id, Select select) {
        return http.get("records.get", http.core("record", id).build(), select, WireRecord.class);
    }

    @Override
    public WireRecord byField(String field, String value, Select select) {
        return http.get(
                "records.byField",
                http.core("record")
                        .query("fieldName", field)
                        .query("value", value)
                        .build(),
                select,
                WireRecord.class);
    }

    @Override
    public WireRecord byFile(String file, Select select) {
        return http.get(
                "records.byFile", http.core("record").query("fileId", file).build(), select, WireRecord.class);
    }

    @Override
    public String create(RecordChange record) {
        return http.create("records.create", http.core("records"), record.toBody());
    }

    @Override
    public void update(String id, RecordChange change) {
        http.put("records.update", http.core("record", id), change.toBody());
    }

    @Override
    public void updateIndexed(String id, RecordChange change) {
        http.putIndexed("records.update", http.core("record", id), change.toBody());
    }

    @Override
    public void delete(String id) {
        http.delete("records.delete", http.core("record", id));
    }

    @Override
    public List<WireField> fields(String id, Select select) {
        return http.items("records.fields", http.core("record", id, "fields").build(), select, WireField.class);
    }

    @Override
    public List<WireRecordClassification> classifications(String id) {
        return http.items(
                "records.classifications",
                http.core("record", id, "classifications").build(),
                Select.NOTHING,
                WireRecordClassification.class);
    }

    @Override
    public WireFile masterFile(String id) {
        return http.get(
                "records.masterFile", http.core("record", id, "masterfile").build(), Select.NOTHING, WireFile.class);
    }

    @Override
    public List<WireLock> locks(String id) {
        return http.items("records.locks", http.core("record", id, "locks").build(), Select.NOTHING, WireLock.class);
    }

    @Override
    public void lock(String id, Map<String, Object> members) {
        URI uri = http.core("record", id, "locks").build();
        http.send(HttpCall.post("records.lock", uri).json(members));
    }
}
