package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose a task is or may be.
 *
 * @param type assignee, candidate or owner
 * @param user an e-mail address
 * @param group the name of a group
 * @param rest members this SDK does not know
 */
public record WireAssignment(
        @Nullable String type,
        @Nullable String user,
        @Nullable String group,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param type assignee, candidate or owner
     * @param user an e-mail address
     * @param group the name of a group
     * @param rest members this SDK does not know
     */
    public WireAssignment {
        rest = Lenient.members(rest);
    }

    /**
     * Offers a task to a group.
     *
     * @param group its name
     * @return the value
     */
    public static WireAssignment candidateGroup(String group) {
        return new WireAssignment("candidate", null, group, Map.of());
    }

    /**
     * Offers a task to a user.
     *
     * @param user an e-mail address
     * @return the value
     */
    public static WireAssignment candidateUser(String user) {
        return new WireAssignment("candidate", user, null, Map.of());
    }
}
