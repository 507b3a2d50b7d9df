package dev.contentconnect.smintio;

import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PurchasePage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a shelf up to date: page by page, each kept together with the place after it before the next is asked for, also when
 * nothing of it is of use. It may be killed at any point and goes on where it stopped. One run at a time; who asks meanwhile, such
 * as the listener of a {@linkplain dev.contentconnect.smintio.api.PushChannel push channel}, is not lost: the run that is under way
 * looks again. Push is a hint; call {@link #run} on a schedule too.
 */
public final class PurchaseSync {
    private final Licensing licensing;
    private final PurchaseShelf shelf;
    private final Consumer<PurchasePage> taken;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();

    /**
     * A sync that fills a shelf.
     *
     * @param licensing where purchases come from
     * @param shelf where they are kept
     */
    public PurchaseSync(Licensing licensing, PurchaseShelf shelf) {
        this(licensing, shelf, page -> {});
    }

    /**
     * A sync that hands on each page before it is kept.
     *
     * @param licensing where purchases come from
     * @param shelf where they are kept
     * @param taken deals with a page, issues included; the same page comes again after a crash, and when this throws
     */
    public PurchaseSync(Licensing licensing, PurchaseShelf shelf, Consumer<PurchasePage> taken) {
        this.licensing = licensing;
        this.shelf = shelf;
        this.taken = taken;
    }

    /**
     * Reads to the present end. Returns at once where a run is under way in another thread, which then looks once more.
     *
     * @return how many purchases came by; 0 where another thread reads
     * @throws dev.contentconnect.core.error.ConnectorException every kind; what was kept stays kept
     */
    public long run() {
        wanted.set(true);
        long count = 0;
        while (wanted.get() && turn.tryLock()) {
            try {
                while (wanted.getAndSet(false)) {
                    count += pass();
                }
            } finally {
                turn.unlock();
            }
        }
        return count;
    }

    /**
     * Reads everything anew, after whoever reads now: counters may change without a purchase coming by again.
     *
     * @return how many purchases came by
     * @throws dev.contentconnect.core.error.ConnectorException every kind; call {@link #run} to go on
     */
    public long resync() {
        long count;
        turn.lock();
        try {
            // Not earlier: a run that is under way would write its own place over this.
            shelf.rewind();
            count = pass();
        } finally {
            turn.unlock();
        }
        return count + again();
    }

    /** Reads to the present end, after whoever reads now. */
    void catchUp() {
        turn.lock();
        try {
            pass();
        } finally {
            turn.unlock();
        }
        again();
    }

    /** For those who asked meanwhile and went away. */
    private long again() {
        return wanted.get() ? run() : 0;
    }

    private long pass() {
        long count = 0;
        while (true) {
            @Nullable String from = shelf.position();
            PurchasePage page = licensing.purchases(from, Licensing.MAX_PAGE);
            taken.accept(page);
            if (!page.isEnd() || page.continuation() != null) {
                shelf.put(page.purchases(), page.continuation());
            }
            count += page.purchases().size();
            if (page.isEnd()) {
                return count;
            }
        }
    }
}
