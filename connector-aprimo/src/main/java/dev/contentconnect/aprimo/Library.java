package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the capabilities share: a client, a configuration, and how an asset is put together. */
final class Library {
    static final Select ASSET =
            Select.record("title", "fields", "masterfilelatestversion").in("*");

    final AprimoClient client;
    final AprimoConfig config;
    final AprimoResolver resolver;
    final FieldWriter writer;

    Library(AprimoClient client, AprimoConfig config, AprimoResolver resolver) {
        this.client = client;
        this.config = config;
        this.resolver = resolver;
        this.writer = new FieldWriter(config, resolver);
    }

    /** The id of a record. */
    static String id(SourceRef ref) {
        return FieldValues.id(ref.idIn(AprimoConnector.SYSTEM));
    }

    WireRecord record(SourceRef ref) {
        return client.records().get(id(ref), ASSET);
    }

    Asset asset(String operation, WireRecord in) {
        return mapped(in).getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    Either<MappingIssue, Asset> mapped(WireRecord in) {
        return AssetMapper.toAsset(in, words(in, mappedFields()), config.assetFields(), config.keyField());
    }

    private Set<String> mappedFields() {
        Set<String> out = new LinkedHashSet<>(config.assetFields().values());
        if (config.keyField() != null) {
            out.add(config.keyField());
        }
        return out;
    }

    /** The values of some fields of a record in words. */
    Map<String, List<String>> words(WireRecord in, Collection<String> fields) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        String language = config.language() == null ? null : resolver.language(config.language());
        for (String name : fields) {
            WireField field = FieldValues.field(in, name);
            if (field != null) {
                out.put(name, resolver.words(field, FieldValues.texts(field, language)));
            }
        }
        return out;
    }

    /**
     * The record with a key, read past the index. The service may not mind the case of letters and then hands out any of those
     * that differ in nothing else; which one it is the index knows, a little later.
     */
    Optional<WireRecord> byKey(String keyField, String key) {
        Optional<WireRecord> found = orNothing(keyField, key);
        if (found.isEmpty() || hasKey(found.get(), keyField, key)) {
            return found;
        }
        return client.search().records(SearchTerm.field(keyField, key), ASSET, PagedLists.MAX_SIZE).stream()
                .filter(one -> hasKey(one, keyField, key))
                .findFirst();
    }

    private Optional<WireRecord> orNothing(String keyField, String key) {
        try {
            return Optional.of(client.records().byField(keyField, key, ASSET));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean hasKey(WireRecord in, String keyField, String key) {
        return FieldValues.texts(FieldValues.field(in, keyField), null).contains(key);
    }

    static @Nullable String fileId(@Nullable String id) {
        return id == null || id.isBlank() ? null : FieldValues.id(id);
    }
}
