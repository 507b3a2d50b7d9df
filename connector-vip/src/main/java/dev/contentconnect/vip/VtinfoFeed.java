package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Compares portfolios with what they were when they were read last. What was found is kept beside the snapshots before it is
 * told, so whoever comes back with an older cursor, after a crash for instance, is told the same again, word for word. Only a
 * portfolio that was read to its end and is well becomes a snapshot.
 */
final class VtinfoFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";

    private final VtinfoConfig config;
    private final SnapshotStore store;
    private final SnapshotTaker taker;
    private final ReentrantLock lock = new ReentrantLock();

    /** Which portfolio is read next; at 0 a round begins. */
    private int turn;

    /** Whether any portfolio of the round was read, which may take several calls. */
    private boolean anyRead;

    VtinfoFeed(VtinfoConfig config, VtinfoClient client, VtinfoSnapshots snapshots) {
        this.config = config;
        this.store = new SnapshotStore(snapshots);
        this.taker = new SnapshotTaker(config, client, store);
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        OverlapFeed.checkLimit(limit);
        VtinfoFeedPlace place = since == null ? null : VtinfoFeedPlace.of(since);
        if (since != null && place == null) {
            throw REFUSED.rejected(CHANGES, null, "not a cursor of this feed");
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw REFUSED.interrupted(CHANGES, e);
        }
        try {
            return alone(place, limit);
        } catch (ClosedByInterruptException e) {
            throw REFUSED.interrupted(CHANGES, e);
        } catch (IOException e) {
            throw REFUSED.unavailable(
                    CHANGES, "snapshot_place", "the place of the snapshots failed: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private ChangeBatch alone(@Nullable VtinfoFeedPlace place, int limit) throws IOException {
        Closeable others = store.lock();
        try {
            return place == null ? begin() : goOn(place, limit);
        } finally {
            others.close();
        }
    }

    /** Takes the portfolios as they are now. What others are still to be told is kept for them. */
    private ChangeBatch begin() throws IOException {
        SnapshotManifest manifest = store.manifest()
                .orElseGet(() -> SnapshotManifest.fresh(UUID.randomUUID().toString()));
        Round round = new Round();
        turn = 0;
        do {
            manifest = round.next(manifest);
        } while (turn > 0);
        round.check();
        return new ChangeBatch(List.of(), end(manifest).cursor(), false, round.issues);
    }

    private ChangeBatch goOn(VtinfoFeedPlace since, int limit) throws IOException {
        SnapshotManifest manifest = store.manifest().orElse(null);
        if (manifest == null || !manifest.id().equals(since.id()) || since.generation() > manifest.generation()) {
            throw REFUSED.rejected(CHANGES, "snapshot_missing", "the snapshots that this cursor is about are gone");
        }
        Round round = new Round();
        List<CaseEvent> events = new ArrayList<>();
        VtinfoFeedPlace place = told(manifest, since, limit, events);
        while (events.isEmpty()) {
            manifest = round.next(manifest);
            place = told(manifest, place, limit, events);
            if (turn == 0) {
                break;
            }
        }
        round.check();
        boolean more = turn > 0 || !place.equals(end(manifest));
        return new ChangeBatch(events, place.cursor(), more, round.issues);
    }

    private static VtinfoFeedPlace end(SnapshotManifest manifest) {
        SnapshotManifest.Generation last = manifest.generation(manifest.generation());
        return new VtinfoFeedPlace(manifest.id(), manifest.generation(), last == null ? 0 : last.events());
    }

    /** Reads changes that were found before and says how far that goes. */
    private VtinfoFeedPlace told(SnapshotManifest manifest, VtinfoFeedPlace since, int limit, List<CaseEvent> out)
            throws IOException {
        long number = since.generation();
        int told = since.told();
        while (out.size() < limit) {
            SnapshotManifest.Generation generation = manifest.generation(number);
            if (generation == null && number > 0) {
                throw REFUSED.rejected(
                        CHANGES, "cursor_too_old", "the changes after this cursor are forgotten; begin anew");
            }
            if (generation != null && told < generation.events()) {
                told += events(generation, told, limit - out.size(), out);
            } else if (number < manifest.generation()) {
                number++;
                told = 0;
            } else {
                break;
            }
        }
        return new VtinfoFeedPlace(since.id(), number, told);
    }

    /** Reads some events of a generation, and the rest of the piece, which proves it. */
    private int events(SnapshotManifest.Generation generation, int from, int limit, List<CaseEvent> out)
            throws IOException {
        int at = 0;
        int taken = 0;
        try (SnapshotStore.Reader lines = store.read(generation.piece(), generation.sha256())) {
            for (String line = lines.next(); line != null; line = lines.next(), at++) {
                if (at >= from && taken < limit) {
                    out.add(CanonicalJson.readCaseEvent(line.getBytes(StandardCharsets.UTF_8)));
                    taken++;
                }
            }
        } catch (JsonException e) {
            throw SnapshotStore.damaged(generation.piece());
        }
        return taken;
    }

    /** One portfolio after the other. One that the service says nothing of does not keep the others from being read. */
    private final class Round {
        private final List<MappingIssue> issues = new ArrayList<>();
        private @Nullable ConnectorException refusal;

        SnapshotManifest next(SnapshotManifest manifest) throws IOException {
            anyRead &= turn > 0;
            String sourceCode = config.distributors().get(turn);
            // Before it is read: one that fails each time must not keep those after it from being read.
            turn = (turn + 1) % config.distributors().size();
            SnapshotManifest after = manifest;
            try {
                after = taker.take(manifest, sourceCode, issues);
                anyRead = true;
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.REJECTED) {
                    throw e;
                }
                refusal = e;
                issues.add(new MappingIssue("distributors", String.valueOf(e.getMessage()), sourceCode));
            }
            return after;
        }

        /** When there is nothing to tell but refusals, the caller must not take it for a quiet day. */
        void check() {
            if (refusal != null && !anyRead) {
                throw refusal;
            }
        }
    }
}
