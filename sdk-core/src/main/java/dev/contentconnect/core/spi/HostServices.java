package dev.contentconnect.core.spi;

import dev.contentconnect.core.auth.TokenStore;
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
 * @param tokens where the refresh token of this connection is kept between runs, for systems in which a person logs in
 *     once; null when there is no such place
 */
public record HostServices(
        @Nullable HttpClient httpClient,
        CallListener listener,
        TimeSource time,
        @Nullable TokenStore tokens) {

    /**
     * Nothing of the host's own.
     *
     * @return the SDK's client, no listener, the machine's clock, no place for tokens
     */
    public static HostServices defaults() {
        return new HostServices(null, CallListener.NONE, TimeSource.system(), null);
    }

    /**
     * The same with a client of the host's own.
     *
     * @param value the client, or null for the SDK's
     * @return a copy
     */
    public HostServices withHttpClient(@Nullable HttpClient value) {
        return new HostServices(value, listener, time, tokens);
    }

    /**
     * The same with a listener.
     *
     * @param value is told about every call
     * @return a copy
     */
    public HostServices withListener(CallListener value) {
        return new HostServices(httpClient, value, time, tokens);
    }

    /**
     * The same with a clock.
     *
     * @param value the clock
     * @return a copy
     */
    public HostServices withTime(TimeSource value) {
        return new HostServices(httpClient, listener, value, tokens);
    }

    /**
     * The same with a place for the refresh token.
     *
     * @param value where it is kept, or null for no such place
     * @return a copy
     */
    public HostServices withTokens(@Nullable TokenStore value) {
        return new HostServices(httpClient, listener, time, value);
    }
}
