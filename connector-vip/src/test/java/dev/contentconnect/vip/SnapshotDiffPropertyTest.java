package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.vip.SnapshotDiff.Change;
import dev.contentconnect.vip.SnapshotDiff.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is compared, who applies the changes has what is there now. */
class SnapshotDiffPropertyTest {
    @Provide
    Arbitrary<List<SnapshotRow>> rows() {
        Arbitrary<String> keys =
                Arbitraries.of("A", "A1", "A\t", "A\\", "A\n1", "", "a", "é", "\uD83C\uDF7A", "\uFFFD");
        Arbitrary<String> addresses =
                Arbitraries.of("https://i/1", "https://i/2", "https://i/3", "https://i/4", "https://i/5");
        return Combinators.combine(Arbitraries.of("image", "sellsheet"), keys, addresses, Arbitraries.of("1", "2"))
                .as((role, key, address, item) -> new SnapshotRow(role, key, address, item, "t\r" + item))
                .list()
                .ofMaxSize(12);
    }

    private static SnapshotDiff.Source kept(SnapshotStore store, String name, List<SnapshotRow> rows)
            throws IOException {
        try (SortedRows sorted = new SortedRows()) {
            for (SnapshotRow row : rows) {
                sorted.add(row);
            }
            String digest = store.write(name, sorted::forEach);
            return () -> store.read(name, digest);
        }
    }

    private static Set<String> addresses(List<SnapshotRow> rows) {
        return rows.stream().map(SnapshotRow::address).collect(Collectors.toSet());
    }

    @Property
    void leadsFromWhatWasToWhatIs(@ForAll("rows") List<SnapshotRow> was, @ForAll("rows") List<SnapshotRow> is)
            throws IOException {
        SnapshotStore store = new SnapshotStore(VtinfoSnapshots.inMemory());
        List<Change> changes = SnapshotDiff.of(kept(store, "a", was), kept(store, "b", is));

        Set<String> present = new HashSet<>(addresses(was));
        List<String> came = new ArrayList<>();
        for (Change change : changes) {
            if (change.kind() != Kind.APPEARED) {
                present.remove(Objects.requireNonNull(change.before()).address());
            }
            if (change.kind() != Kind.DROPPED) {
                came.add(Objects.requireNonNull(change.now()).address());
            }
        }
        present.addAll(came);
        assertThat(present).isEqualTo(addresses(is));
        assertThat(came).as("each file once").doesNotHaveDuplicates();
        assertThat(came).as("new files only").noneMatch(addresses(was)::contains);
    }

    @Property
    void findsNoDifferenceInAnotherOrder(@ForAll("rows") List<SnapshotRow> rows) throws IOException {
        SnapshotStore store = new SnapshotStore(VtinfoSnapshots.inMemory());
        List<SnapshotRow> turned = new ArrayList<>(rows);
        java.util.Collections.reverse(turned);
        assertThat(SnapshotDiff.of(kept(store, "a", rows), kept(store, "b", turned)))
                .isEmpty();
    }

    @Property
    void bringsARowHomeAsItWas(@ForAll("rows") List<SnapshotRow> rows) {
        rows.forEach(row -> assertThat(SnapshotRow.of(row.line())).isEqualTo(row));
    }

    @Property(tries = 3)
    void sortsMoreThanMemoryHolds() throws IOException {
        try (SortedRows sorted = new SortedRows()) {
            Set<String> wanted = new TreeSet<>();
            for (int i = 0; i < 2 * SortedRows.IN_MEMORY + 7; i++) {
                SnapshotRow row = new SnapshotRow("image", "K" + (i * 7919) % 20_011, "https://i/" + i % 3, "1", "");
                wanted.add(row.line());
                sorted.add(row);
            }
            List<String> got = new ArrayList<>();
            sorted.forEach(got::add);
            assertThat(got).containsExactlyElementsOf(wanted);
        }
    }
}
