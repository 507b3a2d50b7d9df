package dev.contentconnect.examples.docs;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Permission;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishes the version that everybody approved, where the rights permit. Run it as often as you like: it happens once. */
record PublishApproved(ApprovalDesk approvals, RightsReader rights, Connector library) {
    String run(SourceRef caseRef, SourceRef asset, String version, Set<String> deciders, Territory where) {
        List<Approval> asked = approvals.query(ApprovalQuery.ALL.ofCase(caseRef)).stream()
                .filter(each -> asset.equals(each.subject()) && version.equals(each.subjectVersion()))
                .toList();
        if (!asked.stream().map(Approval::stakeholder).toList().containsAll(deciders)
                || !asked.stream().allMatch(each -> each.status().equals(ApprovalStatus.APPROVED))) {
            return "not published: asked about this version were " + asked;
        }
        // A library that cuts no audiences shows it everywhere, so it must be allowed everywhere.
        boolean cuts = library.describe()
                .capability(AssetPublisher.class)
                .orElseThrow()
                .offers("publish.audience");
        Use use = Use.at(Instant.now()).in(cuts ? where : Territory.WORLD).channel("web");
        Permission may = rights.rights(asset).permits(use);
        if (!may.isAllowed()) {
            return "not published: " + may.reasons();
        }
        List<Segment> audience = cuts ? List.of(Segment.region(where.code())) : List.of();
        String key = "publish:" + asset + "@" + version;
        PublishRequest order = new PublishRequest(key, "Campaign", List.of(asset), audience, null, null);
        // Conflict where another version has taken its place meanwhile.
        return library.require(AssetPublisher.class)
                .publish(order.ofVersions(Map.of(asset, version)))
                .ref()
                .toString();
    }
}
