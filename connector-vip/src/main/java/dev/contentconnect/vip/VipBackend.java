package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import java.util.Collection;
import java.util.List;

/** What stands behind a {@link VipConnector}. */
sealed interface VipBackend permits WordpressBackend, VtinfoBackend {

    /** Takes capabilities. */
    interface Offers {
        <T> void offer(Class<T> capability, T implementation);
    }

    /** Gives the capabilities that this backend really has. */
    void offerTo(Offers offers);

    ConnectorDescription describe();

    ConnectorCheck check();

    /** See {@link VipConnector#gone}. */
    List<SourceRef> gone(Collection<SourceRef> known);

    void close();
}
