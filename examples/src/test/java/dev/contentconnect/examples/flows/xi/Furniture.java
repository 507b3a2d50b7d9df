package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.xecm.sandbox.Attr;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What administrators of both systems have set up before any flow runs. */
final class Furniture {
    /** Where the library keeps what it knows of an asset. */
    static final Map<String, String> ASSET_FIELDS = Map.of(
            "state", "PublicationState",
            "segment.region", "Regions",
            "segment.campaign", "Campaign",
            "segment.account", "Account",
            "segment.production", "Production",
            "segment.event", "Event",
            "segment.vendor", "Vendor");

    /** Business object types by the types of workspaces. */
    static final Map<String, String> BUSINESS_OBJECTS = Map.of(
            "campaign", XecmSandbox.CAMPAIGN_OBJECT,
            "account", "crm_account",
            "media", "media_asset",
            "production", "cc_production",
            "event", "cc_event",
            "vendor", "erp_vendor");

    /** The category of workspaces of single assets. Media Rights is the other one they have. */
    static final long MEDIA = 7034;

    private Furniture() {}

    static void put(IconikSandbox media) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (String name : List.of("Campaign", "Account", "Production", "Event", "Vendor", "Agreements")) {
            fields.add(Map.of("name", name, "field_type", "string", "multi", true));
        }
        for (String name : List.of("SignOffDocuments", "RetentionSchedules", "Holds")) {
            fields.add(Map.of("name", name, "field_type", "string", "multi", true));
        }
        for (String name : List.of("SignedOffVersion", "SignedOffBy", "FileNumber", "RecordStatus")) {
            fields.add(Map.of("name", name, "field_type", "string"));
        }
        for (String name : List.of("ApprovalRecord", "ApprovalDecidedBy", "ClearedFor")) {
            fields.add(Map.of("name", name, "field_type", "string", "multi", true));
        }
        for (String name :
                List.of("ApprovalVerdict", "ApprovalDecidedAt", "PublishReady", "DeliveryStage", "DeliveryDeadline")) {
            fields.add(Map.of("name", name, "field_type", "string"));
        }
        fields.add(Map.of("name", "SignedOffAt", "field_type", "datetime"));
        fields.add(Map.of("name", "DisposalFrom", "field_type", "date"));
        media.define(IconikSandbox.ASSET_VIEW, fields);
    }

    static void put(XecmSandbox records) {
        records.define(7033, "Account", Attr.text(2, "Industry"));
        records.workspaces().define(33, "account", 7033);
        records.define(
                MEDIA,
                "Media",
                Attr.popup(2, "Approval", "None", "In Review", "Approved", "Rejected"),
                Attr.text(3, "Approved Version"),
                Attr.text(4, "Asset Link"));
        records.workspaces().define(34, "media", XecmSandbox.RIGHTS_CATEGORY, MEDIA);
        records.define(
                7035,
                "Production",
                Attr.text(2, "Status"),
                Attr.date(3, "Deadline"),
                set(4, "Cuts", "Asset", "Title", "Version", "Delivered", "Approved", "State"),
                set(20, "Change Requests", "Number", "Text", "Cut", "State"));
        records.workspaces().define(35, "production", 7035);
        records.define(
                7036,
                "Event",
                Attr.text(2, "Status"),
                Attr.text(3, "Missing"),
                set(4, "Media", "Asset", "Title", "Version"),
                set(20, "Papers", "Kind", "Title", "Document"),
                Attr.set(30, "Schedule", Attr.text(31, "Channel"), Attr.date(32, "Day")));
        records.workspaces().define(36, "event", 7036);
        records.define(
                7037,
                "Vendor",
                set(
                        2,
                        "Deliverables",
                        "Deliverable",
                        "Version",
                        "Asset",
                        "State",
                        "Decided By",
                        "Decided At",
                        "Feedback"),
                set(20, "Invoices", "Number", "Deliverable", "Amount", "Currency", "State", "Document"));
        records.workspaces().define(37, "vendor", 7037);
    }

    /** A set of texts; their numbers follow that of the set. */
    private static Attr set(int number, String name, String... members) {
        Attr[] all = new Attr[members.length];
        for (int i = 0; i < members.length; i++) {
            all[i] = Attr.text(number + 1 + i, members[i]);
        }
        return Attr.set(number, name, all);
    }
}
