package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of deliveries is read from the log of VIP, what becomes of cases from the workflow service. */
class FailedDistributionTest {
    private final StateStore state = StateStore.inMemory();
    private final Postman postman = new Postman();

    @TempDir
    private Path folder;

    private Stage stage;
    private Shelf shelf;
    private Parcels parcels;
    private SourceRef poster;

    /** Where the flow runs. */
    Stage stage() {
        return Stage.sandboxes();
    }

    @BeforeEach
    void put() throws Exception {
        stage = stage();
        shelf = new Shelf(stage, folder);
        parcels = new Parcels(stage);
        poster = shelf.draft("parcel-" + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private FailedDistribution flow() {
        return new FailedDistribution(
                stage.workflow(PowerCut.never()),
                stage.vip(PowerCut.never()),
                Completeness.of("title", "alt_text"),
                Shelf.SERVING,
                postman,
                state,
                stage.clock());
    }

    private DistributionOutcome advance(Delivery delivery) {
        return flow().advance(parcels.read(delivery));
    }

    private SourceRef waiting(Delivery delivery) {
        DistributionOutcome outcome = advance(delivery);
        assertThat(outcome).isInstanceOf(DistributionOutcome.Waiting.class);
        List<SourceRef> cases = ((DistributionOutcome.Waiting) outcome).cases();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private List<String> open(SourceRef caseRef) {
        return stage.people().require(CaseDesk.class).tasks(TaskQuery.ALL.ofCase(caseRef)).stream()
                .map(CaseTask::step)
                .toList();
    }

    private void isDelivered(Delivery delivery, String detail) {
        assertThat(advance(delivery)).isInstanceOf(DistributionOutcome.Delivered.class);
        Delivery log = parcels.read(delivery);
        assertThat(log.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(log.detail()).contains(detail);
    }

    @Test
    void deliversAgainOnceTheCauseIsCorrectedAndResolvesTheOneCase() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        SourceRef caseRef = waiting(failed);
        assertThat(waiting(failed)).isEqualTo(caseRef);
        assertThat(flow().sweep()).isNotEmpty();
        assertThat(parcels.count(failed.ref())).isEqualTo(1);
        assertThat(CaseFields.of(parcels.caseOf(failed.ref(), 1)).text("cause")).contains("mailbox full");
        assertThat(postman.rounds).isEmpty();

        parcels.correct(caseRef, "mailbox emptied");
        isDelivered(failed, "mailbox emptied");
        assertThat(advance(failed)).isInstanceOf(DistributionOutcome.Delivered.class);
        assertThat(parcels.caseOf(failed.ref(), 1))
                .returns(CaseStatus.RESOLVED, one -> one.status())
                .returns("resolved", one -> one.outcome());
        assertThat(parcels.count(failed.ref())).isEqualTo(1);
        assertThat(postman.rounds).hasSize(1);
    }

    @Test
    void sendsTheCaseBackAsOftenAsTheDeliveryFailsAgain() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        SourceRef caseRef = waiting(failed);
        postman.broken = true;
        for (int i = 1; i < 3; i++) {
            parcels.correct(caseRef, "tried something");
            assertThat(waiting(failed)).isEqualTo(caseRef);
            assertThat(open(caseRef)).containsExactly("corrective");
            assertThat(parcels.read(failed).status()).isEqualTo(DeliveryStatus.FAILED);
            assertThat(parcels.read(failed).detail()).contains("nobody at home");
            assertThat(postman.rounds).hasSize(i);
        }

        postman.broken = false;
        parcels.correct(caseRef, "found the address");
        isDelivered(failed, "found the address");
        assertThat(parcels.count(failed.ref())).isEqualTo(1);
        assertThat(parcels.caseOf(failed.ref(), 2)).isNull();
    }

    @Test
    void opensOneCaseForWhatAnAssetLacksHoweverManyDeliveriesWaitForIt() {
        shelf.describe(poster, "");
        Delivery first = parcels.queued(poster);
        Delivery second = parcels.failed(poster, "no description");
        SourceRef caseRef = waiting(first);
        assertThat(waiting(second)).isEqualTo(caseRef);
        assertThat(parcels.count(poster)).isEqualTo(1);
        assertThat(parcels.count(second.ref())).isZero();

        parcels.correct(caseRef, "described it");
        assertThat(waiting(first)).as("nothing was described").isEqualTo(caseRef);
        assertThat(open(caseRef)).containsExactly("corrective");
        assertThat(postman.rounds).isEmpty();

        shelf.describe(poster, "a poster");
        parcels.correct(caseRef, "described it, really");
        isDelivered(first, "its assets are complete");
        isDelivered(second, "its assets are complete");
        assertThat(parcels.caseOf(poster, 1).outcome()).isEqualTo("resolved");
        assertThat(parcels.caseOf(poster, 2)).isNull();
        assertThat(parcels.count(second.ref())).isZero();
        assertThat(stage.eyes().require(CommentThread.class).comments(poster))
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .contains("described it, really");
    }

    @Test
    void waitsForAnIncompletePackage() {
        shelf.publish(poster, "out " + poster.id(), poster.id());
        shelf.publisher().hold(poster, "a complaint");
        Delivery delivery = parcels.queued(poster);
        SourceRef caseRef = waiting(delivery);
        parcels.correct(caseRef, "asked");
        assertThat(waiting(delivery)).isEqualTo(caseRef);
        assertThat(parcels.read(delivery).status()).isEqualTo(DeliveryStatus.QUEUED);

        shelf.publish(poster, "out again " + poster.id(), poster.id());
        parcels.correct(caseRef, "the complaint was settled");
        isDelivered(delivery, "the complaint was settled");
        assertThat(parcels.count(delivery.ref())).isEqualTo(1);
    }

    @Test
    void asksPeopleAboutAnAssetThatIsGone() {
        Delivery delivery = parcels.queued(poster);
        stage.eyes().wordpress().media().delete(Long.parseLong(poster.id()));
        SourceRef caseRef = waiting(delivery);
        assertThat(CaseFields.of(parcels.caseOf(delivery.ref(), 1)).text("cause"))
                .contains("is not there any more");

        stage.complete(caseRef, Map.of("triage", "cannot-resolve"));
        assertThat(advance(delivery)).isInstanceOf(DistributionOutcome.GivenUp.class);
        assertThat(parcels.count(poster)).isZero();
    }

    @Test
    void goesOnWhenAnAssetWithAnOpenCaseIsDeleted() {
        shelf.describe(poster, "");
        Delivery delivery = parcels.queued(poster);
        SourceRef caseRef = waiting(delivery);
        stage.eyes().wordpress().media().delete(Long.parseLong(poster.id()));
        parcels.correct(caseRef, "deleted");

        assertThat(waiting(delivery)).isNotEqualTo(caseRef);
        assertThat(flow().sweep()).isNotEmpty();
        assertThat(stage.ended(caseRef).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(CaseFields.of(parcels.caseOf(delivery.ref(), 1)).text("cause"))
                .contains("is not there any more");
        assertThat(parcels.caseOf(poster, 2)).isNull();
    }

    @Test
    void leavesAloneWhatIsOnItsWay() {
        Delivery delivery = parcels.queued(poster);
        assertThat(advance(delivery)).isInstanceOf(DistributionOutcome.Untroubled.class);
        assertThat(parcels.read(delivery).status()).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(parcels.count(delivery.ref())).isZero();
        assertThat(postman.rounds).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNoDelivery() {
        Delivery refused = parcels.request(poster, DeliveryStatus.REJECTED);
        flow().sweep();
        assertThat(parcels.count(refused.ref())).isZero();
        assertThat(parcels.read(refused).status()).isEqualTo(DeliveryStatus.REJECTED);
    }

    @Test
    void saysWhatPeopleGaveUp() {
        Delivery failed = parcels.failed(poster, "no such partner");
        stage.complete(waiting(failed), Map.of("triage", "cannot-resolve"));

        for (int i = 0; i < 2; i++) {
            assertThat(advance(failed))
                    .isInstanceOfSatisfying(
                            DistributionOutcome.GivenUp.class,
                            given -> assertThat(given.reasons())
                                    .singleElement()
                                    .asString()
                                    .contains("no such partner"));
        }
        assertThat(parcels.read(failed).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(stage.eyes().require(CommentThread.class).comments(poster))
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .contains("given up");
        assertThat(parcels.count(failed.ref())).isEqualTo(1);
        assertThat(Shelf.trail(state))
                .filteredOn(event -> event.type().value().equals("flow.failed"))
                .hasSize(1);
    }

    @Test
    void opensAnotherCaseForTheNextFailureOfTheSameDelivery() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        parcels.correct(waiting(failed), "emptied");
        isDelivered(failed, "emptied");

        parcels.advance(failed, DeliveryStatus.FAILED, "the file was damaged");
        SourceRef second = waiting(failed);
        assertThat(parcels.caseOf(failed.ref(), 2).ref()).isEqualTo(second);
        parcels.correct(second, "sent by mail");
        isDelivered(failed, "sent by mail");
    }

    @Test
    void endsTheCaseOfWhatArrivedMeanwhile() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        waiting(failed);
        parcels.advance(failed, DeliveryStatus.DELIVERED, "carried over");

        assertThat(advance(failed)).isInstanceOf(DistributionOutcome.Delivered.class);
        assertThat(parcels.caseOf(failed.ref(), 1).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(parcels.read(failed).detail()).isEqualTo("carried over");
    }

    @Test
    void triesWhatPeopleCallSolvedAndCountsItsFailureAsAnother() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        SourceRef first = waiting(failed);
        parcels.correct(first, "emptied");
        stage.complete(first, Map.of("verify", "resolved"));
        postman.broken = true;

        SourceRef second = waiting(failed);
        assertThat(second).isNotEqualTo(first);
        assertThat(postman.rounds).hasSize(1);
        postman.broken = false;
        parcels.correct(second, "new address");
        isDelivered(failed, "new address");
    }

    @Test
    void comesAgainWhenTheCourierIsDownForTheMoment() {
        Delivery failed = parcels.failed(poster, "mailbox full");
        SourceRef caseRef = waiting(failed);
        parcels.correct(caseRef, "emptied");
        postman.ill = true;
        assertThatThrownBy(() -> advance(failed))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        assertThat(open(caseRef)).containsExactly("verify");

        postman.ill = false;
        isDelivered(failed, "emptied");
        assertThat(postman.rounds).as("one attempt under one key").hasSize(1);
    }
}
