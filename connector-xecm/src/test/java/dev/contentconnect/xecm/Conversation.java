package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.Scenes.content;
import static dev.contentconnect.xecm.Scenes.id;
import static dev.contentconnect.xecm.Scenes.ref;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.xecm.api.Permissions;
import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes every call of the module at least once. */
record Conversation(XecmConnector connector, XecmSandbox sandbox) {
    void hold() throws IOException {
        connector.check();
        assets();
        workspaces();
        workflows();
        records();
    }

    private void assets() throws IOException {
        AssetWriter writer = connector.require(AssetWriter.class);
        AssetReader reader = connector.require(AssetReader.class);
        Asset.Builder metadata =
                Asset.builder(SourceRef.of("dam", "1")).title("Poster").description("Large");
        SourceRef poster = writer.create(new AssetDraft("a", metadata.build(), content("one")))
                .ref();
        SourceRef film = writer.create(new AssetDraft(
                        "b",
                        metadata.extensions(Extensions.of("xecm", Map.of("url", "https://dam.example/1")))
                                .build(),
                        null))
                .ref();
        writer.update(Asset.builder(film)
                .title("Film")
                .description("Long")
                .extensions(Extensions.of("xecm", Map.of("url", "https://dam.example/2")))
                .build());
        writer.addVersion(poster, "v", content("two"));
        sandbox.countMinorVersions(id(poster));
        connector.client().nodes().collisions(XecmSandbox.FOLDER, sandbox.names(XecmSandbox.FOLDER));
        connector.client().versions().promote(id(poster), 2, "released");
        reader.content(poster, null, null).open().close();
        reader.content(poster, "1", null).open().close();
        reader.query(AssetQuery.ALL).forEach(Asset::ref);
        sandbox.index();
        reader.query(AssetQuery.ALL
                        .withText("poster")
                        .changedSince(Instant.EPOCH)
                        .withPageSize(1))
                .forEach(Asset::ref);
        reader.query(AssetQuery.ALL.withText("").withPageSize(1)).forEach(Asset::ref);
        RightsWriter rights = connector.require(RightsWriter.class);
        rights.apply(RightsRecord.builder(poster, poster)
                .status(RightsStatus.CLEARED)
                .build());
        rights.block(poster, "complaint");
        connector.require(RightsReader.class).rights(poster);
        connector.client().categories().of(id(poster));
        connector.client().categories().remove(id(poster), XecmSandbox.RIGHTS_CATEGORY);
        connector.gone(List.of(poster));
        AssetFeed feed = connector.require(AssetFeed.class);
        feed.changes(null, 10);
        connector
                .client()
                .audit()
                .of(id(poster), XecmQuery.ALL.with("sort", "asc_audit_date"))
                .forEach(one -> one.date());
        Permissions permissions = connector.client().permissions();
        permissions.grant(id(poster), 1001, List.of("see"), 0);
        permissions.grant(id(poster), 1001, List.of("see", "modify"), 0);
        permissions.effective(id(poster), 1001);
        permissions.revoke(id(poster), 1001);
    }

    private void workspaces() {
        WorkspaceDesk desk = connector.require(WorkspaceDesk.class);
        SourceRef campaign = desk.findOrCreate(new WorkspaceRequest("k/1", "campaign", "One", Map.of("Status", "new")))
                .ref();
        SourceRef other = desk.findOrCreate(new WorkspaceRequest("k2", "campaign", "Two", Map.of()))
                .ref();
        desk.findByKey("campaign", "k2");
        Link link = new Link("Poster", URI.create("https://dam.example/1"), SourceRef.of("dam", "1"));
        desk.link(campaign, link);
        desk.link(campaign, new Link("Own", URI.create("https://dam.example/2"), ref(XecmSandbox.FOLDER)));
        desk.file(campaign, "d", content("agreement"));
        desk.documents(campaign).forEach(Link::title);
        desk.links(campaign).forEach(Link::title);
        desk.unlink(campaign, link);
        desk.setAttributes(campaign, Map.of("Status", "running"));
        connector.require(WorkspaceFeed.class).changes(null, 10);
        Workspaces workspaces = connector.client().workspaces();
        workspaces
                .list(XecmQuery.ALL.with("where_workspace_type_id", 31))
                .forEach(one -> one.node().id());
        workspaces.relate(id(campaign), id(other), "child");
        workspaces.unrelate(id(campaign), id(other), "child");
        workspaces.addMember(id(campaign), 501, 1001);
        workspaces.removeMember(id(campaign), 501, 1001);
        workspaces.setReference(id(other), XecmSandbox.EXTERNAL_SYSTEM, XecmSandbox.CAMPAIGN_OBJECT, "k3");
        workspaces.form(XecmQuery.ALL.with("template_id", 9001));
        workspaces.rootOf(id(campaign));
    }

    private void workflows() {
        ApprovalDesk approvals = connector.require(ApprovalDesk.class);
        CaseDesk cases = connector.require(CaseDesk.class);
        SourceRef asset = connector
                .require(AssetReader.class)
                .findByKey("a")
                .orElseThrow()
                .ref();
        ApprovalRequest request = new ApprovalRequest("k", "Poster", asset, "1", List.of(), null, null, Map.of());
        SourceRef asked = approvals.request(request).get(0).ref();
        CaseRecord opened = cases.open(new CaseRequest("c", "note", "Note", null, null, null, null, Map.of()));
        CaseTask task =
                cases.tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        cases.tasks(TaskQuery.ALL).forEach(CaseTask::ref);
        cases.complete(task.ref(), TaskResult.of("SendOn", "seen", null));
        approvals.decide(asked, Decision.of(DecisionOutcome.APPROVED, "good"));
        CaseRecord second = cases.open(new CaseRequest("d", "review", "Second", null, null, null, null, Map.of()));
        CaseTask step =
                cases.tasks(TaskQuery.ALL.ofCase(second.ref())).iterator().next();
        cases.delegate(step.ref(), Actor.of("bob"));
        cases.attach(second.ref(), new Link("Poster", URI.create("https://dam.example/1"), null));
        cases.hold(second.ref(), "later");
        cases.cancel(second.ref(), "never");
        Workflows workflows = connector.client().workflows();
        workflows.mapsFor(List.of(id(asset)), XecmSandbox.FOLDER);
        workflows.draftForm(workflows.createDraft(XecmSandbox.APPROVAL_MAP, List.of()));
        workflows.delete(Long.parseLong(second.ref().id().substring(3)));
    }

    private void records() {
        long document = sandbox.upload(XecmSandbox.FOLDER, "signed.pdf", new byte[1]);
        Records records = connector.client().records();
        records.classify(document, 61, Map.of("official", true));
        String token = String.valueOf(records.classification(document).text("rm_metadataToken"));
        records.change(document, token, Map.of("status", "CLOSED"));
        records.hold(document, 71);
        connector.retention(ref(document));
        records.release(document, 71);
        records.allHolds(10).forEach(one -> one.text("HoldID"));
    }
}
