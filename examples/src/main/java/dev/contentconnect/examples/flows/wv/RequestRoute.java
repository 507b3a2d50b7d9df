package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Segment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, how urgent it is, and for whom it is.
 *
 * @param ownerGroup the group that owns the content; never blank
 * @param owner the person who decides, or null to offer it to the group
 * @param requester the person who answers questions, or null to offer them to the requesters
 * @param priority higher is more urgent; 50 is usual
 * @param dueAt when it should be decided, or null
 * @param audience the target group, in the kinds of segments that the library keeps; never empty
 */
public record RequestRoute(
        String ownerGroup,
        @Nullable String owner,
        @Nullable String requester,
        int priority,
        @Nullable Instant dueAt,
        List<Segment> audience) {

    /**
     * Makes a route; the list is copied.
     *
     * @throws IllegalArgumentException when {@code ownerGroup} is blank, or the audience is empty: everybody would get it
     */
    public RequestRoute {
        audience = List.copyOf(audience);
        if (ownerGroup.isBlank() || audience.isEmpty()) {
            throw new IllegalArgumentException("a route names the owners and the audience");
        }
    }

    /** The rules of the house: who owns what, who may wait, who belongs to which group. */
    @FunctionalInterface
    public interface Rules {

        /**
         * Finds the way of a request.
         *
         * @param request who asks, since when and why
         * @param assets what is asked for, as far as it is there
         * @return the same for the same request
         */
        RequestRoute route(Delivery request, List<Asset> assets);
    }
}
