package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Business workspaces, their attributes, links and relations. */
class WorkspaceTest extends Scenes {
    private static final String WORKSPACES = "/cs/cs/api/v2/businessworkspaces";
    private static final String CATEGORY = XecmSandbox.CAMPAIGN_CATEGORY + "_";

    private WorkspaceDesk desk() {
        return connector.require(WorkspaceDesk.class);
    }

    private Workspace make(String key, Map<String, Object> attributes) {
        return desk().findOrCreate(new WorkspaceRequest(key, "campaign", "Summer", attributes));
    }

    @Test
    void makesAWorkspaceWithItsKeyAndAttributesInOneCall() {
        Workspace made = make("000815", Map.of("Status", "planned", "Starts", LocalDate.of(2031, 6, 1)));
        assertThat(made.key()).as("text, with leading zeros").isEqualTo("000815");
        assertThat(made.type()).isEqualTo("campaign");
        assertThat(sandbox.value(id(made.ref()), CATEGORY + 2)).isEqualTo("planned");
        assertThat(sandbox.requests("POST", WORKSPACES)).hasSize(1);
        assertThat(sandbox.requests("PUT", "/cs/cs/api/v2/nodes")).isEmpty();
        assertThat(made.extensions().get("xecm").get("attributes"))
                .isEqualTo(Map.of(
                        "Status",
                        "planned",
                        "Starts",
                        "2031-06-01T00:00:00",
                        "Markets",
                        List.of(),
                        "Schedule",
                        List.of()));
    }

    @Test
    void takesTheNameThatTheServerMakes() {
        sandbox.workspaces().makeNames();
        Workspace made = make("000815", Map.of("Status", "planned"));
        assertThat(made.title()).as("not Summer").isEqualTo("campaign 000815");
        assertThat(desk().findByKey("campaign", "000815")).contains(made);
        assertThat(make("000815", Map.of())).isEqualTo(made);
        assertThat(sandbox.requests("POST", WORKSPACES)).hasSize(1);
        assertThat(sandbox.requests("PUT", "/cs/cs/api/v2/nodes"))
                .as("nobody insists on another")
                .isEmpty();
    }

    @Test
    void leavesTheNameToTheServer() {
        Map<String, Object> body = Map.of("template_id", 9001, "wksp_type_id", 31);
        ConnectorException failure =
                failure(() -> connector.client().workspaces().create(body));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        sandbox.workspaces().makeNames();
        long made = connector.client().workspaces().create(body);
        assertThat(connector.client().workspaces().get(made).node().name()).isEqualTo("campaign");
    }

    @Test
    void readsAWorkspaceThatSomeVersionsSendAsAList() {
        Workspace made = make("k", Map.of());
        sandbox.workspaces().answerAsList();
        assertThat(desk().get(made.ref())).isEqualTo(made);
    }

