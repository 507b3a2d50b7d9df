package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.CaseEventLines;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailExportTest {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final CaseEvent PLAIN = event("e1").note("fine").build();
    private static final CaseEvent HARD = event("e2")
            .caseRef(SourceRef.of("engine", "a:b"))
            .subject(SourceRef.of("library", "7f3a"))
            .subjectVersion("")
            .step("legal, \"final\"")
            .actor(new Actor("=cmd", null, "@legal"))
            .outcome("'-1")
            .note("two\r\nlines\nand a\ttab \u202e \ud83d\ude00")
            .related(SourceRef.of("engine", "task-1"))
            .extensions(Extensions.of("vendor", Map.of("a", List.of(1, "x,y"))))
            .build();

    @TempDir
    Path folder;

    private static CaseEvent.Builder event(String id) {
        return CaseEvent.builder("wv1", CaseEventType.COMMENT_ADDED, id, T0).caseKey("c1");
    }

    private static StateStore store(TrailChain chain, CaseEvent... events) {
        StateStore store = StateStore.inMemory(new FakeClock(T0), chain);
        for (CaseEvent event : events) {
            store.<Boolean>transact(t -> t.append(event));
        }
        return store;
    }

    private Path export(TrailExport export, TrailChain chain, CaseEvent... events) {
        Path file = folder.resolve("trail");
        try (StateStore store = store(chain, events)) {
            store.read(view -> export.write(view, TrailQuery.ALL, file));
        }
        return file;
    }

    private static List<CaseEvent> events(TrailFile file) throws IOException {
        try (Stream<CaseEvent> events = file.events()) {
            return events.toList();
        }
    }

    private static TrailCheck check(Path file, TrailHead known) throws IOException {
        return TrailFile.of(file).check(TrailChain.plain(), TrailHead.EMPTY, known);
    }

    @Test
    void everyFormGivesBackTheEvents() throws IOException {
        for (TrailExport form : List.of(
                TrailExport.jsonLines(),
                TrailExport.jsonLines().chained(),
                TrailExport.csv(),
                TrailExport.csv().withByteOrderMark(),
                TrailExport.csv().chained())) {
            assertThat(events(TrailFile.of(export(form, TrailChain.plain(), PLAIN, HARD))))
                    .containsExactly(PLAIN, HARD);
        }
        assertThat(events(TrailFile.of(export(TrailExport.csv().withFormulasKept(), TrailChain.plain(), PLAIN, HARD))
                        .withFormulasKept()))
                .containsExactly(PLAIN, HARD);
    }

    @Test
    void jsonLinesAreReadAsATrailOfEventsToo() throws IOException {
        Path file = export(TrailExport.jsonLines(), TrailChain.plain(), PLAIN, HARD);
        try (Stream<CaseEvent> events = CaseEventLines.read(file)) {
            assertThat(events).containsExactly(PLAIN, HARD);
        }
    }

    @Test
    void csvIsWhatTheRfcSaysAndKeepsFormulasFromRunning() throws IOException {
        CaseEvent formulas =
                event("-2+3").note("=HYPERLINK(\"http\")").outcome("\tx").build();
        String csv = Files.readString(export(TrailExport.csv(), TrailChain.plain(), formulas));
        assertThat(csv)
                .isEqualTo("id,source,type,occurredAt,caseRef,caseKey,subject,subjectVersion,step,actorId,actorName,"
                        + "actorRole,outcome,note,related,extensions\r\n"
                        + "'-2+3,wv1,comment.added,2026-11-21T10:00:00Z,,c1,,,,,,,'\tx,"
                        + "\"'=HYPERLINK(\"\"http\"\")\",,\r\n");
        String kept = Files.readString(export(TrailExport.csv().withFormulasKept(), TrailChain.plain(), formulas));
        assertThat(kept).contains("\r\n-2+3,").contains(",\tx,\"=HYPERLINK");
    }

    @Test
    void aChainedFileProvesItselfAgainstAHeadThatWasKept() throws IOException {
        for (TrailExport form :
                List.of(TrailExport.jsonLines().chained(), TrailExport.csv().chained())) {
            Path file = folder.resolve("trail");
            try (StateStore store = store(TrailChain.plain(), PLAIN, HARD)) {
                Exported exported = store.read(view -> form.write(view, TrailQuery.ALL, file));
                assertThat(exported).isEqualTo(new Exported(2, store.read(view -> view.trailHead())));
                assertThat(check(file, exported.last())).isEqualTo(new TrailCheck(2, null));
                store.read(view -> form.write(view, TrailQuery.ALL.after(1), file));
                try (Stream<TrailEntry> rest = TrailFile.of(file).entries()) {
                    assertThat(rest).extracting(TrailEntry::number).containsExactly(2L);
                }
                assertThat(check(file, TrailHead.EMPTY).problem()).contains("entry 1 is missing");
            }
        }
    }

    @Test
    void everyChangeOfAChainedFileShows() throws IOException {
        for (TrailExport form :
                List.of(TrailExport.jsonLines().chained(), TrailExport.csv().chained())) {
            Path file = export(form, TrailChain.plain(), PLAIN, HARD);
            String good = Files.readString(file);
            TrailHead head;
            try (Stream<TrailEntry> entries = TrailFile.of(file).entries()) {
                TrailEntry last = entries.toList().get(1);
                head = new TrailHead(last.number(), last.hash());
            }
            Files.writeString(file, good.replace("fine", "good"));
            assertThat(check(file, head).problem()).contains("entry 1 does not fit its hash");
            int secondRow = good.indexOf('\n', good.indexOf("fine")) + 1;
            Files.writeString(file, good.substring(0, secondRow));
            assertThat(check(file, TrailHead.EMPTY).isWhole()).isTrue();
            assertThat(check(file, head).problem()).contains("entry 2 is known");
            Files.writeString(file, good.substring(0, good.length() - 20));
            assertThat(check(file, TrailHead.EMPTY).isWhole()).isFalse();
            Files.writeString(
                    file,
                    good.replace("2026-11-21T10:00:00Z\",\"hash", "2026-11-21T10:00:01Z\",\"hash")
                            .replace("1,2026-11-21T10:00:00Z", "1,2026-11-21T10:00:01Z"));
            assertThat(check(file, head).isWhole()).isFalse();
        }
    }

    @Test
    void aCellThatSaysSomethingElseThanTheDocumentShows() throws IOException {
        Path file = export(TrailExport.csv().chained(), TrailChain.plain(), PLAIN);
        Files.writeString(file, Files.readString(file).replaceFirst("fine", "good"));
        assertThat(check(file, TrailHead.EMPTY).problem()).contains("row 2 shows something else");
    }

    @Test
    void halfACharacterIsNoSignOfTampering() throws IOException {
        CaseEvent half = event("e1").note("cut \uD83C").build();
        Path file = export(TrailExport.csv().chained(), TrailChain.plain(), half);
        assertThat(check(file, TrailHead.EMPTY).problem()).isNull();
        assertThat(check(file, TrailHead.EMPTY).isWhole()).isTrue();
        try (Stream<TrailEntry> entries = TrailFile.of(file).entries()) {
            assertThat(entries.map(TrailEntry::event)).containsExactly(half);
        }
        Files.writeString(file, Files.readString(file).replaceFirst(",cut \\?,", ",cut !,"));
        assertThat(check(file, TrailHead.EMPTY).problem()).contains("row 2 shows something else");
    }

    @Test
    void aKeyedChainNeedsItsKey() throws IOException {
        TrailChain keyed = TrailChain.keyed(Secret.of("kept elsewhere"));
        Path file = export(TrailExport.jsonLines().chained(), keyed, PLAIN, HARD);
        assertThat(TrailFile.of(file)
                        .check(keyed, TrailHead.EMPTY, TrailHead.EMPTY)
                        .isWhole())
                .isTrue();
        assertThat(check(file, TrailHead.EMPTY).problem()).contains("entry 1");
    }

    @Test
    void namesTheRowThatCannotBeRead() throws IOException {
        Path file = folder.resolve("bad");
        Files.writeString(file, "{\"schema\":\"contentconnect/case-event/1\"}\n");
        assertThatThrownBy(() -> events(TrailFile.of(file)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("line 1");
        Files.writeString(file, "a,b\r\n1,2\r\n");
        assertThatThrownBy(() -> events(TrailFile.of(file))).hasMessageContaining("neither JSON lines nor CSV");
        String header = String.join(",", CsvLines.EVENT) + "\r\n";
        Files.writeString(file, header + "1,2\r\n");
        assertThatThrownBy(() -> events(TrailFile.of(file))).hasMessageContaining("row 2 has 2 cells");
        Files.writeString(file, header + "i,s,t,yesterday,,,,,,,,,,,,\r\n");
        assertThatThrownBy(() -> events(TrailFile.of(file))).hasMessageContaining("row 2 does not hold an event");
        Files.writeString(file, header + "\"i");
        assertThatThrownBy(() -> events(TrailFile.of(file))).hasMessageContaining("row 2 was cut off");
        Files.writeString(file, header + "i,s,t," + T0 + ",,,,,,,,,,,,\r\n");
        assertThat(check(file, TrailHead.EMPTY).problem()).contains("not exported with the chain");
        Files.write(file, new byte[] {'{', (byte) 0xC3, '\n'});
        assertThatThrownBy(() -> events(TrailFile.of(file))).hasMessageContaining("line 1");
        Files.writeString(file, "");
        assertThat(events(TrailFile.of(file))).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOlderOneAsItWas() throws IOException {
        Path file = folder.resolve("trail");
        Files.writeString(file, "older");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        };
        try (StateStore store = store(TrailChain.plain(), PLAIN)) {
            assertThatThrownBy(() -> store.read(view -> TrailExport.csv().write(view, TrailQuery.ALL, full)))
                    .isInstanceOf(UncheckedIOException.class);
            Path nowhere = folder.resolve("missing/trail");
            assertThatThrownBy(() -> store.read(view -> TrailExport.csv().write(view, TrailQuery.ALL, nowhere)))
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(file).hasContent("older");
        assertThat(folder.toFile().list()).containsExactly("trail");
    }

    @Test
    void aStreamIsFlushedAndLeftOpen() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StateStore store = store(TrailChain.plain(), PLAIN)) {
            store.read(view -> TrailExport.jsonLines().write(view, TrailQuery.ALL.ofCase("c1"), out));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").contains("\"id\":\"e1\"");
    }
}
