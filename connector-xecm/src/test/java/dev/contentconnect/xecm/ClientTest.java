package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.xecm.api.Versions;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.Attr;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireTaskForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that only the client has, because no capability needs them. */
class ClientTest extends Scenes {
    private Workflows workflows() {
        return connector.client().workflows();
    }

    private Workspaces workspaces() {
        return connector.client().workspaces();
    }

    private Workspace campaign(String key) {
        return connector
                .require(WorkspaceDesk.class)
                .findOrCreate(new WorkspaceRequest(key, "campaign", "Summer", Map.of()));
    }

    private List<Long> offered(List<Long> documents, Long parent) {
        return workflows().mapsFor(documents, parent).stream()
                .map(one -> one.number("DataID", 0))
                .toList();
    }

    @Test
    void asksForTheMapsOfAllDocumentsAtOnce() {
        long one = sandbox.upload(XecmSandbox.FOLDER, "one.pdf", new byte[1]);
        long two = sandbox.upload(XecmSandbox.FOLDER, "two.pdf", new byte[1]);
        Asset film = Asset.builder(SourceRef.of("dam", "42"))
                .title("Film")
                .extensions(Extensions.of("xecm", Map.of("url", "https://dam.example/42")))
                .build();
        long url = id(connector
                .require(AssetWriter.class)
                .create(new AssetDraft("film", film, null))
                .ref());

        assertThat(offered(List.of(one, two), XecmSandbox.FOLDER))
                .containsExactly(XecmSandbox.SEND_ON_MAP, XecmSandbox.APPROVAL_MAP);
        SandboxRequest request =
                sandbox.requests("GET", "/cs/cs/api/v2/docworkflows").get(0);
        assertThat(request.query())
                .containsEntry("doc_id", List.of(Long.toString(one), Long.toString(two)))
                .containsEntry("parent_id", List.of(Long.toString(XecmSandbox.FOLDER)));
        assertThat(offered(List.of(one, url), XecmSandbox.FOLDER))
                .as("one of them has no bytes")
                .containsExactly(XecmSandbox.SEND_ON_MAP);
        assertThat(offered(List.of(one), null)).containsExactly(XecmSandbox.SEND_ON_MAP);
        assertThat(failure(() -> workflows().mapsFor(List.of(999_999L), null)).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void readsWhatADraftAsksForAndWhatItWasFilledInWith() {
        long document = sandbox.upload(XecmSandbox.FOLDER, "one.pdf", new byte[1]);
        long draft = workflows().createDraft(XecmSandbox.APPROVAL_MAP, List.of(document));
        workflows()
                .fillDraft(
                        draft,
                        Map.of(
                                "WorkflowForm_Title",
                                "Poster",
                                "WorkflowForm_WorkflowDueDate",
                                "2031-06-01 12:00:00.000"));
        WireTaskForm form = workflows().draftForm(draft);
        assertThat(form.title()).isEqualTo("Poster");
        assertThat(form.asksForPassword()).isFalse();
        assertThat(form.actions()).extracting(one -> one.text("key")).containsExactly("Initiate");
        assertThat(form.dispositions()).isEmpty();
        assertThat(form.forms()).hasSize(1);
        assertThat(form.forms().get(0).object("data").asMap())
                .containsEntry("WorkflowForm_Title", "Poster")
                .containsEntry("WorkflowForm_WorkflowDueDate", "2031-06-01T12:00:00");
        long folder = form.data().list("data_packages").get(0).object("data").number("attachment_folder_id", 0);
        assertThat(connector.client().nodes().children(folder, XecmQuery.ALL))
                .extracting(one -> one.properties().number("original_id"))
                .containsExactly(document);

        workflows().initiate(draft, null);
        assertThat(failure(() -> workflows().draftForm(draft)).kind())
                .as("what has begun is no draft any more")
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void readsWhatIsAskedForWhenAWorkspaceIsMade() {
        sandbox.define(7030, "Budget", Attr.text(2, "Cost Centre").needed(), Attr.integer(3, "Amount"));
        sandbox.workspaces().define(33, "project", 7030);
        List<WireFields> forms =
                workspaces().form(XecmQuery.ALL.with("template_id", 9033)).list("forms");
        assertThat(forms).hasSize(2);
        WireFields name = forms.get(0).object("schema").object("properties").object("name");
        assertThat(name.flag("required")).isTrue();
        WireFields budget = forms.get(1).object("schema").object("properties").object("7030");
        WireFields labels = forms.get(1).object("options").object("fields").object("7030");
        assertThat(budget.object("properties").object("7030_2").flag("required"))
                .isTrue();
        assertThat(budget.object("properties").object("7030_3").flag("required"))
                .isFalse();
        assertThat(labels.object("fields").object("7030_2").text("label")).isEqualTo("Cost Centre");

        List<WireFields> byObject = workspaces()
                .form(XecmQuery.ALL
                        .with("ext_system_id", XecmSandbox.EXTERNAL_SYSTEM)
                        .with("bo_type", XecmSandbox.CAMPAIGN_OBJECT))
                .list("forms");
        assertThat(byObject.get(1).object("schema").object("properties").asMap())
                .containsOnlyKeys(Long.toString(XecmSandbox.CAMPAIGN_CATEGORY));
        ConnectorException neither = failure(() -> workspaces().form(XecmQuery.ALL));
        assertThat(neither.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(neither).hasMessageContaining("template_id");
    }

    @Test
    void tiesAWorkspaceToAnotherBusinessObject() {
        Workspace made = campaign("000815");
        campaign("taken");
        workspaces().setReference(id(made.ref()), XecmSandbox.EXTERNAL_SYSTEM, XecmSandbox.CAMPAIGN_OBJECT, "000816");
        WorkspaceDesk desk = connector.require(WorkspaceDesk.class);
        assertThat(desk.findByKey("campaign", "000815")).isEmpty();
        assertThat(desk.findByKey("campaign", "000816").map(Workspace::ref)).contains(made.ref());
        assertThat(desk.get(made.ref()).key()).isEqualTo("000816");

        ConnectorException taken = failure(() -> workspaces()
                .setReference(id(made.ref()), XecmSandbox.EXTERNAL_SYSTEM, XecmSandbox.CAMPAIGN_OBJECT, "taken"));
        assertThat(taken.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(desk.get(made.ref()).key()).isEqualTo("000816");
    }

    @Test
    void makesAMinorVersionAMajorOne() {
        SourceRef poster = create("k", "Poster").ref();
        connector.require(AssetWriter.class).addVersion(poster, "second", content("two"));
        connector.require(AssetWriter.class).addVersion(poster, "third", content("three"));
        Versions versions = connector.client().versions();
        ConnectorException standard = failure(() -> versions.promote(id(poster), 2, "released"));
        assertThat(standard.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(standard).hasMessageContaining("standard versioning");

        sandbox.countMinorVersions(id(poster));
        versions.promote(id(poster), 2, "released");
        assertThat(versions.list(id(poster)))
                .extracting(one -> one.fields().text("version_number_name"))
                .containsExactly("0.1", "1.0", "1.1");
        assertThat(versions.list(id(poster)).stream().toList().get(1).description())
                .isEqualTo("released");
        assertThat(failure(() -> versions.promote(id(poster), 7, "x")).kind()).isEqualTo(ErrorKind.REJECTED);
    }
}
