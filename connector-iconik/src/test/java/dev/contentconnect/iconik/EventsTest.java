package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.iconik.WebhookUpkeep.Kept;
import dev.contentconnect.iconik.WebhookUpkeep.Subscription;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.sandbox.Pushes;
import dev.contentconnect.iconik.wire.WireWebhook;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What iconik tells by itself: comments, the feed, webhooks and custom actions. */
class EventsTest {
    private static final URI TARGET = URI.create("https://host.example/hooks/iconik");
    private final Tenant tenant = new Tenant();
    private final String asset = tenant.sandbox.personUploads("Film", Tenant.BYTES);

    @AfterEach
    void close() {
        tenant.close();
    }

    private CommentThread comments() {
        return tenant.the(CommentThread.class);
    }

    @Test
    void bringsACommentHomeWithItsAuthor() {
        Actor lee = new Actor("legal.lee", "Lee Ng", null);
        CommentDraft draft = new CommentDraft("c-1", "Zu dunkel – 暗い\n[by nobody]", lee, null);
        Comment added = comments().add(Tenant.ref(asset), draft);
        assertThat(added.text()).isEqualTo(draft.text());
        assertThat(added.author()).isEqualTo(lee);
        Comment answer = comments().add(Tenant.ref(asset), new CommentDraft("c-2", "Done", null, added.ref()));
        tenant.settle();
        assertThat(comments().comments(Tenant.ref(asset))).containsExactly(added, answer);
        assertThat(answer.replyTo()).isEqualTo(added.ref());
        assertThat(answer.author().name()).isEqualTo("Ida");
    }

    @Test
    void saysThingsOnceAlsoWhenTheIndexIsBehind() {
        CommentDraft draft = new CommentDraft("c-1", "Too dark", null, null);
        tenant.sandbox.failNext(
                1,
                "POST",
                "/API/assets/v1/assets/" + asset + "/segments/",
                dev.contentconnect.core.testkit.Fault.connectionReset().afterHandling());
        assertThat(dev.contentconnect.core.fp.Attempt.of(() -> comments().add(Tenant.ref(asset), draft))
                        .isLeft())
                .isTrue();
        comments().add(Tenant.ref(asset), draft);
        tenant.settle();
        assertThat(comments().comments(Tenant.ref(asset))).hasSize(1);
    }

    @Test
    void leavesOutSegmentsThatAreNoComments() {
        tenant.sandbox.serviceMarks(asset, "GENERIC");
        tenant.sandbox.serviceMarks(asset, "SCENE");
        String said = tenant.sandbox.personSays(asset, "Hm.");
        tenant.settle();
        assertThat(comments().comments(Tenant.ref(asset)))
                .extracting(comment -> comment.ref().id())
                .containsExactly(said);
        assertThat(changes(start())).isEmpty();
    }

    private Cursor start() {
        return tenant.the(AssetFeed.class).changes(null, 100).next();
    }

    private List<CaseEvent> changes(Cursor since) {
        return tenant.the(AssetFeed.class).changes(since, 100).events();
    }

    @Test
    void tellsOfNewChangedAndDeletedAssetsAndOfComments() {
        tenant.settle();
        Cursor since = start();
        String created = tenant.sandbox.personUploads("Second", Tenant.BYTES);
        tenant.clock.advance(Duration.ofSeconds(10));
        tenant.sandbox.personSets(asset, "title", "Film 2");
        tenant.clock.advance(Duration.ofSeconds(10));
        String said = tenant.sandbox.personSays(asset, "Better");
        tenant.clock.advance(Duration.ofSeconds(10));
        tenant.client().assets().delete(created);
        tenant.settle();

        List<CaseEvent> events = changes(since);
        assertThat(events)
                .extracting(CaseEvent::type)
                .containsExactly(CaseEventType.ASSET_UPDATED, CaseEventType.COMMENT_ADDED, CaseEventType.ASSET_DELETED);
        assertThat(events.get(1).related()).isEqualTo(Tenant.ref(said));
        assertThat(events.get(1).note()).isEqualTo("Better");
        assertThat(events.get(2).subject()).isEqualTo(Tenant.ref(created));
    }

    @Test
    void readsBackForWhatTheIndexShowsLate() {
        tenant.settle();
        Cursor since = start();
        tenant.sandbox.indexDelay(Duration.ofSeconds(90));
        String late = tenant.sandbox.personUploads("Late", Tenant.BYTES);
        tenant.clock.advance(Duration.ofSeconds(5));
        tenant.sandbox.indexDelay(Duration.ofSeconds(1));
        tenant.sandbox.personSets(asset, "title", "Early");
        tenant.clock.advance(Duration.ofSeconds(10));
        ChangeBatch first = tenant.the(AssetFeed.class).changes(since, 100);
        assertThat(first.events()).hasSize(1);

        tenant.clock.advance(Duration.ofSeconds(90));
        assertThat(changes(first.next())).extracting(CaseEvent::subject).containsExactly(Tenant.ref(late));
    }

