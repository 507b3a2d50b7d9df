package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cross-reference table.
 *
 * @param id its id
 * @param name its name
 * @param description what it is for
 * @param numberRows how many rows it has
 * @param isReadOnly whether it takes no writes
 * @param isLocked whether somebody reserved it
 * @param lockedBy who did
 * @param maxRows how many rows it may have
 * @param uniqueKey whether a key stands for one row
 * @param rest members this SDK does not know
 */
public record WireXrefEntity(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Long numberRows,
        @Nullable Boolean isReadOnly,
        @Nullable Boolean isLocked,
        @Nullable String lockedBy,
        @Nullable Long maxRows,
        @Nullable Boolean uniqueKey,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param description what it is for
     * @param numberRows how many rows it has
     * @param isReadOnly whether it takes no writes
     * @param isLocked whether somebody reserved it
     * @param lockedBy who did
     * @param maxRows how many rows it may have
     * @param uniqueKey whether a key stands for one row
     * @param rest members this SDK does not know
     */
    public WireXrefEntity {
        rest = Lenient.members(rest);
    }
}
