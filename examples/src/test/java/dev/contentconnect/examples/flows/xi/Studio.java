package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do in both systems, and what they see there. */
final class Studio {
    private final XiStage stage;

    Studio(XiStage stage) {
        this.stage = stage;
    }

    // In the media library

    SourceRef upload(String title) {
        byte[] bytes = (title + " 1").getBytes(StandardCharsets.UTF_8);
        return SourceRef.of("iconik", stage.media.personUploads(title, bytes));
    }

    void fill(SourceRef asset, String field, Object... values) {
        stage.media.personFills(asset.id(), IconikSandbox.ASSET_VIEW, field, values);
    }

    /** In Austria, in a channel, until 2028. */
    void allow(SourceRef asset, String channel) {
        stage.library
                .require(RightsWriter.class)
                .apply(RightsRecord.builder(asset, asset)
                        .status(RightsStatus.CLEARED)
                        .grants(List.of(RightsGrant.of(
                                Territories.of("AT"),
                                Map.of(RightsDimension.CHANNEL, Terms.of(channel)),
                                new Validity(null, Instant.parse("2028-01-01T00:00:00Z")))))
                        .build());
    }

    /** Adds a version and gives its id. */
    String addVersion(SourceRef asset) {
        return stage.media.personAddsVersion(asset.id(), "another".getBytes(StandardCharsets.UTF_8));
    }

    /** Says how far the newest version has come: IN_PROGRESS while it is transcoded, then ACTIVE. */
    void newestIs(SourceRef asset, String status) {
        List<Object> versions =
                new ArrayList<>((List<?>) stage.media.asset(asset.id()).get("versions"));
        Map<Object, Object> newest = new LinkedHashMap<>((Map<?, ?>) versions.remove(versions.size() - 1));
        newest.put("status", status);
        versions.add(newest);
        stage.media.personSets(asset.id(), "versions", versions);
    }

    Asset asset(SourceRef asset) {
        return stage.library.require(AssetReader.class).get(asset);
    }

    String version(SourceRef asset) {
        return asset(asset).currentVersion().id();
    }

    List<Object> values(SourceRef asset, String field) {
        return stage.media.values(asset.id(), field);
    }

    /** Asks our own user, as people do who submit something. */
    void submit(SourceRef asset) {
        stage.media.personAsks(asset.id(), List.of(IconikSandbox.USER), 1);
    }

    /** Asks somebody, who decides at once. */
    void decide(SourceRef asset, String status) {
        stage.media.personAsks(asset.id(), List.of(IconikSandbox.PERSON), 1);
        stage.media.personDecides(asset.id(), IconikSandbox.PERSON, status);
    }

    /** The approval of the current version. */
    Optional<Approval> approval(SourceRef asset) {
        return stage.library.require(ApprovalDesk.class).query(ApprovalQuery.ALL.about(asset)).stream()
                .findFirst();
    }

    List<Comment> comments(SourceRef asset) {
        stage.settle();
        return stage.library.require(CommentThread.class).comments(asset).stream()
                .toList();
    }

    List<String> texts(SourceRef asset) {
        return comments(asset).stream().map(Comment::text).toList();
    }

    void delete(SourceRef asset) {
        stage.library.client().assets().delete(asset.id());
    }

    // Where reviewers and workspaces are

    /** The review of one reviewer; asks as the flow does, which finds what the flow asked. */
    Approval review(String key, String reviewer) {
        int before = stage.records.workflows().started();
        Approval found = stage.archive
                .require(ApprovalDesk.class)
                .request(new ApprovalRequest(
                        key,
                        "unknown",
                        SourceRef.of("xecm", Long.toString(XecmSandbox.FOLDER)),
                        null,
                        List.of(reviewer),
                        null,
                        null,
                        Map.of()))
                .get(0);
        if (stage.records.workflows().started() != before) {
            throw new AssertionError(reviewer + " was not asked under " + key);
        }
        return found;
    }

    /** Answers, or answers again what was answered so. */
    void answer(String key, String reviewer, DecisionOutcome outcome, String note) {
        Decision decision = Decision.of(outcome, note).by(Actor.of(reviewer + "@example.com"));
        stage.archive.require(ApprovalDesk.class).decide(review(key, reviewer).ref(), decision);
    }

    WorkspaceSheet sheet(SourceRef workspace) {
        return WorkspaceSheet.of(desk().get(workspace));
    }

    WorkspaceDesk desk() {
        return stage.archive.require(WorkspaceDesk.class);
    }

    List<SourceRef> linked(SourceRef workspace) {
        return desk().links(workspace).stream()
                .map(Link::target)
                .filter(one -> one != null)
                .toList();
    }

    List<String> filed(SourceRef workspace) {
        return desk().documents(workspace).stream().map(Link::title).toList();
    }

    /** Somebody edits an attribute of a workspace. */
    void edit(SourceRef workspace, String key, Object value) {
        stage.records.edit(Long.parseLong(workspace.id()), key, value);
    }

    /** Requests by which something was changed in either system; a login and a search are none. */
    long writes() {
        long media = stage.media.exchanges().stream()
                .map(one -> one.request())
                .filter(one -> !one.method().equals("GET") && !one.path().contains("/search/"))
                .count();
        long records = stage.records.exchanges().stream()
                .map(one -> one.request())
                .filter(one -> !one.method().equals("GET") && !one.path().endsWith("/auth"))
                .count();
        return media + records;
    }
}
