package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.map.UsageMapper;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publications, comments, usage and the feed. */
class PublisherTest {
    private static final String OPERATIONS =
            SmintioSandbox.FRONTEND + "/portals/" + SmintioSandbox.PORTAL + "/portalsContext/";

    private final Map<SourceRef, AssetStatus> kept = new HashMap<>();
    private final StatusPort port = new StatusPort() {
        @Override
        public Optional<AssetStatus> status(SourceRef asset) {
            return Optional.ofNullable(kept.get(asset));
        }

        @Override
        public void set(SourceRef asset, AssetStatus status, String reason) {
            kept.put(asset, status);
        }
    };
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private static PublishRequest launch(List<Segment> audience, String... assets) {
        List<SourceRef> refs = List.of(assets).stream().map(Tenant::asset).toList();
        return new PublishRequest("launch", "Launch", refs, audience, null, "Use the blue ones");
    }

    private String poster() {
        return tenant.sandbox.shows("Poster", Tenant.BYTES);
    }

    @Test
    void letsTheAudienceInTellsTheNoteAndTakesAssetsOutOfWhatWaits() {
        String id = poster();
        tenant.sandbox.personAdds(SmintioSandbox.PENDING, id);
        Publication made = tenant.the(AssetPublisher.class).publish(launch(List.of(Segment.region("Austria")), id));
        String collection = made.ref().id().substring("collection/".length());
        assertThat(made.key()).isEqualTo("launch");
        assertThat(made.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(tenant.sandbox.groups(collection)).containsExactly("group-austria");
        assertThat(tenant.sandbox.contents(SmintioSandbox.PENDING)).isEmpty();
        assertThat(tenant.sandbox.said(collection, null))
                .singleElement()
                .asString()
                .startsWith("Use the blue ones");
        assertThat(failure(() -> tenant.the(AssetPublisher.class).publish(launch(List.of(Segment.brand("None")), id)))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo(NotOffered.CODE);
    }

    @Test
    void offersNoAudienceWhereNoneIsConfigured() {
        assertThat(offers(tenant.connector, AssetPublisher.class, "publish.audience"))
                .isTrue();
        try (Tenant other = new Tenant(b -> b.audiences(Map.of()))) {
            assertThat(offers(other.connector, AssetPublisher.class, "publish.audience"))
                    .isFalse();
            ConnectorException refused = failure(
                    () -> other.the(AssetPublisher.class).publish(launch(List.of(Segment.region("Austria")), "a-1")));
            assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
            assertThat(other.sandbox.requests()).isEmpty();
        }
    }

    private static boolean offers(SmintioConnector connector, Class<?> type, String part) {
        return connector.describe().capability(type).orElseThrow().offers(part);
    }

    @Test
    void asksForTheDeliveriesOfALicenceWhereThereAreLicencesOnly() {
        assertThat(offers(tenant.connector, DeliveryLog.class, "deliveries.asset"))
                .isTrue();
        SmintioConfig portalAlone = Tenant.portal(Tenant.basic(tenant.clock, tenant.sandbox), tenant.sandbox)
                .downloadHistory(() -> Paged.of("host", "downloads", cursor -> Page.of(List.of(), null)))
                .build();
        try (SmintioConnector shown = SmintioConnector.create(portalAlone)) {
            assertThat(offers(shown, DeliveryLog.class, "deliveries.asset")).isFalse();
            ConnectorException refused = failure(() ->
                    shown.require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.ofAsset(Tenant.license("tx-1"))));
            assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        }
    }

    @Test
    void finishesWhatBrokeOffUnderTheSameKeyAndMakesNoSecondOne() {
        String id = poster();
        PublishRequest request = launch(List.of(Segment.region("Austria")), id);
        AssetPublisher publisher = tenant.the(AssetPublisher.class);
        for (String broken : List.of(
                "ICollectionsUpdate/execute/commentCollectionAsync",
                "ICollectionsUsersModify/execute/updateCollectionUsersAsync",
                "ICollectionsUpdate/execute/updateCollectionAsync")) {
            tenant.sandbox.failNext(3, "POST", OPERATIONS + broken, Fault.status(503));
            assertThat(failure(() -> publisher.publish(request))).as(broken).isNotNull();
            assertThat(publisher.findByKey("launch")).as(broken).isEmpty();
            tenant.sandbox.clearFaults();
        }
        publisher.publish(request);
        assertThat(tenant.sandbox.collectionNames())
                .filteredOn(name -> name.startsWith("Launch"))
                .hasSize(1);
        assertThat(tenant.sandbox.said(
                        String.valueOf(publisher
                                        .findByKey("launch")
                                        .orElseThrow()
                                        .ref()
                                        .id())
                                .substring("collection/".length()),
                        null))
                .hasSize(1);
    }

    @Test
    void finishesWhatBrokeOffWithWhatIsAskedForNow() {
        String still = poster();
        String ended = tenant.sandbox.shows("Ended", Tenant.BYTES);
        List<Segment> austria = List.of(Segment.region("Austria"));
        AssetPublisher publisher = tenant.the(AssetPublisher.class);
        tenant.sandbox.failNext(
                3, "POST", OPERATIONS + "ICollectionsUpdate/execute/updateCollectionAsync", Fault.status(503));
        assertThat(failure(() -> publisher.publish(launch(austria, still, ended))))
                .isNotNull();
        assertThat(publisher.publish(launch(austria, still)).assets()).containsExactly(Tenant.asset(still));
        assertThat(tenant.sandbox.seen(ended, "group-austria")).isEmpty();
        assertThat(tenant.sandbox.seen(still, "group-austria")).hasSize(1);
    }

    /** No call is known to take a group away again. */
    @Test
    void doesNotSayThatWhatBrokeOffIsForNobodyElse() {
        Segment austria = Segment.region("Austria");
        Segment germany = Segment.region("Germany");
        Map<Segment, String> groups = Map.of(austria, "group-austria", germany, "group-germany");
        try (Tenant two = new Tenant(b -> b.audiences(groups))) {
            String id = two.sandbox.shows("Poster", Tenant.BYTES);
            AssetPublisher publisher = two.the(AssetPublisher.class);
            two.sandbox.failNext(
                    3, "POST", OPERATIONS + "ICollectionsUpdate/execute/updateCollectionAsync", Fault.status(503));
            assertThat(failure(() -> publisher.publish(launch(List.of(austria), id))))
                    .isNotNull();

            Publication made = publisher.publish(launch(List.of(germany), id));
            assertThat(two.sandbox.seen(id, "group-austria")).hasSize(1);
            assertThat(two.sandbox.seen(id, "group-germany")).hasSize(1);
            assertThat(made.audience()).isEmpty();
            assertThat(publisher.findByKey("launch")).contains(made);
        }
    }

    @Test
    void makesNoSecondOneWhenTheAnswerToTheFirstIsLost() {
        String id = poster();
        AssetPublisher publisher = tenant.the(AssetPublisher.class);
        tenant.sandbox.failNext(
                1,
                "POST",
                OPERATIONS + "ICollectionsCreate/execute/createCollectionAsync",
                Fault.connectionReset().afterHandling());
        assertThat(failure(() -> publisher.publish(launch(List.of(), id)))).isNotNull();
        publisher.publish(launch(List.of(), id));
        assertThat(tenant.sandbox.collectionNames())
                .filteredOn(name -> name.startsWith("Launch"))
                .hasSize(1);
    }

    @Test
    void sharesForALimitedTimeWhereThatIsConfigured() {
        try (Tenant sharing = new Tenant(b -> b.publicationShare(Duration.ofDays(30)))) {
            String id = sharing.sandbox.shows("Poster", Tenant.BYTES);
            Publication made = sharing.the(AssetPublisher.class).publish(launch(List.of(), id));
            assertThat(made.uri()).isNotNull();
            assertThat(sharing.sandbox.shares())
                    .singleElement()
                    .satisfies(share -> assertThat(String.valueOf(share.get("expirationDate")))
                            .startsWith("2031-06-03T03:0"));
            assertThat(sharing.the(AssetPublisher.class).findByKey("launch")).contains(made);
        }
    }

    @Test
    void holdsBackToWhatWaitsAndSaysWhyWherePeopleTalk() {
        String id = poster();
        AssetPublisher publisher = tenant.the(AssetPublisher.class);
        publisher.publish(launch(List.of(), id));
        assertThat(publisher.hold(Tenant.asset(id), "the model withdrew").status())
                .isEqualTo(AssetStatus.HELD);
        publisher.hold(Tenant.asset(id), "the model withdrew");
        assertThat(publisher.publications(Tenant.asset(id))).isEmpty();
        assertThat(tenant.sandbox.contents(SmintioSandbox.PENDING)).containsExactly(id);
        assertThat(tenant.sandbox.said(SmintioSandbox.REVIEWS, id))
                .singleElement()
                .asString()
                .startsWith("Held: the model withdrew");
    }

    @Test
    void tellsTheHostOfEveryStatusAndBelievesIt() {
        try (Tenant host = new Tenant(b -> b.statusPort(port))) {
            String id = host.sandbox.shows("Poster", Tenant.BYTES);
            SourceRef asset = Tenant.asset(id);
            AssetPublisher publisher = host.the(AssetPublisher.class);
            publisher.publish(launch(List.of(), id));
            assertThat(host.the(AssetReader.class).get(asset).status()).isEqualTo(AssetStatus.PUBLISHED);
            publisher.withdraw(asset, "over");
            assertThat(kept).containsEntry(asset, AssetStatus.WITHDRAWN);
            kept.put(asset, AssetStatus.BLOCKED);
            PublishRequest again = new PublishRequest("again", "Again", List.of(asset), List.of(), null, null);
            assertThat(failure(() -> publisher.publish(again)).kind()).isEqualTo(ErrorKind.REJECTED);
            host.sandbox.buys(host.image("tx-1").build());
            assertThat(publisher.hold(Tenant.license("tx-1"), "expired").status())
                    .isEqualTo(AssetStatus.HELD);
            assertThat(host.the(AssetReader.class).get(Tenant.license("tx-1")).status())
                    .isEqualTo(AssetStatus.HELD);
        }
    }

    @Test
    void takesBackWhatIsSeenAlreadyOfAPublicationThatBrokeOff() {
        String id = poster();
        PublishRequest request = launch(List.of(Segment.region("Austria")), id);
        AssetPublisher publisher = tenant.the(AssetPublisher.class);
        tenant.sandbox.failNext(
                3, "POST", OPERATIONS + "ICollectionsUpdate/execute/updateCollectionAsync", Fault.status(503));
        assertThat(failure(() -> publisher.publish(request)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(tenant.sandbox.seen(id, "group-austria")).hasSize(1);

        publisher.hold(Tenant.asset(id), "not yet");
        assertThat(tenant.sandbox.seen(id, "group-austria")).isEmpty();
        publisher.publish(request);
        assertThat(tenant.sandbox.seen(id, "group-austria")).hasSize(1);
    }

    @Test
    void refusesToHoldALicenceWithoutAPlaceForItsStatus() {
        tenant.sandbox.buys(tenant.image("tx-1").build());
        ConnectorException refused =
                failure(() -> tenant.the(AssetPublisher.class).hold(Tenant.license("tx-1"), "expired"));
        assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        ConnectorException notThere = failure(() -> tenant.the(AssetPublisher.class)
                .publish(new PublishRequest("k", "K", List.of(Tenant.license("tx-1")), List.of(), null, null)));
        assertThat(notThere.error().trace().vendorCode()).isEqualTo("not_in_portal");
    }

    @Test
    void putsAnAssetWherePeopleTalkBeforeTheFirstCommentAndKeepsTheAuthor() {
        String id = poster();
        CommentThread thread = tenant.the(CommentThread.class);
        Comment said = thread.add(
                Tenant.asset(id),
                new CommentDraft("k-1", "Bigger\n\nplease", new Actor("ann@agency.example", "Ann", null), null));
        assertThat(said.text()).isEqualTo("Bigger\n\nplease");
        assertThat(said.author()).isEqualTo(new Actor("ann@agency.example", "Ann", null));
        String theirs = tenant.sandbox.personSays(SmintioSandbox.REVIEWS, id, "No [ref nonsense]");
        assertThat(thread.comments(Tenant.asset(id)).stream().map(Comment::text))
                .containsExactly("Bigger\n\nplease", "No [ref nonsense]");
        assertThat(thread.comments(Tenant.asset(id)).stream().map(Comment::ref))
                .contains(SourceRef.of("smintio", "comment/" + theirs));
    }

    @Test
    void makesOneCommentWhenTheAnswerIsLost() {
        String id = poster();
        tenant.sandbox.personAdds(SmintioSandbox.REVIEWS, id);
        CommentThread thread = tenant.the(CommentThread.class);
        CommentDraft draft = new CommentDraft("k-1", "Bigger", null, null);
        tenant.sandbox.failNext(
                1,
                "POST",
                OPERATIONS + "ICollectionsAssetsModify/execute/commentCollectionAssetAsync",
                Fault.connectionReset().afterHandling());
        assertThat(failure(() -> thread.add(Tenant.asset(id), draft))).isNotNull();
        thread.add(Tenant.asset(id), draft);
        assertThat(tenant.sandbox.said(SmintioSandbox.REVIEWS, id)).hasSize(1);
    }

    @Test
    void countsUsageOfEachLicenceAndThenWhatTheHostKnows() {
        tenant.sandbox.buys(tenant.image("tx-1").with("current_downloads", 7).build());
        DeliveryLog log = tenant.the(DeliveryLog.class);
        assertThat(log.deliveries(DeliveryQuery.ALL)).singleElement().satisfies(one -> {
            assertThat(one.count()).isEqualTo(7);
            assertThat(one.recipient()).isEqualTo("Northpeak GmbH");
            assertThat(one.assets()).containsExactly(Tenant.license("tx-1"));
        });
        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(Tenant.license("tx-1"))))
                .hasSize(1);
        Delivery theirs = UsageMapper.toDelivery(tenant.client()
                        .licensing()
                        .purchases(null, 1)
                        .purchases()
                        .get(0))
                .get();
        try (Tenant host = new Tenant(b -> b.downloadHistory(() -> Paged.of(
                "host", "downloads", cursor -> Page.of(List.of(theirs), cursor == null ? Cursor.of("2") : null))))) {
            host.sandbox.buys(host.image("tx-9").build());
            assertThat(host.the(DeliveryLog.class).deliveries(DeliveryQuery.ALL))
                    .hasSize(3);
        }
    }

    @Test
    void tellsOfAssetsInWatchedCollectionsOnceForEachChange() {
        try (Tenant watching =
                new Tenant(b -> b.watchedCollections(List.of(SmintioSandbox.PENDING, SmintioSandbox.REVIEWS)))) {
            String first = watching.sandbox.shows("First", Tenant.BYTES);
            watching.sandbox.personAdds(SmintioSandbox.PENDING, first);
            watching.sandbox.buys(watching.image("tx-1").build());
            AssetFeed feed = watching.the(AssetFeed.class);
            DrainedFeed told = DrainedFeed.of(feed, null, 1);
            assertThat(told.events())
                    .extracting(CaseEvent::subject)
                    .containsExactly(Tenant.license("tx-1"), Tenant.asset(first));

            told = DrainedFeed.of(feed, told.next(), 1);
            assertThat(told.events()).isEmpty();

            String second = watching.sandbox.shows("Second", Tenant.BYTES);
            watching.sandbox.personAdds(SmintioSandbox.REVIEWS, second);
            watching.sandbox.personSays(SmintioSandbox.REVIEWS, second, "Hm");
            watching.sandbox.buys(watching.image("tx-2").build());
            told = DrainedFeed.of(feed, told.next(), 1);
            assertThat(told.events())
                    .extracting(CaseEvent::subject)
                    .containsExactly(Tenant.license("tx-2"), Tenant.asset(second));
            assertThat(told.events().get(1).extensions().get("smintio")).containsEntry("totalCommentCount", 1L);

            watching.sandbox.personSays(SmintioSandbox.REVIEWS, second, "Hm again");
            assertThat(DrainedFeed.of(feed, told.next(), 50).events())
                    .extracting(CaseEvent::subject)
                    .containsExactly(Tenant.asset(second));
        }
    }
}
