package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A refresh token in a file of its own. The operating system ends a lock with the process that holds it. */
final class FileTokenStore implements TokenStore {
    private static final int MAX_BYTES = 64 << 10;

    /** A file lock belongs to the process, so that threads of one need a lock of their own. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final Path file;
    private final Path lockFile;
    private final ReentrantLock turn;

    FileTokenStore(Path given) {
        Path absolute = given.toAbsolutePath().normalize();
        this.file = absolute;
        this.lockFile = absolute.resolveSibling(absolute.getFileName() + ".lock");
        this.turn = TURNS.computeIfAbsent(absolute, path -> new ReentrantLock());
    }

    @Override
    public Optional<Secret> load() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UncheckedIOException(new IOException("too large for a refresh token: " + file));
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void save(Secret refreshToken) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".new", ownerOnly());
            try {
                try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = StandardCharsets.UTF_8.encode(refreshToken.reveal());
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                    out.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T exclusively(Supplier<T> work) throws InterruptedException {
        turn.lockInterruptibly();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost: " + lockFile);
            }
            return work.get();
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            // The flag is still set, and whoever takes the exception sets it again.
            Thread.interrupted();
            throw new InterruptedException("interrupted while waiting for " + lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Names the file; not what is in it. */
    @Override
    public String toString() {
        return "TokenStore[" + file + "]";
    }
}
