package dev.contentconnect.vip;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the files of the assets are that were seen last, so that fetching one does not read a portfolio first. */
final class KnownFiles {
    private static final int MOST = 10_000;

    private final Map<SourceRef, Files> files = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceRef, Files> eldest) {
            return size() > MOST;
        }
    };

    /** The file of an asset, and its small form where there is one. */
    record Files(URI address, @Nullable URI small) {}

    synchronized void add(Asset asset) {
        AssetVersion version = asset.currentVersion();
        if (version != null) {
            URI small = asset.renditions().isEmpty()
                    ? null
                    : asset.renditions().get(0).uri();
            files.put(asset.ref(), new Files(URI.create(version.id()), small));
        }
    }

    synchronized @Nullable Files find(SourceRef ref) {
        return files.get(ref);
    }
}
