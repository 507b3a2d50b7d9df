package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.NotFinal;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Nothing;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Recorded;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Superseded;
import dev.contentconnect.examples.host.IconikRelations;
import dev.contentconnect.examples.host.XecmRetention;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.xecm.XecmConnector;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI6: approvals that are not final or gone, and what people undo. */
class SignOffRecordOdditiesTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final StateStore state = StateStore.inMemory();
    private final SignOffRecord flow = flow(PowerCut.never(), state);
    private final ApprovalDesk approvals = stage.archive.require(ApprovalDesk.class);

    @AfterEach
    void close() {
        stage.close();
    }

    private SignOffRecord flow(PowerCut cut, StateStore memory) {
        return flow(
                cut, memory, SignOffRecord.Rules.of(document -> document.title().startsWith("Sign-off")));
    }

    private SignOffRecord flow(PowerCut cut, StateStore memory, SignOffRecord.Rules rules) {
        XecmConnector records = stage.xecm(cut);
        IconikConnector library = stage.iconik(cut);
        return new SignOffRecord(
                records,
                library,
                new SignOffRecord.Host(new XecmRetention(records), new IconikRelations(library)),
                rules,
                SignOffFields.DEFAULT,
                memory,
                stage.clock);
    }

    private SourceRef workspace(SourceRef film) {
        return stage.workspace(RightsSync.WORKSPACE_TYPE, film.id());
    }

    private SourceRef ask(SourceRef subject, String key, @Nullable String version, String... stakeholders) {
        return approvals
                .request(new ApprovalRequest(
                        key, "Final cut", subject, version, List.of(stakeholders), null, null, Map.of()))
                .get(0)
                .ref();
    }

    private void approve(SourceRef approval) {
        stage.settle();
        approvals.decide(
                approval, Decision.of(DecisionOutcome.APPROVED, "as agreed").by(Actor.of("ines@example.com")));
    }

    private SourceRef approved(SourceRef film, String key) {
        String version = Objects.requireNonNull(
                        stage.library.require(AssetReader.class).get(film).currentVersion())
                .id();
        SourceRef approval = ask(workspace(film), key, version);
        approve(approval);
        return approval;
    }

    private long file(SourceRef film, String name) {
        long document = stage.records.upload(Cabinet.id(workspace(film)), name, new byte[] {1, 2, 3});
        stage.records.records().declare(document, "000815");
        return document;
    }

    private SourceRef filmWithSignOff(String title) {
        SourceRef film = films.upload(title);
        file(film, "Sign-off.pdf");
        return film;
    }

    private List<WireAsset> related(SourceRef film) {
        return stage.library.client().relations().related(film.id(), ListQuery.ALL).stream()
                .filter(one -> !"DELETED".equals(one.status()))
                .toList();
    }

    private static CaseEvent resolved(SourceRef caseRef) {
        return CaseEvent.builder(
                        "test",
                        CaseEventType.CASE_RESOLVED,
                        "resolved " + caseRef,
                        Instant.parse("2026-11-21T09:00:00Z"))
                .caseRef(caseRef)
                .build();
    }

    private static long process(SourceRef approval) {
        return Long.parseLong(approval.id().substring("wf:".length()));
    }

    private List<String> types(StateStore memory) {
        return XiStage.trail(memory).stream().map(event -> event.type().value()).toList();
    }

    @Test
    void leavesAloneApprovalsOfOtherSystems() {
        SourceRef film = filmWithSignOff("Film");
        films.approve(film);
        flow.handle(resolved(SourceRef.of("iconik", film.id())));
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        assertThat(XiStage.trail(state)).isEmpty();
    }

    @Test
    void theYesOfOneReviewerIsNoSignOff() {
        SourceRef film = filmWithSignOff("Film");
        SourceRef record = new AssetRecords(
                        stage.archive, stage::page, new FlowTrail("test", StateStore.inMemory(), stage.clock))
                .keep(stage.library.require(AssetReader.class).get(film), AssetStatus.IN_REVIEW);
        SourceRef legal = ask(record, "xi4", "1", "legal", "brand");
        approve(legal);
        assertThat(flow.advance(legal)).isEqualTo(new NotFinal());
        flow.handle(resolved(legal));
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        assertThat(XiStage.trail(state)).isEmpty();
    }

    @Test
    void aHostSaysWhichApprovalsAreFinal() {
        SourceRef film = filmWithSignOff("Film");
        SourceRef board = ask(workspace(film), "board", "1", "board");
        approve(board);
        SignOffRecord.Rules rules = new SignOffRecord.Rules(
                one -> "board".equals(one.stakeholder()),
                document -> document.title().startsWith("Sign-off"));
        assertThat(flow(PowerCut.never(), state, rules).advance(board)).isInstanceOf(Recorded.class);
        assertThat(flow(PowerCut.never(), state, rules).advance(approved(film, "any")))
                .isEqualTo(new NotFinal());
    }

    @Test
    void takesAnApprovalWithoutAVersionForTheOneThatWasThere() {
        SourceRef film = filmWithSignOff("Film");
        stage.settle();
        SourceRef approval = ask(workspace(film), "final", null);
        approve(approval);
        assertThat(flow.advance(approval)).isInstanceOf(Recorded.class);
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");
    }

    @Test
    void aVersionThatCameLaterIsNotWhatWasAskedAbout() {
        SourceRef film = filmWithSignOff("Film");
        SourceRef approval = ask(workspace(film), "final", null);
        stage.settle();
        films.newVersion(film);
        approve(approval);
        assertThat(flow.advance(approval)).isInstanceOf(Superseded.class);
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
    }

    @Test
    void keepsRetentionUpToDateWhenTheServerRemovesTheApproval() {
        SourceRef film = films.upload("Film");
        long document = file(film, "Sign-off.pdf");
        SourceRef approval = approved(film, "final");
        flow.advance(approval);
        stage.records.workflows().purge(process(approval));
        stage.archive.client().records().hold(document, 71);

        assertThat(flow.sweep()).containsOnlyKeys(approval);
        assertThat(films.values(film, "Holds")).containsExactly("Litigation 71");
        assertThat(films.values(film, "SignedOffBy")).containsExactly("ines@example.com");
        assertThat(flow.advance(approval)).isInstanceOf(Recorded.class);
    }

    @Test
    void anApprovalThatIsGoneBeforeItWasHeardOfIsNone() {
        SourceRef film = filmWithSignOff("Film");
        SourceRef approval = approved(film, "final");
        stage.records.workflows().purge(process(approval));
        assertThat(flow.advance(approval)).isEqualTo(new Nothing());
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
    }

    @Test
    void goesOnByItselfWhenTheDocumentIsFiledAfterTheApproval() {
        SourceRef film = films.upload("Film");
        SourceRef approval = approved(film, "final");
        flow.handle(resolved(approval));
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        file(film, "Sign-off.pdf");
        assertThat(flow.sweep()).containsOnlyKeys(approval);
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");
    }

    @Test
    void waitsNoLongerForWhatIsSuperseded() {
        SourceRef film = films.upload("Film");
        SourceRef approval = approved(film, "final");
        flow.advance(approval);
        films.newVersion(film);
        assertThat(flow.sweep()).containsOnlyKeys(approval);
        assertThat(flow.sweep()).isEmpty();
    }

    @Test
    void putsBackAStandInThatSomebodyDeleted() {
        SourceRef film = filmWithSignOff("Film");
        flow.advance(approved(film, "final"));
        String first = related(film).get(0).id();
        stage.settle();
        stage.library.client().assets().delete(first);
        stage.settle();
        flow.sweep();
        assertThat(related(film))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isNotEqualTo(first));
        assertThat(types(state)).filteredOn("attachment.added"::equals).hasSize(2);
        int events = XiStage.trail(state).size();
        flow.sweep();
        assertThat(XiStage.trail(state)).hasSize(events);
    }

    @Test
    void putsBackARelationThatSomebodyEnded() {
        SourceRef film = filmWithSignOff("Film");
        flow.advance(approved(film, "final"));
        String first = related(film).get(0).id();
        stage.settle();
        stage.library.client().relations().unrelate(film.id(), "signed off by", first);
        assertThat(related(film)).isEmpty();
        flow.sweep();
        assertThat(related(film))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(first));
    }

    @Test
    void tellsOfADocumentThatIsGone() {
        SourceRef film = films.upload("Film");
        long document = file(film, "Sign-off.pdf");
        flow.advance(approved(film, "final"));
        stage.records.bin(document);
        flow.sweep();
        flow.sweep();
        assertThat(XiStage.trail(state))
                .filteredOn(event -> event.type().equals(CaseEventType.ASSET_UNLINKED))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.related()).isEqualTo(SourceRef.of("xecm", Long.toString(document))));
        assertThat(related(film)).isEmpty();
    }

    @Test
    void letsGoOfADocumentOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Map<String, SourceRef> asked = new HashMap<>();
        Set<String> gone = new HashSet<>();
        Interruptions.survived(
                "gone",
                (id, cut, memory) -> {
                    SourceRef film = made.computeIfAbsent(id, this::filmWithSignOff);
                    if (!gone.contains(id)) {
                        asked.computeIfAbsent(id, any -> approved(film, id));
                        stage.settle();
                        flow(cut, memory).advance(asked.get(id));
                        new Cabinet(stage).children(workspace(film)).forEach(one -> stage.records.bin(one.id()));
                        gone.add(id);
                    }
                    flow(cut, memory).sweep();
                },
                (id, memory) -> {
                    assertThat(related(made.get(id))).as(id).isEmpty();
                    assertThat(films.values(made.get(id), "SignOffDocuments"))
                            .as(id)
                            .isEmpty();
                    assertThat(types(memory))
                            .as(id)
                            .containsExactly(
                                    "approval.decided", "attachment.added", "status.changed", "asset.unlinked");
                });
    }

    @Test
    void recordsAllOrNothingWhenAVersionComesAfterItDied() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Map<String, SourceRef> asked = new HashMap<>();
        Set<String> replaced = new HashSet<>();
        Interruptions.survived(
                "between",
                (id, cut, memory) -> {
                    boolean isFirst = !asked.containsKey(id);
                    SourceRef film = made.computeIfAbsent(id, this::filmWithSignOff);
                    asked.computeIfAbsent(id, any -> approved(film, id));
                    stage.settle();
                    if (!isFirst && replaced.add(id)) {
                        films.newVersion(film);
                    }
                    flow(cut, memory).advance(asked.get(id));
                },
                (id, memory) -> {
                    SourceRef film = made.get(id);
                    boolean stands = flow(PowerCut.never(), memory).sweep().containsKey(asked.get(id));
                    assertThat(films.values(film, "SignedOffVersion"))
                            .as(id)
                            .isEqualTo(stands ? List.of("1") : List.of());
                    assertThat(related(film)).as(id).hasSize(stands ? 1 : 0);
                    assertThat(types(memory)).as(id).contains(stands ? "status.changed" : "flow.refused");
                });
    }
}
