package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WirePost;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of the distribution log as deliveries. */
public final class DeliveryMapper {
    private DeliveryMapper() {}

    /**
     * The canonical form of an item.
     *
     * @param in the item
     * @return the delivery, or what is wrong with it
     */
    public static Either<MappingIssue, Delivery> toDelivery(WirePost in) {
        Fields meta = new Fields(in.metaFields());
        String partner = meta.text(Profile.PARTNER);
        if (in.id() <= 0 || partner == null) {
            return Either.left(
                    new MappingIssue(in.id() <= 0 ? "id" : Profile.PARTNER, "missing", Long.toString(in.id())));
        }
        String state = meta.text(Profile.STATE);
        Instant at = Fields.date(meta.text(Profile.OCCURRED_AT));
        return Either.right(new Delivery(
                SourceRef.of(AssetMapper.SYSTEM, Long.toString(in.id())),
                meta.text(Profile.ITEM_KEY),
                assets(meta),
                meta.text(Profile.VERSION),
                partner,
                state == null ? DeliveryStatus.UNKNOWN : DeliveryStatus.of(state),
                at != null ? at : Fields.date(in.dateGmt()),
                meta.text(Profile.DETAIL),
                null,
                Extensions.none()));
    }

    private static List<SourceRef> assets(Fields meta) {
        List<SourceRef> out = new ArrayList<>();
        for (String text : meta.texts(Profile.ASSET_REFS)) {
            @Nullable SourceRef ref = SourceRef.parseOrNull(text);
            if (ref != null) {
                out.add(ref);
            }
        }
        return out;
    }
}
