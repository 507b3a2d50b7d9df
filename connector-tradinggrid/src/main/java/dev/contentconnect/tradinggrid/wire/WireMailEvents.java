package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an e-mail after it was sent.
 *
 * @param dsn what the mail server of the recipient said
 * @param htmlOpen each time it was opened, a hint
 * @param optOut whether the recipient wants no more
 * @param pull each time an attachment was fetched, a proof
 * @param rest members this SDK does not know
 */
public record WireMailEvents(
        @Nullable Object dsn,
        @JsonProperty("html_open") List<Object> htmlOpen,
        @JsonProperty("opt_out") @Nullable Object optOut,
        List<Object> pull,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param dsn what the mail server of the recipient said
     * @param htmlOpen each time it was opened, a hint
     * @param optOut whether the recipient wants no more
     * @param pull each time an attachment was fetched, a proof
     * @param rest members this SDK does not know
     */
    public WireMailEvents {
        rest = Lenient.members(rest);
        htmlOpen = Lenient.list(htmlOpen);
        pull = Lenient.list(pull);
    }
}
