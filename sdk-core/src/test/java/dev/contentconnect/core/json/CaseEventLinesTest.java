package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseEventLinesTest {
    @TempDir
    Path folder;

    private Path trail;

    @BeforeEach
    void names() {
        trail = folder.resolve("trail.jsonl");
    }

    @Test
    void keepsEventsInTheOrderOfAppendingAcrossReopening() throws IOException {
        append(event(1), event(2));
        append(event(3));

        assertThat(all()).containsExactly(event(1), event(2), event(3));
        assertThat(Files.readString(trail)).endsWith("}\n");
        assertThat(Files.readAllLines(trail)).hasSize(3);
    }

    @Test
    void makesAnEmptyTrail() throws IOException {
        append();

        assertThat(all()).isEmpty();
    }

    @Test
    void passesOverALastLineCutOffAtAnyByte() throws IOException {
        append(event(1));
        byte[] first = Files.readAllBytes(trail);
        append(event(2));
        byte[] both = Files.readAllBytes(trail);

        for (int length = first.length; length < both.length; length++) {
            Files.write(trail, Arrays.copyOf(both, length));
            assertThat(all()).as("cut at byte %s", length).containsExactly(event(1));
        }
    }

    @Test
    void cutsTheRestAwayBeforeAppending() throws IOException {
        append(event(1));
        Files.writeString(trail, "{\"schema\":\"contentconnect/ca", StandardOpenOption.APPEND);

        append(event(2));

        assertThat(all()).containsExactly(event(1), event(2));
    }

    @Test
    void cutsAwayALongRestThatIsAllThereIs() throws IOException {
        Files.writeString(trail, "{\"schema\":\"contentconnect/case-event/1\",\"note\":\"" + "x".repeat(30_000));

        append(event(1));

        assertThat(all()).containsExactly(event(1));
    }

    @Test
    void cutsAwayWhatACrashLeftWhereverItStruck() throws IOException {
        append(event(1));
        byte[] whole = Files.readAllBytes(trail);
        for (int length = 0; length < whole.length; length++) {
            byte[] rest = Arrays.copyOf(whole, length);
            Files.write(trail, rest);
            append(event(2));
            assertThat(all()).as("cut at byte %s", length).containsExactly(event(2));
            Files.write(trail, Arrays.copyOf(rest, length + 20));
            append(event(2));
            assertThat(all()).as("zeros from byte %s", length).containsExactly(event(2));
        }
    }

    @Test
    void leavesAFileOfSomebodyElseAlone() throws IOException {
        for (String foreign :
                List.of("no line end", "{\"other\":1}", "first\nsecond", "{\"schema\":\"contentconnect/asset/1\"")) {
            Files.writeString(trail, foreign);
            assertThatThrownBy(() -> CaseEventLines.append(trail))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("left as it is");
            assertThat(trail).hasContent(foreign);
        }
    }

    @Test
    void namesTheLineThatIsBroken() throws IOException {
        append(event(1));
        Files.writeString(trail, "\n{\"schema\":\"secret stuff\"}\n", StandardOpenOption.APPEND);
        append(event(2));

        assertThatThrownBy(this::all)
                .isInstanceOf(JsonException.class)
                .hasMessage("line 3 at /schema: not contentconnect/case-event/1");
    }

    @Test
    void readsNoFurtherThanAsked() throws IOException {
        append(event(1));
        Files.writeString(trail, "garbage\n", StandardOpenOption.APPEND);

        try (Stream<CaseEvent> events = CaseEventLines.read(trail)) {
            assertThat(events.findFirst()).contains(event(1));
        }
    }

    @Test
    void takesEventsFromSeveralThreads() throws IOException {
        try (CaseEventLines lines = CaseEventLines.append(trail)) {
            IntStream.range(0, 200).parallel().forEach(i -> {
                try {
                    lines.add(event(i));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }

        assertThat(all()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void takesAnEventFromAnInterruptedThreadAndStaysOpenForOthers() throws IOException {
        try (CaseEventLines lines = CaseEventLines.append(trail)) {
            Thread.currentThread().interrupt();
            lines.add(event(1));
            assertThat(Thread.interrupted()).isTrue();
            lines.add(event(2));
        } finally {
            Thread.interrupted();
        }

        assertThat(all()).containsExactly(event(1), event(2));
    }

    @Test
    void failsAtOnceWhereThereIsNoFolderOrNoFile() {
        assertThatThrownBy(() -> CaseEventLines.append(folder.resolve("none").resolve("trail.jsonl")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CaseEventLines.read(trail)).isInstanceOf(IOException.class);
    }

    private void append(CaseEvent... events) throws IOException {
        try (CaseEventLines lines = CaseEventLines.append(trail)) {
            for (CaseEvent event : events) {
                lines.add(event);
            }
        }
    }

    private List<CaseEvent> all() throws IOException {
        try (Stream<CaseEvent> events = CaseEventLines.read(trail)) {
            return events.toList();
        }
    }

    private static CaseEvent event(int number) {
        return CaseEvent.builder("flow", CaseEventType.COMMENT_ADDED, "e" + number, Instant.ofEpochSecond(number))
                .note("zwei\nZeilen – 🎬")
                .build();
    }
}
