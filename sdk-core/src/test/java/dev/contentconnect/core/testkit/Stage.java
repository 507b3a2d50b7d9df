package dev.contentconnect.core.testkit;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A sandbox, a clock that both sides go by, and a connector, for the tests of a module.
 *
 * @param <S> the sandbox
 * @param <C> the connector
 */
public abstract class Stage<S extends Sandbox, C extends Connector> implements AutoCloseable {
    /** The clock of sandbox and connector; stands still until moved. */
    public final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));

    /** The fake vendor, freshly started. */
    public final S sandbox;

    /** Open until the stage is closed. */
    public final C connector;

    /**
     * Starts both.
     *
     * @param sandbox makes the sandbox
     * @param connector makes the connector to it
     */
    protected Stage(Function<FakeClock, S> sandbox, BiFunction<FakeClock, S, C> connector) {
        this.sandbox = sandbox.apply(clock);
        this.connector = connector.apply(clock, this.sandbox);
    }

    /**
     * A capability of the connector.
     *
     * @param capability its interface
     * @param <T> its interface
     * @return the capability; fails where there is none
     */
    public final <T> T the(Class<T> capability) {
        return connector.require(capability);
    }

    /**
     * Bytes to upload, which can be read once.
     *
     * @param bytes the bytes
     * @param name the name of the file
     * @param mediaType the type of the bytes
     * @return the content
     */
    public static Content content(byte[] bytes, String name, String mediaType) {
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, name, mediaType);
    }

    @Override
    public void close() {
        connector.close();
        sandbox.close();
    }
}
