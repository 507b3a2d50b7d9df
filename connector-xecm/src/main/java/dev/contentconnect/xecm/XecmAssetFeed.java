package dev.contentconnect.xecm;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.EventMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of documents and URL nodes in the watched folders. */
record XecmAssetFeed(Archive archive) implements AssetFeed {
    private static final List<Long> KINDS = List.of((long) AssetMapper.URL, (long) AssetMapper.DOCUMENT);

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        return Watch.read(archive, "feed.changes", since, limit, this::look);
    }

    private void look(Watch watch) {
        for (long folder : archive.config.feed().folders()) {
            watch.changed(
                    folder,
                    KINDS,
                    node -> watch.audit(
                            node,
                            CaseEventType.ASSET_UPDATED,
                            (id, entry) -> EventMapper.toAssetEvent(id, entry, archive.dates)));
        }
    }
}
