package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.PowerCut;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TV4. Who was told, and what, is read from the messaging service and from the log of the library. */
class VersionNoticesTest extends VeronaScene {
    private Connector vip() {
        return stage.library.vip(PowerCut.never());
    }

    private VersionNotices flow() {
        return new VersionNotices(stage.people, vip(), List.of(), stage.state, stage.clock);
    }

    private PublishNotices published() {
        return new PublishNotices(stage.people, vip(), List.of(), stage.state, stage.clock);
    }

    private List<Segment> audience() {
        return List.of(ITALY, FRANCE, brand);
    }

    /** Out in version 1, of which the partners at hand have been told. */
    private SourceRef poster(String... countries) {
        SourceRef poster = gallery.poster(id, audience(), countries);
        published().advance(poster);
        return poster;
    }

    private Map<SourceRef, NoticeOutcome> told(SourceRef poster) {
        NoticeRound round = flow().advance(poster);
        assertThat(round).isInstanceOf(NoticeRound.Told.class);
        return ((NoticeRound.Told) round).partners();
    }

    private List<TvStage.Mail> changes(String partner) {
        return stage.mails(partner).stream()
                .filter(mail -> mail.subject().endsWith("has a new version"))
                .toList();
    }

    @Test
    void tellsOnlyWhoHasAnEarlierVersionAndTellsThemEverything() {
        SourceRef poster = poster("IT", "FR");
        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        assertThat(told(poster)).as("there is no other version yet").isEmpty();
        AssetVersion second = gallery.replace(poster, id, 2, audience());
        for (int i = 0; i < 2; i++) {
            assertThat(told(poster)).containsOnlyKeys(verona);
        }

        assertThat(changes(ROMA)).isEmpty();
        assertThat(changes(VERONA)).singleElement().satisfies(mail -> {
            assertThat(mail.fields()).containsEntry("version", "2").containsEntry("usage guidance", "Use it indoors.");
            assertThat(mail.fields().get("territories")).isIn("IT, FR", "FR, IT");
            Instant effective = Instant.parse(mail.fields().get("effective date"));
            assertThat(Duration.between(effective, stage.library.clock().now())).isLessThan(Duration.ofHours(1));
            assertThat(mail.fields().get("replacement instruction"))
                    .startsWith("Replace version 1 with version 2 from " + effective);
        });
        assertThat(gallery.log(poster, verona))
                .filteredOn(entry -> second.id().equals(entry.version()))
                .singleElement()
                .returns(DeliveryStatus.SENT, entry -> entry.status());
        published().advance(poster);
        assertThat(stage.mails(VERONA)).as("TV2 leaves it to TV4").hasSize(2);
        assertThat(stage.mails(ROMA)).as("who has none is told by TV2").hasSize(1);
        assertThat(told(poster)).doesNotContainKey(roma);
    }

    @Test
    void tellsNobodyOfAVersionThatNobodyApproved() {
        SourceRef poster = poster("IT");
        gallery.addVersion(poster, id, 2);
        assertThat(told(poster)).isEmpty();
        assertThat(changes(VERONA)).isEmpty();
        gallery.publisher().hold(poster, "a complaint");
        assertThat(flow().advance(poster)).isInstanceOf(NoticeRound.Nothing.class);
    }

    @Test
    void tellsNobodyBeforeEverythingIsKnown() {
        SourceRef poster = poster("IT");
        gallery.allow(poster, RightsStatus.PENDING, null);
        gallery.replace(poster, id, 2, audience());
        assertThat(flow().advance(poster))
                .isInstanceOfSatisfying(
                        NoticeRound.Nothing.class,
                        nothing -> assertThat(nothing.reasons())
                                .singleElement()
                                .asString()
                                .contains("territories"));
        assertThat(changes(VERONA)).isEmpty();

        gallery.allow(poster, RightsStatus.RESTRICTED, null, "IT");
        assertThat(told(poster)).containsOnlyKeys(verona);
        assertThat(changes(VERONA)).hasSize(1);
    }

