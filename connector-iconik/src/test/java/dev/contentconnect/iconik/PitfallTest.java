package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireField;
import dev.contentconnect.iconik.wire.WireHistory;
import dev.contentconnect.iconik.wire.WireRelation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of the interface, one by one. */
class PitfallTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private String asset() {
        return tenant.sandbox.personUploads("Film", Tenant.BYTES);
    }

    private static ErrorKind kindOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call).kind();
    }

    @Test
    void sendsBothHeadersAndEndsEachPathWithASlash() {
        tenant.film("dam:1");
        tenant.the(AssetReader.class).query(AssetQuery.ALL).forEach(asset -> {});
        assertThat(tenant.sandbox.requests("*", "/API/"))
                .isNotEmpty()
                .allMatch(request -> request.path().endsWith("/"))
                .allMatch(request -> request.header("App-ID").isPresent()
                        && request.header("Auth-Token").isPresent());
    }

    @Test
    void countsPagesItselfInsteadOfAddingTheNextAddressToTheBase() {
        String id = asset();
        IntStream.range(0, 25).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
        tenant.sandbox.clearRequests();
        assertThat(tenant.client().assets().history(id, ListQuery.ALL.pages(10)))
                .extracting(WireHistory::operationDescription)
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(tenant.sandbox.requests()).noneMatch(one -> one.path().contains("/API/assets/v1/API/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages",
                "next_url",
                "pages total",
                "pages next_url",
                "page pages per_page total next_url prev_url"
            })
    void goesThroughAListWhateverIsMissingFromItsEnvelope(String leftOut) {
        String id = asset();
        IntStream.range(0, 20).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
        tenant.sandbox.leaveOut(Set.of(leftOut.split(" ", -1)));
        for (int size : List.of(7, 10, 20, 21)) {
            assertThat(tenant.client().assets().history(id, ListQuery.ALL.pages(size)))
                    .extracting(WireHistory::operationDescription)
                    .hasSize(20)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void takesTheLastPageForTheLastWhereTheNextAddressIsNull() {
        String id = asset();
        IntStream.range(0, 20).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
        tenant.sandbox.leaveOut(Set.of("pages"));
        tenant.sandbox.clearRequests();
        assertThat(tenant.client().assets().history(id, ListQuery.ALL.pages(10)))
                .hasSize(20);
        assertThat(tenant.sandbox.requests()).as("none for a page past the end").hasSize(2);
    }

    @Test
    void refusesToGoOnAfterTheLastPageThatTheServiceHandsOut() {
        String id = asset();
        Map<String, Object> last =
                Map.of("objects", List.of(Map.of("id", "h")), "page", 10_000, "pages", 10_001, "total", 100_001);
        tenant.sandbox.failNext(1, "GET", "/API/assets/", Fault.reply(SandboxResponse.json(last)));
        var pages = tenant.client()
                .assets()
                .history(id, ListQuery.ALL.pages(10))
                .startingAt(Cursor.of("10000"))
                .pages()
                .iterator();
        ConnectorException refused = catchThrowableOfType(ConnectorException.class, pages::next);
        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("too_many_pages");
        assertThat(refused).hasMessageContaining("10000 pages");
    }

    /** The service has one answer for both; who must know reads the asset afterwards. */
    @Test
    void endsAListWhoseAssetVanishedMeanwhileAsItEndsOneWhosePageDid() {
        String id = asset();
        IntStream.range(0, 11).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
        var pages = tenant.client()
                .assets()
                .history(id, ListQuery.ALL.pages(10))
                .pages()
                .iterator();
        assertThat(pages.next().items()).hasSize(10);
        tenant.sandbox.personPurges(id);
        assertThat(pages.next().items()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
        assertThat(kindOf(() -> tenant.client().assets().get(id, false))).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void endsAListWhosePageVanishedMeanwhile() {
        String id = asset();
        IntStream.range(0, 11).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
        var pages = tenant.client()
                .assets()
                .history(id, ListQuery.ALL.pages(10))
                .pages()
                .iterator();
        assertThat(pages.next().items()).hasSize(10);
        tenant.sandbox.failNext(1, "GET", "/API/assets/v1/assets/" + id + "/history/", Fault.status(404));
        assertThat(pages.next().items()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void goesOnAfterTheLastNameOfAPageOfFields() {
        assertThat(tenant.client().metadata().fields(ListQuery.ALL.pages(5)))
                .extracting(WireField::name)
                .hasSize(17)
                .doesNotHaveDuplicates();
    }

    @Test
    void takesMetadataThatAreNotFoundForMetadataThatAreNotThere() {
        String id = asset();
        assertThat(tenant.client().metadata().values(ObjectType.ASSETS, id, IconikSandbox.ASSET_VIEW))
                .isEmpty();
        assertThat(tenant.the(AssetReader.class).get(Tenant.ref(id)).description())
                .isNull();
    }

    @Test
    void readsTheOlderShapeOfMetadata() {
        String id = asset();
        tenant.sandbox.personFills(id, IconikSandbox.ASSET_VIEW, "Description", "A cat");
        tenant.sandbox.speakTheOlderShape();
        assertThat(tenant.the(AssetReader.class).get(Tenant.ref(id)).description())
                .isEqualTo("A cat");
    }

    @Test
    void readsTheMetadataOfAHitInItsOwnShape() {
        String id = asset();
        tenant.sandbox.personFills(id, IconikSandbox.ASSET_VIEW, "Tags", "cat", "roof");
        tenant.settle();
        List<Asset> found = tenant.the(AssetReader.class).query(AssetQuery.ALL.withTags(List.of("roof"))).stream()
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).tags()).containsExactly("cat", "roof");
    }

    @Test
    void putsTheSizeOfAPageOfHitsIntoTheAddress() {
        IntStream.range(0, 25).forEach(i -> asset());
        tenant.settle();
        assertThat(tenant.client().search().find(SearchQuery.ASSETS.pages(20))).hasSize(25);
        List<SandboxRequest> searches = tenant.sandbox.requests("POST", "/API/search/");
        // Two pages, and an empty one at the end.
        assertThat(searches).hasSize(3).allMatch(one -> one.query("per_page", 0) == 20);
        assertThat(searches)
                .allMatch(one -> one.query("save_search_history").orElse("").equals("false"));
    }

    @Test
    void findsNothingInTheIndexThatWasMadeAMomentAgo() {
        asset();
        assertThat(tenant.client().search().find(SearchQuery.ASSETS)).isEmpty();
        tenant.settle();
        assertThat(tenant.client().search().find(SearchQuery.ASSETS)).hasSize(1);
    }

    @Test
    void takesASearchThatFailsWithAStatusOf200ForAFailure() {
        tenant.sandbox.failNext(
                1,
                "POST",
                "/API/search/",
                Fault.reply(SandboxResponse.json(200, Map.of("errors", List.of("index is read-only")))));
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> tenant.client()
                        .search()
                        .find(SearchQuery.ASSETS)
                        .iterator()
                        .hasNext());
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("index is read-only");
    }

    @Test
    void takesTheHighestActiveVersionForTheCurrentOne() {
        String id = asset();
        String second = tenant.sandbox.personAddsVersion(id, Tenant.BYTES);
        Asset asset = tenant.the(AssetReader.class).get(Tenant.ref(id));
        assertThat(asset.currentVersion().id()).isEqualTo(second);
        assertThat(asset.currentVersion().number()).isEqualTo(2);

        String first =
                tenant.the(AssetReader.class).versions(Tenant.ref(id)).get(1).id();
        tenant.client().assets().promoteVersion(id, first);
        assertThat(tenant.the(AssetReader.class)
                        .get(Tenant.ref(id))
                        .currentVersion()
                        .id())
                .isEqualTo(first);
    }

    @Test
    void takesTheOriginalAndNotWhatAToolMadeOfIt() throws Exception {
        String id = asset();
        tenant.sandbox.toolAddsFormat(id, "PPRO_PROXY", new byte[] {1, 2});
        AssetReader reader = tenant.the(AssetReader.class);
        assertThat(reader.versions(Tenant.ref(id)).get(0).fileName()).isEqualTo("Film");
        assertThat(reader.content(Tenant.ref(id), null, null).open().readAllBytes())
                .isEqualTo(Tenant.BYTES);
    }

    @Test
    void addsGrantsWithoutTakingOthersAway() {
        String id = asset();
        var acls = tenant.client().acls();
        List<String> own = List.of(IconikSandbox.USER);
        acls.add(ObjectType.ASSETS, List.of(id), own, List.of(), List.of("read"));
        acls.add(ObjectType.ASSETS, List.of(id), List.of(), List.of(IconikSandbox.GROUP), List.of("read", "write"));
        assertThat(acls.get(ObjectType.ASSETS, id).usersAcl()).hasSize(1);
        assertThat(acls.get(ObjectType.ASSETS, id).groupsAcl()).hasSize(1);
        acls.remove(ObjectType.ASSETS, List.of(id), own, List.of());
        assertThat(acls.get(ObjectType.ASSETS, id).usersAcl()).isEmpty();
        assertThat(acls.get(ObjectType.ASSETS, id).groupsAcl()).hasSize(1);
    }

    @Test
    void saysWhatIsGrantedToTheUserOfTheCredential() {
        String id = asset();
        var acls = tenant.client().acls();
        assertThat(acls.permissions(ObjectType.ASSETS, id)).isEmpty();
        acls.add(ObjectType.ASSETS, List.of(id), List.of(IconikSandbox.PERSON), List.of(), List.of("write"));
        assertThat(acls.permissions(ObjectType.ASSETS, id)).isEmpty();
        acls.add(ObjectType.ASSETS, List.of(id), List.of(IconikSandbox.USER), List.of(), List.of("read"));
        assertThat(acls.permissions(ObjectType.ASSETS, id)).containsExactly("read");
        acls.remove(ObjectType.ASSETS, List.of(id), List.of(IconikSandbox.USER), List.of());
        assertThat(acls.permissions(ObjectType.ASSETS, id)).isEmpty();
    }

    @Test
    void takesAssetsOutOfTheBinByDeletingFromIt() {
        String id = asset();
        tenant.client().assets().deleteAll(List.of(id));
        assertThat(tenant.sandbox.asset(id)).containsEntry("status", "DELETED");
        tenant.client().assets().restoreAll(List.of(id));
        assertThat(tenant.sandbox.asset(id)).containsEntry("status", "ACTIVE");
    }

    @Test
    void sendsFiveHundredIdsAtOnceAtMost() {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 1_201).forEach(i -> ids.add(asset()));
        tenant.sandbox.clearRequests();
        tenant.client()
                .metadata()
                .writeSame(ObjectType.ASSETS, ids, IconikSandbox.ASSET_VIEW, Map.of("Market", List.of("AT")));
        assertThat(tenant.sandbox.requests()).hasSize(3);
        assertThat(ids).allMatch(id -> tenant.sandbox.values(id, "Market").equals(List.of("AT")));
    }

    @Test
    void writesTheNameOfARelationAsAPartOfThePath() {
        String from = asset();
        String to = asset();
        var relations = tenant.client().relations();
        relations.createType(Map.of("name", "signed/off by ä", "source_label", "by", "destination_label", "of"));
        WireRelation made = relations.relate(from, "signed/off by ä", to, null);
        assertThat(relations.relate(from, "signed/off by ä", to, null).id()).isEqualTo(made.id());
        assertThat(relations.related(from, ListQuery.ALL)).hasSize(1);
        relations.unrelate(from, "signed/off by ä", to);
        assertThat(relations.related(from, ListQuery.ALL)).isEmpty();
    }

    @Test
    void readsBothFormsOfAnErrorAndThoseOfTheEdge() {
        String path = "/API/assets/v1/assets/x/";
        tenant.sandbox.failNext(
                1, "GET", path, Fault.reply(SandboxResponse.json(400, Map.of("errors", List.of("one", "two")))));
        tenant.sandbox.failNext(
                1,
                "GET",
                path,
                Fault.reply(SandboxResponse.json(400, Map.of("errors", Map.of("title", List.of("too long"))))));
        tenant.sandbox.failNext(1, "GET", path, Fault.htmlPage(403));
        ConnectorException list = failure();
        assertThat(list).hasMessageContaining("one, two");
        ConnectorException field = failure();
        assertThat(field).hasMessageContaining("title: too long");
        assertThat(field.error().trace().vendorCode()).isEqualTo("title");
        assertThat(failure().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    private ConnectorException failure() {
        return catchThrowableOfType(
                ConnectorException.class, () -> tenant.client().assets().get("x", false));
    }

    @Test
    void waitsWhenItIsThrottledWithoutAWordOfHowLong() {
        String id = asset();
        tenant.sandbox.failNext(
                2, "GET", "/", Fault.reply(SandboxResponse.json(429, Map.of("errors", List.of("slow down")))));
        assertThat(tenant.client().assets().get(id, false).id()).isEqualTo(id);
        assertThat(tenant.clock.sleeps()).isNotEmpty();
    }

    @Test
    void staysBelowTheRateThatTheServiceAllows() {
        String id = asset();
        tenant.sandbox.rateLimit(1_000);
        IntStream.range(0, 1_500).forEach(i -> tenant.client().assets().get(id, false));
        Duration waited = tenant.clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        // Just below fifty a second, after a short burst: of the thousand in twenty seconds none is turned away.
        assertThat(waited).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(tenant.sandbox.requests("GET", "/API/assets/")).hasSize(1_500);
    }

    @Test
    void sendsNoPasswordsOrTokensToTheStorage() {
        tenant.film("dam:1");
        assertThat(tenant.sandbox.requests("PUT", "/storage/"))
                .hasSize(1)
                .noneMatch(one -> one.header("Auth-Token").isPresent()
                        || one.header("App-ID").isPresent());
    }

    @Test
    void signsNoAddressesInLists() {
        String id = asset();
        tenant.sandbox.clearRequests();
        tenant.client()
                .files()
                .files(id, null)
                .forEach(file -> assertThat(file.url()).isNull());
        assertThat(tenant.sandbox.requests().get(0).query("generate_signed_url"))
                .contains("false");
        tenant.client().jobs().list(ListQuery.ALL).forEach(job -> {});
        assertThat(tenant.sandbox.requests().get(1).query("facets")).contains("false");
        tenant.client().search().find(SearchQuery.ASSETS).forEach(hit -> {});
        assertThat(tenant.sandbox.requests("POST", "/API/search/"))
                .isNotEmpty()
                .allMatch(one -> one.query("generate_signed_url").orElse("").equals("false"));
    }

    @Test
    void saysOfABadRequestThatItIsRejected() {
        tenant.sandbox.onPurpose(
                "without a title",
                () -> assertThat(kindOf(() -> tenant.client().assets().create(Map.of())))
                        .isEqualTo(ErrorKind.REJECTED));
    }
}
