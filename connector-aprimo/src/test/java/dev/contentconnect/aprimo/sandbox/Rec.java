package dev.contentconnect.aprimo.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as it is stored. */
final class Rec {
    final String id;
    final Instant createdOn;
    Instant modifiedOn;
    String status = "Draft";
    String contentType = "Asset";

    @Nullable String masterFile;

    final List<String> classifications = new ArrayList<>();

    /** Field to language to the members of the value. */
    final Map<String, Map<String, Map<String, @Nullable Object>>> fields = new LinkedHashMap<>();

    Rec(String id, Instant createdOn) {
        this.id = id;
        this.createdOn = createdOn;
        this.modifiedOn = createdOn;
    }

    Rec copy() {
        Rec out = new Rec(id, createdOn);
        out.modifiedOn = modifiedOn;
        out.status = status;
        out.contentType = contentType;
        out.masterFile = masterFile;
        out.classifications.addAll(classifications);
        fields.forEach((field, values) -> {
            Map<String, Map<String, @Nullable Object>> copy = new LinkedHashMap<>();
            values.forEach((language, value) -> copy.put(language, new LinkedHashMap<>(value)));
            out.fields.put(field, copy);
        });
        return out;
    }

    /** The values of a field in all languages, as texts. */
    List<String> texts(String field) {
        List<String> out = new ArrayList<>();
        fields.getOrDefault(field, Map.of()).values().forEach(value -> {
            if (value.get("value") != null) {
                out.add(String.valueOf(value.get("value")));
            }
            if (value.get("values") instanceof List<?> many) {
                many.forEach(one -> out.add(String.valueOf(one)));
            }
        });
        return out;
    }
}
