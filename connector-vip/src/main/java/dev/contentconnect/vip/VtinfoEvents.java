package dev.contentconnect.vip;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.map.VtinfoRef;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the feed of {@code vtinfo} tells. */
public final class VtinfoEvents {
    /** A distributor shows a file that was nowhere in its portfolio before. The subject is the asset. */
    public static final CaseEventType APPEARED = CaseEventType.of("asset.appeared");

    /**
     * An item shows another file than before, and nothing shows the one before any more. The subject is the asset that is
     * there now, {@code related} the one whose place it takes.
     */
    public static final CaseEventType REPLACED = CaseEventType.of("asset.replaced");

    /**
     * Nothing in the portfolio shows a file any more. The subject is the asset that was there; {@code related} what its item
     * shows instead, if anything.
     */
    public static final CaseEventType DROPPED = CaseEventType.of("asset.dropped");

    private VtinfoEvents() {}

    static CaseEvent toEvent(String sourceCode, SnapshotDiff.Change change, String id, Instant noticed) {
        boolean dropped = change.kind() == SnapshotDiff.Kind.DROPPED;
        SnapshotRow about = Objects.requireNonNull(dropped ? change.before() : change.now());
        SnapshotRow other = dropped ? change.now() : change.before();
        CaseEventType type = switch (change.kind()) {
            case APPEARED -> APPEARED;
            case REPLACED -> REPLACED;
            case DROPPED -> DROPPED;
        };
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("source_code", sourceCode);
        more.put("role", about.role());
        more.put("item_key", about.key());
        more.put("item_id", about.item());
        more.put("title", about.title());
        more.put("source_url", about.address());
        if (other != null) {
            more.put("other_url", other.address());
        }
        return CaseEvent.builder(VipConnector.SYSTEM, type, id, noticed)
                .subject(ref(sourceCode, about))
                .subjectVersion(about.address())
                .related(other == null ? null : ref(sourceCode, other))
                .note(about.title().isBlank() ? null : about.title())
                .extensions(Extensions.of(VipConnector.SYSTEM, more))
                .build();
    }

    private static SourceRef ref(String sourceCode, SnapshotRow row) {
        return VtinfoRef.of(sourceCode, URI.create(row.address())).ref();
    }
}
