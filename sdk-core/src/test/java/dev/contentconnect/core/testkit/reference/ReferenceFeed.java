package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.WorkspaceFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stream of the system's journal. Begins at the present end when there is no cursor. */
record ReferenceFeed(ReferenceClient client, String stream) implements AssetFeed, CaseFeed, WorkspaceFeed {
    record WireBatch(List<Map<String, @Nullable Object>> events, String next, boolean more) {}

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        HttpCall call = HttpCall.get(
                        "changes",
                        client.uri("changes", stream)
                                .query("since", since == null ? null : since.value())
                                .query("limit", limit)
                                .build())
                .build();
        WireBatch batch = client.channel().read(call, WireBatch.class);
        List<CaseEvent> events = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>();
        for (Map<String, @Nullable Object> event : batch.events()) {
            try {
                events.add(PlainRecords.read(CaseEvent.class, event));
            } catch (RuntimeException e) {
                issues.add(MappingIssue.of("events", String.valueOf(e.getMessage())));
            }
        }
        return new ChangeBatch(events, Cursor.of(batch.next()), batch.more(), issues);
    }
}
