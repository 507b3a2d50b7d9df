package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.smintio.wire.WireConstraints;
import dev.contentconnect.smintio.wire.WirePurchase;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counters of a purchase as one entry of the delivery log. */
public final class UsageMapper {
    private UsageMapper() {}

    /**
     * The entry for a purchase.
     *
     * @param in the purchase
     * @return the entry, whose count is that of downloads; or what is wrong with it
     */
    public static Either<MappingIssue, Delivery> toDelivery(WirePurchase in) {
        String uuid = Reading.text(in.uuid());
        if (uuid == null) {
            return Either.left(MappingIssue.of("uuid", "is missing"));
        }
        WireConstraints most = in.constraints();
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("downloads", in.currentDownloads());
        own.put("users", in.currentUsers());
        own.put("reuses", in.currentReuses());
        own.put("max_downloads", most == null ? null : most.maxDownloads());
        own.put("max_users", most == null ? null : most.maxUsers());
        own.put("max_reuses", most == null ? null : most.maxReuses());
        own.values().removeIf(Objects::isNull);
        return Either.right(new Delivery(
                Ids.usage(uuid),
                null,
                List.of(Ids.license(uuid)),
                PurchaseMapper.version(in).id(),
                recipient(in),
                "completed".equals(in.state()) ? DeliveryStatus.DELIVERED : DeliveryStatus.UNKNOWN,
                PurchaseMapper.updatedAt(in),
                null,
                // No count at all would stand for one.
                in.currentDownloads() == null ? 0 : Math.max(0, in.currentDownloads()),
                own.isEmpty() ? Extensions.none() : Extensions.of(Ids.SYSTEM, own)));
    }

    private static String recipient(WirePurchase in) {
        return Stream.<@Nullable String>of(in.licenseeName(), in.licenseeUuid(), in.purchasedByName(), in.purchasedBy())
                .filter(word -> word != null && !word.isBlank())
                .map(String::valueOf)
                .findFirst()
                .orElse("unknown");
    }
}
