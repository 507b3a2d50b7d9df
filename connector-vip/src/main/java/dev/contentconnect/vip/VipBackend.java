package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What stands behind a {@link VipConnector}. */
sealed interface VipBackend permits WordpressBackend, VtinfoBackend {

    /** Takes capabilities. */
    interface Offers {
        <T> void offer(Class<T> capability, T implementation);
    }

    /** Gives the capabilities that this backend really has. */
    void offerTo(Offers offers);

    /** What turns on which capability that is not always there. */
    Map<Class<?>, String> options();

    ConnectorDescription describe();

    ConnectorCheck check();

    /** See {@link VipConnector#gone}. */
    List<SourceRef> gone(Collection<SourceRef> known);

    void close();
}
