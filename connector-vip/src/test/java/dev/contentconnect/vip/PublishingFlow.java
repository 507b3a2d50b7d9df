package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.DrainedFeed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rights, packages, comments, deliveries and the feed, on a library of any kind. */
abstract class PublishingFlow extends LibraryFlow {
    PublishingFlow(Library library) {
        super(library);
    }

    private AssetPublisher publisher() {
        return vip.require(AssetPublisher.class);
    }

    /** What the interface answers to nobody in particular. */
    private int anonymous(String id) throws Exception {
        URI uri = URI.create(library.endpoint() + "/wp-json/wp/v2/media/" + id);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private PublishRequest request(Instant at, Asset... assets) {
        List<SourceRef> refs = List.of(assets).stream().map(Asset::ref).toList();
        return new PublishRequest(key + ":launch", "Launch & Co", refs, List.of(REGION), at, "Please use <b>it</b>");
    }

    @Test
    void publishesAPackageAtOnceAndTakesAnAssetBack() throws Exception {
        Asset first = create(key + "-1");
        Asset second = create(key + "-2");
        assertThat(anonymous(first.ref().id())).isEqualTo(401);

        Publication out = publisher().publish(request(null, first, second));

        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(out.assets()).containsExactly(first.ref(), second.ref());
        assertThat(out.versions()).containsEntry(first.ref(), first.ref().id());
        assertThat(out.audience()).containsExactly(REGION);
        assertThat(anonymous(first.ref().id())).isEqualTo(200);
        assertThat(reader().get(first.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().publish(request(null, first, second))).isEqualTo(out);
        assertThat(publisher().findByKey(key + ":launch")).contains(out);

        Asset approved = Asset.builder(first.ref()).status(AssetStatus.APPROVED).build();
        assertThat(failure(() -> writer().update(approved)).kind())
                .as("what is out does not vanish by the way")
                .isEqualTo(ErrorKind.REJECTED);
        assertThat(publisher().hold(first.ref(), "the model withdrew").status()).isEqualTo(AssetStatus.HELD);
        assertThat(anonymous(first.ref().id())).isEqualTo(401);
        assertThat(anonymous(second.ref().id())).isEqualTo(200);

        assertThat(publisher().withdraw(second.ref(), "expired").status()).isEqualTo(AssetStatus.WITHDRAWN);
        assertThat(publisher().publications(second.ref())).isEmpty();
        assertThat(publisher().publications(first.ref())).hasSize(1);
        publisher().withdraw(first.ref(), "expired");
        assertThat(publisher().findByKey(key + ":launch").map(Publication::status))
                .contains(AssetStatus.WITHDRAWN);
    }

    @Test
    void showsThePackageOnlyFromItsDateOn() throws Exception {
        Asset asset = create(key);
        Publication out = publisher().publish(request(library.time().now().plus(Duration.ofDays(400)), asset));

        assertThat(out.status()).isEqualTo(AssetStatus.of("scheduled"));
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.of("scheduled"));
        assertThat(anonymous(asset.ref().id())).isEqualTo(401);
    }

    @Test
    void replacesAPublishedVersionByTheApprovedOneOnly() throws Exception {
        Asset asset = create(key);
        publisher().publish(request(null, asset));
        AssetVersion second =
                writer().addVersion(asset.ref(), "v-2", Pictures.content(Pictures.png(10, 10, 3), "b.png"));
        assertThat(anonymous(second.id())).as("not yet approved").isEqualTo(401);
        assertThat(anonymous(asset.ref().id())).isEqualTo(200);

        PublishRequest again = new PublishRequest(key + ":2", "Again", List.of(asset.ref()), List.of(), null, null)
                .ofVersions(Map.of(asset.ref(), second.id()));
        Publication out = publisher().publish(again);

        assertThat(out.versions()).containsExactly(Map.entry(asset.ref(), second.id()));
        assertThat(anonymous(second.id())).isEqualTo(200);
        assertThat(anonymous(asset.ref().id())).as("the version before").isEqualTo(401);
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        PublishRequest other = new PublishRequest(key + ":3", "Other", List.of(asset.ref()), List.of(), null, null)
                .ofVersions(Map.of(asset.ref(), "1"));
        assertThat(failure(() -> publisher().publish(other)).kind()).isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void keepsRightsWholeAndBelievesPeopleWhoEditThem() {
        Asset asset = create(key);
        RightsWriter writer = vip.require(RightsWriter.class);
        RightsGrant grant = RightsGrant.of(
                Territories.of("DE", "AT"),
                Map.of(RightsDimension.CHANNEL, Terms.of("web", "print")),
                new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2031-01-01T00:00:00Z")));
        RightsRecord rights = RightsRecord.builder(asset.ref(), asset.ref())
                .status(RightsStatus.CLEARED)
                .holder("Grün & \"Söhne\" \\ 夏")
                .usageTerms("Online <only>")
                .grants(List.of(grant))
                .prohibitions(List.of(Prohibition.in("lawsuit", List.of(Territory.of("CH")))))
                .build();

        RightsRecord stored = writer.apply(rights);

        assertThat(stored.toBuilder().updatedAt(null).build()).isEqualTo(rights);
        assertThat(vip.require(RightsReader.class).rights(asset.ref())).isEqualTo(stored);
        long id = Long.parseLong(asset.ref().id());
        vip.wordpress()
                .media()
                .update(id, Map.of("meta", Map.of("rights_status", "revoked", "valid_until", "2027-01-01")));
        RightsRecord edited = vip.require(RightsReader.class).rights(asset.ref());
        assertThat(edited.status()).isEqualTo(RightsStatus.REVOKED);
        assertThat(edited.grants())
                .singleElement()
                .satisfies(one -> assertThat(one.validity().until()).isEqualTo("2027-01-01T00:00:00Z"));
        assertThat(edited.prohibitions()).hasSize(1);
        vip.wordpress().media().update(id, Map.of("meta", Map.of("rights_status", "cleared", "valid_until", "soon")));
        RightsRecord odd = vip.require(RightsReader.class).rights(asset.ref());
        assertThat(odd.status()).as("a date that nobody can read").isEqualTo(RightsStatus.UNKNOWN);
        assertThat(odd.extensions().get("vip")).containsEntry(FlatRights.VALID_UNTIL, "soon");
    }

    @Test
    void blocksAndLetsGo() {
        Asset asset = create(key);
        RightsWriter writer = vip.require(RightsWriter.class);
        writer.apply(RightsRecord.builder(asset.ref(), asset.ref())
                .status(RightsStatus.RESTRICTED)
                .build());

        assertThat(writer.block(asset.ref(), "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer.unblock(asset.ref(), "settled").status()).isEqualTo(RightsStatus.RESTRICTED);
    }

    @Test
    void publishesNoBlockedAsset() {
        Asset asset = create(key);
        RightsWriter writer = vip.require(RightsWriter.class);
        writer.block(asset.ref(), "complaint");
        assertThat(failure(() -> publisher().publish(request(null, asset)))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("blocked");
        assertThat(publisher().findByKey(key + ":launch")).isEmpty();

        writer.unblock(asset.ref(), "settled");
        assertThat(publisher().publish(request(null, asset)).status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void forgetsWhyAnAssetWasBlockedWhenOtherRightsAreStated() {
        Asset asset = create(key);
        RightsWriter writer = vip.require(RightsWriter.class);
        RightsRecord blocked = writer.block(asset.ref(), "complaint");
        assertThat(blocked.extensions().get("vip")).containsEntry("block_reason", "complaint");

        RightsRecord cleared =
                writer.apply(blocked.toBuilder().status(RightsStatus.CLEARED).build());
        assertThat(cleared.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(cleared.extensions().get("vip")).isEmpty();
    }

    @Test
    void saysACommentOnceAndWordForWord() {
        Asset asset = create(key);
        CommentThread thread = vip.require(CommentThread.class);
        String text = "Bitte „größer“ & <b>fett</b> &amp;\nzweite Zeile 🙂";
        Comment said = thread.add(asset.ref(), new CommentDraft("c-1", text, Actor.of("anna@brand.example"), null));
        Comment again = thread.add(asset.ref(), new CommentDraft("c-1", text, Actor.of("anna@brand.example"), null));
        Comment answer = thread.add(asset.ref(), new CommentDraft("c-2", "Gern.", null, said.ref()));

        assertThat(again.ref()).isEqualTo(said.ref());
        assertThat(thread.comments(asset.ref())).extracting(Comment::text).containsExactly(text, "Gern.");
        assertThat(said.author()).isEqualTo(Actor.of("anna@brand.example"));
        assertThat(answer.replyTo()).isEqualTo(said.ref());
    }

    @Test
    void waitsOutAFloodOfComments() {
        CommentClock time = new CommentClock(library);
        try (VipConnector author =
                VipConnector.create(library.config("author").time(time).build())) {
            Asset own = author.require(AssetWriter.class)
                    .create(new AssetDraft(
                            key, Asset.builder(SourceRef.of("dam", "1")).build(), Pictures.content(PICTURE, "a.png")));
            CommentThread thread = author.require(CommentThread.class);
            time.pass(Duration.ofMinutes(1));
            thread.add(own.ref(), new CommentDraft("c-1", "eins", null, null));
            assertThat(time.waits()).isEmpty();
            thread.add(own.ref(), new CommentDraft("c-2", "zwei & drei", null, null));

            assertThat(time.waits()).containsExactly(Duration.ofSeconds(15));
            assertThat(thread.comments(own.ref())).extracting(Comment::text).containsExactly("eins", "zwei & drei");
            time.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void keepsTheLogOfDeliveries() {
        Asset asset = create(key);
        DeliveryLog log = vip.require(DeliveryLog.class);
        String partner = "dealer & sons " + key;
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        Delivery made = log.record(new DeliveryDraft(
                key,
                List.of(asset.ref(), SourceRef.of("dam", "ü:1")),
                "2",
                partner,
                DeliveryStatus.SENT,
                at,
                "by mail"));
        log.record(new DeliveryDraft(
                key + "-2", List.of(SourceRef.of("dam", "2")), null, partner, DeliveryStatus.FAILED, at, null));

        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(asset.ref()))).containsExactly(made);
        assertThat(log.deliveries(DeliveryQuery.ALL.to(partner))).hasSize(2);
        assertThat(log.deliveries(DeliveryQuery.ALL.to(partner).withStatuses(List.of(DeliveryStatus.SENT))))
                .containsExactly(made);
        assertThat(log.deliveries(DeliveryQuery.ALL.to(partner).since(at.plusSeconds(2))))
                .isEmpty();
        assertThat(made.at()).isEqualTo(at);
        assertThat(log.advance(made.ref(), DeliveryStatus.ACKNOWLEDGED, "signed"))
                .satisfies(signed -> {
                    assertThat(signed.detail()).isEqualTo("signed");
                    assertThat(signed.at()).as("since when it is signed").isAfter(at);
                });
        assertThat(log.advance(made.ref(), DeliveryStatus.FAILED, null).status())
                .isEqualTo(DeliveryStatus.ACKNOWLEDGED);
    }

    @Test
    void tellsOfChangesOnce() {
        AssetFeed feed = vip.require(AssetFeed.class);
        Cursor start = feed.changes(null, 100).next();
        Asset asset = create(key);
        Comment said = vip.require(CommentThread.class)
                .add(asset.ref(), new CommentDraft("c-1", "Hm & so.", Actor.of("anna"), null));
        DrainedFeed drained = DrainedFeed.of(feed, start, 7);
        List<CaseEvent> events = drained.events();

        assertThat(events.stream().filter(event -> said.ref().equals(event.related())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo(CaseEventType.COMMENT_ADDED);
                    assertThat(event.subject()).isEqualTo(asset.ref());
                    assertThat(event.note()).isEqualTo("Hm & so.");
                    assertThat(event.actor()).isEqualTo(Actor.of("anna"));
                });
        assertThat(events.stream().filter(event -> asset.ref().equals(event.subject()) && event.related() == null))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isIn(CaseEventType.ASSET_CREATED, CaseEventType.ASSET_UPDATED);
                    assertThat(event.caseKey()).isEqualTo(key);
                });
        assertThat(feed.changes(drained.next(), 100).events()).isEmpty();
    }

    @Test
    void tellsWhatAUserMayNotDo() {
        Asset asset = create(key);
        try (VipConnector reader = library.connect("subscriber");
                VipConnector author = library.connect("author")) {
            Asset title = Asset.builder(asset.ref()).title("x").build();
            assertThat(failure(() -> author.require(AssetWriter.class).update(title))
                            .kind())
                    .isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(failure(() -> reader.wordpress()
                                    .media()
                                    .uploadMultipart("a.png", new HttpBody.Bytes("image/png", PICTURE), Map.of()))
                            .kind())
                    .isEqualTo(ErrorKind.FORBIDDEN);
        }
    }

    @Test
    void keepsTheWordsOfUsersWhoMayNotWriteHtml() {
        try (VipConnector author = library.connect("author")) {
            Asset metadata =
                    Asset.builder(SourceRef.of("dam", "1")).title("A & B").build();
            Asset made = author.require(AssetWriter.class)
                    .create(new AssetDraft(key, metadata, Pictures.content(PICTURE, "a.png")));
            String text = "<script>1 < 2</script> & <b>so</b>";
            CommentThread thread = author.require(CommentThread.class);
            thread.add(made.ref(), new CommentDraft("c-1", text, null, null));

            assertThat(made.title()).isEqualTo("A & B");
            assertThat(author.require(AssetReader.class).findByKey(key).map(Asset::title))
                    .contains("A & B");
            assertThat(thread.comments(made.ref())).extracting(Comment::text).containsExactly(text);
        }
    }

    @Test
    void checksUserAndProfile() {
        assertThat(vip.check().identity()).isEqualTo(Library.ADMIN);
        assertThat(vip.check().details()).containsEntry("serverProfile", "present");
    }

    @Test
    void refusesAnAudienceThatHasNoTaxonomy() {
        Segment channel = Segment.channel("web");
        Asset asset = create(key);
        PublishRequest request = new PublishRequest(key, "x", List.of(asset.ref()), List.of(channel), null, null);
        assertThat(failure(() -> publisher().publish(request)).error().trace().vendorCode())
                .isEqualTo("not_offered");
    }
}
