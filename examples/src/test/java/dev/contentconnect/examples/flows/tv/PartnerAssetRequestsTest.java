package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.InboxWishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TV1. What left is read from the transport's folder, what it means from the library's log and from the messages. */
class PartnerAssetRequestsTest extends VeronaScene {
    @TempDir
    private Path papers;

    private PartnerAssetRequests flow() {
        return flow(Wish.Reader.NAMED);
    }

    private PartnerAssetRequests flow(Wish.Reader wishes) {
        return new PartnerAssetRequests(
                stage.people,
                stage.files(PowerCut.never(), stage.people),
                wishes,
                stage.library.vip(PowerCut.never()),
                List.of(),
                stage.state,
                stage.clock);
    }

    private SourceRef poster(String name, List<Segment> audience, String... countries) {
        return gallery.poster(id + "-" + name, audience, countries);
    }

    private CaseEvent asks(String partner, SourceRef asset) {
        return stage.sends(partner, "864", Map.of("reference id", asset.toString()));
    }

    private CaseEvent asks(String partner, String paper, String... lines) throws IOException {
        Files.write(papers.resolve(paper), List.of(lines));
        return stage.sends(partner, "864", Map.of("reference number", paper), paper);
    }

    private PartnerRequestOutcome.Served served(CaseEvent request) {
        PartnerRequestOutcome outcome = flow().on(request).orElseThrow();
        assertThat(outcome).isInstanceOf(PartnerRequestOutcome.Served.class);
        return (PartnerRequestOutcome.Served) outcome;
    }

    private void isRefused(CaseEvent request, String reason) {
        assertThat(flow().on(request).orElseThrow())
                .isInstanceOfSatisfying(
                        PartnerRequestOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains(reason));
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(stage.outbox(ROMA)).isEmpty();
    }

