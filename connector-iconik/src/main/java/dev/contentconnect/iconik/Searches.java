package dev.contentconnect.iconik;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.AssetFields;
import dev.contentconnect.iconik.wire.WireApproval;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question for assets as a search.
 *
 * @param query the search
 * @param statuses those that are wanted; empty for any
 */
record Searches(SearchQuery query, List<AssetStatus> statuses) {
    private static final String QUERY = "assets.query";

    /** Stands for an approval that is not there, where the index says that there is one. */
    static final WireApproval NO_APPROVAL = new WireApproval(
            "N/A", null, List.of(), List.of(), List.of(), null, null, null, null, null, List.of(), List.of(), null,
            null, null, null, Map.of());

    private static final Map<AssetStatus, List<String>> APPROVALS = Map.of(
            AssetStatus.APPROVED, List.of("APPROVED"),
            AssetStatus.REJECTED, List.of("NOT_APPROVED"),
            AssetStatus.IN_REVIEW, List.of("REQUESTED", "MIXED"));
    private static final Set<AssetStatus> ALONE =
            Set.of(AssetStatus.BLOCKED, AssetStatus.ARCHIVED, AssetStatus.DELETED);

    static Searches of(Library library, AssetQuery wanted) {
        List<AssetStatus> statuses = wanted.statuses();
        boolean alone = statuses.size() == 1 && ALONE.contains(statuses.get(0));
        NotOffered.unless(
                alone || APPROVALS.keySet().containsAll(statuses),
                IconikConnector.SYSTEM,
                QUERY + ".statuses",
                "ask for approved, rejected and in_review, or for one of blocked, archived and deleted");
        SearchQuery query = alone && statuses.contains(AssetStatus.DELETED)
                ? SearchQuery.of(ObjectType.ASSETS).where(SearchTerm.is("status", "DELETED"))
                : SearchQuery.ASSETS;
        query = query.pages(wanted.pageSize()).words(wanted.text());
        if (statuses.contains(AssetStatus.BLOCKED)) {
            query = query.where(SearchTerm.is("is_blocked", "true"));
        } else if (statuses.contains(AssetStatus.ARCHIVED)) {
            query = query.where(SearchTerm.in("archive_status", List.of("ARCHIVED", "ARCHIVING")));
        } else if (!statuses.isEmpty() && !alone) {
            List<String> words = statuses.stream()
                    .flatMap(one -> APPROVALS.getOrDefault(one, List.of()).stream())
                    .toList();
            query = query.where(SearchTerm.in(library.config.approvalStatusField(), words));
        }
        if (wanted.key() != null) {
            query = query.where(SearchTerm.is("external_id", wanted.key()));
        }
        if (wanted.changedSince() != null) {
            query = query.where(
                    SearchTerm.from("date_modified", wanted.changedSince().toString()));
        }
        if (!wanted.kinds().isEmpty()) {
            query = query.where(SearchTerm.in(
                    "media_type", wanted.kinds().stream().map(AssetKind::value).toList()));
        }
        for (String tag : wanted.tags()) {
            query = query.where(SearchTerm.is(field(library, "tags", AssetFields.TAGS), tag));
        }
        for (Segment segment : wanted.segments()) {
            String name = AssetFields.SEGMENT + segment.kind();
            query = query.where(SearchTerm.is(field(library, "segments", name), segment.value()));
        }
        return new Searches(query, statuses);
    }

    private static String field(Library library, String part, String name) {
        String field = library.assetFields().get(name);
        NotOffered.unless(
                field != null,
                IconikConnector.SYSTEM,
                QUERY + "." + part,
                "no metadata field is configured for " + name);
        return "metadata." + field;
    }

    /** Whether each hit must be confirmed by its approval. */
    boolean isAboutApprovals() {
        return APPROVALS.keySet().stream().anyMatch(statuses::contains);
    }

    boolean accepts(AssetStatus status) {
        return statuses.isEmpty() || statuses.contains(status);
    }

    /** Whether the total of the index is that of the answer. */
    boolean isExact() {
        return statuses.isEmpty();
    }
}
