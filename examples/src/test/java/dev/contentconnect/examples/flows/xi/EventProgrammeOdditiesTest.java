package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI7: papers that are amended, an index that is behind, and what comes back. */
class EventProgrammeOdditiesTest {
    private final StateStore state = StateStore.inMemory();
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private EventProgramme flow() {
        return new EventProgramme(
                stage.iconik(PowerCut.never()),
                stage.xecm(PowerCut.never()),
                List.of("distribution"),
                ProgrammeFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private static Programme webinar(Programme.Paper paper) {
        return new Programme(
                "W-7",
                "Webinar 7",
                List.of(paper),
                List.of(new Programme.Slot("web", LocalDate.of(2026, 12, 1))),
                List.of(Territory.of("AT")));
    }

    private static Programme.Paper agreement(String text) {
        return new Programme.Paper("ines", "speaker agreement", "Agreement", new TextContent("ines.txt", text));
    }

    private static Programme webinar() {
        return webinar(agreement("I agree."));
    }

    private SourceRef recording(String title) {
        SourceRef made = studio.upload(title);
        studio.allow(made, "web");
        studio.fill(made, "Event", "W-7");
        stage.settle();
        return made;
    }

    private SourceRef workspace() {
        return stage.workspace("event", "W-7");
    }

    private String key() {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().equals(CaseEventType.CASE_OPENED))
                .reduce((a, b) -> b)
                .orElseThrow()
                .caseKey();
    }

    private ProgrammeOutcome approved(Programme programme) {
        assertThat(flow().advance(programme)).isInstanceOf(ProgrammeOutcome.Waiting.class);
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, "go");
        return flow().advance(programme);
    }

    private long told(CaseEventType type) {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    @Test
    void anAmendedPaperIsFiledAndHasToBeApproved() {
        SourceRef talk = recording("Talk");
        assertThat(approved(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        String document = studio.sheet(workspace()).rows("Papers").get(0).get("Document");

        Programme amended = webinar(agreement("I agree, but not to clips."));
        assertThat(flow().advance(amended)).isInstanceOf(ProgrammeOutcome.Waiting.class);
        assertThat(studio.filed(workspace())).filteredOn("ines.txt"::equals).hasSize(2);
        assertThat(studio.sheet(workspace()).rows("Papers"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("Document")).isNotNull().isNotEqualTo(document));
        assertThat(studio.values(talk, "ClearedFor")).isEmpty();
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, "go");
        assertThat(flow().advance(amended)).isInstanceOf(ProgrammeOutcome.Complete.class);
    }

    @Test
    void aPaperThatPeopleReplaceHasToBeApproved() {
        SourceRef talk = recording("Talk");
        SourceRef document = SourceRef.of(
                "xecm",
                Long.toString(stage.records.upload(Long.parseLong(workspace().id()), "Release.txt", bytes("free"))));
        Programme programme = webinar(new Programme.Paper("release", "release", "Release", null));
        assertThat(approved(programme)).isInstanceOf(ProgrammeOutcome.Complete.class);

        stage.archive
                .require(AssetWriter.class)
                .addVersion(document, "amended", new TextContent("Release.txt", "free until May"));
        assertThat(flow().advance(programme)).isInstanceOf(ProgrammeOutcome.Waiting.class);
        assertThat(studio.values(talk, "ClearedFor")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsWhatTheIndexDoesNotShow() {
        SourceRef talk = recording("Talk");
        SourceRef clip = recording("Clip");
        approved(webinar());
        studio.fill(clip, "Event", "W-8");
        stage.settle();
        stage.media.indexDelay(Duration.ofDays(1));
        studio.fill(clip, "Event", "W-7");
        assertThat(flow().advance(webinar()))
                .isInstanceOfSatisfying(
                        ProgrammeOutcome.Complete.class,
                        complete -> assertThat(complete.media()).containsExactlyInAnyOrder(talk, clip));
        assertThat(studio.linked(workspace())).containsExactlyInAnyOrder(talk, clip);
        assertThat(studio.values(clip, "ClearedFor")).containsExactly("W-7");
        assertThat(told(CaseEventType.ASSET_UNLINKED)).isZero();
    }

    @Test
    void tellsEachComingAndGoing() {
        recording("Talk");
        SourceRef clip = recording("Clip");
        for (String event : List.of("W-7", "W-8", "W-7", "W-8")) {
            studio.fill(clip, "Event", event);
            stage.settle();
            flow().advance(webinar());
            flow().advance(webinar());
        }
        assertThat(told(CaseEventType.ASSET_LINKED)).isEqualTo(3);
        assertThat(told(CaseEventType.ASSET_UNLINKED)).isEqualTo(2);
    }

    @Test
    void nobodyNeedsToAnswerWhileSomethingIsMissing() {
        SourceRef talk = recording("Talk");
        flow().advance(webinar());
        String key = key();
        studio.allow(talk, "print");
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Incomplete.class);
        assertThat(studio.review(key, "distribution").status()).isEqualTo(ApprovalStatus.CANCELLED);

        studio.allow(talk, "web");
        assertThat(approved(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        assertThat(key()).isEqualTo(key + "#2");
    }

    @Test
    void whatWasApprovedStaysSoWhenItIsCompleteAgain() {
        SourceRef talk = recording("Talk");
        approved(webinar());
        studio.allow(talk, "print");
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Incomplete.class);
        studio.allow(talk, "web");
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        assertThat(stage.records.workflows().started()).isEqualTo(1);
    }

    @Test
    void takesAMarkOffAgainThatAnotherProgrammeWroteBack() {
        SourceRef talk = recording("Talk");
        SourceRef clip = recording("Clip");
        approved(webinar());
        studio.fill(clip, "Event", "W-8");
        stage.settle();
        flow().advance(webinar());
        assertThat(studio.values(clip, "ClearedFor")).isEmpty();
        // The other programme had read the list before this one took its mark off.
        studio.fill(clip, "ClearedFor", "W-7", "W-8");
        flow().advance(webinar());
        assertThat(studio.values(clip, "ClearedFor")).containsExactly("W-8");
        assertThat(studio.linked(workspace())).containsExactly(talk);
    }

    @Test
    void needsNoComments() {
        recording("Talk");
        Connector mute = new Instead<>(stage.library, CommentThread.class, null);
        EventProgramme flow = new EventProgramme(
                mute,
                stage.archive,
                List.of("distribution"),
                ProgrammeFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
        assertThat(flow.advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
    }
}
