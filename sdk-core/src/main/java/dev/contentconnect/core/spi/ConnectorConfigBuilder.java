package dev.contentconnect.core.spi;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.http.HttpSettings;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration builders of all connectors have in common. Nothing is checked before {@code build()}, which
 * reports every mistake at once. Not safe for several threads.
 *
 * @param <B> the builder itself
 */
public abstract class ConnectorConfigBuilder<B extends ConnectorConfigBuilder<B>> {
    private static final int MAX_RESPONSE_BYTES = 1 << 30;

    private @Nullable URI endpoint;
    private @Nullable HttpClient httpClient;
    private RetryPolicy retry = RetryPolicy.standard();
    private @Nullable RateGate rateGate;
    private Duration connectTimeout = HttpSettings.standard().connectTimeout();
    private Duration requestTimeout = HttpSettings.standard().requestTimeout();
    private Duration bodyTimeout = HttpSettings.standard().bodyTimeout();
    private Duration callTimeout = HttpSettings.standard().callTimeout();
    private int maxResponseBytes = HttpSettings.standard().maxResponseBytes();
    private boolean gzip = HttpSettings.standard().gzip();
    private String userAgent = HttpSettings.standard().userAgent();
    private int pageSize = 100;
    private final List<HttpStep> perCall = new ArrayList<>();
    private final List<HttpStep> perAttempt = new ArrayList<>();
    private CallListener listener = CallListener.NONE;
    private TimeSource time = TimeSource.system();
    private final List<ConfigProblem> unreadable = new ArrayList<>();

    /** Starts with standard settings. */
    protected ConnectorConfigBuilder() {}

    /**
     * The builder itself.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Sets where the system is. Required.
     *
     * @param value an absolute http or https address without credentials, query or fragment
     * @return this builder
     */
    public B endpoint(@Nullable URI value) {
        this.endpoint = value;
        return self();
    }

    /**
     * Sets the host's own HTTP client, for example one with a proxy that wants a password ({@code proxy} and
     * {@code authenticator} of its builder). It must not follow redirects and must not carry credentials of its own. The SDK's
     * client goes through the proxy that the JDK's system properties name.
     *
     * @param value the client, or null for the SDK's
     * @return this builder
     */
    public B httpClient(@Nullable HttpClient value) {
        this.httpClient = value;
        return self();
    }

    /**
     * Sets how failed calls are repeated.
     *
     * @param value the policy
     * @return this builder
     */
    public B retry(RetryPolicy value) {
        this.retry = value;
        return self();
    }

    /**
     * Sets a rate gate, for example one shared with other users of the same credential.
     *
     * @param value the gate, or null for the connector's default
     * @return this builder
     */
    public B rateGate(@Nullable RateGate value) {
        this.rateGate = value;
        return self();
    }

    /**
     * Sets how long a connection may take to be made.
     *
     * @param value more than zero, at most 366 days; 10 seconds until set
     * @return this builder
     */
    public B connectTimeout(Duration value) {
        this.connectTimeout = value;
        return self();
    }

    /**
     * Sets how long an answer may take to begin, for each attempt. A large upload may take as long as its bytes move.
     *
     * @param value more than zero, at most 366 days; 30 seconds until set
     * @return this builder
     */
    public B requestTimeout(Duration value) {
        this.requestTimeout = value;
        return self();
    }

    /**
     * Sets how long an answer may take to end once it began; for a stream, how long the next bytes may take.
     *
     * @param value more than zero, at most 366 days; 60 seconds until set
     * @return this builder
     */
    public B bodyTimeout(Duration value) {
        this.bodyTimeout = value;
        return self();
    }

    /**
     * Sets how long a call may take with all attempts and waits; large uploads and downloads are not cut short by it.
     *
     * @param value more than zero, at most 366 days; 2 minutes until set
     * @return this builder
     */
    public B callTimeout(Duration value) {
        this.callTimeout = value;
        return self();
    }

    /**
     * Sets the largest answer that is taken into memory.
     *
     * @param value bytes, from 1 KiB to 1 GiB; 32 MiB until set
     * @return this builder
     */
    public B maxResponseBytes(int value) {
        this.maxResponseBytes = value;
        return self();
    }

    /**
     * Sets whether compressed answers are asked for. They save time on a slow link and cost CPU on a fast one.
     *
     * @param value true until set
     * @return this builder
     */
    public B gzip(boolean value) {
        this.gzip = value;
        return self();
    }

    /**
     * Sets how we present ourselves.
     *
     * @param value the User-Agent header: one line, no character beyond Latin-1
     * @return this builder
     */
    public B userAgent(String value) {
        this.userAgent = value;
        return self();
    }

    /**
     * Sets how many items a request asks for in lists that nobody gives a size, such as comments and what a feed reads. A query
     * has a size of its own.
     *
     * @param value 1 to 1,000; 100 until set; capped at the vendor's maximum
     * @return this builder
     */
    public B pageSize(int value) {
        this.pageSize = value;
        return self();
    }

