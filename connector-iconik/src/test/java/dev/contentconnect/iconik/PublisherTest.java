package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireHistory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publications are collections: hidden until all is in them. */
class PublisherTest {
    private final Tenant tenant = new Tenant();
    private final SourceRef one = Tenant.ref(tenant.sandbox.personUploads("One", Tenant.BYTES));
    private final SourceRef two = Tenant.ref(tenant.sandbox.personUploads("Two", Tenant.BYTES));

    @AfterEach
    void close() {
        tenant.close();
    }

    private AssetPublisher publisher() {
        return tenant.the(AssetPublisher.class);
    }

    private PublishRequest request(String key) {
        return new PublishRequest(key, "Launch", List.of(one, two), List.of(), null, null);
    }

    private AssetStatus status(SourceRef asset) {
        return tenant.the(AssetReader.class).get(asset).status();
    }

    private ErrorKind failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run).kind();
    }

    @Test
    void publishesAllAndSaysWhereToSeeIt() {
        Publication made = publisher().publish(request("launch"));
        assertThat(made.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(made.key()).isEqualTo("launch");
        assertThat(made.assets()).containsExactly(one, two);
        assertThat(made.uri())
                .hasToString(
                        tenant.sandbox.endpoint() + "/collection/" + made.ref().id());
        assertThat(status(one)).isEqualTo(AssetStatus.PUBLISHED);
        tenant.settle();
        assertThat(publisher().findByKey("launch").orElseThrow().assets()).containsExactly(one, two);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void finishesWhatBrokeOffUnderTheSameKey(int writes) {
        tenant.sandbox.breakOffAfterWrites(writes);
        Tenant.breaksOff(() -> publisher().publish(request("launch")));
        tenant.sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        tenant.settle();
        assertThat(publisher().findByKey("launch")).as("nothing of it shows").isEmpty();

        Publication made = publisher().publish(request("launch"));
        tenant.settle();
        assertThat(publisher().findByKey("launch").orElseThrow().assets()).containsExactly(one, two);
        assertThat(publisher().publications(one)).extracting(Publication::ref).containsExactly(made.ref());
    }

    @Test
    void leavesAloneWhatWasShownOnce() {
        Publication made = publisher().publish(request("launch"));
        publisher().withdraw(one, "expired");
        tenant.settle();
        Publication again = publisher().publish(request("launch"));
        assertThat(again.ref()).isEqualTo(made.ref());
        assertThat(again.assets()).containsExactly(two);
        assertThat(status(one)).isEqualTo(AssetStatus.WITHDRAWN);
    }

    @Test
    void doesNotSayThatItTookBackWhatItMayNotSee() {
        publisher().publish(request("launch"));
        tenant.settle();
        tenant.sandbox.failNext(1_000, "GET", "/API/assets/v1/collections/", Fault.status(403));
        assertThat(failure(() -> publisher().withdraw(one, "expired"))).isEqualTo(ErrorKind.FORBIDDEN);
        tenant.sandbox.clearFaults();
        assertThat(status(one)).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(tenant.client().assets().history(one.id(), ListQuery.ALL)).isEmpty();
    }

    @Test
    void takesAnAssetOutOfEveryPublicationAndNotesWhy() {
        publisher().publish(request("launch"));
        publisher().publish(request("relaunch"));
        assertThat(publisher().hold(one, "the model withdrew").status()).isEqualTo(AssetStatus.HELD);
        assertThat(publisher().hold(one, "the model withdrew").status()).isEqualTo(AssetStatus.HELD);
        assertThat(publisher().publications(one)).isEmpty();
        assertThat(publisher().publications(two)).hasSize(2);
        assertThat(tenant.client().assets().history(one.id(), ListQuery.ALL))
                .extracting(WireHistory::operationDescription)
                .containsExactly("Held: the model withdrew");

        publisher().publish(new PublishRequest("third", "Again", List.of(one), List.of(), null, null));
        assertThat(status(one)).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void publishesForAnAudienceThatIsConfigured() {
        PublishRequest austria =
                new PublishRequest("launch", "Launch", List.of(one), List.of(Segment.region("Austria")), null, null);
        Publication made = publisher().publish(austria);
        assertThat(made.audience()).containsExactly(Segment.region("Austria"));
        assertThat(tenant.client().collections().get(made.ref().id()).parentId())
                .isEqualTo(IconikSandbox.AUSTRIA);
        PublishRequest moon =
                new PublishRequest("moon", "Moon", List.of(one), List.of(Segment.region("Moon")), null, null);
        assertThat(failure(() -> publisher().publish(moon))).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void offersNoAudienceWhereNoneIsConfigured() {
        assertThat(offersAudiences(tenant)).isTrue();
        try (Tenant other = new Tenant(options -> options.audiences(Map.of()))) {
            assertThat(offersAudiences(other)).isFalse();
            PublishRequest austria = new PublishRequest(
                    "launch", "Launch", List.of(one), List.of(Segment.region("Austria")), null, null);
            ConnectorException refused = catchThrowableOfType(
                    ConnectorException.class,
                    () -> other.the(AssetPublisher.class).publish(austria));
            assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
            assertThat(other.sandbox.requests()).isEmpty();
        }
    }

    private static boolean offersAudiences(Tenant tenant) {
        return tenant.connector
                .describe()
                .capability(AssetPublisher.class)
                .orElseThrow()
                .offers("publish.audience");
    }

    @Test
    void publishesNoBlockedAssetAndNoOtherVersionThanTheApprovedOne() {
        tenant.the(RightsWriter.class).block(two, "complaint");
        assertThat(failure(() -> publisher().publish(request("launch")))).isEqualTo(ErrorKind.REJECTED);
        tenant.the(RightsWriter.class).unblock(two, "settled");

        String approved =
                tenant.the(AssetReader.class).get(one).currentVersion().id();
        tenant.sandbox.personAddsVersion(one.id(), Tenant.BYTES);
        assertThat(failure(() -> publisher().publish(request("launch").ofVersions(Map.of(one, approved)))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(publisher().findByKey("launch")).isEmpty();
    }

    @Test
    void givesAPublicationAShareForPeopleWhoAreNoUsers() {
        try (Tenant sharing = new Tenant(options -> options.publicationShare(true))) {
            SourceRef asset = Tenant.ref(sharing.sandbox.personUploads("One", Tenant.BYTES));
            AssetPublisher publisher = sharing.the(AssetPublisher.class);
            Publication made =
                    publisher.publish(new PublishRequest("review", "Review", List.of(asset), List.of(), null, null));
            assertThat(made.uri().getPath()).startsWith("/share/");
            assertThat(publisher.publications(asset))
                    .extracting(Publication::uri)
                    .containsExactly(made.uri());
            assertThat(sharing.client()
                            .shares()
                            .list(ObjectType.COLLECTIONS, made.ref().id(), ListQuery.ALL))
                    .hasSize(1);
        }
    }
}
