package dev.contentconnect.core.testkit;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.spi.WorkspaceRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All capabilities of the SPI, and a harmless value for each parameter of their methods. */
final class Capabilities {
    static final Set<Class<?>> ALL = Set.of(
            AssetReader.class,
            AssetWriter.class,
            AssetPublisher.class,
            ApprovalDesk.class,
            RightsReader.class,
            RightsWriter.class,
            CaseDesk.class,
            CommentThread.class,
            AssetFeed.class,
            CaseFeed.class,
            WebhookReceiver.class,
            WorkspaceDesk.class,
            PartnerDesk.class,
            DeliveryLog.class,
            BudgetDesk.class,
            ProgressDesk.class,
            WorkspaceFeed.class);

    /** Those that change something in the system. */
    static final Set<Class<?>> WRITING = Set.of(
            AssetWriter.class,
            AssetPublisher.class,
            ApprovalDesk.class,
            RightsWriter.class,
            CaseDesk.class,
            CommentThread.class,
            WorkspaceDesk.class,
            PartnerDesk.class,
            DeliveryLog.class,
            BudgetDesk.class,
            ProgressDesk.class);

    private Capabilities() {}

    static Object anyValue(Class<?> type, String system) {
        return anyValue(type, SourceRef.of(system, "1"));
    }

    /** The same, about a certain object. */
    static Object anyValue(Class<?> type, SourceRef ref) {
        Object value = values(ref).get(type);
        if (value == null) {
            throw new IllegalStateException("the contract has no value for a parameter of " + type);
        }
        return value;
    }

    static Content content(byte[] bytes) {
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, "picture.bin", "application/octet-stream");
    }

    private static Map<Class<?>, Object> values(SourceRef ref) {
        Map<Class<?>, Object> out = new HashMap<>();
        out.put(SourceRef.class, ref);
        out.put(String.class, "x");
        out.put(Object.class, "x");
        out.put(int.class, 1);
        out.put(List.class, List.of());
        out.put(Map.class, Map.of());
        out.put(Instant.class, Instant.EPOCH);
        out.put(Cursor.class, Cursor.of("x"));
        out.put(Content.class, content(new byte[1]));
        out.put(Actor.class, Actor.of("x"));
        out.put(Asset.class, Asset.builder(ref).build());
        out.put(Decision.class, Decision.of(DecisionOutcome.APPROVED, null));
        out.put(DeliveryStatus.class, DeliveryStatus.SENT);
        out.put(Link.class, new Link("x", URI.create("https://host.example/x"), null));
        out.put(RightsRecord.class, RightsRecord.builder(ref, ref).build());
        out.put(Segment.class, Segment.brand("x"));
        out.put(ApprovalQuery.class, ApprovalQuery.ALL);
        out.put(ApprovalRequest.class, new ApprovalRequest("k", "t", ref, null, List.of("x"), null, null, Map.of()));
        out.put(AssetDraft.class, new AssetDraft("k", Asset.builder(ref).build(), null));
        out.put(AssetQuery.class, AssetQuery.ALL);
        out.put(CaseRequest.class, new CaseRequest("k", "x", "t", null, null, null, null, Map.of()));
        out.put(CommentDraft.class, new CommentDraft("k", "t", null, null));
        out.put(
                DeliveryDraft.class,
                new DeliveryDraft("k", List.of(ref), null, "r", DeliveryStatus.SENT, Instant.EPOCH, null));
        out.put(DeliveryQuery.class, DeliveryQuery.ALL);
        out.put(Escalation.class, new Escalation("r", null, null, null));
        out.put(Notice.class, new Notice("k", "s", "t", List.of(), Map.of()));
        out.put(Progress.class, Progress.status("k", "x", null));
        out.put(PublishRequest.class, new PublishRequest("k", "t", List.of(ref), List.of(), null, null));
        out.put(TaskQuery.class, TaskQuery.ALL);
        out.put(TaskResult.class, TaskResult.of("x", null, null));
        out.put(WorkspaceRequest.class, new WorkspaceRequest("k", "x", "t", Map.of()));
        return out;
    }
}