    @Test
    void findsTheWorkspaceWhoseMakingWasNotAnswered() {
        make("warm", Map.of());
        sandbox.failNext(1, "POST", WORKSPACES, Fault.connectionReset().afterHandling());
        assertThat(failure(() -> make("lost", Map.of())).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        Workspace found = desk().findByKey("campaign", "lost").orElseThrow();
        assertThat(make("lost", Map.of()).ref()).isEqualTo(found.ref());
    }

    @Test
    void looksForKeysWithASlashInAList() {
        Workspace made = make("2031/07;a%b", Map.of());
        assertThat(desk().findByKey("campaign", "2031/07;a%b").map(Workspace::ref))
                .contains(made.ref());
        assertThat(desk().findByKey("campaign", "2031/08")).isEmpty();
    }

    @Test
    void asksForAllWorkspacesNotOnlyThoseUsedLately() {
        make("a", Map.of());
        make("b", Map.of());
        make("c", Map.of());
        assertThat(connector.client().workspaces().list(XecmQuery.ALL.pages(2)))
                .as("whose pages stand at the top of the answer")
                .hasSize(3);
        assertThat(connector.client().workspaces().list(XecmQuery.ALL.pages(2).with("include_total_count", false)))
                .as("without a count there is a link only")
                .hasSize(3);
    }

    @Test
    void saysWhatIsMissingInTheConfiguration() {
        ConnectorException type =
                failure(() -> desk().findOrCreate(new WorkspaceRequest("k", "vendor", "V", Map.of())));
        assertThat(type.error().trace().vendorCode()).isEqualTo("no_business_object");
        ConnectorException attribute = failure(() -> make("k", Map.of("Colour", "red")));
        assertThat(attribute.error().trace().vendorCode()).isEqualTo("fields_missing");
        assertThat(desk().findByKey("campaign", "k")).isEmpty();
        reopen(options().workspaceTemplates(Map.of("campaign", "No such template")));
        assertThat(failure(() -> make("k", Map.of())).error().trace().vendorCode())
                .isEqualTo("no_such_template");
    }

    @Test
    void writesSetsRowByRow() {
        SourceRef workspace = make("k", Map.of()).ref();
        List<Map<String, Object>> rows = List.of(
                Map.of("Channel", "web", "Day", LocalDate.of(2031, 6, 1)),
                Map.of("Channel", "tv", "Day", LocalDate.of(2031, 6, 8)));
        desk().setAttributes(workspace, Map.of("Schedule", rows, "Markets", List.of("AT", "DE")));
        assertThat(sandbox.value(id(workspace), CATEGORY + "5_2_6")).isEqualTo("tv");
        assertThat(sandbox.value(id(workspace), CATEGORY + 4)).isEqualTo(List.of("AT", "DE"));

        Workspace one = desk().setAttributes(workspace, Map.of("Campaign.Schedule", List.of(rows.get(1))));
        assertThat(one.extensions().get("xecm").get("attributes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("Schedule", List.of(Map.of("Channel", "tv", "Day", "2031-06-08T00:00:00")))
                .containsEntry("Markets", List.of("AT", "DE"));
    }

    @Test
    void clearsAnAttributeWithAnEmptyText() {
        SourceRef workspace = make("k", Map.of("Status", "planned")).ref();
        desk().setAttributes(workspace, Map.of("Status", ""));
        assertThat(sandbox.value(id(workspace), CATEGORY + 2)).isNull();
    }

    @Test
    void linksWhatHasOneTitleTwice() {
        SourceRef workspace = make("k", Map.of()).ref();
        desk().link(workspace, new Link("Poster", URI.create("https://dam.example/1"), SourceRef.of("dam", "1")));
        Link second = desk().link(
                        workspace, new Link("Poster", URI.create("https://dam.example/2"), SourceRef.of("dam", "2")));
        assertThat(second.title()).isEqualTo("Poster");
        assertThat(desk().links(workspace))
                .extracting(Link::target)
                .containsExactlyInAnyOrder(SourceRef.of("dam", "1"), SourceRef.of("dam", "2"));
        desk().unlink(workspace, new Link("x", URI.create("https://dam.example/moved"), SourceRef.of("dam", "1")));
        assertThat(desk().links(workspace)).extracting(Link::target).containsExactly(SourceRef.of("dam", "2"));
    }

    @Test
    void linksANodeOfThisServerAsAShortcut() {
        SourceRef asset = create("k", "Poster").ref();
        SourceRef workspace = make("k", Map.of()).ref();
        Link link = new Link("The poster", URI.create("https://anything.example/"), asset);
        desk().link(workspace, link);
        desk().link(workspace, link);
        assertThat(desk().links(workspace)).extracting(Link::target).containsExactly(asset);
    }

    @Test
    void listsDocumentsOfFoldersBelow() {
        SourceRef workspace = make("k", Map.of()).ref();
        long folder = sandbox.folder(id(workspace), "Agreements");
        long deep = sandbox.folder(folder, "2031");
        long one = sandbox.upload(folder, "one.pdf", new byte[1]);
        long two = sandbox.upload(deep, "two.pdf", new byte[1]);
        SourceRef three = desk().file(workspace, "d-3", content("three"));
        reopen(options().pageSize(1));
        assertThat(desk().documents(workspace))
                .extracting(Link::target)
                .containsExactlyInAnyOrder(ref(one), ref(two), three);
    }

    @Test
    void relatesAndAddsMembersOnce() {
        Workspaces workspaces = connector.client().workspaces();
        long project = id(make("project", Map.of()).ref());
        long vendor = id(make("vendor", Map.of()).ref());
        workspaces.relate(project, vendor, "child");
        workspaces.relate(project, vendor, "child");
        assertThat(workspaces.related(project, XecmQuery.ALL.with("where_relationtype", "child")))
                .extracting(one -> one.node().id())
                .containsExactly(vendor);
        workspaces.unrelate(project, vendor, "child");
        workspaces.unrelate(project, vendor, "child");

        long role = workspaces.roles(project).get(0).number("id", 0);
        workspaces.addMember(project, role, 1001);
        workspaces.addMember(project, role, 1001);
        assertThat(workspaces.roles(project).get(0).list("members")).hasSize(1);
        workspaces.removeMember(project, role, 1001);
        workspaces.removeMember(project, role, 1001);
        assertThat(workspaces.roles(project).get(0).list("members")).isEmpty();
    }

    @Test
    void knowsTheWorkspaceThatADocumentIsIn() {
        SourceRef workspace = make("k", Map.of()).ref();
        SourceRef filed = desk().file(workspace, "d-1", content("one"));
        assertThat(connector.client().workspaces().rootOf(id(filed))).contains(id(workspace));
        assertThat(connector.client().workspaces().rootOf(XecmSandbox.FOLDER)).isEmpty();
    }
}
