package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.BlockNote;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.vip.map.RightsMapper;
import dev.contentconnect.vip.wire.WireMedia;
import java.util.Map;

/** Rights in the registered meta of the attachment that stands for the asset. */
final class WordpressRights implements RightsReader, RightsWriter {
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
        SourceRef own = SourceRef.of(VipConnector.SYSTEM, Long.toString(root.id()));
        RightsRecord at = BlockNote.stated(rights.toBuilder(own).build(), VipConnector.SYSTEM);
        return RightsMapper.toRights(shelf.update(operation, root.id(), RightsMapper.toMeta(at), Map.of()));
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        String operation = "rights.block";
        WireMedia root = shelf.root(operation, asset);
        RightsRecord now = RightsMapper.toRights(root);
        return now.status().equals(RightsStatus.BLOCKED)
                ? now
                : write(operation, root, BlockNote.blocked(now, VipConnector.SYSTEM, reason));
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        String operation = "rights.unblock";
        WireMedia root = shelf.root(operation, asset);
        RightsRecord now = RightsMapper.toRights(root);
        return now.status().equals(RightsStatus.BLOCKED)
                ? write(operation, root, BlockNote.unblocked(now, VipConnector.SYSTEM, reason))
                : now;
    }
}
