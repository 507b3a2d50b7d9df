package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a record.
 *
 * @param lockId its id
 * @param integrationId who holds it
 * @param reason why
 * @param uri where to read about it
 * @param lockedOn since when
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireLock(
        @Nullable String lockId,
        @Nullable String integrationId,
        @Nullable String reason,
        @Nullable String uri,
        @Nullable String lockedOn,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param lockId its id
     * @param integrationId who holds it
     * @param reason why
     * @param uri where to read about it
     * @param lockedOn since when
     * @param rest members this SDK does not know
     */
    public WireLock {
        rest = Lenient.members(rest);
    }
}
