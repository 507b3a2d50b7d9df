package dev.contentconnect.vip;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link VtinfoSnapshots} in a folder: a file for each piece, written beside it, forced to the disk, then renamed. */
record DirectorySnapshots(Path folder) implements VtinfoSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(VtinfoSnapshots.class);

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, Filling filling) throws IOException {
        Files.createDirectories(folder);
        // One name, for the lock lets one writer in: what a crash leaves is written over.
        Path part = folder.resolve("." + name + ".part");
        boolean whole = false;
        try (FileOutputStream file = new FileOutputStream(part.toFile());
                OutputStream out = new BufferedOutputStream(file, 64 << 10)) {
            filling.fill(out);
            out.flush();
            file.getFD().sync();
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
        Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** Names are kept in the order in which they were given, also through a power cut; where a folder can be forced at all. */
    private void sync() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notHere) {
            LOG.debug("the folder of snapshots cannot be forced to the disk", notHere);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public Closeable lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            throw new IOException("another feed is reading into the folder", sameProcess);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new IOException("another process is reading into the folder");
        }
        return channel;
    }

    private Path file(String name) {
        if (!name.matches("[A-Za-z0-9-]{1,100}")) {
            throw new IllegalArgumentException("not the name of a piece: " + name);
        }
        return folder.resolve(name);
    }
}
