package dev.contentconnect.iconik;

import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.iconik.map.AssetFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the connector says of itself, by what is configured. */
final class IconikCapabilities {
    private IconikCapabilities() {}

    static List<CapabilityDescription> describe(Library library) {
        IconikConfig config = library.config;
        Map<String, String> fields = library.assetFields();
        List<CapabilityDescription> out = new ArrayList<>();
        Set<String> noQueries = new TreeSet<>();
        if (!fields.containsKey(AssetFields.TAGS)) {
            noQueries.add("query.tags");
        }
        if (fields.keySet().stream().noneMatch(name -> name.startsWith(AssetFields.SEGMENT))) {
            noQueries.add("query.segments");
        }
        out.add(CapabilityDescription.without(
                        AssetReader.class,
                        noQueries,
                        "lists, keys and kinds come from an index that lags by seconds; a single asset does not, and says no"
                                + " kind",
                        "query.statuses takes approved, rejected and in_review, at the cost of a request for each hit, or"
                                + " one of blocked, archived and deleted",
                        "without a state field, what is published shows by its approval")
                .withInPart("query.statuses"));
        out.add(CapabilityDescription.whole(
                AssetWriter.class,
                "the key is the external_id; a new asset is waited for until the index shows it, and of two with one key"
                        + " the older one stays",
                config.assetView() == null
                        ? "no view for assets is configured: titles are written, and the rest is left out without a word"
                        : "market, language and the like are written to the fields of the configured view; a status by an"
                                + " update alone, where a field is configured for it",
                "updatedAt is not looked at: the last writer wins, field by field, as what did not change is not sent; the"
                        + " date of an asset moves with the service's own work and not with its metadata",
                "storages of the methods " + new TreeSet<>(Uploads.METHODS)
                        + " take uploads, of content whose length is known"));
        out.add(CapabilityDescription.without(
                ApprovalDesk.class,
                Set.of("query.caseRef", "query.stakeholder", "query.changedSince", "request.dueAt"),
                "one approval a version, with all reviewers inside: what people asked for is taken over as it is,"
                        + " what was asked"
                        + " for under another key is a conflict",
                "the decision recorded is that of the user of the credential, on the current version only; who decided and"
                        + " why goes into a comment",
                "iconik knows approved and not approved: a request for changes is kept as a rejection",
                "a list costs a request for each approval"));
        out.add(CapabilityDescription.whole(
                RightsReader.class,
                config.rightsView() == null
                        ? "no view for rights is configured: only iconik's own block is read"
                        : "from the fields of the configured view, and iconik's own block"));
        out.add(CapabilityDescription.without(
                RightsWriter.class,
                config.rightsView() == null ? Set.of("apply") : Set.of(),
                "rights that were read before another change of the view or of the asset are a conflict; iconik"
                        + " itself has no lock"));
        out.add(CapabilityDescription.whole(
                CommentThread.class,
                "on assets; a last line in the text carries the author on whose behalf it was said",
                "lists come from an index that lags by seconds"));
        out.add(CapabilityDescription.whole(
                AssetFeed.class,
                "polls the index, from the present on unless feedFrom is set; of several changes between two"
                        + " polls the last one"
                        + " is told, comments and deletions included",
                "a change of metadata or of an approval alone may not move the date of change: subscribe to"
                        + " webhooks as well"));
        if (config.publicationCollection() != null) {
            boolean toAll = config.audiences().isEmpty();
            CapabilityDescription publisher = CapabilityDescription.without(
                    AssetPublisher.class,
                    toAll ? Set.of("publish.at", "publish.audience") : Set.of("publish.at"),
                    "a publication is a collection; it shows the current version of what is in it; a note has no place",
                    toAll ? "no audiences are configured" : "audiences are those of the configuration, one at a time");
            out.add(toAll ? publisher : publisher.withInPart("publish.audience"));
        }
        if (!config.webhookSecrets().isEmpty()) {
            out.add(CapabilityDescription.whole(
                            WebhookReceiver.class,
                            "webhooks and custom actions; a shared secret in a header is the only proof",
                            "a webhook that fails for five hours switches itself off: see IconikConnector.webhooks")
                    .with(CapabilityTrait.EVENTS_ARE_HINTS));
        }
        return out;
    }
}
