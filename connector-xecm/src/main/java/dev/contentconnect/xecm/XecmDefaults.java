package dev.contentconnect.xecm;

import java.util.Map;

/** What counts until an option says otherwise. Categories, attributes and labels differ with each installation. */
final class XecmDefaults {
    /** Names of attributes of an asset's category. */
    static final Map<String, String> ASSET_FIELDS = Map.of(
            "key", "Key",
            "source", "Source",
            "title", "Title",
            "state", "Status",
            "market", "Market",
            "language", "Language");

    /** Names of attributes of the category with rights; {@code agreements} is a set with the two after it. */
    static final Map<String, String> RIGHTS_FIELDS = Map.ofEntries(
            Map.entry("status", "Status"),
            Map.entry("holder", "Rights Holder"),
            Map.entry("licenseType", "License Type"),
            Map.entry("validFrom", "Valid From"),
            Map.entry("validUntil", "Valid Until"),
            Map.entry("territories", "Territory"),
            Map.entry("channels", "Channel"),
            Map.entry("usageTerms", "Restrictions"),
            Map.entry("record", "Rights Record"),
            Map.entry("agreements", "Agreements"),
            Map.entry("agreementNode", "Document"),
            Map.entry("agreementKind", "Kind"));

    /** What authors of maps call their dispositions. */
    static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("approve", "approved"),
            Map.entry("approved", "approved"),
            Map.entry("genehmigen", "approved"),
            Map.entry("genehmigt", "approved"),
            Map.entry("reject", "rejected"),
            Map.entry("rejected", "rejected"),
            Map.entry("ablehnen", "rejected"),
            Map.entry("abgelehnt", "rejected"),
            Map.entry("request changes", "changes_requested"),
            Map.entry("rework", "changes_requested"),
            Map.entry("approve with conditions", "approved_with_conditions"));

    private XecmDefaults() {}
}
