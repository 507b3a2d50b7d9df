package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.ApprovalMapper;
import dev.contentconnect.iconik.map.CommentMapper;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks for approvals. A version has one request at most and no place for a key, so the key stands in a comment, which also
 * carries title and note. A request that people made is taken over; one that was made under another key is a conflict.
 */
record Requests(Library library, IconikComments comments) {
    private static final String REQUEST = "approvals.request";
    private static final String MARK = "request:";

    Approval request(ApprovalRequest request) {
        String asset = request.subject().idIn(IconikConnector.SYSTEM);
        if (request.dueAt() != null) {
            throw NotOffered.by(IconikConnector.SYSTEM, REQUEST + ".dueAt", "iconik has no date for approvals");
        }
        Map<String, List<String>> reviewers = reviewers(request.stakeholders());
        WireAsset found = library.usable(REQUEST, asset);
        String version = Library.currentVersion(found);
        Optional<Approval> made = underKey(asset, request.key());
        if (made.isPresent()) {
            return made.get();
        }
        checkVersion(asset, request.subjectVersion(), version);
        WireApproval there = library.approval(asset, found);
        if (there == null || "N/A".equals(there.status())) {
            say(asset, mark(request.key(), version), text(request), null, version);
            there = library.client.approvals().request(ObjectType.ASSETS, asset, fields(reviewers));
            // Lists of approvals come from the index.
            library.untilShown(REQUEST, () -> listed(asset));
        } else {
            checkNobodyElse(asset, version);
            say(asset, mark(request.key(), version), text(request), null, version);
        }
        return ApprovalMapper.toApproval(there, asset, version);
    }

    private Optional<WireAsset> listed(String asset) {
        SearchQuery query = SearchQuery.ASSETS
                .where(SearchTerm.is("id", asset))
                .where(SearchTerm.in(library.config.approvalStatusField(), IconikApprovals.ALL_WORDS))
                .pages(1);
        return library.client.search().find(query, WireAsset.class).stream().findFirst();
    }

    private static String mark(String key, @Nullable String version) {
        return MARK + version + ":" + key;
    }

    /** What was asked for under a key, also when a further version has come since. */
    private Optional<Approval> underKey(String asset, String key) {
        return comments.keys(asset)
                .filter(one ->
                        one.startsWith(MARK) && one.substring(MARK.length()).endsWith(":" + key))
                .map(one -> one.substring(MARK.length(), one.length() - key.length() - 1))
                .filter(version -> !version.contains(":"))
                .flatMap(version -> ofVersion(asset, version).stream())
                .findFirst();
    }

    private Optional<Approval> ofVersion(String asset, String version) {
        try {
            WireApproval found = library.client.approvals().ofVersion(asset, version);
            return "N/A".equals(found.status())
                    ? Optional.empty()
                    : Optional.of(ApprovalMapper.toApproval(found, asset, version));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void checkNobodyElse(String asset, @Nullable String version) {
        if (comments.keys(asset).anyMatch(one -> one.startsWith(MARK + version + ":"))) {
            throw REFUSED.conflict(
                    REQUEST,
                    "an approval of version " + version + " of asset " + asset + " was asked for under another key");
        }
    }

    private static void checkVersion(String asset, @Nullable String wanted, @Nullable String current) {
        if (wanted != null && current != null && !wanted.equals(current)) {
            throw REFUSED.conflict(
                    REQUEST,
                    "version " + wanted + " of asset " + asset + " is not the current one, which is " + current);
        }
    }

    private static String text(ApprovalRequest request) {
        StringBuilder out = new StringBuilder("Approval asked for: ").append(request.title());
        if (request.note() != null && !request.note().isBlank()) {
            out.append('\n').append(request.note());
        }
        new TreeMap<>(request.attributes())
                .forEach((name, value) ->
                        out.append('\n').append(name).append(": ").append(value));
        return out.toString();
    }

    /** A comment of ours, once for each key. */
    void say(String asset, String key, String text, @Nullable Actor by, @Nullable String version) {
        comments.add(asset, key, CommentMapper.toFields(key, text, by, version, null));
    }

    private Map<String, List<String>> reviewers(List<String> stakeholders) {
        List<String> users = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> externals = new ArrayList<>();
        for (String stakeholder : stakeholders) {
            String who = library.config.reviewers().getOrDefault(stakeholder, stakeholder);
            if (who.startsWith("user:")) {
                users.add(who.substring("user:".length()));
            } else if (who.startsWith("group:")) {
                groups.add(who.substring("group:".length()));
            } else if (who.indexOf('@') > 0) {
                externals.add(who);
            } else {
                throw REFUSED.rejected(
                        REQUEST, "unknown_stakeholder", "nobody is configured to be asked for " + stakeholder);
            }
        }
        Map<String, List<String>> out = new LinkedHashMap<>();
        put(out, "users", users);
        put(out, "groups", groups);
        put(out, "externals", externals);
        return out;
    }

    /** All who are asked have to approve. Where nobody is named it is our own user, who records what others decide. */
    private Map<String, Object> fields(Map<String, List<String>> reviewers) {
        Map<String, Object> out = new LinkedHashMap<>(reviewers);
        if (reviewers.isEmpty()) {
            String own = library.client.users().current().id();
            out.put("users", own == null ? List.of() : List.of(own));
        }
        out.put(
                "min_number",
                Math.max(1, reviewers.values().stream().mapToInt(List::size).sum()));
        return out;
    }

    private static void put(Map<String, List<String>> out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.put(name, values);
        }
    }
}
