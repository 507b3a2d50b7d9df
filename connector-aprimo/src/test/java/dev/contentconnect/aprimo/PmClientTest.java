package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.pm.AprimoPmClient;
import dev.contentconnect.aprimo.pm.api.CommitmentDraft;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.SimpleTask;
import dev.contentconnect.aprimo.pm.wire.WireActivity;
import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.aprimo.pm.wire.WireGenericObject;
import dev.contentconnect.aprimo.pm.wire.WireLineItem;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PmClientTest {
    private final Tenant tenant = new Tenant(PmTenantOptions::with);
    private final PmTenant pm = tenant.sandbox.pm();
    private final AprimoPmClient client = tenant.connector.pm();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void sharesOneTokenWithTheDam() {
        String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
        tenant.client().records().get(record, Select.NOTHING);
        client.activities().get(PmTenant.CAMPAIGN);
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(1);
        SandboxRequest asked =
                tenant.sandbox.requests("GET", "/api/activities/").get(0);
        assertThat(asked.header("API-VERSION")).isEmpty();
        assertThat(asked.header("Accept")).contains("application/json");
    }

    @Test
    void sharesOneQuotaWithTheDamAndKeepsIt() {
        try (Tenant other = new Tenant(builder -> PmTenantOptions.with(builder).requestsPerSecond(5))) {
            other.sandbox.rateLimit(15);
            String record = other.sandbox.personUploads("Poster", Tenant.BYTES);
            for (int i = 0; i < 30; i++) {
                other.client().records().get(record, Select.NOTHING);
                other.connector.pm().activities().get(PmTenant.CAMPAIGN);
            }
            // 60 reads and one token, each let through at once: 5 in the beginning, then 5 a second for both together.
            assertThat(other.sandbox.requests()).hasSize(61);
            assertThat(Duration.between(Instant.parse("2031-05-04T03:02:01Z"), other.clock.now()))
                    .isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12));
        }
    }

    @Test
    void saysThatARegistrationMayBeYoung() {
        tenant.sandbox.makeYoung();
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> client.activities().get(PmTenant.CAMPAIGN));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure).hasMessageContaining("invalid_client").hasMessageContaining("15 minutes");
    }

    @Test
    void takesAnAnswerOfNothingForATokenThatIsOverAndAsksOnceMore() {
        client.activities().get(PmTenant.CAMPAIGN);
        pm.answerNull(1);
        assertThat(client.activities().get(PmTenant.CAMPAIGN).name()).isEqualTo("Summer");
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(2);
        pm.answerNull(2);
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> client.activities().get(PmTenant.CAMPAIGN));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_total\":2,\"_embedded\":{\"Task\":[{\"taskId\":1},{\"taskId\":2}]},\"_links\":{\"self\":{\"href\":\"x\"}}}",
                "{\"_total\":9,\"_embedded\":{\"task\":[{\"taskId\":1},{\"taskId\":2}]}}",
                "{\"_total\":2,\"tasks\":[{\"taskId\":1},{\"taskId\":2}]}",
                "{\"_embedded\":{\"tasks\":[{\"taskId\":1},null,{\"TaskID\":\"2\"}],\"count\":2}}",
                "[{\"taskId\":1},{\"taskId\":2}]"
            })
    void readsEveryFormOfAList(String body) {
        tenant.sandbox.failNext(
                1, "GET", "/api/tasks", Fault.reply(SandboxResponse.text(200, "application/json", body)));
        assertThat(client.tasks().list(10).stream().map(WireTask::id)).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":\"well\"}", "7", "\"x\"", "{\"_embedded\":{\"a\":[],\"b\":[]}}", "[1]"})
    void takesNothingElseForAList(String body) {
        tenant.sandbox.failNext(
                1, "GET", "/api/tasks", Fault.reply(SandboxResponse.text(200, "application/json", body)));
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> client.tasks().list(10).iterator().hasNext());
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
    }

    @Test
    void doesNotTrustTheTotal() {
        for (int i = 0; i < 6; i++) {
            pm.personRaises("alpha", "Issue " + i);
        }
        List<WireGenericObject> all =
                client.genericObjects("alpha").list(3).stream().toList();
        assertThat(all).extracting(WireGenericObject::name).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void findsByATreeOfOperators() {
        long logo = pm.personRaises("alpha", "Logo is missing");
        pm.personRaises("alpha", "Date is wrong");
        PmQuery query = PmQuery.all(
                PmQuery.containing("name", "missing"),
                PmQuery.equalTo("relatedObjectId", PmTenant.CAMPAIGN),
                PmQuery.filled("modifiedDate"),
                PmQuery.empty("endDate"),
                PmQuery.like("name", "Date*").negated());
        assertThat(client.genericObjects("alpha").search(query, 10).stream().map(WireGenericObject::id))
                .containsExactly(logo);
    }

    @Test
    void writesBackWholeWhatItDoesNotKnow() {
        long id = pm.personRaises("alpha", "Logo");
        pm.personSets("generic-object-alpha", id, "colour", "red");
        pm.personWrites("generic-object-alpha", id, 5, "kept");
        client.genericObjects("alpha")
                .update(id, new PmChange().set("NAME", "Logo!").field(6, "new"));
        assertThat(pm.stored("generic-object-alpha", id, "name")).isEqualTo("Logo!");
        assertThat(pm.stored("generic-object-alpha", id, "colour")).isEqualTo("red");
        assertThat(pm.field("generic-object-alpha", id, 5)).isEqualTo("kept");
        assertThat(pm.field("generic-object-alpha", id, 6)).isEqualTo("new");
    }

    @Test
    void writesCampaignsInParts() {
        WireActivity after = client.activities()
                .update(
                        PmTenant.CAMPAIGN,
                        new PmChange().set("activityStateId", 12).field(5, "because"));
        assertThat(after.stateId()).isEqualTo(12);
        assertThat(pm.stored("activities", PmTenant.CAMPAIGN, "name")).isEqualTo("Summer");
        SandboxRequest put = tenant.sandbox.requests("PUT", "/api/activities/").get(0);
        assertThat(put.json()).containsOnlyKeys("activityStateId", "extrAttr5");
    }

    @Test
    void makesAProjectAndMovesItOn() {
        long id = client.projects()
                .create(new PmChange()
                        .set("activityId", PmTenant.CAMPAIGN)
                        .set("workflowId", PmTenant.WORKFLOW)
                        .set("title", "Summer poster"));
        client.projects().start(id);
        client.projects().pause(id);
        client.projects().resume(id);
        assertThat(client.projects().get(id).status()).isEqualTo("32");
        assertThat(client.activities().projects(PmTenant.CAMPAIGN, 10).stream().map(WireProject::id))
                .containsExactly(id);
        client.projects().close(id);
        assertThat(client.projects().get(id).status()).isEqualTo("34");
    }

    @Test
    void looksForSimpleTasksInBothPlaces() {
        pm.moveSimpleTasks();
        long project = client.projects()
                .create(new PmChange().set("activityId", PmTenant.CAMPAIGN).set("title", "Copy"));
        long task = client.tasks()
                .createSimple(new SimpleTask(
                        project,
                        "Copy",
                        null,
                        Instant.parse("2031-05-04T03:02:01Z"),
                        null,
                        Duration.ofDays(2),
                        12L,
                        null));
        WireTask made = client.tasks().get(task);
        assertThat(made.title()).isEqualTo("Copy");
        assertThat(made.beginDate()).isEqualTo("2031-05-04T03:02:01");
    }

    @Test
    void keepsAmountsExactFromEndToEnd() {
        List<CommitmentDraft.Line> lines = List.of(
                CommitmentDraft.Line.of(PmTenant.CAMPAIGN, "Posters", new BigDecimal("0.10")),
                CommitmentDraft.Line.of(PmTenant.CAMPAIGN, "Media", new BigDecimal("12345678901234.57")));
        long id = client.commitments()
                .create(new CommitmentDraft("EUR", lines, Map.of("purchaseOrderNumber", "PO 7", "supplierId", 9)));
        WireCommitment made = client.commitments().get(id);
        assertThat(made.items())
                .extracting(WireLineItem::price)
                .containsExactly(new BigDecimal("0.10"), new BigDecimal("12345678901234.57"));
        assertThat(made.currency()).isEqualTo("1");
        String sent = tenant.sandbox.requests("POST", "/api/commitments").get(0).text();
        assertThat(sent).contains("0.10").contains("12345678901234.57").doesNotContain("E");
        client.commitments().submit(id);
        assertThat(client.commitments().get(id).status()).isEqualTo("42");
    }

    @Test
    void sendsAFileInPiecesAndCompletesIt() {
        long file = client.attachments().create("Brief", PmTenant.CAMPAIGN, 1);
        byte[] bytes = new byte[33_000_000];
        long version = client.attachments().addVersion(file, Tenant.content(bytes, "brief.pdf"), "first");
        assertThat(tenant.sandbox.requests("POST", "/api/chunk/upload/attachment"))
                .hasSize(3);
        assertThat(tenant.sandbox
                        .requests("POST", "/api/chunk/complete/attachment")
                        .get(0)
                        .json())
                .containsOnlyKeys("FileId", "FileName");
        WireVersion stored = client.attachments().versions(file).get(0);
        assertThat(stored.id()).isEqualTo(version);
        assertThat(stored.fileName()).isEqualTo("brief.pdf");
        assertThat(Objects.requireNonNull(stored.in().text("versionComments"))).isEqualTo("first");
    }

    @Test
    void tellsWhoWeAre() {
        assertThat(client.users().me().id()).isEqualTo(PmTenant.USER);
        assertThat(client.users().me().damId()).isEqualTo(AprimoSandbox.USER);
    }

    @Test
    void goesOtherWaysWhereTheTenantSaysSo() {
        try (Tenant other = new Tenant(builder -> PmTenantOptions.with(builder)
                .pmRoutes(Map.of("activities", "generic-object-alpha"))
                .pmNames(Map.of("field.id", "extAttributeId")))) {
            long id = other.sandbox.pm().personRaises("alpha", "Moved");
            assertThat(other.connector.pm().activities().get(id).name()).isEqualTo("Moved");
        }
    }
}
