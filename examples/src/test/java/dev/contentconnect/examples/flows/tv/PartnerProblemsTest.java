package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TV3. Versions, comments and the log are read from the library, what the partner got from the transport's folder. */
class PartnerProblemsTest extends VeronaScene {
    private static final String LENS = "/visibility_transaction_search";

    private PartnerProblems flow() {
        return new PartnerProblems(
                stage.people,
                stage.files(PowerCut.never(), stage.people),
                stage.library.vip(PowerCut.never()),
                List.of(),
                stage.state,
                stage.clock);
    }

    private List<Segment> audience() {
        return List.of(ITALY, FRANCE, brand);
    }

    private SourceRef poster() {
        return gallery.poster(id, audience(), "IT");
    }

    private CaseEvent reports(String partner, SourceRef asset, String reason) {
        return stage.sends(partner, "BIN", Map.of("reference id", asset.toString(), "reason code", reason));
    }

    private SourceRef problem(CaseEvent report) {
        assertThat(flow().on(report)).containsInstanceOf(ProblemOutcome.InReview.class);
        return report.related();
    }

    private List<String> comments(SourceRef asset) {
        return stage.library.eyes().require(CommentThread.class).comments(asset).stream()
                .map(Comment::text)
                .toList();
    }

    private Delivery entry(SourceRef asset, SourceRef partner) {
        return gallery.log(asset, partner).get(0);
    }