    @Test
    void tellsNothingToWhoMayNotHaveTheNewVersionAndSaysSoToPeople() {
        SourceRef paris = stage.partner("Paris Pains", FRANCE, brand);
        SourceRef roma = stage.partner(ROMA, ITALY, brand);
        SourceRef poster = poster("IT", "FR");
        stage.people.rules().orElseThrow().revoke(roma, brand);
        gallery.allow(poster, RightsStatus.RESTRICTED, null, "IT");
        gallery.replace(poster, id, 2, audience());

        Map<SourceRef, NoticeOutcome> outcomes = told(poster);
        assertThat(outcomes.get(verona)).isInstanceOf(NoticeOutcome.Told.class);
        assertThat(outcomes.get(paris)).as("outside its rights").isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(outcomes.get(roma)).as("outside its segment").isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(changes(ROMA)).isEmpty();
        assertThat(changes("Paris Pains")).isEmpty();
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_REFUSED))
                .extracting(event -> String.valueOf(event.note()))
                .anyMatch(note -> note.contains("Roma Rice has version 1 and may not have version 2"));
    }

    @Test
    void tellsTheDateOfAVersionThatIsStillToCome() {
        SourceRef poster = poster("IT");
        Instant date = stage.library.clock().now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        AssetVersion second = gallery.addVersion(poster, id, 2);
        gallery.publish(poster, "later " + id, second.id(), audience(), date);
        assertThat(told(poster)).containsOnlyKeys(verona);
        assertThat(changes(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.fields()).containsEntry("effective date", date.toString()));
    }

    @Test
    void tellsWhoIsOnlyOfferedTheNewVersion() {
        SourceRef poster = poster("IT");
        AssetVersion second = gallery.replace(poster, id, 2, audience());
        offer();
        assertThat(gallery.log(poster, verona))
                .as("offered by TV5")
                .anyMatch(entry -> String.valueOf(entry.key()).startsWith("tv5:")
                        && second.id().equals(entry.version()));
        assertThat(told(poster)).containsOnlyKeys(verona);
        assertThat(changes(VERONA)).hasSize(1);
    }

    @Test
    void tellsNobodyOfWhatHasEndedMeanwhile() {
        SourceRef poster = poster("IT");
        gallery.allow(poster, RightsStatus.RESTRICTED, stage.clock.now().plus(Duration.ofDays(9)), "IT");
        gallery.replace(poster, id, 2, audience());
        stage.clock.advance(Duration.ofDays(11));
        assertThat(told(poster).get(verona)).isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(changes(VERONA)).isEmpty();
    }

    @Test
    void tellsEachPartnerWhenItCountsInItsOwnCountry() {
        stage.partner("Paris Pains", FRANCE, brand);
        SourceRef poster = poster("IT", "FR");
        Instant later = stage.library.clock().now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        gallery.grant(
                poster,
                RightsStatus.RESTRICTED,
                List.of(
                        RightsGrant.of(Territories.of("FR"), Map.of(), Validity.ALWAYS),
                        RightsGrant.of(Territories.of("IT"), Map.of(), new Validity(later, null))));
        gallery.replace(poster, id, 2, audience());
        told(poster);
        assertThat(changes(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.fields()).containsEntry("effective date", later.toString()));
        assertThat(changes("Paris Pains"))
                .singleElement()
                .satisfies(mail -> assertThat(Instant.parse(mail.fields().get("effective date")))
                        .isBefore(later));
    }

    @Test
    void tellsEachPartnerOfThePublicationForItself() {
        SourceRef poster = poster("IT");
        AssetVersion second = gallery.replace(poster, id, 2, List.of(FRANCE, brand));
        Instant later = stage.library.clock().now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        gallery.publish(poster, "for Italy " + id, second.id(), List.of(ITALY, brand), later);
        assertThat(told(poster).get(verona)).isInstanceOf(NoticeOutcome.Told.class);
        assertThat(changes(VERONA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.fields()).containsEntry("effective date", later.toString()));
    }
}
