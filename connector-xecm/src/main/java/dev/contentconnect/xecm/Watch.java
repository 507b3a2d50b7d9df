package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.EventMapper;
import dev.contentconnect.xecm.wire.WireAudit;
import dev.contentconnect.xecm.wire.WireNode;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a feed. The server has no feed of changes: nodes are asked for their audit, one by one, when their date of
 * change says that it pays. The audit is filtered by whole days, so that what was seen before is left out here.
 */
final class Watch {
    private static final int REMEMBERED = 2_000;
    private static final int MOST = 100;

    /** The node's own date and that of its audit are not taken in the same moment. */
    private static final Duration SAME = Duration.ofSeconds(2);

    private final Archive archive;
    private final OverlapBatch<CaseEvent> batch;
    private final Instant from;
    private final List<MappingIssue> issues = new ArrayList<>();

    private Watch(Archive archive, OverlapWindow window, int limit) {
        this.archive = archive;
        this.batch = window.batch(limit);
        this.from = window.readFrom();
    }

    /** Reads the next changes; {@code look} offers what there is. */
    static ChangeBatch read(
            Archive archive, String operation, @Nullable Cursor since, int limit, Consumer<Watch> look) {
        // The server cuts times to the second.
        OverlapFeed feed = new OverlapFeed(
                REFUSED,
                operation,
                archive.config.options().time(),
                archive.config.feed().overlap(),
                REMEMBERED,
                archive.config.feed().from(),
                ChronoUnit.SECONDS);
        return feed.changes(since, limit, window -> {
            Watch watch = new Watch(archive, window, limit);
            look.accept(watch);
            return feed.read(watch.batch, watch.issues);
        });
    }

    /** Children of a folder that have changed, the newest first; the first older one is the end. */
    void changed(long folder, @Nullable List<Long> kinds, Consumer<WireNode> found) {
        XecmQuery query = XecmQuery.ALL
                .with("sort", "desc_modify_date")
                .with("fields", "properties")
                .pages(MOST);
        XecmQuery of = kinds == null ? query : query.with("where_type", kinds);
        for (WireNode node : archive.client.nodes().children(folder, of).onIssue(issues::add)) {
            Instant changed = archive.dates.instant(node.modifyDate());
            if (changed != null && changed.isBefore(from)) {
                return;
            }
            if (changed == null || node.id() < 1) {
                issues.add(new MappingIssue("modify_date", "missing or not readable", Long.toString(node.id())));
            } else {
                found.accept(node);
            }
        }
    }

    boolean isChanged(WireNode node) {
        Instant changed = archive.dates.instant(node.modifyDate());
        return changed == null || !changed.isBefore(from);
    }

    /** The audit of a node; where it says nothing of its last change, the change itself. */
    void audit(WireNode node, CaseEventType otherwise, Mapper mapper) {
        XecmQuery query = XecmQuery.ALL
                .with(
                        "where_audit_date_start",
                        archive.dates.dayOf(from).minusDays(1).toString())
                .with("sort", "desc_audit_date")
                .pages(MOST);
        Instant changed = archive.dates.instant(node.modifyDate());
        boolean known = false;
        for (WireAudit entry : archive.client.audit().of(node.id(), query).onIssue(issues::add)) {
            Instant at = archive.dates.instant(entry.date());
            if (at != null && changed != null && !at.plus(SAME).isBefore(changed)) {
                // That somebody opened the node later tells nothing of its change.
                known |= EventMapper.isChange(entry) || !at.isAfter(changed.plus(SAME));
            }
            if (EventMapper.isChange(entry) && isTold(entry.userId())) {
                mapper.toEvent(node.id(), entry).peek(this::offer).peekLeft(issues::add);
            }
        }
        if (changed != null && !changed.isBefore(from) && !known) {
            changed(node, node, changed, otherwise);
        }
    }

    /** Makes an event of an entry of the audit. */
    @FunctionalInterface
    interface Mapper {
        Either<MappingIssue, CaseEvent> toEvent(long node, WireAudit entry);
    }

    /** A change that only a date tells of. */
    void changed(WireNode subject, WireNode what, Instant at, CaseEventType type) {
        if (!isTold(what.properties().number("modify_user_id"))) {
            return;
        }
        String id = "modified:" + subject.id() + ":" + what.id() + ":" + what.modifyDate();
        offer(CaseEvent.builder(XecmConnector.SYSTEM, type, id, at)
                .subject(AssetMapper.ref(subject.id()))
                .related(what.id() == subject.id() ? null : AssetMapper.ref(what.id()))
                .extensions(
                        Extensions.of(XecmConnector.SYSTEM, what.properties().asMap()))
                .build());
    }

    private void offer(CaseEvent event) {
        batch.offer(event, event.id(), event.occurredAt());
    }

    private boolean isTold(@Nullable Long user) {
        return archive.config.feed().ownChanges()
                || user == null
                || user != archive.me().id();
    }
}
