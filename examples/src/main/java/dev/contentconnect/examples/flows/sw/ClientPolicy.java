package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an agency agreed with one of its clients.
 *
 * @param client a short word, such as {@code northpeak}; keys begin with it, so it must not change
 * @param stakeholders whose approval is needed, in the words of the model
 * @param groups who that is, by the variables of the case: {@code legalGroup}, and {@code escalationGroup} for what is late
 * @param dueWithin how long they may take
 * @param escalateAfter how long an approval may wait before the escalation group is asked to chase it
 * @param audience to whom approved assets are offered in the client's portal
 * @param uses what the agency does with an asset for this client, which its rights must allow
 */
public record ClientPolicy(
        String client,
        List<String> stakeholders,
        Map<String, String> groups,
        Duration dueWithin,
        Duration escalateAfter,
        List<Segment> audience,
        UseRule uses) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when the name is not lower-case letters, digits and dashes, up to 20, or nobody's approval is
     *     needed
     */
    public ClientPolicy {
        if (!NAME.matcher(client).matches()) {
            throw new IllegalArgumentException("not a name for a client: " + client);
        }
        if (stakeholders.isEmpty()) {
            throw new IllegalArgumentException("nobody approves anything for " + client);
        }
        stakeholders = List.copyOf(stakeholders);
        groups = Map.copyOf(groups);
        audience = List.copyOf(audience);
    }
}
