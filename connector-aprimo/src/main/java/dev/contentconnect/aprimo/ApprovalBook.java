package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.ApprovalFields;
import dev.contentconnect.aprimo.map.ApprovalMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.model.Approval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The approvals of a record as they stand in its fields, the latest ones first. */
record ApprovalBook(Library library) {
    /** A field of text has an end; decided approvals beyond that many are forgotten, the oldest first. */
    private static final int MOST = 40;

    String field(String name) {
        return Objects.requireNonNull(library.config.approvalFields().get(name));
    }

    Select selection() {
        return Select.record("masterfilelatestversion")
                .onlyFields(library.config.approvalFields().values())
                .in("*");
    }

    WireRecord record(String id) {
        return library.client.records().get(id, selection());
    }

    /** As they stand: what was asked about a version that is not the latest any more is cancelled. */
    List<Approval> read(WireRecord in) {
        List<String> texts = FieldValues.texts(FieldValues.field(in, field(ApprovalFields.RECORD)), null);
        String latest = version(in);
        return ApprovalMapper.read(texts.isEmpty() ? null : texts.get(0)).stream()
                .map(one -> ApprovalMapper.standing(one, latest))
                .toList();
    }

    static @Nullable String version(WireRecord in) {
        WireFileVersion latest = in.masterFileLatestVersion();
        return latest == null ? null : Library.fileId(latest.id());
    }

    /**
     * Writes approvals, new or changed, and the word for the latest version. Aprimo has no lock for this: whoever wrote in the
     * same moment shows when all is read back.
     */
    void write(String operation, WireRecord in, List<Approval> changed, Map<String, String> beside) {
        String id = FieldValues.id(Objects.requireNonNull(in.id()));
        List<Approval> all = replaced(read(in), changed);
        RecordChange change = new RecordChange();
        library.writer.put(
                operation,
                change,
                field(ApprovalFields.STATUS),
                List.of(ApprovalMapper.together(all, version(in)).value()));
        String text = ApprovalMapper.write(kept(operation, all));
        library.writer.put(operation, change, field(ApprovalFields.RECORD), List.of(text));
        beside.forEach((name, value) -> {
            String own = library.config.approvalFields().get(name);
            if (own != null) {
                library.writer.put(operation, change, own, value.isBlank() ? List.of() : List.of(value));
            }
        });
        library.client.records().updateIndexed(id, change);
        if (!read(record(id)).containsAll(changed)) {
            throw REFUSED.conflict(
                    operation,
                    "the approvals of record " + id + " were changed by another in the same moment, or the field "
                            + field(ApprovalFields.RECORD) + " does not keep them");
        }
    }

    /** Those that changed in their places, new ones before them. */
    private static List<Approval> replaced(List<Approval> before, List<Approval> changed) {
        Map<String, Approval> left = new LinkedHashMap<>();
        changed.forEach(one -> left.put(one.ref().id(), one));
        List<Approval> known = new ArrayList<>();
        for (Approval one : before) {
            Approval other = left.remove(one.ref().id());
            known.add(other == null ? one : other);
        }
        List<Approval> out = new ArrayList<>(left.values());
        out.addAll(known);
        return out;
    }

    private List<Approval> kept(String operation, List<Approval> all) {
        for (int i = all.size() - 1; i >= 0 && all.size() > MOST; i--) {
            if (all.get(i).status().isFinal()) {
                all.remove(i);
            }
        }
        if (all.size() > MOST) {
            throw REFUSED.rejected(
                    operation, "too_many_approvals", "more than " + MOST + " approvals of one record are open");
        }
        return all;
    }
}
