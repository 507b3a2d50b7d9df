package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final Tenant tenant =
            new Tenant(options -> options.publishBy(AprimoConfig.PublishBy.CDN).assetFields(withState()));

    @AfterEach
    void close() {
        tenant.close();
    }

    private static Map<String, String> withState() {
        Map<String, String> out = new HashMap<>(Tenant.ASSET_FIELDS);
        out.put("state", "ReviewState");
        out.put("stateNote", "ReviewNote");
        return out;
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private AssetPublisher publisher() {
        return tenant.the(AssetPublisher.class);
    }

    private static PublishRequest launch(SourceRef... assets) {
        return new PublishRequest("launch", "Launch", List.of(assets), List.of(), null, null);
    }

    private SourceRef poster(String key) {
        return tenant.poster(key).ref();
    }

    @Test
    void releasesARecordAndTellsTheAddressThatEverybodyGets() {
        SourceRef asset = poster("k-1");
        Instant before = tenant.clock.now().minusMillis(1);
        Publication made = publisher().publish(launch(asset));
        assertThat(made.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(tenant.sandbox.publicAddresses()).containsExactly(String.valueOf(made.uri()));
        assertThat(tenant.sandbox.status(asset.id())).isEqualTo("Released");
        assertThat(made.at()).isNotNull().isBetween(before, tenant.clock.now());
    }

    @Test
    void ordersOnceForAPackageAndNotAgainUnderTheSameKey() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        Publication made = publisher().publish(launch(one, two));
        assertThat(made.assets()).containsExactly(one, two);
        assertThat(publisher().publish(launch(two, one)).assets()).containsExactly(one, two);
        assertThat(tenant.sandbox.requests("POST", "/api/core/orders")).hasSize(1);
        assertThat(publisher().publications(two).stream().map(Publication::ref)).containsExactly(made.ref());
    }

    @Test
    void releasesAloneWhereARuleDoesTheRest() {
        try (Tenant plain = new Tenant()) {
            SourceRef asset = plain.poster("k-1").ref();
            assertThat(plain.the(AssetPublisher.class).publish(launch(asset)).uri())
                    .isNull();
            assertThat(plain.sandbox.requests("POST", "/api/core/orders")).isEmpty();
            assertThat(plain.sandbox.status(asset.id())).isEqualTo("Released");
            assertThat(plain.the(AssetPublisher.class).hold(asset, "wait").status())
                    .isEqualTo(AssetStatus.DRAFT);
        }
    }

    @Test
    void holdsWithItsReasonAndLetsGoAgain() {
        SourceRef asset = poster("k-1");
        URI before = publisher().publish(launch(asset)).uri();
        Asset held = publisher().hold(asset, "the model withdrew");
        assertThat(held.status()).isEqualTo(AssetStatus.HELD);
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
        assertThat(tenant.sandbox.values(asset.id(), "ReviewNote")).containsExactly("the model withdrew");
        assertThat(publisher().findByKey("launch")).map(Publication::status).contains(AssetStatus.HELD);
        tenant.sandbox.clearRequests();
        assertThat(publisher().hold(asset, "again").status()).isEqualTo(AssetStatus.HELD);
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();

        Publication again =
                publisher().publish(new PublishRequest("relaunch", "Again", List.of(asset), List.of(), null, null));
        assertThat(again.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(again.uri()).isNotNull().isNotEqualTo(before);
    }

    @Test
    void bringsNothingOutAgainUnderTheSameKeyThatWasHeldOrWithdrawnSince() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        publisher().publish(launch(one, two));
        publisher().hold(one, "the model withdrew");
        publisher().withdraw(two, "expired");
        tenant.sandbox.clearRequests();
        assertThat(publisher().publish(launch(one, two)).assets()).containsExactly(one);
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Archived");
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
    }

    @Test
    void keepsTheKeyOfAPackageOfWhichNothingIsLeft() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        tenant.sandbox.personFills(two.id(), "Publications", RecordChange.NEUTRAL, "values", List.of("see the wiki"));
        publisher().publish(launch(one, two));
        publisher().withdraw(one, "expired");
        publisher().withdraw(two, "expired");
        tenant.sandbox.clearRequests();
        Publication again = publisher().publish(launch(one, two));
        assertThat(again.status()).isEqualTo(AssetStatus.WITHDRAWN);
        assertThat(again.assets()).containsExactlyInAnyOrder(one, two);
        assertThat(again.uri()).isNull();
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();
        assertThat(tenant.sandbox.values(two.id(), "Publications"))
                .containsExactlyInAnyOrder("see the wiki", "cc-publication-withdrawn:launch");

        PublishRequest anew = new PublishRequest("relaunch", "Again", List.of(one, two), List.of(), null, null);
        assertThat(publisher().publish(anew).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().publications(one).stream().map(Publication::key)).containsExactly("relaunch");
    }

    @Test
    void withdrawsFromEveryPublicationAndTheRestStays() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        publisher().publish(launch(one, two));
        publisher().publish(new PublishRequest("second", "Second", List.of(one), List.of(), null, null));
        assertThat(publisher().withdraw(one, "expired").status()).isEqualTo(AssetStatus.WITHDRAWN);
        assertThat(publisher().withdraw(one, "expired").status()).isEqualTo(AssetStatus.WITHDRAWN);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Archived");
        assertThat(tenant.sandbox.publicAddresses()).hasSize(1);
        assertThat(publisher().publications(one)).isEmpty();
        assertThat(publisher().findByKey("second")).map(Publication::status).contains(AssetStatus.WITHDRAWN);
        assertThat(publisher().findByKey("launch")).map(Publication::assets).contains(List.of(two));
    }

    @Test
    void saysThatTheServiceKeepsAnAddress() {
        SourceRef asset = poster("k-1");
        tenant.sandbox.keepLinks();
        publisher().publish(launch(asset));
        ConnectorException failure = failure(() -> publisher().hold(asset, "wait"));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("still_public");
        assertThat(tenant.sandbox.status(asset.id())).isEqualTo("Draft");
    }

    @Test
    void takesBackWhatWasReleasedWhenAnotherAssetCannotBe() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        tenant.sandbox.require("Priority");
        tenant.sandbox.personFills(one.id(), "Priority", RecordChange.NEUTRAL, "value", "1");
        ConnectorException failure = failure(() -> publisher().publish(launch(one, two)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("Priority is required");
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.requests("POST", "/api/core/orders")).isEmpty();
        assertThat(publisher().findByKey("launch")).isEmpty();
    }

    @Test
    void finishesUnderTheSameKeyWhatACrashLeft() {
        SourceRef one = poster("k-1");
        SourceRef two = poster("k-2");
        tenant.settle();
        // The order is done; then nothing is heard any more.
        tenant.sandbox.failNext(
                1, "POST", "/api/core/orders", Fault.connectionReset().afterHandling());
        assertThat(failure(() -> publisher().publish(launch(one, two))).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(publisher().findByKey("launch")).isEmpty();
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
        assertThat(publisher().publish(launch(one, two)).assets()).containsExactly(one, two);
        assertThat(tenant.sandbox.publicAddresses()).hasSize(2);
    }

    @Test
    void refusesWhatIsBlockedAndWhatWasNotApproved() {
        SourceRef asset = poster("k-1");
        SourceRef other = poster("k-2");
        tenant.the(RightsWriter.class).block(asset, "no release");
        assertThat(failure(() -> publisher().publish(launch(asset)))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("blocked");
        String first = Objects.requireNonNull(
                        tenant.the(AssetReader.class).get(other).currentVersion())
                .id();
        tenant.the(AssetWriter.class).addVersion(other, "v-2", Tenant.content(new byte[] {1}, "p.jpg"));
        PublishRequest request = launch(other).ofVersions(Map.of(other, first));
        assertThat(failure(() -> publisher().publish(request)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.status(other.id())).isEqualTo("Draft");
    }

    @Test
    void refusesAnAudienceAndATimeBeforeAnyRequest() {
        SourceRef asset = poster("k-1");
        tenant.sandbox.clearRequests();
        List<Segment> audience = List.of(new Segment(SegmentKind.of("region"), "Austria"));
        PublishRequest narrow = new PublishRequest("k", "t", List.of(asset), audience, null, null);
        PublishRequest later = new PublishRequest("k", "t", List.of(asset), List.of(), tenant.clock.now(), null);
        for (PublishRequest request : List.of(narrow, later)) {
            assertThat(failure(() -> publisher().publish(request))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo(NotOffered.CODE);
        }
        assertThat(tenant.sandbox.requests()).isEmpty();
    }

    @Test
    void keepsOtherStatusesInTheFieldForStates() {
        Asset made = tenant.poster("k-1");
        AssetWriter writer = tenant.the(AssetWriter.class);
        AssetReader reader = tenant.the(AssetReader.class);
        Asset inReview =
                writer.update(made.toBuilder().status(AssetStatus.IN_REVIEW).build());
        assertThat(inReview.status()).isEqualTo(AssetStatus.IN_REVIEW);
        tenant.settle();
        assertThat(reader.query(AssetQuery.ALL.withStatuses(List.of(AssetStatus.DRAFT))))
                .isEmpty();
        assertThat(publisher().publish(launch(made.ref())).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(tenant.sandbox.values(made.ref().id(), "ReviewState")).isEmpty();
        tenant.settle();
        assertThat(reader.query(AssetQuery.ALL.withStatuses(List.of(AssetStatus.PUBLISHED))))
                .hasSize(1);
    }
}
