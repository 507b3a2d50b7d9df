package dev.contentconnect.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailChainTest {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final TrailChain PLAIN = TrailChain.plain();

    private static List<TrailEntry> trail(TrailChain chain, String... texts) {
        List<TrailEntry> entries = new ArrayList<>();
        TrailHead before = TrailHead.EMPTY;
        for (String text : texts) {
            String hash = chain.next(before, T0.toEpochMilli(), text);
            entries.add(new TrailEntry(before.number() + 1, T0, text, hash));
            before = new TrailHead(before.number() + 1, hash);
        }
        return entries;
    }

    private static TrailCheck check(TrailChain chain, List<TrailEntry> entries, TrailHead head) {
        TrailWalk walk = new TrailWalk(chain, TrailHead.EMPTY);
        entries.forEach(walk);
        return walk.result(head);
    }

    private static TrailHead head(List<TrailEntry> entries) {
        TrailEntry last = entries.get(entries.size() - 1);
        return new TrailHead(last.number(), last.hash());
    }

    @Test
    void hashesWhatItsDocumentationSays() throws Exception {
        byte[] bytes = HexFormat.of()
                .parseHex("00".repeat(32) + "0000000000000001" + "%016x".formatted(T0.toEpochMilli()) + "7b7d");
        assertThat(PLAIN.next(TrailHead.EMPTY, T0.toEpochMilli(), "{}"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat("{}".getBytes(StandardCharsets.UTF_8)).hasSize(2);
    }

    @Test
    void showsEveryKindOfTampering() {
        List<TrailEntry> good = trail(PLAIN, "a", "b", "c");
        TrailHead head = head(good);
        assertThat(check(PLAIN, good, head)).isEqualTo(new TrailCheck(3, null));

        List<TrailEntry> changed = new ArrayList<>(good);
        changed.set(1, new TrailEntry(2, T0, "B", good.get(1).hash()));
        assertThat(check(PLAIN, changed, head).problem()).contains("entry 2");

        List<TrailEntry> redated = new ArrayList<>(good);
        redated.set(1, new TrailEntry(2, T0.plusMillis(1), "b", good.get(1).hash()));
        assertThat(check(PLAIN, redated, head).problem()).contains("entry 2");

        assertThat(check(PLAIN, List.of(good.get(0), good.get(2)), head).problem())
                .contains("entry 2 is missing");
        assertThat(check(PLAIN, good.subList(0, 2), head).problem()).contains("ends with entry 2");
        assertThat(check(PLAIN, List.of(), head).problem()).contains("ends with entry 0");

        List<TrailEntry> rewritten = trail(PLAIN, "a", "B", "c");
        assertThat(check(PLAIN, rewritten, head).problem()).contains("its head says 3");
    }

    @Test
    void checksEntriesThatComeWithoutAStore() {
        List<TrailEntry> good = trail(PLAIN, "a", "b", "c");
        TrailHead head = head(good);
        assertThat(TrailCheck.of(good.stream(), PLAIN, TrailHead.EMPTY, head)).isEqualTo(new TrailCheck(3, null));
        TrailHead first = head(good.subList(0, 1));
        assertThat(TrailCheck.of(good.stream().skip(1), PLAIN, first, head)).isEqualTo(new TrailCheck(2, null));
        assertThat(TrailCheck.of(good.stream().skip(1), PLAIN, TrailHead.EMPTY, head)
                        .problem())
                .contains("entry 1 is missing");
        assertThat(TrailCheck.of(good.stream().limit(2), PLAIN, TrailHead.EMPTY, head)
                        .problem())
                .contains("entry 3 is known");
    }

    @Test
    void withAKeyCannotBeRecomputedWithoutIt() {
        TrailChain keyed = TrailChain.keyed(Secret.of("a key that the database does not hold"));
        List<TrailEntry> good = trail(keyed, "a", "b");
        assertThat(check(keyed, good, head(good)).isWhole()).isTrue();
        List<TrailEntry> forged = trail(PLAIN, "a", "x");
        assertThat(check(keyed, forged, head(forged)).problem()).contains("entry 1");
        assertThat(keyed.toString()).doesNotContain("database");
    }
}
