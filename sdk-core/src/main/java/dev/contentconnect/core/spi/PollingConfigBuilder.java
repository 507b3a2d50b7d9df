package dev.contentconnect.core.spi;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Base of the config builders of connectors whose feeds poll lists by time of change.
 *
 * @param <B> the builder's own type
 */
public abstract class PollingConfigBuilder<B extends PollingConfigBuilder<B>> extends ConnectorConfigBuilder<B> {
    private Duration overlap;
    private @Nullable Instant feedFrom;

    /**
     * Starts with standard settings.
     *
     * @param overlap how far feeds read back until set
     */
    protected PollingConfigBuilder(Duration overlap) {
        this.overlap = overlap;
    }

    /**
     * Sets how far feeds read back, for what the system shows late.
     *
     * @param value zero or more; until set what the connector's page says
     * @return this builder
     */
    public B overlap(Duration value) {
        this.overlap = value;
        return self();
    }

    /**
     * Sets where feeds begin without a cursor.
     *
     * @param value the moment, or null for the present, which it is until set
     * @return this builder
     */
    public B feedFrom(@Nullable Instant value) {
        this.feedFrom = value;
        return self();
    }

    /** {@inheritDoc} Also {@code overlap} and {@code feedFrom}. */
    @Override
    protected B common(OptionReader options) {
        overlap = either(options.duration("overlap"), overlap);
        Instant from = options.moment("feedFrom");
        feedFrom = from != null ? from : feedFrom;
        return super.common(options);
    }

    /** {@inheritDoc} Also those of {@code overlap}. */
    @Override
    protected ConfigCheck startCheck() {
        ConfigCheck check = super.startCheck();
        check.notNegative("overlap", overlap);
        return check;
    }

    /**
     * How far feeds read back.
     *
     * @return as it was set
     */
    protected Duration overlap() {
        return overlap;
    }

    /**
     * Where feeds begin without a cursor.
     *
     * @return the moment, or null for the present
     */
    protected @Nullable Instant feedFrom() {
        return feedFrom;
    }
}
