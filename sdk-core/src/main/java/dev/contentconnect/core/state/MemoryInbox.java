package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inbox of one feed in memory. */
final class MemoryInbox implements Inbox {
    private final MemoryTransaction transaction;
    private final String feed;

    MemoryInbox(MemoryTransaction transaction, String feed) {
        this.transaction = transaction;
        this.feed = feed;
    }

    @Override
    public boolean accept(CaseEvent event, String object) {
        if (object.isBlank()) {
            throw new IllegalArgumentException("an item is about an object");
        }
        boolean fresh = transaction.claimKey(feed, InboxItem.key(event), transaction.now());
        if (fresh) {
            add(event, object);
        }
        return fresh;
    }

    private void add(CaseEvent event, String object) {
        Instant now = transaction.now();
        long number = ++transaction.open().numbers;
        StoredEvent stored = StoredEvent.of(event);
        put(new MemoryItem(new InboxItem(feed, number, object, stored, now, 0, null, null, 0), "", now));
    }

    @Override
    public List<InboxItem> claim(String worker, int limit, Duration hold) {
        if (worker.isBlank() || limit < 1 || hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException("a claim has a worker, a limit of 1 or more and a time to hold");
        }
        Instant now = transaction.now();
        // Objects of which an item is in somebody's hands; those of which an earlier one waits come to them below.
        Set<String> blocked = items().values().stream()
                .filter(each -> !each.worker().isEmpty() && each.free().isAfter(now))
                .map(each -> each.item().object())
                .collect(Collectors.toCollection(HashSet::new));
        List<MemoryItem> claimed = new ArrayList<>();
        for (MemoryItem each : items().values()) {
            if (claimed.size() == limit) {
                break;
            }
            if (each.free().isAfter(now)) {
                blocked.add(each.item().object());
            } else if (!blocked.contains(each.item().object())) {
                claimed.add(new MemoryItem(claimed(each.item()), worker, now.plus(hold)));
            }
        }
        claimed.forEach(this::put);
        return claimed.stream().map(MemoryItem::item).toList();
    }

    private static InboxItem claimed(InboxItem item) {
        return with(item, item.failures(), item.firstFailedAt(), item.reason(), item.claim() + 1);
    }

    @Override
    public int extend(String worker, Duration hold) {
        Instant until = transaction.now().plus(hold);
        List<MemoryItem> held = items().values().stream()
                .filter(each -> each.worker().equals(worker))
                .toList();
        held.forEach(each -> put(new MemoryItem(each.item(), worker, until)));
        return held.size();
    }

    @Override
    public void done(InboxItem item) {
        held(item);
        transaction.remove(items(), item.number());
    }

    @Override
    public void release(InboxItem item, int failures, Duration delay, @Nullable String reason) {
        InboxItem stored = held(item).item();
        Instant now = transaction.now();
        boolean failed = reason != null;
        Instant first = stored.firstFailedAt() == null && failed ? now : stored.firstFailedAt();
        InboxItem next = with(stored, failures, first, failed ? reason : stored.reason(), stored.claim());
        put(new MemoryItem(next, "", now.plus(delay)));
    }

    @Override
    public void park(InboxItem item, String reason) {
        InboxItem stored = held(item).item();
        transaction.remove(items(), item.number());
        Instant now = transaction.now();
        Instant first = stored.firstFailedAt() == null ? now : stored.firstFailedAt();
        transaction.park(new ParkedItem(
                feed,
                stored.key(),
                stored.object(),
                stored.stored().json(),
                reason,
                stored.failures() + 1,
                first,
                now));
    }

    @Override
    public boolean replay(String key) {
        ParkedItem item = transaction.open().parked.get(List.of(feed, key));
        if (item == null) {
            return false;
        }
        add(item.event(), item.object());
        return transaction.unpark(feed, key);
    }

    @Override
    public InboxStatus status() {
        Instant now = transaction.now();
        long held = items().values().stream()
                .filter(each -> !each.worker().isEmpty() && each.free().isAfter(now))
                .count();
        long parked = transaction.open().parked.values().stream()
                .filter(item -> item.feed().equals(feed))
                .count();
        Instant oldest = items().values().stream()
                .map(each -> each.item().acceptedAt())
                .findFirst()
                .orElse(null);
        return new InboxStatus(items().size() - held, held, parked, oldest);
    }

    /** The item as stored, when it is still the caller's. */
    private MemoryItem held(InboxItem item) {
        MemoryItem stored = items().get(item.number());
        if (stored == null || stored.worker().isEmpty() || stored.item().claim() != item.claim()) {
            throw transaction.lose(
                    StateException.Reason.FENCED, "item " + item.key() + " of feed " + feed + " is in other hands");
        }
        return stored;
    }

    private static InboxItem with(
            InboxItem item, int failures, @Nullable Instant firstFailedAt, @Nullable String reason, long claim) {
        return new InboxItem(
                item.feed(),
                item.number(),
                item.object(),
                item.stored(),
                item.acceptedAt(),
                failures,
                firstFailedAt,
                reason,
                claim);
    }

    private SortedMap<Long, MemoryItem> items() {
        return transaction.open().inboxes.computeIfAbsent(feed, any -> new TreeMap<>());
    }

    private void put(MemoryItem item) {
        transaction.put(items(), item.item().number(), item);
    }
}
