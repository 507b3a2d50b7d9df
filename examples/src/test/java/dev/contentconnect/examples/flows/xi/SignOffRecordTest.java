package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.ApprovalStatus;
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
import dev.contentconnect.examples.flows.xi.SignOffOutcome.NotSignedOff;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Nothing;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Recorded;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Superseded;
import dev.contentconnect.examples.flows.xi.SignOffOutcome.Waiting;
import dev.contentconnect.examples.host.IconikRelations;
import dev.contentconnect.examples.host.XecmRetention;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.xecm.XecmConnector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI6. What is compared was read from both servers. */
class SignOffRecordTest {
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
        XecmConnector records = stage.xecm(cut);
        IconikConnector library = stage.iconik(cut);
        return new SignOffRecord(
                records,
                library,
                new SignOffRecord.Host(new XecmRetention(records), new IconikRelations(library)),
                SignOffRecord.Rules.of(document -> document.title().startsWith("Sign-off")),
                SignOffFields.DEFAULT,
                memory,
                stage.clock);
    }

    private SourceRef workspace(SourceRef film) {
        return stage.workspace(RightsSync.WORKSPACE_TYPE, film.id());
    }

    private SourceRef ask(SourceRef subject, String key, String version) {
        return approvals
                .request(new ApprovalRequest(key, "Final cut", subject, version, List.of(), null, null, Map.of()))
                .get(0)
                .ref();
    }

    private void decide(SourceRef approval, DecisionOutcome outcome) {
        stage.settle();
        approvals.decide(approval, Decision.of(outcome, "as agreed").by(Actor.of("ines@example.com")));
    }

    private String version(SourceRef film) {
        return Objects.requireNonNull(
                        stage.library.require(AssetReader.class).get(film).currentVersion())
                .id();
    }

    /** Somebody files a document, and records management takes it over. */
    private long file(SourceRef film, String name, String number) {
        long document = stage.records.upload(Cabinet.id(workspace(film)), name, new byte[] {1, 2, 3});
        stage.records.records().declare(document, number);
        return document;
    }

    private SourceRef approved(SourceRef film, String key) {
        SourceRef approval = ask(workspace(film), key, version(film));
        decide(approval, DecisionOutcome.APPROVED);
        return approval;
    }

    private List<WireAsset> related(SourceRef film) {
        return stage.library.client().relations().related(film.id(), ListQuery.ALL).stream()
                .toList();
    }

    @Test
    void putsSignOffAndRetentionOnTheAsset() {
        SourceRef film = films.upload("Film");
        long document = file(film, "Sign-off.pdf", "000815");
        stage.records.upload(Cabinet.id(workspace(film)), "Brief.pdf", new byte[] {4});
        SourceRef approval = approved(film, "final");

        assertThat(flow.advance(approval))
                .isEqualTo(new Recorded(film, List.of(SourceRef.of("xecm", Long.toString(document)))));
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");
        assertThat(films.values(film, "SignedOffBy")).containsExactly("ines@example.com");
        assertThat(films.values(film, "SignedOffAt")).hasSize(1);
        assertThat(films.values(film, "FileNumber")).containsExactly("000815");
        assertThat(films.values(film, "RecordStatus")).containsExactly("CLOSED");
        assertThat(films.values(film, "RetentionSchedules")).containsExactly("RSI-07");
        assertThat(films.values(film, "DisposalFrom")).containsExactly("2041-06-30");
        assertThat(films.values(film, "Holds")).isEmpty();
        assertThat(films.values(film, "SignOffDocuments"))
                .containsExactly(stage.records.address() + "/app/nodes/" + document);
        assertThat(related(film)).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo("LINK");
            assertThat(one.externalLink()).isEqualTo(stage.records.address() + "/app/nodes/" + document);
        });
    }

    @Test
    void findsTheAssetByItsRecordToo() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "000815");
        SourceRef record = new AssetRecords(
                        stage.archive, stage::page, new FlowTrail("test", StateStore.inMemory(), stage.clock))
                .keep(stage.library.require(AssetReader.class).get(film), AssetStatus.APPROVED);
        SourceRef approval = ask(record, "final", "1");
        decide(approval, DecisionOutcome.APPROVED);
        assertThat(flow.advance(approval)).isInstanceOf(Recorded.class);
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");
    }

    @Test
    void writesNothingBeforeTheFinalApproval() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "000815");
        SourceRef approval = ask(workspace(film), "final", version(film));
        assertThat(flow.advance(approval)).isInstanceOf(Waiting.class);
        decide(approval, DecisionOutcome.REJECTED);
        assertThat(flow.advance(approval)).isEqualTo(new NotSignedOff(ApprovalStatus.REJECTED));
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        assertThat(related(film)).isEmpty();
        assertThat(XiStage.trail(state))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo("rejected"));
    }

    @Test
    void waitsForTheDocument() {
        SourceRef film = films.upload("Film");
        SourceRef approval = approved(film, "final");
        assertThat(flow.advance(approval)).isInstanceOf(Waiting.class);
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        file(film, "Sign-off.pdf", "1");
        assertThat(flow.advance(approval)).isInstanceOf(Recorded.class);
    }

    @Test
    void waitsForAWorkspaceThatIsNotThere() {
        SourceRef film = films.upload("Film");
        SourceRef approval = ask(
                SourceRef.of("xecm", Long.toString(stage.records.upload(4711, "Elsewhere.pdf", new byte[] {1}))),
                "elsewhere",
                null);
        decide(approval, DecisionOutcome.APPROVED);
        assertThat(flow.advance(approval)).isInstanceOf(Nothing.class);

        SourceRef campaign = ask(stage.workspace("campaign", film.id()), "campaign", null);
        decide(campaign, DecisionOutcome.APPROVED);
        assertThat(flow.advance(campaign)).isInstanceOf(Nothing.class);
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
    }

    @Test
    void takesAnApprovalOfAnOlderVersionForNone() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        SourceRef approval = approved(film, "final");
        films.newVersion(film);
        assertThat(flow.advance(approval)).isInstanceOf(Superseded.class);
        assertThat(flow.advance(approval)).isInstanceOf(Superseded.class);
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        assertThat(XiStage.trail(state))
                .extracting(event -> event.type().value())
                .containsExactly("approval.decided", "flow.refused");
    }

    @Test
    void keepsRetentionUpToDateAfterANewVersionToo() {
        SourceRef film = films.upload("Film");
        long document = file(film, "Sign-off.pdf", "000815");
        SourceRef approval = approved(film, "final");
        flow.advance(approval);
        films.newVersion(film);
        stage.archive.client().records().hold(document, 71);

        assertThat(flow.sweep()).containsOnlyKeys(approval);
        assertThat(films.values(film, "Holds")).containsExactly("Litigation 71");
        assertThat(films.values(film, "DisposalFrom")).isEmpty();
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");

        stage.archive.client().records().release(document, 71);
        flow.sweep();
        assertThat(films.values(film, "Holds")).isEmpty();
        assertThat(films.values(film, "DisposalFrom")).containsExactly("2041-06-30");
    }

    @Test
    void letsTheLaterOfTwoApprovalsCount() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        SourceRef first = approved(film, "first");
        stage.clock.advance(Duration.ofHours(1));
        SourceRef second = approved(film, "second");

        assertThat(flow.advance(second)).isInstanceOf(Recorded.class);
        List<Object> at = films.values(film, "SignedOffAt");
        assertThat(flow.advance(first)).isInstanceOf(Superseded.class);
        assertThat(films.values(film, "SignedOffAt")).isEqualTo(at);
        assertThat(flow.sweep()).containsOnlyKeys(second);
    }

    @Test
    void recordsTheSignOffOfTheNextVersion() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        flow.advance(approved(film, "first"));
        films.newVersion(film);
        file(film, "Sign-off of version 2.pdf", "2");
        stage.clock.advance(Duration.ofHours(1));
        SourceRef second = approved(film, "second");

        flow.advance(second);
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("2");
        assertThat(films.values(film, "FileNumber")).containsExactly("2, 1");
        assertThat(related(film)).hasSize(2);
        assertThat(flow.sweep()).containsOnlyKeys(second);
    }

    @Test
    void letsGoOfADocumentThatIsGone() {
        SourceRef film = films.upload("Film");
        long document = file(film, "Sign-off.pdf", "1");
        file(film, "Sign-off of legal.pdf", "2");
        flow.advance(approved(film, "final"));
        stage.records.bin(document);

        flow.sweep();
        assertThat(films.values(film, "SignOffDocuments")).hasSize(1);
        assertThat(related(film)).hasSize(1);
    }

    @Test
    void doesNothingForAnAssetInTheRecycleBin() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        SourceRef approval = approved(film, "final");
        films.bin(film);
        assertThat(flow.advance(approval)).isInstanceOf(Nothing.class);
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        SourceRef approval = approved(film, "final");
        flow.advance(approval);
        long edits = edits();
        flow.advance(approval);
        flow(PowerCut.never(), state).handle(event(CaseEventType.CASE_RESOLVED, approval));
        flow.sweep();
        assertThat(edits()).isEqualTo(edits);
        assertThat(related(film)).hasSize(1);

        // Without its memory it finds what is there.
        stage.settle();
        flow(PowerCut.never(), StateStore.inMemory()).advance(approval);
        assertThat(related(film)).hasSize(1);
    }

    private long edits() {
        return stage.media.exchanges().stream()
                .filter(one -> !one.request().method().equals("GET")
                        && !one.request().path().contains("/search/"))
                .count();
    }

    @Test
    void leavesEventsAloneThatAreNoneOfItsBusiness() {
        SourceRef film = films.upload("Film");
        file(film, "Sign-off.pdf", "1");
        SourceRef approval = approved(film, "final");
        flow.handle(event(CaseEventType.CASE_OPENED, approval));
        assertThat(films.values(film, "SignedOffVersion")).isEmpty();
        flow.handle(event(CaseEventType.CASE_RESOLVED, approval));
        flow.handle(event(CaseEventType.CASE_RESOLVED, approval));
        assertThat(films.values(film, "SignedOffVersion")).containsExactly("1");
    }

    private CaseEvent event(CaseEventType type, SourceRef caseRef) {
        return CaseEvent.builder("test", type, type + "/" + caseRef, stage.clock.now())
                .caseRef(caseRef)
                .build();
    }

    @Test
    void recordsOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Map<String, SourceRef> asked = new HashMap<>();
        Interruptions.survived(
                "final",
                (id, cut, memory) -> {
                    if (!asked.containsKey(id)) {
                        SourceRef film = films.upload(id);
                        made.put(id, film);
                        file(film, "Sign-off.pdf", "000815");
                        asked.put(id, approved(film, id));
                    }
                    stage.settle();
                    flow(cut, memory).advance(asked.get(id));
                },
                (id, memory) -> {
                    SourceRef film = made.get(id);
                    assertThat(films.values(film, "SignedOffVersion")).as(id).containsExactly("1");
                    assertThat(films.values(film, "DisposalFrom")).as(id).containsExactly("2041-06-30");
                    assertThat(related(film)).as(id).hasSize(1);
                    assertThat(XiStage.trail(memory))
                            .as(id)
                            .extracting(event -> event.type().value())
                            .containsExactly("approval.decided", "attachment.added", "status.changed");
                    stage.settle();
                    assertThat(stage.media.assetsWithKey(key(film))).as(id).hasSize(1);
                });
    }

    private String key(SourceRef film) {
        long document = new Cabinet(stage)
                .children(workspace(film)).stream()
                        .filter(one -> one.type() == 144)
                        .findFirst()
                        .orElseThrow()
                        .id();
        return "document:xecm:" + document;
    }
}