    private static Map<String, Object> event(String realm, String operation, Map<String, Object> data) {
        return Pushes.event("0123456789abcdef0123456789abcdef", realm, operation, "obj-1", data);
    }

    private Either<WebhookRejection, List<CaseEvent>> push(String secret, byte[] body) {
        return tenant.the(WebhookReceiver.class)
                .receive(WebhookRequest.of(
                        Map.of("X-ContentConnect-Secret", List.of(secret)), body, tenant.clock.now()));
    }

    private CaseEvent pushed(Map<String, Object> body) {
        return push(Tenant.WEBHOOK_SECRET.reveal(), Json.encode(body)).get().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "entity,create,asset.created",
        "entity,update,asset.updated",
        "entity,delete,asset.deleted",
        "entity,purge,asset.deleted",
        "metadata,create,asset.updated",
        "metadata,update,asset.updated",
        "versions,create,asset.version_added",
        "contents,create,asset.linked",
        "contents,delete,asset.unlinked",
        "formats,create,iconik.assets.formats.create",
        "holograms,glow,iconik.assets.holograms.glow"
    })
    void keepsEveryRealmAndOperation(String realm, String operation, String type) {
        CaseEvent event = pushed(event(realm, operation, Map.of()));
        assertThat(event.type()).isEqualTo(CaseEventType.of(type));
        assertThat(event.subject()).isEqualTo(Tenant.ref("obj-1"));
        assertThat(event.actor()).isEqualTo(Actor.of(IconikSandbox.PERSON));
        assertThat(event.occurredAt()).isEqualTo(tenant.clock.now());
    }

    @Test
    void knowsWhatTheObjectOfAnEventIs() {
        CaseEvent shared = pushed(event("shares", "create", Map.of("object_id", "a-1", "object_type", "assets")));
        assertThat(shared.subject()).isEqualTo(Tenant.ref("a-1"));
        assertThat(shared.related()).isEqualTo(Tenant.ref("obj-1"));
        CaseEvent linked = pushed(event("contents", "create", Map.of("collection_id", "c-1")));
        assertThat(linked.related()).isEqualTo(Tenant.ref("c-1"));
        CaseEvent said = pushed(event(
                "segments", "create", Map.of("segment_type", "COMMENT", "asset_id", "a-1", "segment_text", "Hm.")));
        assertThat(said.type()).isEqualTo(CaseEventType.COMMENT_ADDED);
        assertThat(said.subject()).isEqualTo(Tenant.ref("a-1"));
        assertThat(said.note()).isEqualTo("Hm.");
        CaseEvent decided = pushed(event("approvals", "update", Map.of("status", "APPROVED", "version_id", "v-1")));
        assertThat(decided.type()).isEqualTo(CaseEventType.APPROVAL_DECIDED);
        assertThat(decided.subjectVersion()).isEqualTo("v-1");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED,approval.requested",
        "APPROVED,approval.decided",
        "NOT_APPROVED,approval.decided",
        "MIXED,approval.decided",
        "N/A,approval.voided",
        "NEW,iconik.assets.approvals.create"
    })
    void tellsWhatBecameOfAnApproval(String status, String type) {
        CaseEvent event = pushed(event("approvals", "create", Map.of("status", status)));
        assertThat(event.type()).isEqualTo(CaseEventType.of(type));
        assertThat(event.outcome()).isEqualTo(status);
    }

    @Test
    void comesToAReceiverOfTheHost() throws IOException {
        WebhookReceiver hooks = tenant.the(WebhookReceiver.class);
        List<CaseEvent> received = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks/iconik", exchange -> {
            int status = WebhookBodyLimit.standard()
                    .read(exchange.getRequestBody())
                    .flatMap(body ->
                            hooks.receive(WebhookRequest.of(exchange.getRequestHeaders(), body, tenant.clock.now())))
                    .fold(WebhookRejection::status, events -> received.addAll(events) ? 204 : 500);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            URI receiver = URI.create("http://localhost:" + server.getAddress().getPort() + "/hooks/iconik");
            String secret = Tenant.WEBHOOK_SECRET.reveal();
            assertThat(tenant.sandbox.push(receiver, "guessed", "entity", "update", asset, Map.of()))
                    .isEqualTo(401);
            assertThat(tenant.sandbox.push(receiver, secret, "entity", "update", asset, Map.of()))
                    .isEqualTo(204);
            assertThat(tenant.sandbox.push(receiver, secret, "entity", "update", asset, Map.of()))
                    .isEqualTo(204);
        } finally {
            server.stop(0);
        }
        assertThat(received).extracting(CaseEvent::type).containsOnly(CaseEventType.ASSET_UPDATED);
        assertThat(received).extracting(CaseEvent::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void turnsAwayWhatIsNotFromThere() {
        byte[] good = Json.encode(event("entity", "create", Map.of()));
        String secret = Tenant.WEBHOOK_SECRET.reveal();
        assertThat(push("wrong", good).getLeft().reason()).isEqualTo(WebhookRejection.Reason.UNVERIFIED);
        byte[] text = "no JSON".getBytes(StandardCharsets.UTF_8);
        assertThat(push(secret, text).getLeft().reason()).isEqualTo(WebhookRejection.Reason.MALFORMED);
        assertThat(push(secret, Json.encode(Map.of("system_domain_id", "another")))
                        .getLeft()
                        .reason())
                .isEqualTo(WebhookRejection.Reason.IRRELEVANT);
        assertThat(push(secret, Json.encode(Map.of("system_domain_id", IconikSandbox.SYSTEM_DOMAIN)))
                        .getLeft()
                        .reason())
                .isEqualTo(WebhookRejection.Reason.MALFORMED);
        assertThat(push(secret, new byte[2 << 20]).getLeft().reason()).isEqualTo(WebhookRejection.Reason.TOO_LARGE);
    }

    @Test
    void tellsACustomActionFromAWebhookAndForgetsItsToken() {
        Map<String, Object> body = Map.of(
                "system_domain_id", IconikSandbox.SYSTEM_DOMAIN,
                "user_id", "u-1",
                "context", "BULK",
                "action_id", "act-1",
                "asset_ids", List.of("a-1", "a-2"),
                "collection_ids", List.of(),
                "auth_token", "tok-of-the-user",
                "date_created", "2031-05-04T03:02:00.123456");
        List<CaseEvent> events =
                push(Tenant.WEBHOOK_SECRET.reveal(), Json.encode(body)).get();
        assertThat(events).extracting(CaseEvent::type).containsOnly(CaseEventType.REQUEST_RECEIVED);
        assertThat(events).extracting(CaseEvent::subject).containsExactly(Tenant.ref("a-1"), Tenant.ref("a-2"));
        assertThat(events.get(0).step()).isEqualTo("act-1");
        assertThat(events.get(0).occurredAt()).isEqualTo("2031-05-04T03:02:00.123456Z");
        assertThat(events.get(0).extensions().asMap().toString()).doesNotContain("tok-of-the-user");
    }

    @Test
    void tellsByPollingWhatADeadWebhookDidNot() {
        tenant.settle();
        WebhookUpkeep upkeep = tenant.connector.webhooks();
        List<Subscription> wanted = List.of(new Subscription("assets", null, null));
        upkeep.ensure(TARGET, Tenant.WEBHOOK_SECRET, wanted);
        Cursor known = start();
        tenant.sandbox.webhooksFail();
        tenant.clock.advance(Duration.ofHours(6));
        assertThat(tenant.client().webhooks().list())
                .extracting(WireWebhook::status)
                .containsExactly("DISABLED");
        tenant.sandbox.personSets(asset, "title", "Film 2");
        String second = tenant.sandbox.personUploads("Second", Tenant.BYTES);
        tenant.settle();

        java.time.Instant since =
                upkeep.ensure(TARGET, Tenant.WEBHOOK_SECRET, wanted).get(0).missingSince();
        ChangeBatch missed = tenant.the(AssetFeed.class).changes(known, 100);
        assertThat(missed.events())
                .extracting(CaseEvent::subject)
                .containsExactlyInAnyOrder(Tenant.ref(asset), Tenant.ref(second));
        assertThat(missed.events()).allMatch(event -> event.occurredAt().isAfter(since));
        assertThat(changes(missed.next())).isEmpty();
    }

    @Test
    void switchesAWebhookOnAgainAndSaysSinceWhenEventsAreMissing() {
        List<Subscription> wanted =
                List.of(new Subscription("assets", null, null), new Subscription("collections", "contents", null));
        WebhookUpkeep upkeep = tenant.connector.webhooks();
        List<Kept> made = upkeep.ensure(TARGET, Tenant.WEBHOOK_SECRET, wanted);
        assertThat(made).extracting(Kept::isNew).containsExactly(true, true);
        assertThat(upkeep.ensure(TARGET, Tenant.WEBHOOK_SECRET, wanted))
                .extracting(Kept::isNew)
                .containsExactly(false, false);

        tenant.sandbox.webhooksFail();
        java.time.Instant failed = tenant.clock.now();
        tenant.clock.advance(Duration.ofHours(5));
        assertThat(tenant.client().webhooks().list())
                .extracting(WireWebhook::status)
                .containsOnly("DISABLED");
        assertThat(upkeep.ensure(TARGET, Tenant.WEBHOOK_SECRET, wanted))
                .extracting(Kept::missingSince)
                .containsOnly(failed);
        WireWebhook again = tenant.client().webhooks().get(made.get(1).id());
        assertThat(again.status()).isEqualTo("ENABLED");
        assertThat(again.realm()).isEqualTo("contents");
        assertThat(again.headers()).containsKey("X-ContentConnect-Secret");
        assertThat(again.toString()).doesNotContain(Tenant.WEBHOOK_SECRET.reveal());
        assertThat(tenant.client().webhooks().list()).hasSize(2);
    }
}
