package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.NotOffered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A question for assets as a search.
 *
 * @param library the client and what is configured
 * @param wanted the question; nothing in it is refused
 * @param words what stands in which field
 */
record Searches(Library library, AssetQuery wanted, List<InField> words) {
    private static final String QUERY = "assets.query";
    private static final Map<AssetStatus, String> STATUSES =
            Map.of(AssetStatus.DRAFT, "Draft", AssetStatus.PUBLISHED, "Released", AssetStatus.ARCHIVED, "Archived");

    /** A word of ours and the field that has it. */
    record InField(String field, String word) {}

    /** Refuses what cannot be searched for; makes no request. */
    static Searches of(Library library, AssetQuery wanted) {
        unless(wanted.kinds().isEmpty(), "kinds", "the search knows no kinds; each asset says its own");
        unless(STATUSES.keySet().containsAll(wanted.statuses()), "statuses", "ask for draft, published and archived");
        unless(
                wanted.key() == null || library.config.keyField() != null,
                "key",
                "name a field for keys in the option keyField");
        Map<String, String> fields = library.config.assetFields();
        List<InField> words = new ArrayList<>();
        wanted.tags().forEach(tag -> words.add(in(fields, "tags", AssetFields.TAGS, tag)));
        wanted.segments()
                .forEach(one -> words.add(in(fields, "segments", AssetFields.SEGMENT + one.kind(), one.value())));
        return new Searches(library, wanted, words);
    }

    private static InField in(Map<String, String> fields, String part, String name, String word) {
        String field = fields.get(name);
        unless(field != null, part, "name a field for it as assetFields." + name);
        return new InField(Objects.requireNonNull(field), word);
    }

    private static void unless(boolean offered, String part, String instead) {
        NotOffered.unless(offered, AprimoConnector.SYSTEM, QUERY + "." + part, instead);
    }

    /** The search; nothing where a word is one that no record can have. Asks for definitions and the like. */
    Optional<SearchTerm> term() {
        List<SearchTerm> terms = new ArrayList<>();
        for (InField one : words) {
            try {
                library.resolver
                        .values(library.resolver.field(one.field()), List.of(one.word()))
                        .forEach(value -> terms.add(SearchTerm.field(one.field(), value)));
            } catch (ConnectorException e) {
                String code = e.error().trace().vendorCode();
                if (e.kind() == ErrorKind.REJECTED && code != null && code.endsWith("_unknown")) {
                    return Optional.empty();
                }
                throw e;
            }
        }
        if (wanted.key() != null) {
            terms.add(SearchTerm.field(Objects.requireNonNull(library.config.keyField()), wanted.key()));
        }
        if (wanted.text() != null && !wanted.text().isBlank()) {
            terms.add(SearchTerm.allWords(wanted.text()));
        }
        if (wanted.changedSince() != null) {
            terms.add(SearchTerm.since("ModifiedOn", wanted.changedSince()));
        }
        if (!wanted.statuses().isEmpty()) {
            String status = library.config.statusTerm();
            terms.add(SearchTerm.any(wanted.statuses().stream()
                    .map(one -> SearchTerm.status(status, Objects.requireNonNull(STATUSES.get(one))))
                    .toList()));
        }
        return Optional.of(terms.isEmpty() ? SearchTerm.EVERYTHING : SearchTerm.all(terms));
    }

    /** The index may not mind the case of letters, and where a field has the finer words, the service's own status finds more. */
    boolean accepts(Asset found) {
        return (wanted.statuses().isEmpty() || wanted.statuses().contains(found.status()))
                && (wanted.key() == null || wanted.key().equals(found.key()))
                && found.tags().containsAll(wanted.tags())
                && found.segments().containsAll(wanted.segments());
    }
}
