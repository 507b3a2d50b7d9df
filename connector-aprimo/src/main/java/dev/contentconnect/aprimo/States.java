package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record is: the service's own status, and beside it the word of the field for states, where there is one. */
record States(Library library) {
    private static final Map<AssetStatus, String> WORDS =
            Map.of(AssetStatus.DRAFT, "draft", AssetStatus.PUBLISHED, "released", AssetStatus.ARCHIVED, "archived");

    /** Puts what makes a record what is wanted; what it is already is not sent. */
    void put(String operation, RecordChange change, WireRecord before, AssetStatus wanted) {
        boolean own = WORDS.containsKey(wanted);
        if (!own && field() == null) {
            throw REFUSED.rejected(
                    operation,
                    LocalErrors.NO_PLACE,
                    "to " + wanted + ": a record is draft, published or archived; name a field for other words as"
                            + " assetFields." + AssetFields.STATE);
        }
        put(operation, change, before, wanted, own ? List.of() : List.of(wanted.value()));
    }

    /** Puts what takes a record back from its audience: without a field for states the status of the record has to do. */
    void takeBack(String operation, RecordChange change, WireRecord before, AssetStatus wanted, String reason) {
        put(operation, change, before, wanted, List.of(wanted.value()));
        String note = library.config.assetFields().get(AssetFields.STATE_NOTE);
        if (note != null && !change.isEmpty() && !reason.isBlank()) {
            library.writer.put(operation, change, note, List.of(reason));
        }
    }

    private void put(String operation, RecordChange change, WireRecord before, AssetStatus wanted, List<String> state) {
        AssetStatus record = beneath(wanted);
        if (!record.equals(AssetMapper.status(before.status()))) {
            change.status(Objects.requireNonNull(WORDS.get(record)));
        }
        String field = field();
        if (field != null && !state.equals(words(before, field))) {
            library.writer.put(operation, change, field, state);
        }
    }

    /** The service's own status beneath a word that it does not have. */
    private static AssetStatus beneath(AssetStatus wanted) {
        if (WORDS.containsKey(wanted)) {
            return wanted;
        }
        return wanted.equals(AssetStatus.WITHDRAWN) ? AssetStatus.ARCHIVED : AssetStatus.DRAFT;
    }

    /** Puts back what a record was. */
    void restore(String operation, RecordChange change, WireRecord before) {
        String word = WORDS.get(AssetMapper.status(before.status()));
        if (word != null) {
            change.status(word);
        }
        String field = field();
        if (field != null) {
            library.writer.put(
                    operation,
                    change,
                    field,
                    library.words(before, List.of(field)).getOrDefault(field, List.of()));
        }
    }

    @Nullable String field() {
        return library.config.assetFields().get(AssetFields.STATE);
    }

    private List<String> words(WireRecord before, String field) {
        return library.words(before, List.of(field)).getOrDefault(field, List.of()).stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
