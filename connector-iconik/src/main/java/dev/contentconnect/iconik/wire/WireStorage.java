package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A storage.
 *
 * @param id its id
 * @param name its name
 * @param method FILE, S3, B2, GCS, AZURE or another
 * @param purpose FILES, PROXIES, KEYFRAMES, EXPORTS, ARCHIVE or FACES
 * @param status ACTIVE, INACTIVE or FAILING
 * @param isDefault whether it is the default for its purpose
 * @param rest members this SDK does not know
 */
public record WireStorage(
        @Nullable String id,
        @Nullable String name,
        @Nullable String method,
        @Nullable String purpose,
        @Nullable String status,
        @JsonProperty("default") @Nullable Boolean isDefault,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param method FILE, S3, B2, GCS, AZURE or another
     * @param purpose FILES, PROXIES, KEYFRAMES, EXPORTS, ARCHIVE or FACES
     * @param status ACTIVE, INACTIVE or FAILING
     * @param isDefault whether it is the default for its purpose
     * @param rest members this SDK does not know
     */
    public WireStorage {
        rest = Lenient.members(rest);
    }

    /** Names the storage; its settings may hold secrets. */
    @Override
    public String toString() {
        return "WireStorage[" + id + ", " + method + ", " + purpose + "]";
    }
}