    @Test
    void deliversTheFileAndIsCompleteWhenThePartnerFetchedIt() {
        SourceRef poster = poster("a", List.of(ITALY, FRANCE, brand), "IT");
        CaseEvent request = asks(VERONA, poster);
        for (int i = 0; i < 2; i++) {
            assertThat(served(request).complete()).isFalse();
        }
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id + "-a", 1));
        assertThat(gallery.log(poster, verona))
                .singleElement()
                .returns(DeliveryStatus.SENT, Delivery::status)
                .returns(poster.id(), Delivery::version);
        String name = stage.outbox(VERONA).keySet().iterator().next();
        assertThat(name).matches("[A-Za-z0-9_-]+-v1-[0-9a-f]{10}\\.txt");
        assertThat(stage.mails(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(name));

        String entry = stage.take(VERONA, "Completed").get(name);
        assertThat(served(request).complete()).as("completed is not received").isFalse();
        stage.network.change(entry, Map.of("status", "Delivered"));
        assertThat(flow().sweep().values())
                .singleElement()
                .isInstanceOfSatisfying(
                        PartnerRequestOutcome.Served.class,
                        one -> assertThat(one.complete()).isTrue());
        assertThat(gallery.log(poster, verona)).singleElement().returns(DeliveryStatus.DELIVERED, Delivery::status);
        assertThat(flow().sweep()).isEmpty();
        assertThat(served(request).complete()).isTrue();
        assertThat(stage.outbox(VERONA)).as("nothing goes out again").isEmpty();
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.REQUEST_RECEIVED)).hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_RESOLVED))
                .singleElement()
                .returns("delivered", CaseEvent::outcome);
    }

    @Test
    void sendsNothingToAPartnerOutsideTheSegmentAndTellsItNothing() {
        SourceRef roma = stage.partner(ROMA, ITALY);
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        isRefused(asks(ROMA, poster), "not of the audience");
        assertThat(gallery.log(poster, roma)).isEmpty();
        assertThat(stage.mails(ROMA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(poster + " is not available to you")
                        .doesNotContain("Poster"));
        SourceRef nothing = SourceRef.of("vip", "999999999");
        isRefused(asks(ROMA, nothing), "not in the library");
        assertThat(stage.mails(ROMA).get(1).text())
                .as("the same words for what there is and what there is not")
                .contains(nothing + " is not available to you");
    }

    @Test
    void sendsOnlyWhatIsApproved() {
        SourceRef draft = gallery.draft(id + "-d", ITALY, brand);
        gallery.allow(draft, RightsStatus.CLEARED, null, "IT");
        isRefused(asks(VERONA, draft), "not out");
        SourceRef held = poster("h", List.of(ITALY, brand), "IT");
        gallery.publisher().hold(held, "a complaint");
        isRefused(asks(VERONA, held), "not out");
        SourceRef poster = poster("p", List.of(ITALY, brand), "IT");
        gallery.addVersion(poster, id + "-p", 2);
        served(asks(VERONA, poster));
        assertThat(stage.outbox(VERONA)).as("the approved version").containsValue(Gallery.text(id + "-p", 1));
    }

    @Test
    void sendsNothingWhoseRightsDoNotReachOrAreNotKnown() {
        isRefused(asks(VERONA, poster("f", List.of(ITALY, brand), "FR")), "rights of");
        SourceRef unknown = gallery.draft(id + "-u", ITALY, brand);
        gallery.publish(unknown, "unknown " + id, unknown.id(), List.of(ITALY, brand));
        isRefused(asks(VERONA, unknown), "rights of");
        SourceRef expired = poster("e", List.of(ITALY, brand), "IT");
        gallery.allow(expired, RightsStatus.RESTRICTED, stage.clock.now().minusSeconds(60), "IT");
        isRefused(asks(VERONA, expired), "rights of");
    }

    @Test
    void sendsNothingToWhoIsNobodyOrNotActive() {
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        isRefused(asks("Nobody at all", poster), "the directory has no partner");
        stage.network.partner("Torino Tea", "Suspended", "t@torino.example", TvStage.address("Torino Tea"));
        stage.people.rules().orElseThrow().grant(TvStage.ref("Torino Tea"), ITALY, "x");
        stage.people.rules().orElseThrow().grant(TvStage.ref("Torino Tea"), brand, "x");
        isRefused(asks("Torino Tea", poster), "not of the audience");
        assertThat(stage.outbox("Torino Tea")).isEmpty();
        assertThat(stage.network.messages()).isEmpty();
    }

    @Test
    void sendsNothingOnceThePartnerHasLeftTheSegment() {
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        CaseEvent request = asks(VERONA, poster);
        PartnerAssetRequests leaving = new PartnerAssetRequests(
                stage.people,
                new PartnerFiles() {
                    @Override
                    public Optional<Delivery> send(
                            String name, SourceRef partner, List<Segment> segments, Content content) {
                        stage.people.rules().orElseThrow().revoke(partner, brand);
                        return stage.files(PowerCut.never(), stage.people).send(name, partner, segments, content);
                    }

                    @Override
                    public Optional<Delivery> track(String name, SourceRef partner) {
                        return Optional.empty();
                    }
                },
                Wish.Reader.NAMED,
                stage.library.vip(PowerCut.never()),
                List.of(),
                stage.state,
                stage.clock);
        assertThat(leaving.on(request).orElseThrow()).isInstanceOf(PartnerRequestOutcome.Refused.class);
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(gallery.log(poster, verona)).singleElement().returns(DeliveryStatus.REJECTED, Delivery::status);
        stage.people.rules().orElseThrow().grant(verona, brand, "back");
        isRefused(request, "not_entitled");
    }

    @Test
    void servesWhatADocumentAsksForAndLeavesOutTheRest() throws Exception {
        InboxWishes wishes = new InboxWishes(papers);
        SourceRef one = poster("one", List.of(ITALY, brand), "IT");
        SourceRef two = poster("two", List.of(FRANCE, brand), "FR");
        poster("three", List.of(ITALY), "IT");
        CaseEvent request =
                asks(VERONA, "wish-1.txt", "Dear all,", brand.kind() + " " + brand.value(), "asset vip:999999999");
        PartnerRequestOutcome outcome = flow(wishes).on(request).orElseThrow();
        assertThat(outcome).isInstanceOfSatisfying(PartnerRequestOutcome.Served.class, served -> {
            assertThat(served.files()).containsOnlyKeys(one);
            assertThat(served.refused()).containsOnlyKeys(two, SourceRef.of("vip", "999999999"));
        });
        assertThat(stage.outbox(VERONA)).hasSize(1).containsValue(Gallery.text(id + "-one", 1));
        assertThat(stage.sends(VERONA, "864", Map.of("reference number", "wish-1.txt"), "wish-1.txt"))
                .satisfies(again -> flow(wishes).on(again));
        assertThat(stage.outbox(VERONA)).as("the same case, sent twice").hasSize(1);
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    @Test
    void waitsForADocumentThatIsOnItsWay() throws Exception {
        InboxWishes wishes = new InboxWishes(papers);
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        CaseEvent request = stage.sends(VERONA, "864", Map.of("reference number", "r-1"), "late.txt");
        assertThat(flow(wishes).on(request)).containsInstanceOf(PartnerRequestOutcome.Waiting.class);
        Files.writeString(stage.inbox().resolve("late.txt"), "asset " + poster);
        wishes.collect(stage.documents(), 10);
        assertThat(flow(wishes).sweep().values()).singleElement().isInstanceOf(PartnerRequestOutcome.Served.class);
        assertThat(stage.outbox(VERONA)).hasSize(1);
    }

    @Test
    void readsNoFileThatClimbsOutOfItsFolder() throws Exception {
        InboxWishes wishes = new InboxWishes(Files.createDirectories(papers.resolve("below")));
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        Files.writeString(papers.resolve("secret.txt"), "asset " + poster);
        CaseEvent request = stage.sends(VERONA, "864", Map.of("reference number", "r-1"), "../secret.txt");
        assertThat(flow(wishes).on(request).orElseThrow())
                .isInstanceOfSatisfying(
                        PartnerRequestOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("cannot be read"));
        assertThat(stage.outbox(VERONA)).isEmpty();
    }

    @Test
    void namesFilesPlainlyWhateverTheLibraryCallsThem() {
        Asset odd = Asset.builder(SourceRef.of("files", id + "-odd"))
                .title("../../etc/passwd{\"x\"}")
                .kind(AssetKind.DOCUMENT)
                .build();
        SourceRef poster = stage.library
                .eyes()
                .require(AssetWriter.class)
                .create(new AssetDraft(
                        "files:" + id + "-odd", odd, Gallery.content("..%2f..%2fsecret poster.txt", "odd")))
                .ref();
        gallery.allow(poster, RightsStatus.RESTRICTED, null, "IT");
        gallery.publish(poster, "odd " + id, poster.id(), List.of(ITALY, brand));
        served(asks(VERONA, poster));
        assertThat(stage.outbox(VERONA).keySet())
                .singleElement()
                .asString()
                .matches("[A-Za-z0-9_-]+-v1-[0-9a-f]{10}\\.txt");
    }

    @Test
    void keepsTheCasesOfTwoPartnersApart() {
        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        Map<String, String> keys = Map.of("reference id", poster.toString(), "reference number", "1");
        served(stage.sends(VERONA, "864", keys));
        served(stage.sends(ROMA, "864", keys));
        assertThat(stage.outbox(VERONA)).hasSize(1);
        assertThat(stage.outbox(ROMA)).hasSize(1);
        assertThat(gallery.log(poster, verona)).hasSize(1);
        assertThat(gallery.log(poster, roma)).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsNoRequest() {
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        assertThat(flow().on(stage.sends(VERONA, "BIN", Map.of("reference id", poster.toString()))))
                .isEmpty();
        assertThat(flow().sweep()).isEmpty();
        assertThat(stage.network.messages()).isEmpty();
    }

    @Test
    void comesAgainWhenTheTransportIsDown() throws Exception {
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        CaseEvent request = asks(VERONA, poster);
        Path outbox = folder.resolve("outbox");
        Files.writeString(outbox, "no folder");
        assertThatThrownBy(() -> flow().on(request)).isInstanceOf(ConnectorException.class);
        Files.delete(outbox);
        assertThat(flow().sweep()).hasSize(1);
        assertThat(stage.outbox(VERONA)).hasSize(1);
        assertThat(gallery.log(poster, verona)).singleElement().returns(DeliveryStatus.SENT, Delivery::status);
    }

    @Test
    void followsWhatLeftAlthoughTheDirectoryHasThePartnerNoMore() {
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        CaseEvent request = asks(VERONA, poster);
        assertThat(served(request).complete()).isFalse();
        stage.network.removePartner(VERONA);
        assertThat(served(request).complete()).as("it left").isFalse();
        stage.take(VERONA, "Delivered");
        assertThat(flow().sweep().values())
                .singleElement()
                .isInstanceOfSatisfying(
                        PartnerRequestOutcome.Served.class,
                        one -> assertThat(one.complete()).isTrue());
        assertThat(gallery.log(poster, verona)).singleElement().returns(DeliveryStatus.DELIVERED, Delivery::status);
    }

    @Test
    void sendsTheOtherFilesWhereOneFails() throws Exception {
        poster("one", List.of(ITALY, brand), "IT");
        poster("two", List.of(ITALY, brand), "IT");
        PartnerFiles files = stage.files(PowerCut.never(), stage.people);
        List<String> names = new ArrayList<>();
        PartnerFiles failing = new PartnerFiles() {
            @Override
            public Optional<Delivery> send(String name, SourceRef partner, List<Segment> segments, Content content) {
                names.add(name);
                if (name.equals(names.get(0))) {
                    throw LocalErrors.of("vip").undecodable("media.content", "a page and not a file");
                }
                return files.send(name, partner, segments, content);
            }

            @Override
            public Optional<Delivery> track(String name, SourceRef partner) {
                return files.track(name, partner);
            }
        };
        PartnerAssetRequests flow = new PartnerAssetRequests(
                stage.people,
                failing,
                new InboxWishes(papers),
                stage.library.vip(PowerCut.never()),
                List.of(),
                stage.state,
                stage.clock);
        CaseEvent request = asks(VERONA, "wish-2.txt", brand.kind() + " " + brand.value());
        assertThatThrownBy(() -> flow.on(request)).isInstanceOf(ConnectorException.class);
        assertThat(stage.outbox(VERONA)).hasSize(1);
    }

    @Test
    void staysOpenUntilItIsKnownWhetherThePartnerWasTold() {
        SourceRef roma = stage.partner(ROMA, ITALY);
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        CaseEvent request = asks(ROMA, poster);
        stage.network.failNext(1, "POST", "/mra/v1/outbound/emails", Fault.connectionReset());
        assertThatThrownBy(() -> flow().on(request)).isInstanceOf(ConnectorException.class);
        assertThat(flow().sweep().values()).singleElement().isInstanceOf(PartnerRequestOutcome.Refused.class);
        assertThat(stage.mails(ROMA)).isEmpty();

        stage.lookUp(stage.state, "tv1:" + request.related(), roma);
        assertThat(flow().sweep()).as("open while that is in doubt").hasSize(1);
        assertThat(stage.mails(ROMA)).hasSize(1);
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void sendsByThePublicationThatReachesThePartnerWithinTheRights() {
        stage.people.rules().orElseThrow().grant(verona, FRANCE, "for tests");
        SourceRef poster = poster("a", List.of(FRANCE, brand), "IT");
        gallery.publishToo(poster, List.of(ITALY, brand), "Use it in Italy only.");
        served(asks(VERONA, poster));
        assertThat(stage.outbox(VERONA)).hasSize(1);
    }

    @Test
    void waitsForTheFileOfARequestThatNamesAnAssetToo() throws Exception {
        InboxWishes wishes = new InboxWishes(papers);
        SourceRef poster = poster("a", List.of(ITALY, brand), "IT");
        SourceRef other = poster("b", List.of(ITALY, brand), "IT");
        CaseEvent request = stage.sends(
                VERONA, "864", Map.of("reference id", poster.toString(), "reference number", "r-2"), "more.txt");
        assertThat(flow(wishes).on(request)).containsInstanceOf(PartnerRequestOutcome.Waiting.class);
        Files.writeString(stage.inbox().resolve("more.txt"), "asset " + other);
        wishes.collect(stage.documents(), 10);
        flow(wishes).sweep();
        assertThat(stage.outbox(VERONA)).hasSize(2);
    }
}
