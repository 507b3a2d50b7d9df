package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.Attr;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a tenant or a caller may get wrong: a typed failure with the server's own words, or a recovery; nothing half made. */
class BadInputTest extends Scenes {
    private static final String NODES = "/cs/cs/api/v2/nodes";
    private static final String ASSET = XecmSandbox.ASSET_CATEGORY + "_";

    private AssetWriter writer() {
        return connector.require(AssetWriter.class);
    }

    private AssetReader reader() {
        return connector.require(AssetReader.class);
    }

    private WorkspaceDesk desk() {
        return connector.require(WorkspaceDesk.class);
    }

    private static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }

    private static AssetDraft draft(Asset.Builder metadata) {
        return new AssetDraft("dam:42", metadata.title("Poster").build(), content("bytes"));
    }

    private static Asset.Builder metadata() {
        return Asset.builder(SourceRef.of("dam", "42"));
    }

    private List<String> documents() {
        return sandbox.names(XecmSandbox.FOLDER);
    }

    @Nested
    class ACategoryThatLacksAMappedAttribute {
        private void lack() {
            sandbox.define(7020, "Thin Asset", Attr.text(2, "Key"), Attr.text(3, "Source"), Attr.text(4, "Title"));
            reopen(options().assetCategory("Thin Asset"));
        }

        @Test
        void isNamedByTheCheck() {
            lack();
            ConnectorException failure = failure(connector::check);
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("fields_missing");
            assertThat(failure)
                    .hasMessageContaining("[Language, Market, Status]")
                    .hasMessageContaining("assetFields");
        }

        @Test
        void doesNotSwallowAValue() {
            lack();
            ConnectorException failure =
                    failure(() -> writer().create(draft(metadata().market("AT"))));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("fields_missing");
            assertThat(failure).hasMessageContaining("Market");
            assertThat(documents()).isEmpty();

            Asset made = writer().create(draft(metadata()));
            ConnectorException status = failure(() -> writer().update(Asset.builder(made.ref())
                    .title("Renamed")
                    .status(AssetStatus.APPROVED)
                    .build()));
            assertThat(code(status)).isEqualTo("fields_missing");
            assertThat(reader().get(made.ref())).isEqualTo(made);
        }

        @Test
        void doesNotMindAPartThatIsLeftOut() {
            lack();
            reopen(options()
                    .assetCategory("Thin Asset")
                    .assetFields(Map.of("market", "", "state", "", "language", "")));
            connector.check();
            assertThat(writer().create(draft(metadata().market("AT"))).market()).isNull();
        }

        @Test
        void isNamedWhenTheWholeCategoryIsGone() {
            reopen(options().assetCategory("No such category"));
            ConnectorException failure = failure(() -> writer().create(draft(metadata())));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("category_missing");
            assertThat(documents()).isEmpty();
        }
    }

    @Nested
    class AValueOutsideADropDown {
        @Test
        void isRefusedInTheServersWordsAndNothingIsMade() {
            ConnectorException failure =
                    failure(() -> writer().create(draft(metadata().status(AssetStatus.of("sleeping")))));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure).hasMessageContaining("Value 'sleeping' is not valid for attribute 'Status'");
            assertThat(documents()).isEmpty();
        }

        @Test
        void changesNothing() {
            Asset made = create("dam:42", "Poster");
            ConnectorException failure = failure(() -> writer().update(Asset.builder(made.ref())
                    .title("Placard")
                    .description("New")
                    .status(AssetStatus.of("sleeping"))
                    .build()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure).hasMessageContaining("is not valid for attribute 'Status'");
            assertThat(reader().get(made.ref())).isEqualTo(made);
        }

        @Test
        void leavesRightsAsTheyWere() {
            SourceRef asset = create("dam:42", "Poster").ref();
            RightsRecord before = connector.require(RightsReader.class).rights(asset);
            RightsRecord odd =
                    before.toBuilder().status(RightsStatus.of("sleeping")).build();
            ConnectorException failure =
                    failure(() -> connector.require(RightsWriter.class).apply(odd));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(connector.require(RightsReader.class).rights(asset)).isEqualTo(before);
        }
    }

    @Nested
    class ACategoryThatRequiresAnAttribute {
        private static final String STRICT = "7021_";

        private RightsRecord.Builder require(SourceRef asset) {
            Attr status = Attr.popup(2, "Status", "Cleared", "Blocked").needed();
            sandbox.define(
                    7021,
                    "Strict Rights",
                    status,
                    Attr.text(3, "Rights Holder").needed(),
                    Attr.text(4, "Rights Record"));
            reopen(options().rightsCategory("Strict Rights"));
            return RightsRecord.builder(asset, asset).status(RightsStatus.CLEARED);
        }

        @Test
        void isRefusedInTheServersWordsAndNotAddedWithoutIt() {
            SourceRef asset = create("dam:42", "Poster").ref();
            RightsRecord rights = require(asset).build();
            ConnectorException failure =
                    failure(() -> connector.require(RightsWriter.class).apply(rights));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure).hasMessageContaining("Attribute 'Rights Holder' is required");
            assertThat(failure.error().trace().attempts()).isEqualTo(1);
            assertThat(sandbox.value(id(asset), STRICT + 2)).isNull();
            assertThat(connector.require(RightsReader.class).rights(asset).status())
                    .isEqualTo(RightsStatus.UNKNOWN);
        }

        @Test
        void isAddedWithAllOfThemInOneCall() {
            SourceRef asset = create("dam:42", "Poster").ref();
            RightsRecord rights = require(asset).holder("Grün & Söhne").build();
            assertThat(connector.require(RightsWriter.class).apply(rights).holder())
                    .isEqualTo("Grün & Söhne");
            String categories = NODES + "/" + id(asset) + "/categories";
            assertThat(sandbox.requests("POST", categories)).hasSize(1);
            assertThat(sandbox.requests("PUT", categories)).isEmpty();
            assertThat(sandbox.value(id(asset), STRICT + 2)).isEqualTo("Cleared");
            assertThat(sandbox.value(id(asset), STRICT + 3)).isEqualTo("Grün & Söhne");
        }
    }

    @Nested
    class ANodeInTheRecycleBin {
        @Test
        void isNotFoundWhateverIsAskedOfIt() {
            SourceRef gone = create("dam:42", "Poster").ref();
            Workspace workspace = desk().findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", Map.of()));
            sandbox.bin(id(gone));
            RightsRecord rights = RightsRecord.builder(gone, gone).build();
            for (ConnectorException failure : List.of(
                    failure(() -> reader().get(gone)),
                    failure(() -> reader().content(gone, null, null)),
                    failure(() ->
                            writer().update(Asset.builder(gone).title("New").build())),
                    failure(() -> writer().addVersion(gone, "second", content("more"))),
                    failure(() -> connector.require(RightsWriter.class).apply(rights)),
                    failure(() ->
                            desk().link(workspace.ref(), new Link("Poster", URI.create("https://x.example"), gone))),
                    failure(() -> connector
                            .require(ApprovalDesk.class)
                            .request(new ApprovalRequest(
                                    "k", "Poster", gone, null, List.of(), null, null, Map.of()))))) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
                assertThat(code(failure)).isEqualTo("not_accessible");
                assertThat(failure).hasMessageContaining("could not be accessed");
            }
            assertThat(desk().links(workspace.ref())).isEmpty();
            assertThat(connector.require(ApprovalDesk.class).query(ApprovalQuery.ALL))
                    .isEmpty();
        }

        @Test
        void givesItsKeyToANewOne() {
            SourceRef gone = create("dam:42", "Poster").ref();
            sandbox.bin(id(gone));
            assertThat(reader().findByKey("dam:42")).isEmpty();
            SourceRef made = create("dam:42", "Poster").ref();
            assertThat(made).isNotEqualTo(gone);
            assertThat(reader().findByKey("dam:42").map(Asset::ref)).contains(made);
        }
    }

    @Nested
    class AVersionOfADocumentThatIsReserved {
        @Test
        void isForbiddenAndAddsNothing() {
            Asset made = create("dam:42", "Poster");
            sandbox.protect(id(made.ref()));
            ConnectorException failure = failure(() -> writer().addVersion(made.ref(), "second", content("more")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(failure.error().trace().status()).as("and no outage").isEqualTo(500);
            assertThat(sandbox.requests("POST", NODES + "/" + id(made.ref()) + "/versions"))
                    .hasSize(1);
            assertThat(reader().versions(made.ref())).hasSize(1);
        }
    }

    @Nested
    class APageNumberPastTheEnd {
        @Test
        void isTheEndOfAList() {
            create("one", "One");
            create("two", "Two");
            assertThat(connector
                            .client()
                            .nodes()
                            .children(XecmSandbox.FOLDER, XecmQuery.ALL)
                            .startingAt(Cursor.of("9|before")))
                    .isEmpty();
        }

        @Test
        void isTheEndOfASearchAlthoughTheServerRepeatsItsLastPage() {
            create("one", "Poster one");
            Asset last = create("two", "Poster two");
            sandbox.index();
            assertThat(reader().query(AssetQuery.ALL.withText("poster").withPageSize(1))
                            .startingAt(Cursor.of("77123~5|before")))
                    .as("the last page once, and no sixth one")
                    .extracting(Asset::ref)
                    .containsExactly(last.ref());
            assertThat(sandbox.requests("POST", "/cs/cs/api/v2/search")).hasSize(1);
        }

        @Test
        void isRefusedWhereItIsNoPlaceOfThisList() {
            assertThat(failure(() -> reader().query(AssetQuery.ALL)
                                    .startingAt(Cursor.of("two"))
                                    .iterator()
                                    .hasNext())
                            .kind())
                    .isEqualTo(ErrorKind.REJECTED);
        }
    }

    @Nested
    class A500ThatIsNoOutage {
        private ConnectorException said(String words) {
            sandbox.clearRequests();
            sandbox.failNext(9, "GET", NODES, Fault.reply(SandboxResponse.json(500, Map.of("error", words))));
            ConnectorException failure = failure(() -> reader().get(ref(XecmSandbox.FOLDER)));
            assertThat(sandbox.requests("GET", NODES))
                    .as("it is not worth another try")
                    .hasSize(1);
            sandbox.clearFaults();
            return failure;
        }

        @Test
        void meansNotFoundOrForbiddenOrDuplicateByItsWords() {
            reader().get(create("dam:42", "Poster").ref());
            assertThat(said("Could not get a node for 4711.").kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(said("Insufficient permissions to perform this action.").kind())
                    .isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(said("An item with the name 'x' already exists.").kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(said("Etwas ging schief.").kind()).isEqualTo(ErrorKind.REJECTED);
        }

        @Test
        void finishesWhatTheDuplicateIsOf() {
            create("dam:42", "Poster");
            String look = NODES + "/" + XecmSandbox.FOLDER + "/nodes";
            sandbox.failNext(
                    1,
                    "GET",
                    "/cs/cs/api/v2/nicknames/",
                    Fault.reply(SandboxResponse.json(404, Map.of("error", "none"))));
            sandbox.failNext(1, "GET", look, Fault.reply(SandboxResponse.json(200, Map.of("results", List.of()))));
            create("dam:42", "Poster");
            assertThat(documents()).hasSize(1);
        }
    }

    @Nested
    class ContentOfUnknownLength {
        private Content withoutLength() {
            return new GeneratedContent("poster.png", "image/png", -1, false);
        }

        @Test
        void isRefusedBeforeAnythingIsMade() {
            Asset metadata = metadata().title("Poster").build();
            Workspace workspace = desk().findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", Map.of()));
            for (ConnectorException failure : List.of(
                    failure(() -> writer().create(new AssetDraft("dam:42", metadata, withoutLength()))),
                    failure(() -> desk().file(workspace.ref(), "invoice", withoutLength())))) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
                assertThat(code(failure)).isEqualTo("length_unknown");
            }
            assertThat(sandbox.requests("POST", NODES)).isEmpty();
            Asset made = create("dam:42", "Poster");
            assertThat(code(failure(() -> writer().addVersion(made.ref(), "second", withoutLength()))))
                    .isEqualTo("length_unknown");
            assertThat(reader().versions(made.ref())).hasSize(1);
        }
    }

    /** The one of 2 GiB is {@link LargeUploadIT}. */
    @Nested
    class ATicketThatEndsBeforeAnUpload {
        @Test
        void isReplacedAndTheUploadStoredOnce() {
            create("warm", "Up");
            sandbox.failNext(
                    1,
                    "POST",
                    NODES,
                    Fault.reply(SandboxResponse.json(401, Map.of("error", "Authentication Required"))));
            Asset metadata = metadata().title("Poster").build();
            ConnectorException once =
                    failure(() -> writer().create(new AssetDraft("dam:42", metadata, content("bytes"))));
            assertThat(once.kind()).as("these bytes can be read once only").isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(documents()).hasSize(1);

            assertThat(create("dam:42", "Poster").key()).isEqualTo("dam:42");
            assertThat(documents()).hasSize(2);
            assertThat(sandbox.value(
                            id(reader().findByKey("dam:42").orElseThrow().ref()), ASSET + 2))
                    .isEqualTo("dam:42");
        }
    }
}
