package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A refresh token in a file of its own. The operating system ends a lock with the process that holds it. */
final class FileTokenStore implements TokenStore {
    private static final int MAX_BYTES = 64 << 10;

    /** A refresh takes seconds; who holds the lock for longer has been stopped, and will not be waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long LOOK_MILLIS = 5;

    /** A file lock belongs to the process, so that threads of one need a lock of their own. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final Path file;
    private final Path lockFile;
    private final ReentrantLock turn;
    private final Duration patience;

    FileTokenStore(Path given) {
        this(given, PATIENCE);
    }

    FileTokenStore(Path given, Duration patience) {
        this.patience = patience;
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
            Path folder = folder();
            Path fresh = Files.createTempFile(folder, file.getFileName() + "-", ".new", only("rw-------"));
            try {
                try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = StandardCharsets.UTF_8.encode(refreshToken.reveal());
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                    out.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(folder);
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
        long end = System.nanoTime() + patience.toNanos();
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new UncheckedIOException(tooLong());
        }
        try (FileChannel channel = open();
                FileLock held = lock(channel, end)) {
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

    private FileChannel open() throws IOException {
        Path locked = folder().resolve(lockFile.getFileName());
        return FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileLock lock(FileChannel channel, long end) throws IOException, InterruptedException {
        while (true) {
            FileLock held = tried(channel);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() - end >= 0) {
                throw tooLong();
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            // By another copy of this class, as each of two web applications has one, or under another name of the
            // file.
            return null;
        }
    }

    private IOException tooLong() {
        return new IOException("somebody holds " + lockFile + " for longer than " + patience);
    }

    /** The folder of the file; made for its owner where it does not exist, as its parents are by whoever may. */
    private Path folder() throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only("rwx------"));
        }
        return folder;
    }

    /** Makes a change of names last; where a folder cannot be opened, as on Windows, the file system sees to it. */
    private static void flush(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notHere) {
            return;
        }
    }

    private FileAttribute<?>[] only(String owner) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))}
                : new FileAttribute<?>[0];
    }

    /** Names the file; not what is in it. */
    @Override
    public String toString() {
        return "TokenStore[" + file + "]";
    }
}