    /**
     * Adds a step around each call, retries included.
     *
     * @param step the step
     * @return this builder
     */
    public B stepPerCall(HttpStep step) {
        this.perCall.add(step);
        return self();
    }

    /**
     * Adds a step around each attempt, before auth.
     *
     * @param step the step
     * @return this builder
     */
    public B stepPerAttempt(HttpStep step) {
        this.perAttempt.add(step);
        return self();
    }

    /**
     * Sets who is told about every call.
     *
     * @param value the listener
     * @return this builder
     */
    public B listener(CallListener value) {
        this.listener = value;
        return self();
    }

    /**
     * Sets the clock.
     *
     * @param value the machine's own until set
     * @return this builder
     */
    public B time(TimeSource value) {
        this.time = value;
        return self();
    }

    /**
     * Takes what a host brings along.
     *
     * @param host client, listener and clock
     * @return this builder
     */
    public B host(HostServices host) {
        return httpClient(host.httpClient()).listener(host.listener()).time(host.time());
    }

    /**
     * Reads the common options from a map; the names are those of the methods above.
     *
     * @param options the reader; keeps what is wrong
     * @return this builder
     */
    protected B common(OptionReader options) {
        URI uri = options.uri("endpoint");
        endpoint = uri != null ? uri : endpoint;
        connectTimeout = either(options.duration("connectTimeout"), connectTimeout);
        requestTimeout = either(options.duration("requestTimeout"), requestTimeout);
        bodyTimeout = either(options.duration("bodyTimeout"), bodyTimeout);
        callTimeout = either(options.duration("callTimeout"), callTimeout);
        maxResponseBytes = either(options.integer("maxResponseBytes", 1_024, MAX_RESPONSE_BYTES), maxResponseBytes);
        gzip = options.flag("gzip", gzip);
        userAgent = either(options.text("userAgent"), userAgent);
        pageSize = either(options.integer("pageSize", 1, 1_000), pageSize);
        Integer attempts = options.integer("maxAttempts", 1, 20);
        retry = attempts == null ? retry : retry.maxAttempts(attempts);
        return self();
    }

    /**
     * Ends the reading of options; what is wrong is kept for {@link #startCheck()}.
     *
     * @param options the reader
     * @return this builder
     */
    protected B finish(OptionReader options) {
        options.finish(() -> true).fold(wrong -> unreadable.addAll(wrong.asJava()), fine -> true);
        return self();
    }

    /**
     * Starts the check of all options with what could not be read and with the common options.
     *
     * @return the check, for options of the connector's own
     */
    protected ConfigCheck startCheck() {
        ConfigCheck check = new ConfigCheck(unreadable);
        check.required("endpoint", endpoint);
        check.address("endpoint", endpoint);
        if (httpClient != null && !HttpSettings.followsNoRedirects(httpClient)) {
            check.problem("httpClient", "must not follow redirects: it would take credentials along");
        }
        check.required("retry", retry);
        check.required("listener", listener);
        check.required("time", time);
        if (perCall.contains(null) || perAttempt.contains(null)) {
            check.problem(perCall.contains(null) ? "stepPerCall" : "stepPerAttempt", "is required");
        }
        check.positive("connectTimeout", connectTimeout);
        check.positive("requestTimeout", requestTimeout);
        check.positive("bodyTimeout", bodyTimeout);
        check.positive("callTimeout", callTimeout);
        check.range("maxResponseBytes", maxResponseBytes, 1_024, MAX_RESPONSE_BYTES);
        check.range("pageSize", pageSize, 1, 1_000);
        check.required("userAgent", userAgent);
        if (userAgent != null && !HttpSettings.isUserAgent(userAgent)) {
            check.problem("userAgent", "must be one line of text without characters beyond Latin-1");
        }
        return check;
    }

    /**
     * The common options, once they are free of problems.
     *
     * @param address where the system is
     * @return the options
     */
    protected ConnectorOptions commonOptions(URI address) {
        HttpSettings http = new HttpSettings(
                httpClient,
                connectTimeout,
                requestTimeout,
                bodyTimeout,
                callTimeout,
                maxResponseBytes,
                gzip,
                userAgent);
        return new ConnectorOptions(address, http, retry, rateGate, pageSize, perCall, perAttempt, listener, time);
    }

    /**
     * Where the system is, as set so far.
     *
     * @return null until set
     */
    protected @Nullable URI endpoint() {
        return endpoint;
    }

    /**
     * A value, or another where there is none.
     *
     * @param value the value, or null
     * @param otherwise the other
     * @param <T> its type
     * @return one of them
     */
    protected static <T> T either(@Nullable T value, T otherwise) {
        return value != null ? value : otherwise;
    }
}
