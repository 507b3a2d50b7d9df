package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.mirror.FieldRule;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.RightsStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a library and which attributes of a workspace hold the same part of rights, which words both must know, and
 * who counts when both were changed. {@link #DEFAULT} is what the connectors for iconik and Extended ECM use until told
 * otherwise:
 *
 * <table>
 * <caption>The default</caption>
 * <tr><th>part</th><th>library</th><th>workspace</th></tr>
 * <tr><td>status</td><td>RightsStatus, a word</td><td>Status, a word</td></tr>
 * <tr><td>holder</td><td>RightsHolder</td><td>Rights Holder</td></tr>
 * <tr><td>usageTerms</td><td>UsageTerms</td><td>Restrictions</td></tr>
 * <tr><td>validFrom, validUntil</td><td>RightsValidFrom, RightsValidUntil, moments</td><td>Valid From, Valid Until, days</td></tr>
 * <tr><td>territories</td><td>RightsTerritories, several</td><td>Territory, several</td></tr>
 * <tr><td>licence, channels</td><td>(in the record)</td><td>License Type; Channel, several</td></tr>
 * <tr><td>record</td><td>RightsRecord, the whole as text</td><td>Rights Record, the same</td></tr>
 * <tr><td>block, warning</td><td>Blocked, yes or no; BlockReason</td><td>(the status)</td></tr>
 * <tr><td>agreements</td><td>Agreements, ids of assets, several</td><td>Agreements, rows with a Document</td></tr>
 * <tr><td>approval, approvedVersion, link</td><td>(approval of the current version; its address)</td><td>Approval, a word;
 * Approved Version; Asset Link</td></tr>
 * </table>
 *
 * @param slots the parts, in the order in which mistakes are told
 * @param statuses words for the whole that both systems must be able to hold
 * @param approvals the word in the workspace for each standing of the current version
 * @param rule who counts when both changed the same part
 */
public record RightsMapping(
        Map<String, Slots> slots, List<RightsStatus> statuses, Map<AssetStatus, String> approvals, FieldRule rule) {

    /** What a field must be able to hold. */
    public enum Kind {
        /** One word of a known few; a list of values must have them. */
        WORD("a word"),
        /** One text, any. */
        TEXT("a text"),
        /** One text of thousands of characters. */
        LONG_TEXT("a long text"),
        /** Several texts. */
        TEXTS("texts"),
        /** A date with a time. */
        MOMENT("a moment"),
        /** A date. */
        DAY("a day"),
        /** A truth. */
        FLAG("yes or no"),
        /** Rows of other fields. */
        ROWS("rows");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A field and what it must hold.
     *
     * @param name its name
     * @param kind what it must hold
     */
    public record Slot(String name, Kind kind) {}

    /**
     * Where a part stands.
     *
     * @param library in the library, or null for nowhere
     * @param workspace in the workspace, or null for nowhere
     */
    public record Slots(@Nullable Slot library, @Nullable Slot workspace) {}

    /** What both connectors use until told otherwise; the workspace counts, because the agreements are on file there. */
    public static final RightsMapping DEFAULT = new RightsMapping(
            defaults(),
            List.of(
                    RightsStatus.CLEARED,
                    RightsStatus.RESTRICTED,
                    RightsStatus.BLOCKED,
                    RightsStatus.EXPIRED,
                    RightsStatus.PENDING),
            Map.of(
                    AssetStatus.APPROVED, "Approved",
                    AssetStatus.REJECTED, "Rejected",
                    AssetStatus.IN_REVIEW, "In Review",
                    AssetStatus.DRAFT, "None"),
            FieldRule.rightRules());

    /** Copies the collections; the order of the parts stays. */
    public RightsMapping {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        statuses = List.copyOf(statuses);
        approvals = Map.copyOf(approvals);
    }

    private static Map<String, Slots> defaults() {
        Map<String, Slots> out = new LinkedHashMap<>();
        out.put("status", both("RightsStatus", "Status", Kind.WORD));
        out.put("holder", both("RightsHolder", "Rights Holder", Kind.TEXT));
        out.put("usageTerms", both("UsageTerms", "Restrictions", Kind.TEXT));
        out.put("validFrom", new Slots(slot("RightsValidFrom", Kind.MOMENT), slot("Valid From", Kind.DAY)));
        out.put("validUntil", new Slots(slot("RightsValidUntil", Kind.MOMENT), slot("Valid Until", Kind.DAY)));
        out.put("territories", both("RightsTerritories", "Territory", Kind.TEXTS));
        out.put("licence", new Slots(null, slot("License Type", Kind.TEXT)));
        out.put("channels", new Slots(null, slot("Channel", Kind.TEXTS)));
        out.put("record", both("RightsRecord", "Rights Record", Kind.LONG_TEXT));
        out.put("block", new Slots(slot("Blocked", Kind.FLAG), null));
        out.put("warning", new Slots(slot("BlockReason", Kind.TEXT), null));
        out.put("agreements", new Slots(slot("Agreements", Kind.TEXTS), slot("Agreements", Kind.ROWS)));
        out.put("agreementDocument", new Slots(null, slot("Document", Kind.TEXT)));
        out.put("approval", new Slots(null, slot("Approval", Kind.WORD)));
        out.put("approvedVersion", new Slots(null, slot("Approved Version", Kind.TEXT)));
        out.put("link", new Slots(null, slot("Asset Link", Kind.TEXT)));
        return out;
    }

    private static Slot slot(String name, Kind kind) {
        return new Slot(name, kind);
    }

    private static Slots both(String library, String workspace, Kind kind) {
        return new Slots(slot(library, kind), slot(workspace, kind));
    }

    /**
     * The same mapping with other fields of the library.
     *
     * @param names fields by part; those not named keep theirs, an empty name leaves the part out of the library
     * @return a copy
     * @throws IllegalArgumentException naming the parts that the library has no place for
     */
    public RightsMapping library(Map<String, String> names) {
        return renamed(names, true);
    }

    /**
     * The same mapping with other attributes of the workspace.
     *
     * @param names attributes by part; those not named keep theirs, an empty name leaves the part out of the workspace
     * @return a copy
     * @throws IllegalArgumentException naming the parts that the workspace has no place for
     */
    public RightsMapping workspace(Map<String, String> names) {
        return renamed(names, false);
    }

    /**
     * The same mapping with another rule; the library is on its left.
     *
     * @param other who counts when both changed the same part
     * @return a copy
     */
    public RightsMapping ruledBy(FieldRule other) {
        return new RightsMapping(slots, statuses, approvals, other);
    }

    /**
     * The fields of the library, as its connector wants to be told.
     *
     * @return fields by part
     */
    public Map<String, String> libraryFields() {
        return names(true);
    }

    /**
     * The attributes of the workspace.
     *
     * @return attributes by part
     */
    public Map<String, String> workspaceAttributes() {
        return names(false);
    }

    private RightsMapping renamed(Map<String, String> names, boolean library) {
        Map<String, Slots> out = new LinkedHashMap<>(slots);
        Set<String> unknown = new TreeSet<>();
        names.forEach((part, name) -> {
            Slots now = out.get(part);
            Slot old = now == null ? null : library ? now.library() : now.workspace();
            if (now == null || old == null) {
                unknown.add(part);
                return;
            }
            Slot next = name.isBlank() ? null : new Slot(name, old.kind());
            out.put(part, library ? new Slots(next, now.workspace()) : new Slots(now.library(), next));
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no parts of rights there: " + unknown);
        }
        return new RightsMapping(out, statuses, approvals, rule);
    }

    private Map<String, String> names(boolean library) {
        Map<String, String> out = new LinkedHashMap<>();
        slots.forEach((part, both) -> {
            Slot slot = library ? both.library() : both.workspace();
            if (slot != null) {
                out.put(part, slot.name());
            }
        });
        return out;
    }
}
