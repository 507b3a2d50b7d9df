package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user or a group may do with an object.
 *
 * @param userId the user
 * @param groupId the group
 * @param permissions read, write, delete, change-acl
 * @param rest members this SDK does not know
 */
public record WireGrant(
        @JsonProperty("user_id") @Nullable String userId,
        @JsonProperty("group_id") @Nullable String groupId,
        List<String> permissions,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param userId the user
     * @param groupId the group
     * @param permissions read, write, delete, change-acl
     * @param rest members this SDK does not know
     */
    public WireGrant {
        permissions = Lenient.list(permissions);
        rest = Lenient.members(rest);
    }
}
