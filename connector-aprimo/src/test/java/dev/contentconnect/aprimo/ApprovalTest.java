package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private static final Decision YES =
            Decision.of(DecisionOutcome.APPROVED, "fine").by(Actor.of("lee@example.com"));
    private static final Decision NO = Decision.of(DecisionOutcome.REJECTED, "no release");

    private final Tenant tenant = new Tenant(options -> options.approvalCheck("check-1"));

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private ApprovalDesk desk() {
        return tenant.the(ApprovalDesk.class);
    }

    private List<Approval> ask(String key, SourceRef asset, String... stakeholders) {
        return desk().request(new ApprovalRequest(
                key,
                "Poster",
                asset,
                null,
                List.of(stakeholders),
                Instant.parse("2031-06-01T00:00:00Z"),
                "please",
                Map.of("market", "AT")));
    }

    private String version(SourceRef asset) {
        return Objects.requireNonNull(tenant.the(AssetReader.class).get(asset).currentVersion())
                .id();
    }

    @Test
    void asksEachStakeholderAboutTheLatestVersion() {
        SourceRef asset = tenant.poster("k-1").ref();
        List<Approval> asked = ask("a-1", asset, "legal", "brand");
        assertThat(asked).extracting(Approval::stakeholder).containsExactly("legal", "brand");
        assertThat(asked).allMatch(one -> version(asset).equals(one.subjectVersion()));
        assertThat(desk().get(asked.get(1).ref())).isEqualTo(asked.get(1));
        assertThat(asked.get(0).dueAt()).isEqualTo(Instant.parse("2031-06-01T00:00:00Z"));
        assertThat(desk().query(ApprovalQuery.ALL.about(asset))).hasSize(2);
        assertThat(desk().query(ApprovalQuery.ALL)).hasSize(2);
    }

    @Test
    void tellsPeopleInTheirFieldsHowItStands() {
        SourceRef asset = tenant.poster("k-1").ref();
        List<Approval> asked = ask("a-1", asset, "legal", "brand");
        desk().decide(asked.get(0).ref(), YES);
        assertThat(status(asset)).isEqualTo("Pending");
        desk().decide(asked.get(1).ref(), Decision.of(DecisionOutcome.APPROVED_WITH_CONDITIONS, "crop it"));
        assertThat(status(asset)).isEqualTo("Approved_with_conditions");
        assertThat(tenant.sandbox.values(asset.id(), "ApprovedVersion")).containsExactly(version(asset));
        ApprovalQuery approved = ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.APPROVED));
        assertThat(desk().query(approved.about(asset)))
                .extracting(Approval::stakeholder)
                .containsExactly("legal");
    }

    @Test
    void readsNotEveryRecordForAStatusThatTheIndexDoesNotKnow() {
        tenant.sandbox.clearRequests();
        ConnectorException failure =
                failure(() -> desk().query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.APPROVED))));
        assertThat(failure.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        assertThat(failure.error().trace().operation()).isEqualTo("approvals.query.statuses");
        assertThat(tenant.sandbox.requests()).isEmpty();
    }

    @Test
    void takesNoDecisionThatIsNone() {
        Approval asked = ask("a-1", tenant.poster("k-1").ref(), "legal").get(0);
        Decision later = Decision.of(DecisionOutcome.of("tomorrow"), "ask me again");
        assertThat(failure(() -> desk().decide(asked.ref(), later))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("no_such_outcome");
    }

    /** By the way of the service: the option's id, then its name. */
    private String status(SourceRef asset) {
        String id = tenant.sandbox.values(asset.id(), "ApprovalStatus").get(0);
        return tenant.connector.resolver().field("ApprovalStatus").items().stream()
                .filter(one -> id.equals(one.id()))
                .map(one -> String.valueOf(one.name()))
                .findFirst()
                .orElse(id);
    }

    @Test
    void showsADecisionOnTheVersionItselfOnce() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval asked = ask("a-1", asset, "legal").get(0);
        // The result of the check is there, and then nothing is heard any more.
        tenant.sandbox.failNext(1_000, "PUT", "/api/core/record/", Fault.status(503));
        assertThat(failure(() -> desk().decide(asked.ref(), YES)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        tenant.sandbox.clearFaults();
        assertThat(desk().get(asked.ref()).decision()).isNull();
        desk().decide(asked.ref(), YES);
        assertThat(tenant.sandbox.checkResults(version(asset)))
                .containsExactly("pass: approved for legal by lee@example.com: fine ["
                        + asked.ref().id() + "]");
    }

    @Test
    void doesNotDecideOnAVersionThatWasReplaced() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval asked = ask("a-1", asset).get(0);
        tenant.the(AssetWriter.class).addVersion(asset, "v-2", Tenant.content(new byte[] {1}, "p.jpg"));
        assertThat(failure(() -> desk().decide(asked.ref(), YES)).kind()).isEqualTo(ErrorKind.CONFLICT);
        ApprovalRequest old =
                new ApprovalRequest("a-2", "Poster", asset, asked.subjectVersion(), List.of(), null, null, Map.of());
        assertThat(failure(() -> desk().request(old)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(ask("a-2", asset)).hasSize(1);
        assertThat(desk().query(ApprovalQuery.ALL.about(asset))).hasSize(2);
    }

    @Test
    void showsAQuestionAboutAVersionThatWasReplacedAsCancelledAndAnAnswerAsItWasGiven() {
        SourceRef asset = tenant.poster("k-1").ref();
        List<Approval> asked = ask("a-1", asset, "legal", "brand");
        Approval answered = desk().decide(asked.get(0).ref(), YES);
        tenant.the(AssetWriter.class).addVersion(asset, "v-2", Tenant.content(new byte[] {1}, "p.jpg"));

        Approval dropped = desk().get(asked.get(1).ref());
        assertThat(dropped.status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(dropped.extensions().get("aprimo")).containsEntry("supersededBy", version(asset));
        assertThat(desk().get(answered.ref())).isEqualTo(answered);
        ask("a-2", asset, "legal");
        assertThat(tenant.sandbox.values(asset.id(), "Approvals").get(0)).contains("\"cancelled\"");
        assertThat(status(asset)).isEqualTo("Pending");
    }

    @Test
    void endsAQuestionThatNobodyAnswers() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval asked = ask("a-1", asset, "legal").get(0);
        Decision off = Decision.of(DecisionOutcome.of("cancelled"), "the case was cancelled");
        assertThat(desk().decide(asked.ref(), off).status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(desk().decide(asked.ref(), off).status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(failure(() -> desk().decide(asked.ref(), YES)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(status(asset)).isEqualTo("Cancelled");
        assertThat(tenant.sandbox.checkResults(version(asset))).isEmpty();
    }

    @Test
    void goesByTheLastWordOfEachStakeholderWhoeverAskedThem() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval legal = ask("a-1", asset, "legal").get(0);
        Approval brand = ask("a-2", asset, "brand").get(0);
        desk().decide(legal.ref(), NO);
        desk().decide(brand.ref(), YES);
        assertThat(status(asset)).isEqualTo("Rejected");
        Approval again = ask("a-3", asset, "legal").get(0);
        assertThat(status(asset)).isEqualTo("Pending");
        desk().decide(again.ref(), YES);
        assertThat(status(asset)).isEqualTo("Approved");
    }

    @Test
    void saysThatAnotherWroteInTheSameMoment() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval asked = ask("a-1", asset, "legal").get(0);
        String before = tenant.sandbox.values(asset.id(), "Approvals").get(0);
        // Our write is taken and theirs, of the state before, comes after it.
        tenant.sandbox.failNext(1, "PUT", "/api/core/record/", Fault.reply(SandboxResponse.status(204)));
        assertThat(failure(() -> desk().decide(asked.ref(), NO)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.values(asset.id(), "Approvals")).containsExactly(before);
    }

    @Test
    void letsBeWhatPeopleWroteAmongThem() {
        SourceRef asset = tenant.poster("k-1").ref();
        Approval asked = ask("a-1", asset, "legal").get(0);
        String lines = tenant.sandbox.values(asset.id(), "Approvals").get(0);
        tenant.sandbox.personFills(
                asset.id(), "Approvals", RecordChange.NEUTRAL, "value", "do not touch\n{broken\n" + lines);
        assertThat(desk().get(asked.ref())).isEqualTo(asked);
    }

    @Test
    void needsTheOptionsInTheField() {
        try (Tenant odd = new Tenant(
                options -> options.approvalFields(Map.of("status", "RightsStatus", "record", "Approvals")))) {
            SourceRef asset = odd.poster("k-1").ref();
            ConnectorException failure = failure(() -> odd.the(ApprovalDesk.class)
                    .request(new ApprovalRequest("a-1", "Poster", asset, null, List.of(), null, null, Map.of())));
            assertThat(failure.error().trace().vendorCode()).isEqualTo("option_unknown");
            assertThat(odd.sandbox.values(asset.id(), "Approvals")).isEmpty();
        }
    }

    @Test
    void forgetsTheOldestThatWereDecided() {
        SourceRef asset = tenant.poster("k-1").ref();
        for (int i = 0; i < 42; i++) {
            desk().decide(ask("a-" + i, asset).get(0).ref(), NO);
        }
        assertThat(desk().query(ApprovalQuery.ALL.about(asset))).hasSize(40);
    }
}
