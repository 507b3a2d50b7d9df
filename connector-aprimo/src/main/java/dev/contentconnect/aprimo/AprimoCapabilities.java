package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.aprimo.map.RightsFields;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the connector says of itself, by what is configured. */
final class AprimoCapabilities {
    private AprimoCapabilities() {}

    /** What turns on which capability that is not always there. */
    static Map<Class<?>, String> options() {
        return Map.ofEntries(
                Map.entry(AssetWriter.class, "keyField"),
                Map.entry(RightsReader.class, "rightsFields"),
                Map.entry(RightsWriter.class, "rightsFields"),
                Map.entry(AssetPublisher.class, "publicationField"),
                Map.entry(ApprovalDesk.class, "approvalFields"),
                Map.entry(BudgetDesk.class, "pmCurrencies"),
                Map.entry(CommentThread.class, "pmNotesField"),
                Map.entry(ProgressDesk.class, "pmNotesField"),
                Map.entry(CaseDesk.class, "pmWorkflows"),
                Map.entry(WebhookReceiver.class, "webhookSecrets, pmWebhookSecrets or pmWebhooksUnsigned"));
    }

    static List<CapabilityDescription> describe(AprimoConfig config) {
        List<CapabilityDescription> out = new ArrayList<>();
        Set<String> reading = new TreeSet<>(Set.of("query.kinds"));
        if (!config.assetFields().containsKey(AssetFields.TAGS)) {
            reading.add("query.tags");
        }
        if (config.assetFields().keySet().stream().noneMatch(AssetFields::isSegment)) {
            reading.add("query.segments");
        }
        if (config.keyField() == null) {
            reading.addAll(Set.of("findByKey", "query.key"));
        }
        out.add(CapabilityDescription.without(
                        AssetReader.class,
                        reading,
                        "lists come from an index that lags by seconds to minutes; an asset by its identity or key does not",
                        "query.statuses takes draft, published and archived",
                        "content is ordered as a download each time it is opened; renditions are those of the latest"
                                + " version")
                .withInPart("query.statuses"));
        if (config.keyField() != null) {
            out.add(CapabilityDescription.whole(
                            AssetWriter.class,
                            "the key is in the field " + config.keyField()
                                    + ", which must be a unique identifier; a version's key" + " is in its comment",
                            "keys that differ in letter case only are told apart by the index, which lags; a tenant whose"
                                    + " unique identifiers do not mind letter case refuses the second one",
                            "titles and the like are written to the configured fields alone: "
                                    + new TreeSet<>(config.assetFields().keySet()),
                            "a new asset is a draft whatever it says; an update gives it another status, but publishes nothing",
                            "two who add a version under one key in the same moment make two; the first counts")
                    .with(CapabilityTrait.STALE_UPDATES_CONFLICT));
        }
        out.add(CapabilityDescription.whole(
                AssetFeed.class,
                "polls the index, from the present on unless feedFrom is set; of several changes between two polls the last"
                        + " one is told, deletions are not"));
        if (!config.rightsFields().isEmpty()) {
            out.add(CapabilityDescription.whole(
                    RightsReader.class, "from the configured fields; Aprimo has no rights of its own"));
            out.add(CapabilityDescription.without(
                    RightsWriter.class,
                    config.rightsFields().containsKey(RightsFields.BLOCK) ? Set.of() : Set.of("block", "unblock"),
                    "rights that were read before another change of their fields are a conflict; Aprimo itself has no lock",
                    "a block is a word in a field: it holds back those who look there, as this SDK does; why it was"
                            + " lifted is"
                            + " not kept"));
        }
        if (config.publicationField() != null) {
            out.add(CapabilityDescription.without(
                    AssetPublisher.class,
                    Set.of("publish.at", "publish.audience"),
                    config.publishBy() == AprimoConfig.PublishBy.CDN
                            ? "releases the records and orders public links, which hold and withdraw delete"
                            : "releases the records; a rule of the tenant may publish what is released",
                    "the latest version comes out; the key is in the field " + config.publicationField(),
                    "of a package that fails on the way what was released is taken back",
                    "title and note of a package have no place"));
        }
        if (!config.approvalFields().isEmpty()) {
            out.add(CapabilityDescription.without(
                            ApprovalDesk.class,
                            Set.of("query.caseRef", "query.stakeholder", "query.changedSince"),
                            "in fields of the record, as the DAM casts no votes by REST"
                                    + (config.approvalCheck() == null ? "" : "; decisions show as results of a check"),
                            "query.statuses is offered with a query.subject alone; lists without one come from the index",
                            "the latest 40 of a record are kept",
                            "two who write approvals of one record in the same moment: one gets a conflict, as far"
                                    + " as it shows")
                    .withInPart("query.statuses"));
        }
        if (!config.webhookSecrets().isEmpty()) {
            out.add(CapabilityDescription.whole(
                            WebhookReceiver.class,
                            "rules with an HTTP call-out, signed; what our own user changed is dropped",
                            "a call-out that fails is not repeated: read the asset feed as well",
                            config.pm().webhooks() == null
                                    ? "events of Productivity Management need the option pmWebhookSecrets or pmWebhooksUnsigned"
                                    : "events of Productivity Management, which an administrator configures there")
                    .with(CapabilityTrait.EVENTS_ARE_HINTS));
        }
        return out;
    }
}
