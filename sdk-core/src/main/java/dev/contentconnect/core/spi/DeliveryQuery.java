package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted. Parts that are null or empty do not narrow; a part that a
 * system cannot narrow by is refused, not ignored and not looked at on our side.
 *
 * @param asset of this asset
 * @param recipient to this recipient
 * @param since at or after
 * @param statuses any of these
 * @param pageSize items a request, 1 or more; capped at the vendor's maximum
 */
public record DeliveryQuery(
        @Nullable SourceRef asset,
        @Nullable String recipient,
        @Nullable Instant since,
        List<DeliveryStatus> statuses,
        int pageSize) {
    /** Everything, 100 items a request. */
    public static final DeliveryQuery ALL = new DeliveryQuery(null, null, null, List.of(), 100);

    /**
     * The same question with this part set.
     *
     * @param value of this asset
     * @return a copy
     */
    public DeliveryQuery ofAsset(@Nullable SourceRef value) {
        return new DeliveryQuery(value, recipient, since, statuses, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value to this recipient
     * @return a copy
     */
    public DeliveryQuery to(@Nullable String value) {
        return new DeliveryQuery(asset, value, since, statuses, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value at or after
     * @return a copy
     */
    public DeliveryQuery since(@Nullable Instant value) {
        return new DeliveryQuery(asset, recipient, value, statuses, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value any of these
     * @return a copy
     */
    public DeliveryQuery withStatuses(List<DeliveryStatus> value) {
        return new DeliveryQuery(asset, recipient, since, value, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value items a request, 1 or more; capped at the vendor's maximum
     * @return a copy
     */
    public DeliveryQuery withPageSize(int value) {
        return new DeliveryQuery(asset, recipient, since, statuses, value);
    }

    /**
     * Makes the question; lists are copied.
     *
     * @param asset of this asset
     * @param recipient to this recipient
     * @param since at or after
     * @param statuses any of these
     * @param pageSize items a request, 1 or more; capped at the vendor's maximum
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public DeliveryQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
        statuses = List.copyOf(statuses);
    }
}
