package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.examples.flows.LibraryStage;
import dev.contentconnect.vip.wordpress.OnRealWordpress;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.nio.file.Path;

/** The same with a real WordPress, which others have put nothing into: what lies in a region is for all of its partners. */
@OnRealWordpress
class SegmentedLibrariesRealWordpressIT extends SegmentedLibrariesTest {

    @Override
    TvStage stage(Path files) {
        return TvStage.realWordpress(LibraryStage.of(Server.WORDPRESS), files);
    }

    /** Started when first asked for; ends with this process. */
    private static final class Server {
        static final RealWordpress WORDPRESS = RealWordpress.start(Path.of("target", "wordpress-of-libraries"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(WORDPRESS::close));
        }
    }
}
