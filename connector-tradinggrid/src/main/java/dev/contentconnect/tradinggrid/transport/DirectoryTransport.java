package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.tradinggrid.map.Meaning;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A directory that a gateway of the network empties and fills, for example one that is mounted. */
public final class DirectoryTransport implements DocumentTransport {
    private static final LocalErrors REFUSED = LocalErrors.of(Meaning.SYSTEM);

    private final Path root;
    private final Folders folders;

    /**
     * A transport.
     *
     * @param root the directory; it exists
     * @param folders its folders; those we write to are made when needed
     */
    public DirectoryTransport(Path root, Folders folders) {
        this.root = root.toAbsolutePath().normalize();
        this.folders = folders;
    }

    @Override
    public void send(OutboundDocument document) {
        String operation = "documents.send";
        try {
            Path folder = Files.createDirectories(root.resolve(folders.outboxOf(document)));
            Path target = folder.resolve(document.name());
            long length = document.content().length();
            boolean isThere = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            if (isThere && length >= 0) {
                checkSame(document, target, length);
                return;
            }
            Path part = folder.resolve("." + document.name() + ".part");
            try {
                // What does not say how long it is has to be read to be compared.
                long written = document.content().copyTo(part);
                if (isThere) {
                    checkSame(document, target, written);
                } else {
                    move(part, target);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failure(operation, e);
        }
    }

    private static void checkSame(OutboundDocument document, Path target, long length) throws IOException {
        if (Files.size(target) != length) {
            throw anotherThere("documents.send", document);
        }
    }

    static ConnectorException anotherThere(String operation, OutboundDocument document) {
        return REFUSED.conflict(operation, "another file of this name waits in the outbox: " + document.name());
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target);
        }
    }

    @Override
    public List<InboundDocument> waiting(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        Path inbox = root.resolve(folders.inbox());
        PriorityQueue<InboundDocument> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inbox)) {
            for (Path file : files) {
                InboundDocument one = document(file);
                if (one != null) {
                    oldest.add(one);
                }
                if (oldest.size() > limit) {
                    oldest.poll();
                }
            }
        } catch (IOException e) {
            throw failure("documents.waiting", e);
        }
        List<InboundDocument> out = new ArrayList<>(oldest);
        out.sort(OLDEST_FIRST);
        return List.copyOf(out);
    }

    static final Comparator<InboundDocument> OLDEST_FIRST =
            Comparator.comparing(InboundDocument::at).thenComparing(InboundDocument::name);

    private static @Nullable InboundDocument document(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            BasicFileAttributes about =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return about.isRegularFile() && FileName.isPlain(name)
                    ? new InboundDocument(
                            name, about.size(), about.lastModifiedTime().toInstant())
                    : null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    @Override
    public Path fetch(InboundDocument document, Path folder) {
        Path part = folder.resolve("." + document.name() + ".part");
        Path target = folder.resolve(document.name());
        try {
            try {
                Files.copy(inbox(document), part, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
                return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failure("documents.fetch", e);
        }
    }

    private Path inbox(InboundDocument document) {
        return root.resolve(folders.inbox()).resolve(document.name());
    }

    @Override
    public void finish(InboundDocument document) {
        try {
            if (!document.equals(document(inbox(document)))) {
                return;
            }
            if (folders.done() == null) {
                Files.deleteIfExists(inbox(document));
            } else {
                Path done = Files.createDirectories(root.resolve(folders.done()));
                Files.move(inbox(document), done.resolve(document.name()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw failure("documents.finish", e);
        }
    }

    private static ConnectorException failure(String operation, IOException e) {
        Trace trace = Trace.local(Meaning.SYSTEM, operation, e.getClass().getSimpleName());
        ConnectorError error = e instanceof NoSuchFileException
                ? new ConnectorError.NotFound(trace)
                : e instanceof AccessDeniedException
                        ? new ConnectorError.Forbidden(trace)
                        : new ConnectorError.Unavailable(trace, null);
        return new ConnectorException(error, e);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    @Override
    public String toString() {
        return "DirectoryTransport[" + root + "]";
    }
}
