package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a portfolio, keeps it, and finds what has changed since the time before. */
final class SnapshotTaker {
    private static final int MOST_ISSUES = 1_000;

    private final VtinfoConfig config;
    private final VtinfoClient client;
    private final SnapshotStore store;

    SnapshotTaker(VtinfoConfig config, VtinfoClient client, SnapshotStore store) {
        this.config = config;
        this.client = client;
        this.store = store;
    }

    /**
     * Takes a snapshot. A portfolio that is read for the first time makes no changes: the feed begins at its present.
     *
     * @return the manifest that is in force now
     */
    SnapshotManifest take(SnapshotManifest manifest, String sourceCode, List<MappingIssue> issues) throws IOException {
        SnapshotManifest.Book before = manifest.books().get(sourceCode);
        String piece = otherPiece(sourceCode, before);
        SnapshotManifest.Book now;
        try (SortedRows rows = new SortedRows()) {
            read(sourceCode, rows, issues);
            now = new SnapshotManifest.Book(piece, store.write(piece, rows::forEach));
        }
        if (before != null && before.sha256().equals(now.sha256())) {
            return manifest;
        }
        List<SnapshotDiff.Change> changes = before == null
                ? List.of()
                : SnapshotDiff.of(
                        () -> store.read(before.piece(), before.sha256()), () -> store.read(now.piece(), now.sha256()));
        SnapshotManifest.Generation generation = changes.isEmpty() ? null : keep(manifest, sourceCode, changes);
        SnapshotManifest after = manifest.with(sourceCode, now, generation);
        store.save(after);
        for (SnapshotManifest.Generation old : manifest.told()) {
            if (after.generation(old.number()) == null) {
                store.forget(old.piece());
            }
        }
        return after;
    }

    /** Of two names the one that is not in force: a crash leaves at most one piece too many, which is written over. */
    private static String otherPiece(String sourceCode, SnapshotManifest.@Nullable Book inForce) {
        String first = "rows-" + sourceCode + "-a";
        return inForce != null && inForce.piece().equals(first) ? "rows-" + sourceCode + "-b" : first;
    }

    private SnapshotManifest.Generation keep(
            SnapshotManifest manifest, String sourceCode, List<SnapshotDiff.Change> changes) throws IOException {
        long number = manifest.generation() + 1;
        Instant noticed = config.options().time().now();
        List<String> lines = new ArrayList<>(changes.size());
        for (SnapshotDiff.Change change : changes) {
            String id = manifest.id() + "-" + number + "-" + (lines.size() + 1);
            CaseEvent event = VtinfoEvents.toEvent(sourceCode, change, id, noticed);
            lines.add(new String(CanonicalJson.write(event), StandardCharsets.UTF_8));
        }
        String piece = "changes-" + number;
        String sha256 = store.write(piece, sink -> {
            for (String line : lines) {
                sink.accept(line);
            }
        });
        return new SnapshotManifest.Generation(number, piece, lines.size(), sha256);
    }

    private void read(String sourceCode, SortedRows rows, List<MappingIssue> issues) throws IOException {
        try {
            new Portfolio(config, client, sourceCode)
                    .read(
                            entry -> {
                                for (String key : entry.keys()) {
                                    add(
                                            rows,
                                            new SnapshotRow(
                                                    entry.file().role().word(),
                                                    key,
                                                    entry.file().address().toString(),
                                                    entry.item(),
                                                    Objects.requireNonNullElse(entry.title(), "")));
                                }
                                return true;
                            },
                            issue -> {
                                if (issues.size() < MOST_ISSUES) {
                                    issues.add(issue);
                                }
                            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(SortedRows rows, SnapshotRow row) {
        try {
            rows.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
