package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with nodes, names, versions, dates and search, one by one. */
class NodePitfallTest extends Scenes {
    private static final String NODES = "/cs/cs/api/v2/nodes";

    @TempDir
    Path folder;

    @Test
    void cannotTellAbsentFromInvisible() {
        long hidden = sandbox.upload(XecmSandbox.FOLDER, "secret.pdf", new byte[1]);
        sandbox.hide(hidden);
        AssetReader reader = connector.require(AssetReader.class);
        ConnectorException invisible = failure(() -> reader.get(ref(hidden)));
        ConnectorException absent = failure(() -> reader.get(ref(999_999)));

        assertThat(invisible.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(invisible.error().trace().status()).as("never 404").isEqualTo(400);
        assertThat(absent.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void knowsThatAMissingRightComesAs500AndDoesNotInsist() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        sandbox.protect(id);
        ConnectorException failure = failure(() -> connector.client().nodes().update(id, Map.of("name", "b.pdf")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(failure.error().trace().status()).isEqualTo(500);
        assertThat(sandbox.requests("PUT", NODES)).hasSize(1);
    }

    @Test
    void knowsThatADuplicateNameComesAs500() {
        sandbox.folder(XecmSandbox.FOLDER, "Posters");
        ConnectorException failure = failure(() -> connector
                .client()
                .nodes()
                .create(Map.of("type", 0, "parent_id", XecmSandbox.FOLDER, "name", "posters")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("already_exists");
    }

    @Test
    void saysThatAModuleIsNotThere() {
        sandbox.failNext(
                1,
                "GET",
                "/cs/cs/api/v1/nodes",
                Fault.reply(SandboxResponse.json(
                        400, Map.of("error", "The REST API URL could not be found in the mappings registry."))));
        ConnectorException failure = failure(() -> connector.retention(ref(XecmSandbox.FOLDER)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("unsupported");
    }

    @Test
    void sendsFormsAndNeverJson() {
        create("k", "Poster");
        connector.client().nodes().byIds(List.of(XecmSandbox.FOLDER));
        assertThat(sandbox.requests("POST", "/cs/cs/api/v2"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.header("Content-Type").orElse(""))
                        .matches("(application/x-www-form-urlencoded|multipart/form-data).*"));
    }

    @Test
    void sendsFilesWithTheirLengthAndNotInChunks() {
        create("k", "Poster");
        SandboxRequest upload = sandbox.requests("POST", NODES).get(0);
        assertThat(upload.header("Content-Length")).isPresent();
        assertThat(upload.header("Transfer-Encoding")).isEmpty();
        assertThat(upload.text()).contains("name=\"body\"", "name=\"file\"; filename=\"poster.png\"");
    }

    @Test
    void repeatsTheParameterForEachGroupOfFields() {
        connector.require(AssetReader.class).get(ref(sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1])));
        assertThat(sandbox.requests("GET", NODES).get(0).query().get("fields"))
                .containsExactly("properties", "categories", "versions.element(0)");
    }

    @Test
    void makesNamesThatTheServerTakesAndKeepsTheTitle() {
        String title = "  Summer: the „great“ poster " + "x".repeat(300);
        Asset made = create("k", title);
        String name = sandbox.names(XecmSandbox.FOLDER).get(0);
        assertThat(name).doesNotContain(":").hasSizeLessThanOrEqualTo(248);
        assertThat(made.title()).isEqualTo(title);
        assertThat(made.key()).isEqualTo("k");
    }

    @Test
    void findsAnAssetByKeyAfterPeopleRenamedIt() {
        Asset made = create("k", "Poster");
        sandbox.rename(Long.parseLong(made.ref().id()), "Placard");
        Asset found = connector.require(AssetReader.class).findByKey("k").orElseThrow();
        assertThat(found.ref()).isEqualTo(made.ref());
        assertThat(found.title()).as("what people changed goes before").isEqualTo("Placard");
        assertThat(create("k", "Poster").ref()).isEqualTo(made.ref());
    }

    @Test
    void findsAnAssetByItsNameWhereNicknamesAreForbidden() {
        sandbox.forbidNicknames();
        Asset made = create("k", "Poster");
        assertThat(connector.require(AssetReader.class).findByKey("k").map(Asset::ref))
                .contains(made.ref());
    }

    @Test
    void findsTheAssetWhoseMakingWasNotAnswered() {
        sandbox.failNext(1, "POST", NODES, Fault.connectionReset().afterHandling());
        assertThat(failure(() -> create("k", "Poster")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        create("k", "Poster");
        assertThat(sandbox.names(XecmSandbox.FOLDER)).hasSize(1);
        assertThat(connector.require(AssetReader.class).findByKey("k")).isPresent();
    }

    @Test
    void keepsTwoAssetsOfOneTitleApart() {
        assertThat(create("one", "Poster").ref())
                .isNotEqualTo(create("two", "Poster").ref());
    }

    @Test
    void makesAUrlNodeOfAnAssetWithoutBytes() {
        AssetWriter writer = connector.require(AssetWriter.class);
        Asset metadata = Asset.builder(SourceRef.of("dam", "42"))
                .title("Film")
                .status(AssetStatus.APPROVED)
                .extensions(Extensions.of("xecm", Map.of("url", "https://dam.example/42")))
                .build();
        Asset made = writer.create(new AssetDraft("k", metadata, null));

        assertThat(made.extensions().get("xecm")).containsEntry("url", "https://dam.example/42");
        assertThat(made.status()).isEqualTo(AssetStatus.APPROVED);
        long id = Long.parseLong(made.ref().id());
        assertThat(sandbox.value(id, XecmSandbox.ASSET_CATEGORY + "_5"))
                .as("in its own letter case")
                .isEqualTo("Approved");
        assertThat(sandbox.value(id, XecmSandbox.ASSET_CATEGORY + "_3")).isEqualTo("dam:42");
        Asset moved = writer.update(Asset.builder(made.ref())
                .extensions(Extensions.of("xecm", Map.of("url", "https://dam.example/43")))
                .build());
        assertThat(moved.extensions().get("xecm")).containsEntry("url", "https://dam.example/43");
        ConnectorException none =
                failure(() -> connector.require(AssetReader.class).content(made.ref(), null, null));
        assertThat(none.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void refusesAnAssetWithoutBytesAndAddress() {
        Asset metadata = Asset.builder(SourceRef.of("dam", "42")).build();
        ConnectorException failure =
                failure(() -> connector.require(AssetWriter.class).create(new AssetDraft("k", metadata, null)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(sandbox.requests("POST", NODES)).isEmpty();
    }

    @Test
    void readsDatesWithoutAZoneInTheZoneOfTheServer() {
        sandbox.hideZone(ZoneId.of("Europe/Vienna"));
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        try (XecmConnector vienna =
                XecmConnector.create(Server.full(XecmConfig.builder().time(clock), sandbox)
                        .zone(ZoneId.of("Europe/Vienna"))
                        .build())) {
            assertThat(vienna.require(AssetReader.class).get(ref(id)).createdAt())
                    .isEqualTo(clock.now());
        }
        Asset utc = connector.require(AssetReader.class).get(ref(id));
        assertThat(utc.createdAt())
                .as("with the wrong zone")
                .isEqualTo(clock.now().plus(Duration.ofHours(2)));
    }

    @Test
    void asksForAVersionThatIsNotThereOfTheListFirst() {
        Asset made = create("k", "Poster");
        AssetReader reader = connector.require(AssetReader.class);
        ConnectorException failure = failure(() -> reader.content(made.ref(), "7", null));
        assertThat(failure.kind()).as("the server would say 500").isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void handsOutOlderVersions() throws Exception {
        Asset made = create("k", "Poster");
        connector.require(AssetWriter.class).addVersion(made.ref(), "second", content("other"));
        AssetReader reader = connector.require(AssetReader.class);
        assertThat(reader.content(made.ref(), "1", null).open().readAllBytes())
                .asString()
                .isEqualTo("bytes");
        assertThat(reader.content(made.ref(), null, null).open().readAllBytes())
                .asString()
                .isEqualTo("other");
    }

    @Test
    void searchesByWordsThatCannotLeaveTheirQuotationMarks() {
        create("k", "Great poster");
        sandbox.index();
        AssetReader reader = connector.require(AssetReader.class);
        assertThat(reader.query(AssetQuery.ALL.withText("great poster"))).hasSize(1);
        assertThat(reader.query(AssetQuery.ALL.withText("poster\" OR \"x"))).isEmpty();
        assertThat(sandbox.requests("POST", "/cs/cs/api/v2/search")
                        .get(1)
                        .form()
                        .get("where"))
                .endsWith("AND \"poster\" AND \"OR\" AND \"x\"");
    }

    @Test
    void findsNothingByWhatIsNoWordInsteadOfEverything() {
        create("k", "Great poster");
        sandbox.index();
        AssetReader reader = connector.require(AssetReader.class);
        assertThat(reader.query(AssetQuery.ALL.withText("\""))).isEmpty();
        assertThat(reader.query(AssetQuery.ALL.withText("\" \\"))).isEmpty();
    }

    @Test
    void narrowsByAMomentAlsoWhereAKeyIsGivenAndRefusesWordsBesideIt() {
        Asset made = create("k", "Poster");
        clock.advance(Duration.ofHours(1));
        AssetReader reader = connector.require(AssetReader.class);
        AssetQuery byKey = AssetQuery.ALL.withKey("k");
        assertThat(reader.query(byKey.changedSince(made.updatedAt())))
                .extracting(Asset::ref)
                .containsExactly(made.ref());
        assertThat(reader.query(byKey.changedSince(clock.now()))).isEmpty();
        sandbox.clearRequests();
        assertThat(failure(() -> reader.query(byKey.withText("another")))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo(NotOffered.CODE);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void endsASearchWhoseLastPageTheServerRepeats() {
        for (int i = 0; i < 6; i++) {
            create("k" + i, "Poster " + i);
        }
        sandbox.index();
        AssetReader reader = connector.require(AssetReader.class);
        List<Asset> found = reader.query(AssetQuery.ALL.withText("poster").withPageSize(3)).stream()
                .toList();
        assertThat(found).hasSize(6).doesNotHaveDuplicates();
        assertThat(sandbox.requests("POST", "/cs/cs/api/v2/search")).hasSize(2);
        assertThat(sandbox.requests("POST", "/cs/cs/api/v2/search").get(1).form())
                .containsEntry("cache_id", "77123");
    }

    @Test
    void listsWhatChangedSinceAMoment() {
        create("old", "Old");
        clock.advance(Duration.ofHours(1));
        Instant since = clock.now();
        clock.advance(Duration.ofMinutes(1));
        Asset fresh = create("new", "New");
        assertThat(connector.require(AssetReader.class).query(AssetQuery.ALL.changedSince(since)))
                .extracting(Asset::ref)
                .containsExactly(fresh.ref());
    }

    @Test
    void treatsTheFirewallsPageAsSlowDown() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        AssetReader reader = connector.require(AssetReader.class);
        reader.get(ref(id));
        sandbox.failNext(
                1, "GET", NODES, Fault.reply(SandboxResponse.text(403, "text/html", "<p>Request blocked</p>")));
        assertThat(reader.get(ref(id)).ref()).isEqualTo(ref(id));
        assertThat(clock.sleeps()).hasSize(1);
    }

    @Test
    void waitsForAServerThatStartsAndAnswersWithAPageMeanwhile() throws Exception {
        byte[] page = "<html>kept</html>".getBytes(StandardCharsets.UTF_8);
        long id = sandbox.upload(XecmSandbox.FOLDER, "page.html", page);
        AssetReader reader = connector.require(AssetReader.class);
        reader.get(ref(id));
        sandbox.failNext(1, "GET", NODES, Fault.htmlPage(200));
        assertThat(reader.get(ref(id)).ref()).isEqualTo(ref(id));
        assertThat(clock.sleeps()).hasSize(1);

        sandbox.failNext(1, "POST", NODES, Fault.htmlPage(200));
        ConnectorException failure = failure(() -> create("k", "Poster"));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("being looked after");
        assertThat(sandbox.requests("POST", NODES))
                .as("nobody knows whether it arrived")
                .hasSize(1);

        sandbox.failNext(1, "GET", "/cs/cs/api/v1/nodes", Fault.reply(SandboxResponse.bytes(200, "text/html", page)));
        assertThat(reader.content(ref(id), null, null).open().readAllBytes()).isEqualTo(page);
    }

    @Test
    void doesNotTakeThePageOfAServerThatStartsForADocument() throws Exception {
        byte[] bytes = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", bytes);
        Content content = connector.require(AssetReader.class).content(ref(id), null, null);
        sandbox.failNext(1, "GET", "/cs/cs/api/v1/nodes", Fault.htmlPage(200));
        Path file = folder.resolve("a.pdf");
        assertThat(content.copyTo(file)).isEqualTo(bytes.length);
        assertThat(file).hasBinaryContent(bytes);
        sandbox.failNext(1, "GET", "/cs/cs/api/v1/nodes", Fault.htmlPage(200));
        assertThat(content.open().readAllBytes()).isEqualTo(bytes);
        assertThat(clock.sleeps()).hasSize(2);
    }

    @Test
    void waitsForAServerThatStartsAndStopsInTheMiddleOfAnAnswer() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        AssetReader reader = connector.require(AssetReader.class);
        reader.get(ref(id));
        sandbox.failNext(1, "GET", NODES, Fault.malformedBody());
        assertThat(reader.get(ref(id)).ref()).isEqualTo(ref(id));
        assertThat(clock.sleeps()).hasSize(1);

        sandbox.failNext(1, "POST", NODES, Fault.malformedBody());
        ConnectorException failure = failure(() -> create("k", "Poster"));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("json_cut_off");
        assertThat(sandbox.requests("POST", NODES))
                .as("nobody knows whether it was carried out")
                .hasSize(1);
        create("k", "Poster");
        assertThat(sandbox.names(XecmSandbox.FOLDER)).as("and it was").hasSize(2);
    }

    @Test
    void tellsWhichNodesAreGone() {
        long there = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        long hidden = sandbox.upload(XecmSandbox.FOLDER, "b.pdf", new byte[1]);
        sandbox.hide(hidden);
        assertThat(connector.gone(List.of(ref(there), ref(hidden), ref(999_999))))
                .containsExactly(ref(hidden), ref(999_999));
    }
}
