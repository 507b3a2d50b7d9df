package dev.contentconnect.vip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two snapshots of a portfolio. Both are read in step, twice, so memory holds what has changed and
 * nothing else. Items are compared by their keys; what is told is told of files: a file that several items show is told once,
 * and one that another item still shows was not dropped.
 */
final class SnapshotDiff {
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> goneForGood = new HashSet<>();
    private final Set<String> entirelyNew = new HashSet<>();

    private SnapshotDiff() {}

    /** Opens a snapshot at its beginning. */
    interface Source {
        SnapshotStore.Reader open() throws IOException;
    }

    /**
     * A change of a file.
     *
     * @param now what is there now; null when it was dropped
     * @param before what was there; null when nothing was
     */
    record Change(@Nullable SnapshotRow now, @Nullable SnapshotRow before, Kind kind) {}

    /** What became of a file. */
    enum Kind {
        APPEARED,
        REPLACED,
        DROPPED
    }

    /** An item shows another file than before, or one for the first time, or one no more. */
    private record Step(
            @Nullable SnapshotRow before, @Nullable SnapshotRow now) {}

    static List<Change> of(Source before, Source now) throws IOException {
        SnapshotDiff diff = new SnapshotDiff();
        try (SnapshotStore.Reader old = before.open();
                SnapshotStore.Reader fresh = now.open()) {
            diff.compare(new Groups(old), new Groups(fresh));
        }
        diff.steps.forEach(step -> {
            if (step.before() != null) {
                diff.goneForGood.add(step.before().address());
            }
            if (step.now() != null) {
                diff.entirelyNew.add(step.now().address());
            }
        });
        if (!diff.steps.isEmpty()) {
            without(diff.goneForGood, now);
            without(diff.entirelyNew, before);
        }
        return diff.changes();
    }

    private static void without(Set<String> addresses, Source source) throws IOException {
        try (SnapshotStore.Reader rows = source.open()) {
            for (SnapshotRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
                addresses.remove(row.address());
            }
        }
    }

    private void compare(Groups old, Groups fresh) throws IOException {
        List<SnapshotRow> was = old.next();
        List<SnapshotRow> is = fresh.next();
        while (!was.isEmpty() || !is.isEmpty()) {
            int order = was.isEmpty() ? 1 : is.isEmpty() ? -1 : Groups.order(was, is);
            step(order <= 0 ? was : List.of(), order >= 0 ? is : List.of());
            was = order <= 0 ? old.next() : was;
            is = order >= 0 ? fresh.next() : is;
        }
    }

    private void step(List<SnapshotRow> was, List<SnapshotRow> is) {
        List<SnapshotRow> left = without(was, is);
        List<SnapshotRow> came = without(is, was);
        if (left.size() == 1 && came.size() == 1) {
            steps.add(new Step(left.get(0), came.get(0)));
            return;
        }
        left.forEach(row -> steps.add(new Step(row, null)));
        came.forEach(row -> steps.add(new Step(null, row)));
    }

    private static List<SnapshotRow> without(List<SnapshotRow> rows, List<SnapshotRow> others) {
        Set<String> addresses = new HashSet<>();
        others.forEach(row -> addresses.add(row.address()));
        return rows.stream().filter(row -> addresses.add(row.address())).toList();
    }

    private List<Change> changes() {
        List<Change> out = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Set<String> succeeded = new HashSet<>();
        for (Step step : steps) {
            if (isGone(step.before()) && isNew(step.now()) && told.add(address(step.now()))) {
                succeeded.add(address(step.before()));
                out.add(new Change(step.now(), step.before(), Kind.REPLACED));
            }
        }
        for (Step step : steps) {
            if (isNew(step.now()) && told.add(address(step.now()))) {
                out.add(new Change(step.now(), step.before(), Kind.APPEARED));
            }
        }
        for (Step step : steps) {
            if (isGone(step.before()) && succeeded.add(address(step.before()))) {
                out.add(new Change(step.now(), step.before(), Kind.DROPPED));
            }
        }
        return out;
    }

    private boolean isGone(@Nullable SnapshotRow row) {
        return row != null && goneForGood.contains(row.address());
    }

    private boolean isNew(@Nullable SnapshotRow row) {
        return row != null && entirelyNew.contains(row.address());
    }

    private static String address(@Nullable SnapshotRow row) {
        return Objects.requireNonNull(row).address();
    }

    /** The rows of one item and role after those of another. */
    private static final class Groups {
        private final SnapshotStore.Reader rows;
        private @Nullable SnapshotRow ahead;
        private boolean begun;

        Groups(SnapshotStore.Reader rows) {
            this.rows = rows;
        }

        static int order(List<SnapshotRow> one, List<SnapshotRow> other) {
            SnapshotRow a = one.get(0);
            SnapshotRow b = other.get(0);
            // As lines sort: the tab after a field comes before anything that the field may go on with.
            return a.lineOfGroup().compareTo(b.lineOfGroup());
        }

        List<SnapshotRow> next() throws IOException {
            if (!begun) {
                begun = true;
                ahead = rows.nextRow();
            }
            List<SnapshotRow> out = new ArrayList<>(1);
            while (ahead != null && (out.isEmpty() || out.get(0).isOfGroup(ahead))) {
                out.add(ahead);
                ahead = rows.nextRow();
            }
            return out;
        }
    }
}
