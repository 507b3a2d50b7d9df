package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.map.RightsFields;
import dev.contentconnect.aprimo.map.RightsMapper;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireValue;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rights in the fields that the tenant keeps them in. Every write is one request, and is read back. */
final class AprimoRights implements RightsReader, RightsWriter {
    private static final String APPLY = "rights.apply";
    private static final String BLOCK = "rights.block";
    private static final String UNBLOCK = "rights.unblock";
    private static final String DATE = "Date";
    private static final Set<String> DATES = Set.of(RightsFields.VALID_FROM, RightsFields.VALID_UNTIL);

    private final Library library;
    private final Map<String, String> fields;

    AprimoRights(Library library) {
        this.library = library;
        this.fields = library.config.rightsFields();
    }

    /** What the fields of a record say: canonical name to words, dates as moments. */
    private record Found(SourceRef asset, Map<String, List<String>> values, RightsRecord rights) {}

    private Found find(SourceRef asset) {
        String id = Library.id(asset);
        WireRecord record = library.client
                .records()
                .get(id, Select.record("fields").onlyFields(fields.values()).in("*"));
        Map<String, List<String>> words = library.words(record, fields.values());
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(
                name, moments(name, FieldValues.field(record, field), words.getOrDefault(field, List.of()))));
        SourceRef own = SourceRef.of(AprimoConnector.SYSTEM, id);
        return new Found(own, values, RightsMapper.toRights(own, values, fields.keySet(), changedAt(record)));
    }

    private List<String> moments(String name, @Nullable WireField field, List<String> words) {
        if (field == null || !DATES.contains(name) || !DATE.equals(field.dataType())) {
            return words;
        }
        // A date without its day or month is no moment: unreadable rights are unknown, and allow nothing.
        boolean partial = field.localizedValues().stream()
                .anyMatch(one -> Boolean.FALSE.equals(one.rest().get("hasDay"))
                        || Boolean.FALSE.equals(one.rest().get("hasMonth")));
        return words.stream()
                .map(word -> partial ? word + " in part" : RightsMapper.moment(name, word, library.config.zone()))
                .toList();
    }

    private @Nullable Instant changedAt(WireRecord record) {
        Instant last = null;
        for (String name : fields.values()) {
            WireField field = FieldValues.field(record, name);
            for (WireValue value : field == null ? List.<WireValue>of() : field.localizedValues()) {
                Instant at = moment(value.modifiedOn());
                last = at != null && (last == null || at.isAfter(last)) ? at : last;
            }
        }
        return last;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return Timestamps.read(text);
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        return find(asset).rights();
    }

    @Override
    public RightsRecord apply(RightsRecord rights) {
        Found now = find(rights.asset());
        if (rights.updatedAt() != null
                && !rights.updatedAt().equals(now.rights().updatedAt())) {
            throw REFUSED.conflict(
                    APPLY,
                    "the rights of " + now.asset() + " were changed at "
                            + now.rights().updatedAt() + ", after these were read");
        }
        boolean blocks = rights.status().equals(RightsStatus.BLOCKED) && fields.containsKey(RightsFields.BLOCK);
        RightsRecord wanted = rights.toBuilder(now.asset())
                // A block stands in its own field: the word beneath it is kept for when it is lifted.
                .status(blocks ? RightsMapper.beneath(now.asset(), now.values(), fields.keySet()) : rights.status())
                .build();
        Map<String, List<String>> values = new LinkedHashMap<>(RightsMapper.toValues(wanted, fields.keySet()));
        if (!RightsMapper.toRights(now.asset(), kept(values), fields.keySet(), null)
                .equals(wanted)) {
            throw REFUSED.rejected(
                    APPLY,
                    LocalErrors.NO_PLACE,
                    "the configured fields cannot hold all of these rights; add a field for the record, or dates with a time");
        }
        if (fields.containsKey(RightsFields.BLOCK)) {
            values.put(RightsFields.BLOCK, blocks ? reason(now) : List.of());
        }
        write(APPLY, now, values);
        Found stored = find(now.asset());
        RightsStatus status = blocks ? RightsStatus.BLOCKED : rights.status();
        boolean same = stored.rights().status().equals(blocks && wanted.status().forbids() ? wanted.status() : status)
                && stored.rights().grants().equals(wanted.grants())
                && stored.rights().prohibitions().equals(wanted.prohibitions());
        if (!same) {
            throw REFUSED.rejected(
                    APPLY,
                    LocalErrors.DROPPED,
                    "the fields of " + now.asset() + " hold other rights than were written");
        }
        return stored.rights();
    }

    private static List<String> reason(Found now) {
        List<String> there = now.values().getOrDefault(RightsFields.BLOCK, List.of());
        return there.isEmpty() ? List.of("blocked") : there;
    }

    /** The values as they will be read again: fields for dates keep the day alone. */
    private Map<String, List<String>> kept(Map<String, List<String>> values) {
        Map<String, List<String>> out = new HashMap<>(values);
        out.replaceAll((name, words) -> !isDate(name)
                ? words
                : days(name, words).stream()
                        .map(day -> RightsMapper.moment(name, day, library.config.zone()))
                        .toList());
        return out;
    }

    private boolean isDate(String name) {
        String field = fields.get(name);
        return field != null
                && DATES.contains(name)
                && DATE.equals(library.resolver.field(field).dataType());
    }

    private List<String> days(String name, List<String> words) {
        List<String> out = new ArrayList<>();
        for (String word : words) {
            String day = RightsMapper.day(name, word, library.config.zone());
            if (day != null) {
                out.add(day);
            }
        }
        return out;
    }

    /** Sends what differs, in one request. */
    private void write(String operation, Found now, Map<String, List<String>> values) {
        RecordChange change = new RecordChange();
        values.forEach((name, words) -> {
            String field = fields.get(name);
            if (field != null && !words.equals(now.values().getOrDefault(name, List.of()))) {
                library.writer.put(operation, change, field, isDate(name) ? days(name, words) : words);
            }
        });
        if (!change.isEmpty()) {
            library.client.records().update(now.asset().id(), change);
        }
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        needsField(BLOCK);
        Found now = find(asset);
        if (!RightsMapper.isBlocked(now.values())) {
            String why = reason.isBlank() ? "blocked" : reason;
            write(BLOCK, now, Map.of(RightsFields.BLOCK, List.of(why)));
            now = find(asset);
            if (!now.rights().status().forbids()) {
                throw REFUSED.rejected(BLOCK, LocalErrors.DROPPED, "the block of " + now.asset() + " was not kept");
            }
        }
        return now.rights();
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        needsField(UNBLOCK);
        Found now = find(asset);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(RightsFields.BLOCK, List.of());
        if (RightsMapper.beneath(now.asset(), now.values(), fields.keySet()).equals(RightsStatus.BLOCKED)) {
            // People wrote the word by hand and nobody knows what was before: unknown is never allowed.
            RightsRecord unknown = now.rights().toBuilder(now.asset())
                    .status(RightsStatus.UNKNOWN)
                    .build();
            values.putAll(RightsMapper.toValues(unknown, fields.keySet()));
        }
        write(UNBLOCK, now, values);
        return find(asset).rights();
    }

    private void needsField(String operation) {
        if (!fields.containsKey(RightsFields.BLOCK)) {
            throw NotOffered.by(
                    AprimoConnector.SYSTEM, operation, "name a field for blocks in the option rightsFields");
        }
    }
}
