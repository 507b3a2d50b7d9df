package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/**
 * What a request names.
 *
 * @param found what is there
 * @param missing what is not
 */
record RequestedAssets(List<Asset> found, List<SourceRef> missing) {

    RequestedAssets {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }
}
