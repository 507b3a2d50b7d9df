package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rendition of a file version.
 *
 * @param id its id
 * @param name its name
 * @param type Original, Preset, Crop, Trim or Custom; other words may come
 * @param extension the ending of its file name
 * @param uri a signed address; null unless selected
 * @param publishedUri the address of its published link; null unless selected
 * @param width pixels
 * @param height pixels
 * @param publicLinks its public links, where selected
 * @param embedded null: the selected parts of the form with links stand in place
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireRendition(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @Nullable String extension,
        @Nullable String uri,
        @Nullable String publishedUri,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable WireItems<WirePublicLink> publicLinks,
        @JsonProperty("_embedded") @Nullable WireRendition embedded,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param type Original, Preset, Crop, Trim or Custom; other words may come
     * @param extension the ending of its file name
     * @param uri a signed address; null unless selected
     * @param publishedUri the address of its published link; null unless selected
     * @param width pixels
     * @param height pixels
     * @param publicLinks its public links, where selected
     * @param embedded the selected parts of the form with links, which go before what stands in place
     * @param rest members this SDK does not know
     */
    public WireRendition {
        if (embedded != null) {
            publicLinks = embedded.publicLinks == null ? publicLinks : embedded.publicLinks;
            rest = Wire.both(rest, embedded.rest);
            embedded = null;
        }
        rest = Lenient.members(rest);
    }
}
