package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in its two forms.
 *
 * @param raw as it was written; only with {@code context=edit}
 * @param rendered as it is shown: escaped, and in paragraphs
 * @param rest members this SDK does not know
 */
public record WireText(
        @Nullable String raw,
        @Nullable String rendered,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param raw as it was written; only with {@code context=edit}
     * @param rendered as it is shown: escaped, and in paragraphs
     * @param rest members this SDK does not know
     */
    public WireText {
        rest = Lenient.members(rest);
    }
}
