package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A word, keyword or address in one culture.
 *
 * @param culture two letters as a rule
 * @param element the word
 */
public record WireElement(
        @Nullable String culture,
        @JsonProperty("metadata_element") @Nullable Element element) {
    /**
     * The word itself.
     *
     * @param key its key; absent for keywords
     * @param name what people call it
     * @param url its address
     */
    public record Element(
            @Nullable String key,
            @Nullable String name,
            @Nullable String url) {}
}