    @Test
    void replacesTheFilePushesItAndIsClosedWhenThePartnerHasIt() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "wrong format"));
        assertThat(entry(poster, verona))
                .returns(DeliveryStatus.FAILED, Delivery::status)
                .returns("wrong format", Delivery::detail);
        assertThat(comments(poster)).singleElement().asString().contains("Verona Vittles", "wrong format");
        assertThat(flow().sweep()).containsOnlyKeys(problem);
        assertThat(stage.outbox(VERONA)).isEmpty();

        for (int i = 0; i < 2; i++) {
            assertThat(flow().replace(problem, Gallery.content("right.txt", "the right one")))
                    .isInstanceOfSatisfying(
                            ProblemOutcome.Updated.class,
                            updated -> assertThat(updated.version()).isEqualTo("2"));
        }
        assertThat(gallery.reader().versions(poster)).hasSize(2);
        assertThat(gallery.reader().get(poster).currentVersion())
                .extracting(AssetVersion::number)
                .isEqualTo(2);
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue("the right one");
        assertThat(stage.mails(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Version 2 is on its way"));
        assertThat(entry(poster, verona).status())
                .as("not closed before it arrived")
                .isEqualTo(DeliveryStatus.FAILED);

        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(gallery.log(poster, verona)).extracting(Delivery::status).containsOnly(DeliveryStatus.DELIVERED);
        assertThat(flow().sweep()).isEmpty();
        assertThat(flow().replace(problem, Gallery.content("x.txt", "no more")))
                .isInstanceOf(ProblemOutcome.Solved.class);
        assertThat(gallery.reader().versions(poster)).hasSize(2);
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(comments(poster)).hasSize(2);
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_OPENED)).hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_RESOLVED))
                .singleElement()
                .returns("solved", CaseEvent::outcome);
    }

    @Test
    void findsWhatPeopleReplacedByHand() {
        SourceRef poster = poster();
        CaseEvent report = reports(VERONA, poster, "outdated");
        SourceRef problem = problem(report);
        AssetVersion second = gallery.addVersion(poster, id, 2);
        assertThat(flow().sweep().get(problem)).as("nobody approved it").isInstanceOf(ProblemOutcome.InReview.class);
        gallery.publish(poster, "by hand " + id, second.id(), audience());
        for (int i = 0; i < 2; i++) {
            assertThat(flow().on(report)).containsInstanceOf(ProblemOutcome.Updated.class);
        }
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id, 2));
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(comments(poster)).hasSize(1);
    }

    @Test
    void sendsWhatIsMissingAgain() {
        SourceRef poster = poster();
        SourceRef nothing = SourceRef.of("vip", "999999999");
        SourceRef problem = problem(reports(VERONA, nothing, "missing"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().replace(problem, Gallery.content("x.txt", "for nothing")));
        assertThat(flow().resend(problem, nothing)).isInstanceOf(ProblemOutcome.InReview.class);
        for (int i = 0; i < 2; i++) {
            assertThat(flow().resend(problem, poster)).isInstanceOf(ProblemOutcome.Updated.class);
        }
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id, 1));
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
        assertThat(gallery.reader().versions(poster)).hasSize(1);
    }

    @Test
    void triesAgainWhenTheFileDoesNotArrive() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        flow().resend(problem, poster);
        stage.take(VERONA, "Delivery failed");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.InReview.class);
        assertThat(comments(poster)).anyMatch(text -> text.contains("did not arrive"));
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.InReview.class);
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(flow().resend(problem, poster)).isInstanceOf(ProblemOutcome.Updated.class);
        assertThat(stage.take(VERONA, "Delivered")).hasSize(1);
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
    }

    @Test
    void tellsThePartnerWhyNothingIsReplaced() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "wrong format"));
        for (int i = 0; i < 2; i++) {
            assertThat(flow().decline(problem, "Your reader needs an update."))
                    .isEqualTo(new ProblemOutcome.Declined("Your reader needs an update."));
        }
        assertThat(stage.mails(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Your reader needs an update."));
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(flow().sweep()).isEmpty();
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(gallery.reader().versions(poster)).hasSize(1);
    }

    @Test
    void takesARefusalThatSomebodyWroteIntoTheLog() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "wrong format"));
        stage.library
                .eyes()
                .require(DeliveryLog.class)
                .advance(entry(poster, verona).ref(), DeliveryStatus.REJECTED, "It opens everywhere else.");
        assertThat(flow().sweep().get(problem)).isEqualTo(new ProblemOutcome.Declined("It opens everywhere else."));
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    @Test
    void sendsNothingToAPartnerOutsideTheSegment() {
        SourceRef roma = stage.partner(ROMA, ITALY);
        SourceRef poster = poster();
        SourceRef problem = problem(reports(ROMA, poster, "missing"));
        assertThat(flow().resend(problem, poster)).isInstanceOf(ProblemOutcome.Declined.class);
        assertThat(stage.outbox(ROMA)).isEmpty();
        assertThat(stage.mails(ROMA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("is not available to you")
                        .doesNotContain("audience", "Poster"));
        assertThat(gallery.log(poster, roma)).extracting(Delivery::status).contains(DeliveryStatus.REJECTED);
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_RESOLVED))
                .singleElement()
                .returns("refused", CaseEvent::outcome);
    }

    @Test
    void takesTheRefusalOfAPartnersSystemAsAReport() {
        SourceRef poster = poster();
        String document = stage.network.entry(
                Map.of("transactionlevel", "Document", "receivername", VERONA),
                Map.of("reference id", poster.toString()));
        stage.news();
        stage.pass();
        stage.network.acknowledge(document, "R");
        for (CaseEvent event : stage.news()) {
            flow().on(event);
        }
        assertThat(entry(poster, verona)).returns(DeliveryStatus.FAILED, Delivery::status);
        assertThat(comments(poster)).singleElement().asString().contains("Verona Vittles");
    }

    @Test
    void leavesAloneWhatIsNoProblem() {
        SourceRef poster = poster();
        assertThat(flow().on(stage.sends(VERONA, "864", Map.of("reference id", poster.toString()))))
                .isEmpty();
        assertThat(gallery.log(poster)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> flow().decline(SourceRef.of("tradinggrid", "x"), "no"));
    }

    @Test
    void sendsTheVersionThatCameOutBeforeTheFirstOneLeft() throws IOException {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        Path outbox = folder.resolve("outbox");
        Files.writeString(outbox, "no folder");
        assertThatThrownBy(() -> flow().resend(problem, poster)).isInstanceOf(ConnectorException.class);
        gallery.replace(poster, id, 2, audience());
        Files.delete(outbox);
        assertThat(flow().sweep().get(problem))
                .isInstanceOfSatisfying(
                        ProblemOutcome.Updated.class,
                        updated -> assertThat(updated.version()).isEqualTo("2"));
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id, 2));
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
    }

    @Test
    void rejectsWhatNeverLeftWhenAnotherVersionCameOut() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        gallery.replace(poster, id, 2, audience());
        stage.network.failNext(3, "POST", LENS, Fault.status(503));
        assertThatThrownBy(() -> flow().sweep()).isInstanceOf(ConnectorException.class);
        gallery.replace(poster, id, 3, audience());

        assertThat(flow().sweep().get(problem))
                .isInstanceOfSatisfying(
                        ProblemOutcome.Updated.class,
                        updated -> assertThat(updated.version()).isEqualTo("3"));
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id, 3));
        assertThat(gallery.log(poster, verona))
                .extracting(Delivery::status)
                .containsExactly(DeliveryStatus.FAILED, DeliveryStatus.REJECTED, DeliveryStatus.SENT);
    }

    /** Another version comes out afterwards: what may have left, and did not, does not keep that one back. */
    @Test
    void hasAFileOnItsWayWheneverItDies() {
        boolean died = true;
        for (int moment = 0; died; moment++) {
            String name = id + "-" + moment;
            SourceRef poster = gallery.poster(name, audience(), "IT");
            SourceRef problem = problem(reports(VERONA, poster, "missing"));
            gallery.replace(poster, name, 2, audience());
            PowerCut cut = new PowerCut(moment);
            try {
                new PartnerProblems(
                                stage.people,
                                stage.files(cut, stage.people),
                                stage.library.vip(PowerCut.never()),
                                List.of(),
                                cut.on(stage.state),
                                stage.clock)
                        .sweep();
            } catch (Error | RuntimeException broken) {
                assertThat(cut.happened()).isTrue();
            }
            died = cut.happened();
            gallery.replace(poster, name, 3, audience());
            flow().sweep();

            assertThat(stage.outbox(VERONA).values())
                    .as("moment " + moment)
                    .containsAnyOf(Gallery.text(name, 2), Gallery.text(name, 3));
            stage.take(VERONA, "Delivered");
            assertThat(flow().sweep().get(problem)).as("moment " + moment).isInstanceOf(ProblemOutcome.Solved.class);
        }
    }

    @Test
    void takesAnotherFileWhenTheOneBeforeDidNotArrive() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "wrong format"));
        flow().replace(problem, Gallery.content("first.txt", "the first one"));
        stage.take(VERONA, "Delivery failed");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.InReview.class);
        for (int i = 0; i < 2; i++) {
            assertThat(flow().replace(problem, Gallery.content("second.txt", "the second one")))
                    .isInstanceOfSatisfying(
                            ProblemOutcome.Updated.class,
                            updated -> assertThat(updated.version()).isEqualTo("3"));
        }
        assertThat(gallery.reader().versions(poster)).hasSize(3);
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue("the second one");
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
    }

    @Test
    void staysOpenUntilItIsKnownWhetherThePartnerWasTold() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "wrong format"));
        stage.network.failNext(1, "POST", "/mra/v1/outbound/emails", Fault.connectionReset());
        assertThatThrownBy(() -> flow().decline(problem, "It opens everywhere else."))
                .isInstanceOf(ConnectorException.class);
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Declined.class);
        assertThat(stage.mails(VERONA)).isEmpty();

        stage.lookUp(stage.state, "tv3:" + problem, verona);
        assertThat(flow().sweep()).as("open while that is in doubt").hasSize(1);
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void closesWhatArrivedOnceItIsKnownWhetherThePartnerWasTold() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        stage.network.failNext(1, "POST", "/mra/v1/outbound/emails", Fault.connectionReset());
        assertThatThrownBy(() -> flow().resend(problem, poster)).isInstanceOf(ConnectorException.class);
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
        stage.lookUp(stage.state, "tv3:" + problem + ":file1", verona);
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void aRefusalOfItsOwnFileIsNoSecondProblem() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        flow().resend(problem, poster);
        String name = stage.outbox(VERONA).keySet().iterator().next();
        stage.network.change(stage.take(VERONA, "Delivered").get(name), Map.of("correlationid", "p"));
        String document = stage.network.entry(
                Map.of(
                        "correlationid",
                        "p",
                        "transactionlevel",
                        "Document",
                        "receivername",
                        VERONA,
                        "senderfilename",
                        name),
                Map.of("reference id", poster.toString()));
        stage.news();
        stage.pass();
        stage.network.acknowledge(document, "R");
        List<CaseEvent> news = stage.news();
        assertThat(news).anyMatch(event -> event.type().equals(CaseEventType.DELIVERY_REJECTED));
        news.forEach(event -> flow().on(event));
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_OPENED)).hasSize(1);
        assertThat(gallery.log(poster, verona)).as("problem and file").hasSize(2);
        assertThat(flow().sweep()).containsOnlyKeys(problem).containsValue(new ProblemOutcome.InReview());
    }

    @Test
    void followsWhatLeftAlthoughTheDirectoryHasThePartnerNoMore() {
        SourceRef poster = poster();
        SourceRef problem = problem(reports(VERONA, poster, "missing"));
        flow().resend(problem, poster);
        stage.network.removePartner(VERONA);
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Updated.class);
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().get(problem)).isInstanceOf(ProblemOutcome.Solved.class);
        assertThat(flow().sweep()).isEmpty();
    }
}
