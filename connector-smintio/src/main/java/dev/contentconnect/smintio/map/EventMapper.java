package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WirePurchase;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes: of purchases, which come by in their stream, and of assets in collections that are watched. */
public final class EventMapper {
    private EventMapper() {}

    /**
     * The event for a purchase.
     *
     * @param in the purchase
     * @return the event, or what is wrong with it; the same id for the same state of a purchase
     */
    public static Either<MappingIssue, CaseEvent> ofPurchase(WirePurchase in) {
        String uuid = Reading.text(in.uuid());
        if (uuid == null) {
            return Either.left(MappingIssue.of("uuid", "is missing"));
        }
        Instant at = PurchaseMapper.updatedAt(in);
        String buyer = Reading.text(in.purchasedBy());
        return Either.right(CaseEvent.builder(
                        Ids.SYSTEM, type(in), "license:" + uuid + ":" + change(in), at == null ? Instant.EPOCH : at)
                .subject(Ids.license(uuid))
                .subjectVersion(PurchaseMapper.version(in).id())
                .actor(buyer == null ? null : new Actor(buyer, Reading.text(in.purchasedByName()), null))
                .outcome(Reading.text(in.state()))
                .extensions(extensions(in))
                .build());
    }

    /** Version and date where there are both, else what there is. */
    private static String change(WirePurchase in) {
        Instant at = Reading.date(in.lastUpdatedAt());
        if (in.version() != null && at != null) {
            return in.version() + ":" + at;
        }
        return Marks.of(new String(Json.encode(in), StandardCharsets.UTF_8));
    }

    private static CaseEventType type(WirePurchase in) {
        if ("cancelled".equals(in.state()) || "error".equals(in.state())) {
            return CaseEventType.RIGHTS_BLOCKED;
        }
        Instant made = Reading.date(in.createdAt());
        Instant changed = Reading.date(in.lastUpdatedAt());
        boolean first = in.version() != null ? in.version() <= 1 : made != null && made.equals(changed);
        return first ? CaseEventType.ASSET_CREATED : CaseEventType.RIGHTS_CHANGED;
    }

    private static Extensions extensions(WirePurchase in) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("state", in.state());
        own.put("project_uuid", in.projectUuid());
        own.put("licensee_uuid", in.licenseeUuid());
        own.put(
                "content_element_uuid",
                in.content() == null ? null : in.content().uuid());
        own.put("can_be_synced", in.canBeSynced());
        own.values().removeIf(Objects::isNull);
        return own.isEmpty() ? Extensions.none() : Extensions.of(Ids.SYSTEM, own);
    }

    /**
     * The event for an asset in a collection that is watched: that something about it changed, and not what.
     *
     * @param in the asset
     * @param collection the id of the collection
     * @return the event, or what is wrong with it; the same id for the same state of an asset
     */
    public static Either<MappingIssue, CaseEvent> ofAsset(WireAsset in, String collection) {
        String id = Reading.text(in.id());
        if (id == null) {
            return Either.left(MappingIssue.of("uuid", "is missing"));
        }
        Instant changed = Reading.date(in.properties().get("modifiedAt"));
        var version = PortalAssetMapper.version(in);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("collection", collection);
        if (in.properties().get("totalCommentCount") instanceof Number count) {
            own.put("totalCommentCount", count.longValue());
        }
        return Either.right(CaseEvent.builder(
                        Ids.SYSTEM,
                        CaseEventType.ASSET_UPDATED,
                        "asset:" + collection + ":" + id + ":" + PortalAssetMapper.fingerprint(in),
                        changed == null ? Instant.EPOCH : changed)
                .subject(Ids.asset(id))
                .subjectVersion(version == null ? null : version.id())
                .related(Ids.collection(collection))
                .extensions(Extensions.of(Ids.SYSTEM, own))
                .build());
    }
}
