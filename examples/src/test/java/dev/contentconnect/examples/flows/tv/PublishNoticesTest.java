package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TV2. What partners got is read from the messaging service, how far it came from the log of the library. */
class PublishNoticesTest extends VeronaScene {
    private static final String EMAILS = "/mra/v1/outbound/emails";

    private PublishNotices flow() {
        return flow(stage.people);
    }

    private PublishNotices flow(TradingGridConnector network) {
        return new PublishNotices(network, stage.library.vip(PowerCut.never()), List.of(), stage.state, stage.clock);
    }

    private SourceRef poster(String... countries) {
        return gallery.poster(id, List.of(ITALY, FRANCE, brand), countries);
    }

    private Map<SourceRef, NoticeOutcome> told(SourceRef poster) {
        NoticeRound round = flow().advance(poster);
        assertThat(round).isInstanceOf(NoticeRound.Told.class);
        return ((NoticeRound.Told) round).partners();
    }

    private Delivery entry(SourceRef poster, SourceRef partner) {
        assertThat(gallery.log(poster, partner)).hasSize(1);
        return gallery.log(poster, partner).get(0);
    }

    @Test
    void tellsEachPartnerOfTheAudienceOnceWithAccessVersionAndGuidance() {
        SourceRef roma = stage.partner(ROMA, ITALY, FRANCE, brand);
        stage.partner("Torino Tea", ITALY);
        stage.partner("Bergamo Beans", brand);
        SourceRef poster = poster("IT", "FR");
        for (int i = 0; i < 2; i++) {
            assertThat(told(poster)).containsOnlyKeys(verona, roma);
        }
        flow().on(CaseEvent.builder("vip", CaseEventType.ASSET_PUBLISHED, "any", stage.clock.now())
                .subject(poster)
                .build());

        for (String partner : List.of(VERONA, ROMA)) {
            assertThat(stage.mails(partner)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Poster " + id + " is published");
                assertThat(mail.fields())
                        .containsEntry("version", "1")
                        .containsEntry("usage guidance", "Use it indoors. Not on billboards.");
                assertThat(mail.text()).contains("Poster " + id + ": http", "version: 1");
            });
        }
        assertThat(stage.network.messages()).hasSize(2);
        assertThat(entry(poster, verona))
                .returns(DeliveryStatus.SENT, Delivery::status)
                .returns(poster.id(), Delivery::version);
        assertThat(TvStage.events(stage.state, CaseEventType.NOTICE_SENT)).hasSize(2);
    }

    @Test
    void tellsNobodyWhereRightsDoNotReachOrAreNotKnown() {
        SourceRef paris = stage.partner("Paris Pains", FRANCE, brand);
        SourceRef poster = poster("IT");
        assertThat(told(poster).get(paris)).isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(stage.mails("Paris Pains")).isEmpty();
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_REFUSED))
                .singleElement()
                .returns("Paris Pains", CaseEvent::step);

        SourceRef unknown = gallery.draft(id + "-u", ITALY, brand);
        gallery.publish(unknown, "unknown " + id, unknown.id(), List.of(ITALY, brand));
        assertThat(told(unknown).get(verona)).isInstanceOf(NoticeOutcome.Withheld.class);
        SourceRef pending = gallery.draft(id + "-p", ITALY, brand);
        gallery.allow(pending, RightsStatus.PENDING, null, "IT");
        gallery.publish(pending, "pending " + id, pending.id(), List.of(ITALY, brand));
        assertThat(told(pending).get(verona)).isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    @Test
    void tellsNobodyOfWhatIsNotOut() {
        SourceRef draft = gallery.draft(id + "-d", ITALY, brand);
        assertThat(flow().advance(draft)).isInstanceOf(NoticeRound.Nothing.class);
        SourceRef poster = poster("IT");
        gallery.publisher().hold(poster, "a complaint");
        assertThat(flow().advance(poster)).isInstanceOf(NoticeRound.Nothing.class);
        assertThat(flow().advance(SourceRef.of("vip", "999999999"))).isInstanceOf(NoticeRound.Nothing.class);
        assertThat(flow().advance(SourceRef.of("iconik", "7"))).isInstanceOf(NoticeRound.Nothing.class);
        SourceRef everybody = gallery.poster(id + "-e", List.of(), "IT");
        assertThat(told(everybody)).as("an audience that names nobody").isEmpty();
        assertThat(stage.network.messages()).isEmpty();
    }

    @Test
    void tracksTheReceiptsInTheLogOfTheLibrary() {
        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        SourceRef torino = stage.partner("Torino Tea", ITALY, brand);
        SourceRef poster = poster("IT");
        told(poster);
        stage.network.open(stage.mails(VERONA).get(0).job());
        assertThat(flow().follow()).hasSize(3);
        assertThat(entry(poster, verona).status())
                .as("an opening proves nothing")
                .isEqualTo(DeliveryStatus.SENT);
        assertThat(TvStage.events(stage.state, PartnerNotices.OPENED)).hasSize(1);

        stage.network.pull(stage.mails(VERONA).get(0).job());
        stage.network.bounce(stage.mails(ROMA).get(0).job());
        for (int i = 0; i < 2; i++) {
            flow().follow();
        }
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(entry(poster, roma))
                .returns(DeliveryStatus.FAILED, Delivery::status)
                .returns("came back: Error 250", Delivery::detail);
        assertThat(entry(poster, torino).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(flow().follow()).as("the others are settled").hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.DELIVERY_DELIVERED))
                .hasSize(1);
        assertThat(TvStage.events(stage.state, CaseEventType.DELIVERY_FAILED)).hasSize(1);
        told(poster);
        assertThat(stage.network.messages())
                .as("what came back is not sent again")
                .hasSize(3);
    }

    @Test
    void knowsNothingOfAReceiptForAnUnknownJob() {
        SourceRef poster = poster("IT");
        told(poster);
        assertThat(flow().follow(TvStage.ref("job:nobodys"))).isEmpty();
        assertThat(flow().follow(SourceRef.of("elsewhere", "job:1"))).isEmpty();
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.SENT);

        stage.network.failNext(1, "GET", EMAILS, Fault.status(404));
        assertThat(flow().follow()).as("the service has forgotten it").hasSize(1);
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(flow().follow()).isEmpty();
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    @Test
    void saysWhoCannotBeReachedAndTellsTheOthers() {
        stage.network.partner("Torino Tea", "Active", null, "ZZ:TORINO");
        SourceRef torino = TvStage.ref("Torino Tea");
        for (Segment segment : List.of(ITALY, brand)) {
            stage.people.rules().orElseThrow().grant(torino, segment, "for tests");
        }
        SourceRef poster = poster("IT");
        assertThat(told(poster).get(torino)).isInstanceOf(NoticeOutcome.Unreachable.class);
        assertThat(entry(poster, torino).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(entry(poster, torino).detail()).contains("no e-mail address");
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    @Test
    void tellsAPartnerOnceAlthoughItsLoginAndAddressChanged() {
        SourceRef poster = poster("IT");
        told(poster);
        try (TradingGridConnector changed = stage.grid(
                PowerCut.never(),
                stage.state,
                options -> options.contacts(Map.of(VERONA, List.of("somebody.else@verona.example"))))) {
            assertThat(flow(changed).advance(poster)).isInstanceOf(NoticeRound.Told.class);
        }
        assertThat(stage.mails(VERONA)).singleElement().returns(TvStage.mailbox(VERONA), TvStage.Mail::to);
    }

    @Test
    void asksSomebodyToLookWhereNobodyKnowsWhetherANoticeWentOut() {
        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        SourceRef poster = poster("IT");
        stage.network.failNext(1, "POST", EMAILS, Fault.connectionReset().afterHandling());
        assertThatThrownBy(() -> flow().advance(poster)).isInstanceOf(ConnectorException.class);
        assertThat(stage.network.messages())
                .as("the other was told all the same")
                .hasSize(2);

        assertThat(told(poster).get(verona)).isInstanceOf(NoticeOutcome.InDoubt.class);
        assertThat(told(poster).get(roma)).isInstanceOf(NoticeOutcome.Told.class);
        stage.lookUp(stage.state, "tv2:" + poster + "@" + poster.id(), verona);
        assertThat(told(poster).get(verona)).isInstanceOf(NoticeOutcome.Told.class);
        assertThat(stage.network.messages()).hasSize(2);
        assertThat(entry(poster, verona).status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void tellsWhoIsOnlyOfferedIt() {
        SourceRef poster = poster("IT");
        offer();
        assertThat(told(poster).get(verona)).isInstanceOf(NoticeOutcome.Told.class);
        assertThat(stage.mails(VERONA)).hasSize(1);

        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        offer();
        gallery.replace(poster, id, 2, List.of(ITALY, FRANCE, brand));
        assertThat(told(poster)).as("nobody told her of version 1").containsOnlyKeys(roma);
        assertThat(stage.mails(ROMA)).hasSize(1);
    }

    @Test
    void triesAgainWhereThereWasNoAddress() {
        stage.network.partner("Torino Tea", "Active", null, "ZZ:TORINO");
        SourceRef torino = TvStage.ref("Torino Tea");
        for (Segment segment : List.of(ITALY, brand)) {
            stage.people.rules().orElseThrow().grant(torino, segment, "for tests");
        }
        SourceRef poster = poster("IT");
        assertThat(told(poster).get(torino)).isInstanceOf(NoticeOutcome.Unreachable.class);
        try (TradingGridConnector changed = stage.grid(
                PowerCut.never(),
                stage.state,
                options -> options.contacts(Map.of("Torino Tea", List.of("tea@torino.example"))))) {
            for (int i = 0; i < 2; i++) {
                flow(changed).sweep();
                flow(changed).advance(poster);
            }
            assertThat(stage.mails("Torino Tea")).hasSize(1);
            assertThat(entry(poster, torino).status()).isEqualTo(DeliveryStatus.SENT);

            stage.network.bounce(stage.mails("Torino Tea").get(0).job());
            for (int i = 0; i < 2; i++) {
                flow(changed).follow();
            }
        }
        assertThat(entry(poster, torino).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(TvStage.events(stage.state, CaseEventType.DELIVERY_FAILED))
                .as("no way, and a way that failed")
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.note()).startsWith("came back"));
    }

    @Test
    void tellsEachPartnerOfThePublicationForItself() {
        SourceRef poster = gallery.poster(id, List.of(ITALY, brand), "IT", "FR");
        stage.partner("Paris Pains", FRANCE, brand);
        gallery.publishToo(poster, List.of(FRANCE, brand), "Use it in France only.");
        told(poster);
        assertThat(stage.mails(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.fields())
                        .containsEntry("usage guidance", "Use it indoors. Not on billboards."));
        assertThat(stage.mails("Paris Pains"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.fields())
                        .containsEntry("usage guidance", "Use it in France only. Not on billboards."));
    }
}
