package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.PortalQuery;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import dev.contentconnect.smintio.wire.WireShare;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The portal's client and its pitfalls. */
class PortalTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private String poster() {
        return tenant.sandbox.shows("Poster", Tenant.BYTES);
    }

    @Test
    void encodesBodiesTwiceWhateverIsInThem() {
        String id = poster();
        tenant.sandbox.personAdds(SmintioSandbox.REVIEWS, id);
        String text = "C:\\temp\\\"quoted\" \\u00fc\n{\"a\": [1]}";
        tenant.client().portal().collections().comment(SmintioSandbox.REVIEWS, id, text);
        assertThat(tenant.sandbox.said(SmintioSandbox.REVIEWS, id)).containsExactly(text);
        List<SandboxRequest> sent = tenant.sandbox.requests("POST", SmintioSandbox.FRONTEND);
        assertThat(sent.get(sent.size() - 1).text()).startsWith("[\"{").endsWith("}\"]");
    }

    @Test
    void sendsAnEmptyArrayWhereThereAreNoParameters() {
        tenant.client().portal().run(Operation.read("IAssetsRead", "getAssetsReadFeatureSupportAsync"), Map.of());
        assertThat(tenant.sandbox
                        .requests("POST", SmintioSandbox.FRONTEND)
                        .get(0)
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void takesResultsOutOfQuotesThatDoNotBelongToThem() {
        tenant.sandbox.quoteResults();
        assertThat(tenant.client().portal().assets().get(poster()).properties()).containsKey("name");
    }

    @Test
    void looksAtABackgroundTaskAtEvenPausesUntilItEnds() {
        String id = poster();
        assertThat(tenant.client().portal().assets().getAll(List.of(id, "gone")))
                .hasSize(1);
        assertThat(tenant.clock.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(tenant.sandbox.requests("GET", SmintioSandbox.FRONTEND + "/backgroundTasks/"))
                .hasSize(2);
    }

    @Test
    void waitsForTheNextLookWhenOneFailsForAPassingReason() {
        String id = poster();
        tenant.sandbox.failNext(3, "GET", SmintioSandbox.FRONTEND + "/backgroundTasks/", Fault.status(503));
        assertThat(tenant.client().portal().assets().getAll(List.of(id))).hasSize(1);
    }

    @Test
    void tellsOfABackgroundTaskThatFailedWithStatus200() {
        String id = poster();
        tenant.sandbox.failNextTask("adapter_broken");
        ConnectorException failure =
                failure(() -> tenant.client().portal().assets().getAll(List.of(id)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("adapter_broken");
        assertThat(failure).hasMessageContaining("It broke");
        tenant.sandbox.failNextTask("permission_denied");
        assertThat(failure(() -> tenant.client().portal().assets().getAll(List.of(id)))
                        .kind())
                .isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void tellsOfATaskThatWasNotMadeThoughAllEndedWell() {
        var tasks = tenant.client().portal().tasks();
        ConnectorException failure = failure(() -> tasks.create("task-type-generic", List.of()));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("task_not_created");
        assertThat(failure).hasMessageContaining("reason: required");
        Map<String, Object> filled = Map.of("id", "reason", "dataType", "string", "stringValue", "please");
        assertThat(tasks.create("task-type-generic", List.of(filled))).containsEntry("succeeded", true);
        assertThat(tasks.validate("task-type-generic", List.of())).hasSize(1);
        assertThat(tasks.form("task-type-generic")).containsEntry("action", "Request");
    }

    @Test
    void leavesDecisionsOnTasksToTheHostAndSaysSoWithoutOne() {
        ConnectorException refused =
                failure(() -> tenant.client().portal().tasks().decide("t-1", "Approve", null));
        assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        List<String> decided = new ArrayList<>();
        try (Tenant host = new Tenant(b -> b.taskDecisions((task, action, note) -> decided.add(task + " " + action)))) {
            host.client().portal().tasks().decide("t-1", "Approve", "fine");
        }
        assertThat(decided).containsExactly("t-1 Approve");
    }

    @Test
    void showsThatOneOfSeveralSourcesFailedBesideWhatTheOthersFound() {
        poster();
        tenant.sandbox.letOneSourceFail();
        List<MappingIssue> issues = new ArrayList<>();
        Paged<Asset> found = tenant.the(AssetReader.class).query(AssetQuery.ALL).onIssue(issues::add);
        assertThat(found).hasSize(1);
        assertThat(issues)
                .extracting(MappingIssue::problem)
                .singleElement()
                .asString()
                .contains("The other DAM is down");
    }

    @Test
    void narrowsByWordsKindAndConfiguredFiltersGivenBackByteForByte() {
        Segment austria = Segment.region("Austria");
        String token = "{\"f\":\"reg\\\\ion\",\"v\":[\"AT\"]}";
        Map<String, Object> filter =
                Map.of("id", "f-7", "dataType", "string_array", "stringArrayValue", List.of(token));
        try (Tenant other = new Tenant(b -> b.segmentFilters(Map.of(austria, filter)))) {
            String here = other.sandbox.shows("Poster", Tenant.BYTES);
            other.sandbox.shows("Other", Tenant.BYTES);
            other.sandbox.sets(here, "region", "string", token);
            AssetReader reader = other.the(AssetReader.class);
            assertThat(reader.query(AssetQuery.ALL.withSegments(List.of(austria))).stream()
                            .map(Asset::ref))
                    .containsExactly(Tenant.asset(here));
            assertThat(reader.query(AssetQuery.ALL.withText("Oth").withKinds(List.of(AssetKind.IMAGE))))
                    .hasSize(1);
            assertThat(failure(() -> reader.query(AssetQuery.ALL.withSegments(List.of(Segment.brand("x")))))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo(NotOffered.CODE);
        }
    }

    @Test
    void countsPagesOfCollectionsFromNoughtOrOneAndTellsEachOnce() {
        for (int i = 0; i < 120; i++) {
            tenant.sandbox.personAdds(SmintioSandbox.PENDING, tenant.sandbox.shows("P" + i, Tenant.BYTES));
        }
        var collections = tenant.client().portal().collections();
        assertThat(collections.assets(SmintioSandbox.PENDING)).hasSize(120);
        tenant.sandbox.countFromOne();
        assertThat(collections.assets(SmintioSandbox.PENDING).stream()
                        .map(one -> one.id())
                        .distinct())
                .hasSize(120);
        assertThat(collections.assets(SmintioSandbox.PENDING)).hasSize(120);
    }

    @Test
    void readsTheShapesThatAPropertyMayHave() {
        String id = poster();
        tenant.sandbox.sets(
                id, "localizedTags", "localized_strings_array_model", Map.of("de", List.of("Strand", "Strand")));
        tenant.sandbox.sets(
                id,
                "fileMetadata",
                "data_object",
                Map.of("fileName", "a.jpg", "fileSizeInBytes", 42, "mediaType", "image/jpeg", "creator", "Ann"));
        tenant.sandbox.sets(id, "largeThumbnailUrl", "string", "https://cdn.example/a.jpg?sig=1");
        Asset asset = tenant.the(AssetReader.class).get(Tenant.asset(id));
        assertThat(asset.title()).isEqualTo("Poster");
        assertThat(asset.kind()).isEqualTo(AssetKind.IMAGE);
        assertThat(asset.tags()).containsExactly("Strand");
        assertThat(asset.creators()).containsExactly("Ann");
        assertThat(asset.currentVersion().sizeBytes()).isEqualTo(42L);
        assertThat(asset.status()).isEqualTo(AssetStatus.of("available"));
        assertThat(asset.extensions().get("smintio"))
                .containsKey("permissionUuids")
                .doesNotContainKey("largeThumbnailUrl");
        assertThat(tenant.the(AssetReader.class).renditions(Tenant.asset(id)))
                .extracting(one -> one.id())
                .containsExactly("largeThumbnail");
    }

    @Test
    void acceptsNoTermsOfUseInTheNameOfAPerson() {
        String id = poster();
        tenant.sandbox.warnBeforeDownloads("Only for the Austrian market");
        ConnectorException failure = failure(() -> tenant.the(AssetReader.class).content(Tenant.asset(id), null, null));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("warning_to_be_accepted");
        assertThat(failure).hasMessageContaining("Austrian market");
    }

    @Test
    void sendsNoTokenToASignedAddress() throws Exception {
        String id = poster();
        try (var in = tenant.the(AssetReader.class)
                .content(Tenant.asset(id), null, null)
                .open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
        assertThat(tenant.sandbox.requests("GET", "/files/"))
                .isNotEmpty()
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void saysWhatThePortalDoesNotOffer() {
        ConnectorException failure = failure(() ->
                tenant.client().portal().run(Operation.read("IAssetsReadRandom", "getRandomAssetsAsync"), Map.of()));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("not_implemented");
    }

    @Test
    void makesChangesAndEndsShares() {
        var shares = tenant.client().portal().shares();
        WireShare made = shares.create(SmintioSandbox.PENDING, Map.of("name", "For the agency"));
        String id = String.valueOf(made.shareId());
        assertThat(made.toString()).doesNotContain(String.valueOf(made.shareLink()));
        assertThat(shares.update(id, Map.of("expirationDate", "2031-06-01T00:00:00Z"))
                        .expirationDate())
                .isEqualTo("2031-06-01T00:00:00Z");
        assertThat(shares.search("agency")).hasSize(1);
        assertThat(shares.get(id).name()).isEqualTo("For the agency");
        shares.delete(id);
        assertThat(failure(() -> shares.get(id)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void movesCopiesFlagsAndDeletes() {
        String id = poster();
        var collections = tenant.client().portal().collections();
        String made = String.valueOf(collections.create("Launch", List.of(id)).collectionId());
        collections.move(made, SmintioSandbox.PENDING, List.of(id));
        assertThat(tenant.sandbox.contents(made)).isEmpty();
        collections.copy(SmintioSandbox.PENDING, made, List.of(id));
        assertThat(tenant.sandbox.contents(made)).containsExactly(id);
        collections.flag(made, List.of(id), "level_10");
        assertThat(collections.rename(made, "Launch 2").name()).isEqualTo("Launch 2");
        assertThat(collections.search("Launch 2")).hasSize(1);
        assertThat(collections.get(made).name()).isEqualTo("Launch 2");
        collections.delete(made);
        assertThat(failure(() -> collections.get(made)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void sendsAFileForAForm() {
        var content = Content.of(new ByteArrayInputStream(Tenant.BYTES), Tenant.BYTES.length, "a.jpg", "image/jpeg");
        assertThat(tenant.client().portal().upload(content)).startsWith("upload-");
    }

    @Test
    void readsThePayloadByAConfiguredPathOnly() {
        assertThat(failure(() -> tenant.client().portal().payload())
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo(NotOffered.CODE);
        try (Tenant other = new Tenant(b -> b.payloadPath("/payload"))) {
            assertThat(other.client().portal().payload()).containsKey("current_tenant");
        }
    }

    @Test
    void changesFormsUnderTheirLockAndGroupsByAConfiguredPath() {
        var backend = tenant.client().backend();
        assertThat(backend.createForm(Map.of("name", "Rules"))).endsWith("form-1");
        backend.updateForm("form-1", 1, Map.of("disabled", true));
        assertThat(failure(() -> backend.updateForm("form-1", 1, Map.of("disabled", false)))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(backend.form("form-1")).containsEntry("version", 2).containsEntry("name", "Rules");
        assertThat(backend.forms()).hasSize(1);
        assertThat(backend.formGroups("form-1")).containsKey("custom_form_groups");
        backend.updateTenant("t-1", 1, Map.of("frontend_user_group_custom_form_uuid", "form-1"));
        backend.deleteForm("form-1", 2);
        assertThat(failure(() -> tenant.client().admin().backendGroup("g-1", Map.of()))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo(NotOffered.CODE);
        try (Tenant other = new Tenant(b -> b.backendGroupPath("/groups/{userGroupUuid}/users"))) {
            other.client().admin().backendGroup("g-1", Map.of("add", List.of("user-1")));
            assertThat(other.sandbox.requests("POST", "/admin/v1/groups/g-1/users"))
                    .hasSize(1);
        }
    }

    @Test
    void saysHowAPurchaseIsNamedWhereThereIsNoPortal() {
        String bought = tenant.sandbox.personBuys("Beach", Tenant.BYTES);
        SmintioConfig config = Tenant.licensing(Tenant.basic(tenant.clock, tenant.sandbox), tenant.sandbox)
                .build();
        try (SmintioConnector licences = SmintioConnector.create(config)) {
            AssetReader reader = licences.require(AssetReader.class);
            ConnectorException refused = failure(() -> reader.get(Tenant.asset(bought)));
            assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
            assertThat(refused).hasMessageContaining("portalUrl").hasMessageContaining("license/<uuid>");
            assertThat(reader.get(Tenant.license(bought)).title()).isEqualTo("Beach");
            assertThat(failure(() -> licences.client().portal())).hasMessageContaining("portalUrl");
        }
    }

    @Test
    void namesThePathThatIsMissingWhereThereIsNoLicensing() {
        SmintioConfig config = Tenant.portal(Tenant.basic(tenant.clock, tenant.sandbox), tenant.sandbox)
                .build();
        try (SmintioConnector shown = SmintioConnector.create(config)) {
            AssetReader reader = shown.require(AssetReader.class);
            assertThat(failure(() -> reader.get(Tenant.license("tx-1")))).hasMessageContaining("purchasesPath");
            assertThat(failure(() -> shown.client().backend())).hasMessageContaining("tokens");
        }
    }

    @Test
    void givesTheFilterModelWhereThePortalHasOne() {
        assertThat(tenant.client().portal().assets().filters(PortalQuery.ALL)).isEmpty();
        assertThat(SourceRef.of("smintio", poster()).id()).startsWith("dam:image:");
    }
}
