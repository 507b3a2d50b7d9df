package dev.contentconnect.core.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads test data from the class path, beside the class that asks. */
public final class FixtureLoader {
    private final Class<?> owner;

    private FixtureLoader(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * A loader.
     *
     * @param owner fixtures lie in this class's package, or at the root when their name begins with a slash
     * @return the loader
     */
    public static FixtureLoader of(Class<?> owner) {
        return new FixtureLoader(owner);
    }

    /**
     * A fixture's bytes.
     *
     * @param name for example {@code task-list.json}
     * @return all of them
     * @throws IllegalArgumentException when there is no such fixture
     */
    public byte[] bytes(String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name + " beside " + owner.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("fixture " + name, e);
        }
    }

    /**
     * A fixture as text.
     *
     * @param name for example {@code task-list.json}
     * @return taken as UTF-8
     * @throws IllegalArgumentException when there is no such fixture
     */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
