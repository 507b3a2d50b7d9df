package dev.contentconnect.core.spi;

import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpSettings;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options that all connectors share, under the same names.
 *
 * @param endpoint where the system is
 * @param http time-outs, caps, compression and the client
 * @param retry how failed calls are repeated
 * @param rateGate limits requests a second; null for the connector's default
 * @param pageSize items a request where the caller does not say; 1 or more
 * @param perCall the host's steps around each call
 * @param perAttempt the host's steps around each attempt
 * @param listener is told about every call
 * @param time the clock
 */
public record ConnectorOptions(
        URI endpoint,
        HttpSettings http,
        RetryPolicy retry,
        @Nullable RateGate rateGate,
        int pageSize,
        List<HttpStep> perCall,
        List<HttpStep> perAttempt,
        CallListener listener,
        TimeSource time) {

    /**
     * Makes options; lists are copied.
     *
     * @param endpoint where the system is
     * @param http time-outs, caps, compression and the client
     * @param retry how failed calls are repeated
     * @param rateGate limits requests a second; null for the connector's default
     * @param pageSize items a request where the caller does not say; 1 or more
     * @param perCall the host's steps around each call
     * @param perAttempt the host's steps around each attempt
     * @param listener is told about every call
     * @param time the clock
     */
    public ConnectorOptions {
        perCall = List.copyOf(perCall);
        perAttempt = List.copyOf(perAttempt);
    }

    /**
     * Starts a channel to the system with these options.
     *
     * @param system the connector's short name
     * @param errors reads the vendor's error answers
     * @param auth proves our identity, or null for none
     * @param gate the rate gate to use where the options name none; null for none
     * @return a builder
     */
    public HttpChannel.Builder channel(
            String system, ErrorDecoder errors, @Nullable HttpStep auth, @Nullable RateGate gate) {
        return HttpChannel.builder(system)
                .settings(http)
                .retry(retry)
                .errors(errors)
                .time(time)
                .listener(listener)
                .auth(auth)
                .gate(rateGate != null ? rateGate : gate)
                .perCall(perCall)
                .perAttempt(perAttempt);
    }
}
