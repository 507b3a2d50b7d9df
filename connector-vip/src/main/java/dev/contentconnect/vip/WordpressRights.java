package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.vip.map.RightsMapper;
import dev.contentconnect.vip.wire.WireMedia;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rights in the registered meta of the attachment that stands for the asset. */
final class WordpressRights implements RightsReader, RightsWriter {
    private static final String BEFORE = "status_before_block";
    private static final String REASON = "block_reason";

    private final Shelf shelf;

    WordpressRights(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        return RightsMapper.toRights(shelf.root("rights.get", asset));
    }

    @Override
    public RightsRecord apply(RightsRecord rights) {
        String operation = "rights.apply";
        WireMedia root = shelf.root(operation, rights.asset());
        RightsRecord now = RightsMapper.toRights(root);
        if (rights.updatedAt() != null && !rights.updatedAt().equals(now.updatedAt())) {
            throw REFUSED.conflict(
                    operation,
                    "asset " + root.id() + " was changed at " + now.updatedAt() + ", after these rights were read");
        }
        return write(operation, root, rights);
    }

    private RightsRecord write(String operation, WireMedia root, RightsRecord rights) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(rights.extensions().get(VipConnector.SYSTEM));
        if (!rights.status().equals(RightsStatus.BLOCKED)) {
            // Whoever states other rights lifts the block as well.
            members.keySet().removeAll(List.of(BEFORE, REASON));
        }
        SourceRef own = SourceRef.of(VipConnector.SYSTEM, Long.toString(root.id()));
        RightsRecord at = rights.toBuilder(own)
                .extensions(rights.extensions().with(VipConnector.SYSTEM, members))
                .build();
        return RightsMapper.toRights(shelf.update(operation, root.id(), RightsMapper.toMeta(at), Map.of()));
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        String operation = "rights.block";
        WireMedia root = shelf.root(operation, asset);
        RightsRecord now = RightsMapper.toRights(root);
        if (now.status().equals(RightsStatus.BLOCKED)) {
            return now;
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(now.extensions().get(VipConnector.SYSTEM));
        own.put(BEFORE, now.status().value());
        own.put(REASON, reason);
        return write(operation, root, with(now, RightsStatus.BLOCKED, own));
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        String operation = "rights.unblock";
        WireMedia root = shelf.root(operation, asset);
        RightsRecord now = RightsMapper.toRights(root);
        if (!now.status().equals(RightsStatus.BLOCKED)) {
            return now;
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(now.extensions().get(VipConnector.SYSTEM));
        Object before = own.remove(BEFORE);
        own.put("unblock_reason", reason);
        // Blocked by hand, nobody noted what was before: unknown is never allowed.
        RightsStatus status =
                before instanceof String word && !word.isBlank() ? RightsStatus.of(word) : RightsStatus.UNKNOWN;
        return write(operation, root, with(now, status, own));
    }

    private static RightsRecord with(RightsRecord rights, RightsStatus status, Map<String, @Nullable Object> own) {
        return rights.toBuilder()
                .status(status)
                .extensions(rights.extensions().with(VipConnector.SYSTEM, own))
                .build();
    }
}
