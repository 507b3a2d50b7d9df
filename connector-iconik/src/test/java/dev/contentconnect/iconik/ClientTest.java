package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.poll.Poller;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireCollection;
import dev.contentconnect.iconik.wire.WireJob;
import dev.contentconnect.iconik.wire.WireSegment;
import dev.contentconnect.iconik.wire.WireShare;
import dev.contentconnect.iconik.wire.WireShareUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that no capability makes. */
class ClientTest {
    private static final Map<String, Object> ALLOWED = Map.of(
            "allow_comments", true,
            "allow_approving_comments", false,
            "allow_download", false,
            "allow_setting_approve_status", true,
            "title", "Review");

    private final Tenant tenant = new Tenant();
    private final String asset = tenant.sandbox.personUploads("Film", Tenant.BYTES);

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void sharesByAddressAndByMail() {
        var shares = tenant.client().shares();
        WireShare byUrl = shares.createWithUrl(ObjectType.ASSETS, asset, ALLOWED);
        assertThat(byUrl.url()).isNotBlank();
        assertThat(byUrl.toString()).doesNotContain(byUrl.url());
        WireShare byMail = shares.createForEmails(ObjectType.ASSETS, asset, List.of("a@agency.example.com"), ALLOWED);
        assertThat(byMail.url()).isNull();
        assertThat(shares.list(ObjectType.ASSETS, asset, ListQuery.ALL.pages(1)))
                .hasSize(2);
        assertThat(shares.get(ObjectType.ASSETS, asset, byUrl.id()).title()).isEqualTo("Review");
        assertThat(shares.users(ObjectType.ASSETS, asset, byUrl.id())).isEmpty();
        tenant.sandbox.visitorOpens(byUrl.id(), null);
        assertThat(shares.users(ObjectType.ASSETS, asset, byUrl.id()))
                .singleElement()
                .satisfies(visitor -> assertThat(visitor.email()).isNull());
        List<WireShareUser> asked = shares.users(ObjectType.ASSETS, asset, byMail.id());
        assertThat(asked).singleElement().satisfies(user -> {
            assertThat(user.email()).isEqualTo("a@agency.example.com");
            assertThat(user.accessCount()).isZero();
            assertThat(user.lastAccessDate()).isNull();
        });
        tenant.sandbox.visitorOpens(byMail.id(), "a@agency.example.com");
        tenant.sandbox.visitorOpens(byMail.id(), "a@agency.example.com");
        assertThat(shares.users(ObjectType.ASSETS, asset, byMail.id()))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.id()).isEqualTo(asked.get(0).id());
                    assertThat(user.accessCount()).isEqualTo(2);
                    assertThat(user.lastAccessDate()).startsWith("2031-05-04T03:02:01");
                    assertThat(user.rest()).containsEntry("share_id", byMail.id());
                });
        shares.delete(ObjectType.ASSETS, asset, byUrl.id());
        shares.deleteAll(List.of(byMail.id()));
        assertThat(shares.list(ObjectType.ASSETS, asset, ListQuery.ALL)).isEmpty();
    }

    @Test
    void waitsForAJob() {
        var jobs = tenant.client().jobs();
        WireJob job = jobs.create(Map.of("title", "Sync", "type", "CUSTOM", "custom_type", "sdk", "status", "STARTED"));
        WireJob ended = jobs.await(job.id(), Poller.standard(tenant.clock));
        assertThat(ended.wentWell()).isTrue();
        jobs.update(job.id(), Map.of("status", "FAILED", "error_message", "no space"));
        WireJob failed = jobs.await(job.id(), Poller.standard(tenant.clock));
        assertThat(failed.hasEnded()).isTrue();
        assertThat(failed.wentWell()).isFalse();
        assertThat(jobs.list(ListQuery.ALL)).hasSize(1);
    }

    @Test
    void makesAndMovesCollections() {
        var collections = tenant.client().collections();
        WireCollection made = collections.create(Map.of("title", "Campaign", "external_id", "ws-1"));
        collections.add(made.id(), ObjectType.ASSETS, asset);
        WireCollection inner = collections.create(Map.of("title", "Stills", "parent_id", made.id()));
        tenant.settle();
        assertThat(collections.contents(made.id(), ListQuery.ALL))
                .extracting(hit -> hit.id())
                .containsExactlyInAnyOrder(asset, inner.id());
        assertThat(collections.contents(made.id(), ListQuery.ALL.with("object_types", "collections")))
                .extracting(hit -> hit.id())
                .containsExactly(inner.id());
        assertThat(collections.contents(made.id(), ListQuery.ALL.with("object_types", "assets")))
                .extracting(hit -> hit.id())
                .containsExactly(asset);
        assertThat(tenant.client().assets().get(asset, true).inCollections()).containsExactly(made.id());
        collections.remove(made.id(), ObjectType.ASSETS, asset);
        collections.remove(made.id(), ObjectType.ASSETS, asset);
        assertThat(collections.update(made.id(), Map.of("title", "Campaign 2")).title())
                .isEqualTo("Campaign 2");
        collections.delete(made.id());
        assertThat(collections.get(made.id()).status()).isEqualTo("DELETED");
        assertThat(collections.list(ListQuery.ALL)).isNotEmpty();
    }

    @Test
    void writesManySegments() {
        var segments = tenant.client().segments();
        List<Map<String, Object>> many = IntStream.range(0, 501)
                .mapToObj(i -> Map.<String, Object>of("segment_type", "MARKER", "time_start_milliseconds", i))
                .toList();
        segments.createAll(asset, many);
        tenant.settle();
        List<String> ids = segments.list(asset, ListQuery.ALL.pages(100)).stream()
                .map(WireSegment::id)
                .toList();
        assertThat(ids).hasSize(501);
        assertThat(segments.update(asset, ids.get(0), Map.of("segment_checked", true))
                        .segmentChecked())
                .isTrue();
        assertThat(segments.get(asset, ids.get(0)).segmentType()).isEqualTo("MARKER");
        segments.deleteAll(asset, ids);
        tenant.settle();
        assertThat(segments.list(asset, ListQuery.ALL)).isEmpty();
    }

    @Test
    void definesCustomActions() {
        var actions = tenant.client().customActions();
        var made = actions.create(
                "ASSET",
                Map.of("title", "Send to approval", "url", "https://host.example/a", "headers", Map.of("X-S", "shh")));
        assertThat(made.toString()).doesNotContain("shh");
        assertThat(actions.list("ASSET")).hasSize(1);
        assertThat(actions.list("BULK")).isEmpty();
        assertThat(actions.update("ASSET", made.id(), Map.of("disabled", true)).disabled())
                .isTrue();
        actions.delete("ASSET", made.id());
        assertThat(actions.list("ASSET")).isEmpty();
    }

    @Test
    void knowsUsersViewsFieldsAndStorages() {
        assertThat(tenant.client().users().get(IconikSandbox.USER).firstName()).isEqualTo("Ida");
        assertThat(tenant.client().users().list(ListQuery.ALL.with("email", "nobody@agency.example")))
                .isEmpty();
        assertThat(tenant.client().metadata().views()).hasSize(2);
        assertThat(tenant.client().metadata().view(IconikSandbox.RIGHTS_VIEW).viewFields())
                .anyMatch(field -> Boolean.TRUE.equals(field.isBlockField()));
        tenant.client().metadata().createField(Map.of("name", "New", "label", "New", "field_type", "string"));
        assertThat(tenant.client().metadata().field("New").fieldType()).isEqualTo("string");
        assertThat(tenant.client().files().storages(ListQuery.ALL.with("purpose", "FILES")))
                .hasSize(5);
        assertThat(tenant.client()
                        .files()
                        .storage(IconikSandbox.storageId("S3"))
                        .method())
                .isEqualTo("S3");
        assertThat(tenant.client().files().fileSets(asset)).hasSize(1);
    }

    @Test
    void writesMetadataOfManyAtOnce() {
        String other = tenant.sandbox.personUploads("Other", Tenant.BYTES);
        tenant.client()
                .metadata()
                .writeEach(
                        ObjectType.ASSETS,
                        IconikSandbox.ASSET_VIEW,
                        Map.of(
                                asset, Map.of("Market", List.of("AT")),
                                other, Map.of("Market", List.of("DE"))));
        assertThat(tenant.sandbox.values(asset, "Market")).containsExactly("AT");
        assertThat(tenant.sandbox.values(other, "Market")).containsExactly("DE");
        String version =
                tenant.client().assets().get(asset, false).versions().get(0).id();
        assertThat(tenant.client()
                        .metadata()
                        .ofVersion(asset, version, IconikSandbox.ASSET_VIEW)
                        .orElseThrow()
                        .fields())
                .containsEntry("Market", List.of("AT"));
    }

    @Test
    void makesAVersionOfAnotherAssetUnlessThatIsBeingTranscoded() {
        String other = tenant.sandbox.personUploads("Other", Tenant.BYTES);
        tenant.client().assets().createVersionFrom(asset, other, Map.of());
        assertThat(tenant.client().assets().get(asset, false).versions()).hasSize(2);
        tenant.sandbox.transcode(other);
        ConnectorException busy = catchThrowableOfType(
                ConnectorException.class, () -> tenant.client().assets().createVersionFrom(asset, other, Map.of()));
        assertThat(busy.kind()).isEqualTo(ErrorKind.CONFLICT);
        String second =
                tenant.client().assets().get(asset, false).versions().get(1).id();
        tenant.client().assets().deleteVersion(asset, second);
        assertThat(tenant.client().assets().get(asset, false).versions()).hasSize(1);
    }

    @Test
    void asksForTheApprovalOfACollectionByAJob() {
        var job = tenant.client().approvals().request(ObjectType.COLLECTIONS, IconikSandbox.AUSTRIA, Map.of());
        assertThat(job.jobId()).isNotBlank();
        assertThat(job.status()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesBothFormsOfATokenAnswerAndShowsItBothWays(boolean standard) {
        Tenant own = tenant;
        IconikConfigBuilder builder = Tenant.options(new Wiring(own.clock).apply(IconikConfig.builder()), own.sandbox)
                .clientSecret(Secret.of(IconikSandbox.CLIENT_SECRET))
                .scope("assets")
                .tokenHeader(standard ? IconikConfig.TokenHeader.BEARER : IconikConfig.TokenHeader.AUTH_TOKEN);
        if (standard) {
            own.sandbox.failNext(
                    1,
                    "POST",
                    "/API/auth/",
                    Fault.reply(SandboxResponse.json(
                            Map.of("access_token", IconikSandbox.TOKEN, "expires_in", 60, "token_type", "Bearer"))));
        }
        try (IconikConnector connector = IconikConnector.create(builder.build())) {
            assertThat(connector.check().identity()).isEqualTo("sdk@example.com");
            Optional<String> shown =
                    own.sandbox.requests("GET", "/API/users/").get(0).header(standard ? "Authorization" : "Auth-Token");
            assertThat(shown).isPresent();
            assertThat(own.sandbox.requests("POST", "/API/auth/").get(0).form())
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("scope", "assets");
        }
    }
}
