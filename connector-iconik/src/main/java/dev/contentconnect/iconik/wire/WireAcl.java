package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with an object.
 *
 * @param usersAcl users
 * @param groupsAcl groups
 * @param inheritedUsersAcl users, from a collection above
 * @param inheritedGroupsAcl groups, from a collection above
 * @param rest members this SDK does not know
 */
public record WireAcl(
        @JsonProperty("users_acl") List<WireGrant> usersAcl,
        @JsonProperty("groups_acl") List<WireGrant> groupsAcl,
        @JsonProperty("inherited_users_acl") List<WireGrant> inheritedUsersAcl,
        @JsonProperty("inherited_groups_acl") List<WireGrant> inheritedGroupsAcl,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param usersAcl users
     * @param groupsAcl groups
     * @param inheritedUsersAcl users, from a collection above
     * @param inheritedGroupsAcl groups, from a collection above
     * @param rest members this SDK does not know
     */
    public WireAcl {
        usersAcl = Lenient.list(usersAcl);
        groupsAcl = Lenient.list(groupsAcl);
        inheritedUsersAcl = Lenient.list(inheritedUsersAcl);
        inheritedGroupsAcl = Lenient.list(inheritedGroupsAcl);
        rest = Lenient.members(rest);
    }
}
