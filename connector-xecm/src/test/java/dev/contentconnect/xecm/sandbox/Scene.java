package dev.contentconnect.xecm.sandbox;

import java.util.List;

/** What is on the fake server from the beginning. */
final class Scene {
    private Scene() {}

    static void build(Vault vault) {
        vault.put(new Node(XecmSandbox.FOLDER, 0, Vault.ENTERPRISE, "Assets", vault.now()));
        vault.put(new Node(4712, 0, Vault.ENTERPRISE, "Campaigns", vault.now()));
        Node media = vault.put(new Node(7000, 132, Vault.CATEGORIES, "Media", vault.now()));
        category(
                vault,
                XecmSandbox.ASSET_CATEGORY,
                Vault.CATEGORIES,
                "Asset",
                List.of(
                        Attr.text(2, "Key"),
                        Attr.text(3, "Source"),
                        Attr.text(4, "Title"),
                        Attr.popup(5, "Status", "Draft", "In Review", "Approved", "Rejected", "Blocked"),
                        Attr.text(6, "Market"),
                        Attr.text(7, "Language")));
        // A name that begins as another, because the filter takes parts of names.
        category(vault, 7010, Vault.CATEGORIES, "Asset Archive", List.of(Attr.text(2, "Key")));
        category(
                vault,
                XecmSandbox.RIGHTS_CATEGORY,
                media.id,
                "Media Rights",
                List.of(
                        Attr.popup(2, "Status", "Cleared", "Restricted", "Blocked", "Expired", "Pending"),
                        Attr.text(3, "Rights Holder"),
                        Attr.text(4, "License Type"),
                        Attr.date(5, "Valid From"),
                        Attr.date(6, "Valid Until"),
                        Attr.texts(7, "Territory"),
                        Attr.texts(8, "Channel"),
                        Attr.text(9, "Restrictions"),
                        Attr.text(10, "Rights Record"),
                        Attr.set(11, "Agreements", Attr.text(12, "Document"), Attr.text(13, "Kind"))));
        category(
                vault,
                XecmSandbox.CAMPAIGN_CATEGORY,
                Vault.CATEGORIES,
                "Campaign",
                List.of(
                        Attr.text(2, "Status"),
                        Attr.date(3, "Starts"),
                        Attr.texts(4, "Markets"),
                        Attr.set(5, "Schedule", Attr.text(6, "Channel"), Attr.date(7, "Day"))));
        Node template = vault.put(new Node(9001, 848, 9000, "Campaign template", vault.now()));
        template.categories.put(
                XecmSandbox.CAMPAIGN_CATEGORY, CategoryRoutes.blank(vault, XecmSandbox.CAMPAIGN_CATEGORY));
    }

    static void category(Vault vault, long id, long parent, String name, List<Attr> attributes) {
        vault.put(new Node(id, 131, parent, name, vault.now()));
        vault.definitions.put(id, attributes);
    }
}
