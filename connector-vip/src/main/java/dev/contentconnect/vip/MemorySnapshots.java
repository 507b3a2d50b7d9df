package dev.contentconnect.vip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@link VtinfoSnapshots} in memory. */
final class MemorySnapshots implements VtinfoSnapshots {
    private final Map<String, byte[]> pieces = new ConcurrentHashMap<>();
    private final AtomicBoolean locked = new AtomicBoolean();

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(pieces.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public void write(String name, Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        filling.fill(out);
        pieces.put(name, out.toByteArray());
    }

    @Override
    public void delete(String name) {
        pieces.remove(name);
    }

    @Override
    public Closeable lock() throws IOException {
        if (!locked.compareAndSet(false, true)) {
            throw new IOException("another feed is reading into this place");
        }
        return () -> locked.set(false);
    }
}
