package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.vip.wordpress.OnRealWordpress;
import java.nio.file.Path;

/** The same with a real WordPress. */
@OnRealWordpress
class PartnerAssetRequestsRealWordpressIT extends PartnerAssetRequestsTest {

    @Override
    TvStage stage(Path files) {
        return TvStage.realWordpress(files);
    }
}
