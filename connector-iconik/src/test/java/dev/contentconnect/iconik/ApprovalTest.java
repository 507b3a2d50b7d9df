package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.ApprovalMapper;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approvals belong to a version, and iconik has no place for a key, a person and a reason. */
class ApprovalTest {
    private final Tenant tenant = new Tenant(options -> options.reviewers(
            Map.of("legal", "user:" + IconikSandbox.PERSON, "brand", "group:" + IconikSandbox.GROUP)));
    private final String asset = tenant.sandbox.personUploads("Film", Tenant.BYTES);

    @AfterEach
    void close() {
        tenant.close();
    }

    private ApprovalDesk desk() {
        return tenant.the(ApprovalDesk.class);
    }

    private Approval ask(String key, String... stakeholders) {
        return desk().request(new ApprovalRequest(
                        key, "Final cut", Tenant.ref(asset), null, List.of(stakeholders), null, "please", Map.of()))
                .get(0);
    }

    private List<String> comments() {
        tenant.settle();
        return tenant.the(CommentThread.class).comments(Tenant.ref(asset)).stream()
                .map(Comment::text)
                .toList();
    }

    @Test
    void asksThoseWhoStandForAStakeholder() {
        Approval asked = ask("k", "legal", "brand", "max@agency.example");
        var wire = ApprovalMapper.toWire(asked);
        assertThat(wire.users()).containsExactly(IconikSandbox.PERSON);
        assertThat(wire.groups()).containsExactly(IconikSandbox.GROUP);
        assertThat(wire.externals()).containsExactly("max@agency.example");
        assertThat(wire.minNumber()).isEqualTo(3);
        assertThat(comments()).containsExactly("Approval asked for: Final cut\nplease");
    }

    @Test
    void refusesAStakeholderWhomNobodyStandsFor() {
        ConnectorException refused = catchThrowableOfType(ConnectorException.class, () -> ask("k", "finance"));
        assertThat(refused.error().trace().vendorCode()).isEqualTo("unknown_stakeholder");
        assertThat(comments()).isEmpty();
    }

