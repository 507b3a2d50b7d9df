package dev.contentconnect.vip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the feed of {@code vtinfo} keeps what it has seen: named pieces of bytes, each of which is replaced whole or not at
 * all. A host may keep them elsewhere. What is kept is checked by its digest when it is read, so a place need not do so.
 */
public interface VtinfoSnapshots {

    /**
     * Opens a piece.
     *
     * @param name letters, digits and hyphens, at most 100
     * @return its bytes, to be closed; nothing when there is no such piece
     * @throws IOException when the place fails
     */
    Optional<InputStream> open(String name) throws IOException;

    /**
     * Writes a piece, or replaces it. Nobody sees a part of it, also after a crash.
     *
     * @param name letters, digits and hyphens, at most 100
     * @param filling writes its bytes; when it throws, the piece is what it was before
     * @throws IOException when the place or the filling fails
     */
    void write(String name, Filling filling) throws IOException;

    /**
     * Deletes a piece, if there is one.
     *
     * @param name its name
     * @throws IOException when the place fails
     */
    void delete(String name) throws IOException;

    /**
     * Keeps others out while pieces that belong together are changed. Does not wait.
     *
     * @return lets them in again when closed
     * @throws IOException when somebody else is in there, or the place fails
     */
    Closeable lock() throws IOException;

    /** Writes the bytes of a piece. */
    @FunctionalInterface
    interface Filling {
        /**
         * Writes them.
         *
         * @param out where to; not closed here
         * @throws IOException when that fails
         */
        void fill(OutputStream out) throws IOException;
    }

    /**
     * A folder. Several feeds, also of several processes, may share it when they have the same distributors: they take turns.
     *
     * @param folder is made when it is not there; nothing else belongs into it
     * @return the place; the folder is touched when it is used
     */
    static VtinfoSnapshots directory(Path folder) {
        return new DirectorySnapshots(folder);
    }

    /**
     * A place in memory, forgotten with it: for tests, and for hosts that read everything anew after each start.
     *
     * @return an empty place
     */
    static VtinfoSnapshots inMemory() {
        return new MemorySnapshots();
    }
}
