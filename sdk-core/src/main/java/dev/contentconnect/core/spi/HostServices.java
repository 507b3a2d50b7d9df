package dev.contentconnect.core.spi;

import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.time.TimeSource;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a host application may bring along when it opens a connector by name.
 *
 * @param httpClient its own client, or null for the SDK's
 * @param listener is told about every call
 * @param time the clock; the machine's own outside tests
 */
public record HostServices(@Nullable HttpClient httpClient, CallListener listener, TimeSource time) {

    /**
     * Nothing of the host's own.
     *
     * @return the SDK's client, no listener, the machine's clock
     */
    public static HostServices defaults() {
        return new HostServices(null, CallListener.NONE, TimeSource.system());
    }
}
