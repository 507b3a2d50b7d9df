package dev.contentconnect.smintio;

import dev.contentconnect.smintio.wire.WirePurchase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps purchases and how far the stream was read, so that one of them can be found at once: Smint.io can only be asked for all
 * of them in turn. One shelf belongs to one tenant. Implementations are safe for several threads.
 */
public interface PurchaseShelf {
    /**
     * How far the stream was read.
     *
     * @return the continuation; null before the first page
     */
    @Nullable String position();

    /**
     * Keeps a page and the place after it, or fails. After a crash the same page may come again: a purchase takes the place of
     * the one with its id, and the place is kept last.
     *
     * @param purchases may be empty; the place is kept all the same
     * @param next where the stream goes on; null leaves the place as it is
     */
    void put(List<WirePurchase> purchases, @Nullable String next);

    /**
     * One purchase.
     *
     * @param uuid its id
     * @return as it was when it last came by, or nothing
     */
    Optional<WirePurchase> find(String uuid);

    /** Forgets how far the stream was read, and nothing else: the next reading brings everything anew. */
    void rewind();

    /**
     * A shelf in a folder. What {@link #put} has returned from is on disk; memory holds one page and, while looking, a
     * four-thousandth part of the shelf. One process at a time.
     *
     * @param folder exists, or can be made
     * @return the shelf; throws {@code UncheckedIOException} where the folder cannot be read or written
     */
    static PurchaseShelf folder(Path folder) {
        return new FolderShelf(folder);
    }

    /**
     * A shelf in memory, gone with the process.
     *
     * @param most how many purchases at most; more are an {@code IllegalStateException}
     * @return an empty shelf
     */
    static PurchaseShelf inMemory(int most) {
        return new MemoryShelf(most);
    }
}
