package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.tradinggrid.map.RightsColumns;
import dev.contentconnect.tradinggrid.map.RightsMapper;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rights in a row of a cross-reference table, under the key of the asset that a file carries, else under the id of its entry.
 */
final class TradingGridRights implements RightsReader, RightsWriter {
    private static final String READ = "rights.get";
    private static final String APPLY = "rights.apply";

    private final Tracking tracking;
    private final String solution;
    private final String entity;
    private final Map<String, Integer> columns;

    TradingGridRights(Tracking tracking, String solution, String entity) {
        this.tracking = tracking;
        this.solution = solution;
        this.entity = entity;
        this.columns = tracking.config.cartographer().rightsColumns();
    }

    private String key(String operation, SourceRef asset) {
        WireEntry entry = tracking.entry(operation, asset.idIn(SYSTEM));
        String key = entry.contentKeys().get(tracking.meaning.assetKey());
        return key != null ? key : asset.id();
    }

    private @Nullable WireXrefEntry row(String key) {
        return tracking.client.crossReferences().row(solution, entity, key).orElse(null);
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        return RightsMapper.toRights(asset, row(key(READ, asset)), columns);
    }

    @Override
    public RightsRecord apply(RightsRecord rights) {
        SourceRef asset = rights.asset();
        String key = key(APPLY, asset);
        WireXrefEntry before = row(key);
        boolean blocks = rights.status().equals(RightsStatus.BLOCKED) && columns.containsKey(RightsColumns.BLOCK);
        // A block stands apart: the word underneath is kept for when it is lifted.
        RightsStatus underneath = blocks ? RightsMapper.statusUnderneath(asset, before, columns) : rights.status();
        RightsRecord wanted = rights.toBuilder(asset).status(underneath).build();
        if (!RightsMapper.holds(wanted, columns)) {
            throw REFUSED.rejected(
                    APPLY,
                    LocalErrors.NO_PLACE,
                    "the configured columns cannot hold all of these rights; add one for the record");
        }
        String reason = RightsMapper.blockReason(before, columns);
        return write(APPLY, asset, key, wanted, !blocks ? null : reason != null ? reason : "blocked");
    }

    private RightsRecord write(
            String operation, SourceRef asset, String key, RightsRecord wanted, @Nullable String block) {
        tracking.client
                .crossReferences()
                .write(solution, entity, key, RightsMapper.toValues(key, wanted, block, columns));
        WireXrefEntry stored = row(key);
        RightsRecord read = RightsMapper.toRights(asset, stored, columns);
        boolean kept = RightsMapper.statusUnderneath(asset, stored, columns).equals(wanted.status())
                && read.grants().equals(wanted.grants())
                && read.prohibitions().equals(wanted.prohibitions())
                && (RightsMapper.blockReason(stored, columns) == null) == (block == null);
        if (!kept) {
            throw REFUSED.rejected(
                    operation, LocalErrors.DROPPED, "table " + entity + " did not keep the rights of " + key);
        }
        return read;
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        return setBlock("rights.block", asset, reason);
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        return setBlock("rights.unblock", asset, null);
    }

    private RightsRecord setBlock(String operation, SourceRef asset, @Nullable String reason) {
        asset.idIn(SYSTEM);
        if (!columns.containsKey(RightsColumns.BLOCK)) {
            throw NotOffered.by(SYSTEM, operation, "no column is configured for blocks; apply writes the status");
        }
        String key = key(operation, asset);
        WireXrefEntry before = row(key);
        boolean isSet = RightsMapper.blockReason(before, columns) != null;
        RightsRecord now = RightsMapper.toRights(asset, before, columns);
        if (isSet == (reason != null)) {
            return now;
        }
        RightsStatus underneath = RightsMapper.statusUnderneath(asset, before, columns);
        // Where people wrote the word by hand, nobody knows what was before: unknown is never allowed.
        boolean byHand = reason == null && underneath.equals(RightsStatus.BLOCKED);
        RightsRecord wanted = now.toBuilder()
                .status(byHand ? RightsStatus.UNKNOWN : underneath)
                .build();
        return write(operation, asset, key, wanted, reason == null ? null : reason.isBlank() ? "blocked" : reason);
    }
}
