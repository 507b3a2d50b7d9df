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
                7035, "Production", Attr.text(2, "Progress"), Attr.text(3, "Milestone"), Attr.date(4, "Deadline"));
        records.workspaces().define(35, "production", 7035);
        records.define(7036, "Event", Attr.date(2, "Day"), Attr.text(3, "Distribution"));
        records.workspaces().define(36, "event", 7036);
        records.define(7037, "Vendor", Attr.text(2, "Contact"));
        records.workspaces().define(37, "vendor", 7037);
    }
}
