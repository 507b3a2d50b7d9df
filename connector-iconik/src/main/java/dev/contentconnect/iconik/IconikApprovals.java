package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.ApprovalMapper;
import dev.contentconnect.iconik.map.ApprovalRef;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Approvals of assets: one a version, with all its reviewers inside. */
final class IconikApprovals implements ApprovalDesk {
    private static final String GET = "approvals.get";
    private static final String QUERY = "approvals.query";
    private static final String DECIDE = "approvals.decide";
    static final List<String> ALL_WORDS = List.of("REQUESTED", "APPROVED", "NOT_APPROVED", "MIXED");

    private final Library library;
    private final Requests requests;

    IconikApprovals(Library library, IconikComments comments) {
        this.library = library;
        this.requests = new Requests(library, comments);
    }

    @Override
    public List<Approval> request(ApprovalRequest request) {
        return List.of(requests.request(request));
    }

    @Override
    public Approval get(SourceRef approval) {
        ApprovalRef ref = ApprovalRef.parse(approval.idIn(IconikConnector.SYSTEM));
        return ApprovalMapper.toApproval(read(GET, ref), ref.asset(), ref.version());
    }

    private WireApproval read(String operation, ApprovalRef ref) {
        WireApproval found = ref.version() != null
                ? library.client.approvals().ofVersion(ref.asset(), ref.version())
                : library.client
                        .approvals()
                        .find(ObjectType.ASSETS, ref.asset())
                        .orElse(null);
        if (found == null || "N/A".equals(found.status())) {
            throw REFUSED.notFound(
                    operation, "nobody asked for an approval of " + ref.toRef().id());
        }
        return found;
    }

    @Override
    public Paged<Approval> query(ApprovalQuery query) {
        NotOffered.unless(
                query.caseRef() == null, IconikConnector.SYSTEM, QUERY + ".caseRef", "approvals belong to no case");
        NotOffered.unless(
                query.stakeholder() == null,
                IconikConnector.SYSTEM,
                QUERY + ".stakeholder",
                "look at the reviewers of each approval");
        NotOffered.unless(
                query.changedSince() == null, IconikConnector.SYSTEM, QUERY + ".changedSince", "read the asset feed");
        SourceRef subject = query.subject();
        if (subject != null) {
            String id = subject.idIn(IconikConnector.SYSTEM);
            return Paged.of(IconikConnector.SYSTEM, QUERY, cursor -> Page.of(about(id, query.statuses()), null));
        }
        List<String> words = words(query.statuses());
        SearchQuery search = SearchQuery.ASSETS
                .where(SearchTerm.in(library.config.approvalStatusField(), words))
                .pages(query.pageSize());
        return Paged.of(IconikConnector.SYSTEM, QUERY, cursor -> {
            if (words.isEmpty()) {
                return Page.of(List.of(), null);
            }
            return page(library.client.search().find(search, WireAsset.class).page(cursor), query.statuses());
        });
    }

    private static List<String> words(List<ApprovalStatus> statuses) {
        return statuses.isEmpty()
                ? ALL_WORDS
                : statuses.stream()
                        .map(ApprovalMapper::word)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The index says which assets, and each approval what it is: the index may be behind. */
    private Page<Approval> page(Page<WireAsset> page, List<ApprovalStatus> statuses) {
        List<Approval> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        for (WireAsset hit : page.items()) {
            if (hit.id() == null) {
                issues.add(MappingIssue.of("id", "is missing"));
            } else {
                items.addAll(about(hit.id(), statuses));
            }
        }
        return new Page<>(items, page.next(), null, issues);
    }

    private List<Approval> about(String asset, List<ApprovalStatus> statuses) {
        return library.client
                .approvals()
                .find(ObjectType.ASSETS, asset)
                .filter(one -> !"N/A".equals(one.status()))
                .map(one -> ApprovalMapper.toApproval(one, asset, null))
                .filter(one -> statuses.isEmpty() || statuses.contains(one.status()))
                .map(List::of)
                .orElse(List.of());
    }

    /** The service takes the decision of the user of the credential, and on the current version only. */
    @Override
    public Approval decide(SourceRef approval, Decision decision) {
        ApprovalRef ref = ApprovalRef.parse(approval.idIn(IconikConnector.SYSTEM));
        String word = ApprovalMapper.word(decision.outcome());
        if (word == null) {
            throw REFUSED.rejected(
                    DECIDE, "no_such_outcome", "iconik knows approved and not approved, and not " + decision.outcome());
        }
        WireApproval before = read(DECIDE, ref);
        Approval now = ApprovalMapper.toApproval(before, ref.asset(), ref.version());
        if (word.equals(before.status())) {
            note(ref, now, word, decision);
            return now;
        }
        if (now.decision() != null) {
            throw REFUSED.conflict(
                    DECIDE, "the approval of " + ref.toRef().id() + " was decided otherwise: " + now.status());
        }
        checkCurrent(ref.asset(), now.subjectVersion());
        library.client.approvals().decide(ObjectType.ASSETS, ref.asset(), word);
        note(ref, now, word, decision);
        WireApproval after = read(DECIDE, ref);
        Approval decided = ApprovalMapper.toApproval(after, ref.asset(), ref.version());
        Decision standing = decided.decision();
        return standing == null || decision.note() == null
                ? decided
                : decided.toBuilder()
                        .decision(new Decision(
                                standing.outcome(),
                                standing.rawOutcome(),
                                standing.decidedBy(),
                                standing.decidedAt(),
                                decision.note()))
                        .build();
    }

    private void checkCurrent(String asset, @Nullable String version) {
        WireAsset found = library.usable(DECIDE, asset);
        String current = Library.currentVersion(found);
        if (version != null && current != null && !version.equals(current)) {
            throw REFUSED.conflict(
                    DECIDE,
                    "version " + version + " of asset " + asset + " was to be decided on, and " + current
                            + " is the current one");
        }
    }

    /** There is no place for a reason and for a person: both go into a comment, once for each decision. */
    private void note(ApprovalRef ref, Approval approval, String word, Decision decision) {
        Actor by = decision.decidedBy();
        if (by == null && decision.note() == null) {
            return;
        }
        String version = approval.subjectVersion();
        String text = ("APPROVED".equals(word) ? "Approved" : "Not approved")
                + Optional.ofNullable(decision.note())
                        .filter(note -> !note.isBlank())
                        .map(note -> ": " + note)
                        .orElse("");
        String said = Checksum.sha256Of(text + "\n" + (by == null ? "" : by.id()))
                .hex()
                .substring(0, 16);
        requests.say(ref.asset(), "decision:" + version + ":" + word + ":" + said, text, by, version);
    }
}
