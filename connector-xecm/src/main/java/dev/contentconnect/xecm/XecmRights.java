package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.BlockNote;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeKeys;
import dev.contentconnect.xecm.map.RightsMapper;
import dev.contentconnect.xecm.map.Rows;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.Map;

/** Rights in a category of the node. A token of the category detects who wrote in between. */
final class XecmRights implements RightsReader, RightsWriter {
    private static final String APPLY = "rights.apply";

    private final Archive archive;

    XecmRights(Archive archive) {
        this.archive = archive;
    }

    private record Read(WireNode node, AttributeKeys keys, RightsRecord rights) {}

    private Read read(String operation, SourceRef asset) {
        long id = Archive.id(operation, asset);
        WireNode node = archive.client.nodes().withState(id);
        AttributeKeys keys = archive.catalog.rightsKeys(operation, id);
        return new Read(node, keys, RightsMapper.toRights(node, keys, archive.dates));
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        return read("rights.get", asset).rights();
    }

    @Override
    public RightsRecord apply(RightsRecord rights) {
        Read read = read(APPLY, rights.asset());
        RightsRecord now = read.rights();
        if (rights.updatedAt() != null && !rights.updatedAt().equals(now.updatedAt())) {
            throw REFUSED.conflict(
                    APPLY,
                    "node " + read.node().id() + " was changed at " + now.updatedAt()
                            + ", after these rights were read");
        }
        return write(APPLY, read, rights);
    }

    private RightsRecord write(String operation, Read read, RightsRecord rights) {
        // Rights of an asset are identified by it here, whatever they were called elsewhere.
        RightsRecord own = BlockNote.stated(
                rights.toBuilder(AssetMapper.ref(read.node().id())).build(), XecmConnector.SYSTEM);
        AttributeKeys keys = read.keys();
        check(operation, own, keys);
        WireNode node = read.node();
        WireAttribute set = keys.attributes().get("agreements");
        long rows = set == null ? 0 : node.categories().rows(Rows.setKey(set)).size();
        Map<String, Object> values = RightsMapper.toValues(own, keys, archive.dates, rows);
        String token = CategoryForm.token(node.state(), keys.category());
        archive.putCategory(node, keys.category(), values, token);
        RightsRecord stored = read(operation, own.asset()).rights();
        RightsRecord wanted = own.toBuilder().updatedAt(stored.updatedAt()).build();
        if (!stored.equals(wanted)) {
            throw REFUSED.rejected(
                    operation,
                    LocalErrors.DROPPED,
                    "the server did not keep the rights of node " + node.id() + " as sent");
        }
        return stored;
    }

    private void check(String operation, RightsRecord rights, AttributeKeys keys) {
        WireAttribute record = keys.attributes().get("record");
        if (record == null) {
            if (!RightsMapper.fits(rights, keys, archive.dates)) {
                throw REFUSED.rejected(
                        operation,
                        LocalErrors.NO_PLACE,
                        "the category of rights has no attribute for a part of these rights, and none for the record");
            }
            return;
        }
        Object json = RightsMapper.toValues(rights, keys, archive.dates, 0).get(record.key());
        Integer most = record.maxLength();
        if (most != null && String.valueOf(json).length() > most) {
            throw REFUSED.rejected(
                    operation,
                    LocalErrors.NO_PLACE,
                    "the attribute for the record of rights takes " + most + " characters only");
        }
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        String operation = "rights.block";
        Read read = read(operation, asset);
        RightsRecord now = read.rights();
        if (now.status().equals(RightsStatus.BLOCKED)) {
            return now;
        }
        RightsRecord blocked = canKeep(read)
                ? BlockNote.blocked(now, XecmConnector.SYSTEM, reason)
                : now.toBuilder().status(RightsStatus.BLOCKED).build();
        return write(operation, read, blocked);
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        String operation = "rights.unblock";
        Read read = read(operation, asset);
        RightsRecord now = read.rights();
        if (!now.status().equals(RightsStatus.BLOCKED)) {
            return now;
        }
        RightsRecord lifted = canKeep(read)
                ? BlockNote.unblocked(now, XecmConnector.SYSTEM, reason)
                : now.toBuilder().status(RightsStatus.UNKNOWN).build();
        return write(operation, read, lifted);
    }

    /** Without an attribute for the record there is no place for reasons. */
    private static boolean canKeep(Read read) {
        return read.keys().key("record") != null;
    }
}