    @Test
    void takesARequestOverThatPeopleMadeAndRefusesASecondKey() {
        tenant.sandbox.personAsks(asset, List.of(IconikSandbox.PERSON), 1);
        Approval taken = ask("k-1");
        assertThat(taken.status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(taken.stakeholder()).isEqualTo(IconikSandbox.PERSON);
        assertThat(ask("k-1").ref()).isEqualTo(taken.ref());
        assertThat(catchThrowableOfType(ConnectorException.class, () -> ask("k-2"))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void finishesARequestThatBrokeOff(int writes) {
        tenant.sandbox.breakOffAfterWrites(writes);
        Tenant.breaksOff(() -> ask("k"));
        tenant.sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        tenant.settle();
        assertThat(ask("k").status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(comments()).hasSize(1);
    }

    @Test
    void doesNotTakeTheApprovalOfAnEarlierVersionForThatOfANewOne() {
        Approval first = ask("k-1");
        desk().decide(first.ref(), Decision.of(DecisionOutcome.APPROVED, null));
        assertThat(tenant.the(AssetReader.class).get(Tenant.ref(asset)).status())
                .isEqualTo(AssetStatus.APPROVED);

        tenant.sandbox.personAddsVersion(asset, Tenant.BYTES);
        assertThat(tenant.the(AssetReader.class).get(Tenant.ref(asset)).status())
                .isEqualTo(AssetStatus.of("active"));
        assertThat(desk().get(first.ref()).status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(desk().query(ApprovalQuery.ALL.about(Tenant.ref(asset)))).isEmpty();

        Approval second = ask("k-2");
        assertThat(second.ref()).isNotEqualTo(first.ref());
        assertThat(second.subjectVersion()).isNotEqualTo(first.subjectVersion());
        // The first key still finds what it asked.
        assertThat(ask("k-1").ref()).isEqualTo(first.ref());
    }

    @Test
    void refusesToDecideOnAVersionThatIsNoLongerCurrent() {
        Approval asked = ask("k");
        tenant.sandbox.personAddsVersion(asset, Tenant.BYTES);
        assertThat(catchThrowableOfType(
                                ConnectorException.class,
                                () -> desk().decide(asked.ref(), Decision.of(DecisionOutcome.APPROVED, null)))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void refusesToAskAboutAVersionThatIsNoLongerCurrent() {
        String old =
                tenant.client().assets().get(asset, false).versions().get(0).id();
        tenant.sandbox.personAddsVersion(asset, Tenant.BYTES);
        ApprovalRequest request =
                new ApprovalRequest("k", "Film", Tenant.ref(asset), old, List.of(), null, null, Map.of());
        assertThat(catchThrowableOfType(ConnectorException.class, () -> desk().request(request))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void writesWhoDecidedAndWhyIntoAComment() {
        Approval asked = ask("k");
        Decision decision =
                Decision.of(DecisionOutcome.CHANGES_REQUESTED, "Logo is old").by(Actor.of("legal.lee"));
        Approval decided = desk().decide(asked.ref(), decision);
        desk().decide(asked.ref(), decision);
        assertThat(decided.status()).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(decided.decision().decidedBy().id()).isEqualTo(IconikSandbox.USER);
        assertThat(decided.decision().note()).isEqualTo("Logo is old");
        tenant.settle();
        List<Comment> all = tenant.the(CommentThread.class).comments(Tenant.ref(asset)).stream()
                .toList();
        assertThat(all).hasSize(2);
        assertThat(all.get(1).text()).isEqualTo("Not approved: Logo is old");
        assertThat(all.get(1).author()).isEqualTo(Actor.of("legal.lee"));
    }

    @Test
    void writesEachWhoDecidedTheSameAndEachReason() {
        Approval asked = ask("k");
        Decision yes = Decision.of(DecisionOutcome.APPROVED, "fine");
        desk().decide(asked.ref(), yes.by(Actor.of("ann")));
        desk().decide(asked.ref(), yes.by(Actor.of("ben")));
        desk().decide(asked.ref(), yes.by(Actor.of("ben")));
        tenant.settle();
        assertThat(tenant.the(CommentThread.class).comments(Tenant.ref(asset)))
                .filteredOn(one -> one.text().equals("Approved: fine"))
                .extracting(Comment::author)
                .containsExactly(Actor.of("ann"), Actor.of("ben"));
    }

    @Test
    void saysWhatStandsWhereOthersHaveNotDecidedYet() {
        tenant.sandbox.personAsks(asset, List.of(IconikSandbox.PERSON, IconikSandbox.USER), 2);
        Approval asked = ask("k");
        Approval after = desk().decide(asked.ref(), Decision.of(DecisionOutcome.APPROVED, null));
        assertThat(after.status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(after.decision()).isNull();
        tenant.sandbox.personDecides(asset, IconikSandbox.PERSON, "NOT_APPROVED");
        assertThat(desk().get(asked.ref()).status()).isEqualTo(ApprovalMapper.CONFLICTED);
    }

    @Test
    void refusesConditionsThatTheServiceWouldForget() {
        Approval asked = ask("k");
        Decision conditions = Decision.of(DecisionOutcome.APPROVED_WITH_CONDITIONS, "only web");
        ConnectorException refused =
                catchThrowableOfType(ConnectorException.class, () -> desk().decide(asked.ref(), conditions));
        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("no_such_outcome");
    }

    @Test
    void saysThatNobodyAsked() {
        assertThat(catchThrowableOfType(ConnectorException.class, () -> desk().get(Tenant.ref(asset)))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(catchThrowableOfType(
                                ConnectorException.class,
                                () -> tenant.client().approvals().decide(ObjectType.ASSETS, asset, "APPROVED"))
                        .kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void takesAnApprovalThatIsNotApplicableForNone() {
        tenant.sandbox.sayNotApplicable();
        assertThat(tenant.client()
                        .approvals()
                        .find(ObjectType.ASSETS, asset)
                        .orElseThrow()
                        .status())
                .isEqualTo("N/A");
        String version =
                tenant.client().assets().get(asset, false).versions().get(0).id();
        for (SourceRef ref : List.of(Tenant.ref(asset), Tenant.ref(asset + "@" + version))) {
            ConnectorException none = catchThrowableOfType(ConnectorException.class, () -> desk().get(ref));
            assertThat(none.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(none).hasMessageContaining(ref.id());
            assertThat(catchThrowableOfType(
                                    ConnectorException.class,
                                    () -> desk().decide(ref, Decision.of(DecisionOutcome.APPROVED, null)))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }
        assertThat(desk().query(ApprovalQuery.ALL.about(Tenant.ref(asset)))).isEmpty();
        Approval asked = ask("k");
        assertThat(asked.status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(ask("k").ref()).isEqualTo(asked.ref());
        assertThat(comments()).hasSize(1);
    }

    @Test
    void asksAnewUnderAKeyWhoseApprovalIsNoLongerApplicable() {
        tenant.sandbox.sayNotApplicable();
        ask("k");
        tenant.settle();
        tenant.client().approvals().delete(ObjectType.ASSETS, asset);
        assertThat(desk().query(ApprovalQuery.ALL.about(Tenant.ref(asset)))).isEmpty();
        assertThat(ask("k").status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(desk().query(ApprovalQuery.ALL.about(Tenant.ref(asset)))).hasSize(1);
        assertThat(comments()).hasSize(1);
    }

    @Test
    void narrowsAListByStatus() {
        Approval open = ask("k");
        String other = tenant.sandbox.personUploads("Other", Tenant.BYTES);
        tenant.sandbox.personAsks(other, List.of(IconikSandbox.PERSON), 1);
        tenant.sandbox.personDecides(other, IconikSandbox.PERSON, "APPROVED");
        tenant.settle();
        assertThat(desk().query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.PENDING))))
                .extracting(Approval::ref)
                .containsExactly(open.ref());
        assertThat(desk().query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.EXPIRED))))
                .isEmpty();
        assertThat(desk().query(ApprovalQuery.ALL)).hasSize(2);
    }

    @Test
    void decidesOnManyAndTakesADecisionBack() {
        tenant.sandbox.personAsks(asset, List.of(IconikSandbox.PERSON), 1);
        tenant.client().approvals().decideAll(ObjectType.ASSETS, List.of(asset), "APPROVED");
        assertThat(tenant.client().approvals().decisions(ObjectType.ASSETS, asset))
                .hasSize(1);
        tenant.client().approvals().undecide(ObjectType.ASSETS, asset);
        assertThat(tenant.client()
                        .approvals()
                        .find(ObjectType.ASSETS, asset)
                        .orElseThrow()
                        .status())
                .isEqualTo("REQUESTED");
        tenant.client().approvals().update(ObjectType.ASSETS, asset, Map.of("min_number", 2));
        tenant.client().approvals().delete(ObjectType.ASSETS, asset);
        assertThat(tenant.client().approvals().find(ObjectType.ASSETS, asset)).isEmpty();
    }
}
