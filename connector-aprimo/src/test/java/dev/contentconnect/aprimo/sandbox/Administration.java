package dev.contentconnect.aprimo.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator defines in a tenant. */
record Administration(Vault vault) {

    /** Fields, options, languages and classifications that a tenant has from the beginning. */
    void setUp() {
        field(AprimoSandbox.KEY_FIELD, "SingleLineText").put("isUniqueIdentifier", true);
        for (String name : List.of("Title", "RightsHolder", "RightsTerms", "Blocked, because")) {
            field(name, "SingleLineText");
        }
        field("Description", "MultiLineText").put("languageMode", "Multiple");
        field("RightsRecord", "MultiLineText");
        field("Keywords", "TextList");
        field("Priority", "Numeric");
        field("Calculated", "SingleLineText").put("isReadOnly", true);
        field("Expiry", "Date");
        field("RightsFrom", "DateTime");
        field("RightsUntil", "DateTime");
        field("Market", "ClassificationList").put("rootId", classification("Markets", null, null));
        field("RightsTerritories", "TextList");
        field("LanguageOf", "LanguageList");
        field("Related", "RecordLink");
        field("Publications", "TextList");
        field("ReviewState", "SingleLineText");
        field("ReviewNote", "SingleLineText");
        field("Approvals", "MultiLineText");
        field("ApprovedVersion", "SingleLineText");
        field("Approver", "SingleLineText");
        field("ApprovedOn", "DateTime");
        option("ApprovalStatus", "Pending", "Approved", "Approved_with_conditions", "Changes_requested", "Rejected");
        option("ApprovalStatus", "Cancelled", "Expired");
        option("RightsStatus", "unknown", "cleared", "restricted", "expired");
        language(AprimoSandbox.ENGLISH, "en-US", true);
        language("000000000000000000000000000000e2", "en-US", false);
        language("000000000000000000000000000000e3", "de-AT", true);
        vault.classifications.put(AprimoSandbox.INBOX, classificationRow(AprimoSandbox.INBOX, "Inbox", "inbox", null));
        classification("Austria", "AT", fieldRoot());
        classification("Germany", null, fieldRoot());
    }

    private String fieldRoot() {
        return String.valueOf(vault.definition("Market").get("rootId"));
    }

    private Map<String, @Nullable Object> field(String name, String type) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        String id = vault.nextId();
        out.put("id", id);
        out.put("name", name);
        out.put("label", name);
        out.put("dataType", type);
        out.put("languageMode", "Single");
        out.put("isRequired", false);
        out.put("isReadOnly", false);
        out.put("isUniqueIdentifier", false);
        out.put("enabledLanguages", List.of());
        vault.definitions.put(id, out);
        return out;
    }

    /** Adds options to a field of the type OptionList, which is made when it is not there, as an administrator does. */
    void option(String field, String... names) {
        Map<String, @Nullable Object> definition = vault.definitions.values().stream()
                .filter(one -> field.equals(one.get("name")))
                .findFirst()
                .orElseGet(() -> field(field, "OptionList"));
        List<Object> items = new ArrayList<>(definition.get("items") instanceof List<?> list ? list : List.of());
        for (String name : names) {
            items.add(Map.of("id", vault.nextId(), "name", name, "label", name.toUpperCase(Locale.ROOT)));
        }
        definition.put("items", items);
        definition.put("acceptMultipleOptions", false);
    }

    private void language(String id, String culture, boolean fields) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("name", culture);
        out.put("culture", culture);
        out.put("isEnabledForFields", fields);
        out.put("isEnabledForUI", true);
        vault.languages.put(id, out);
    }

    private String classification(String name, @Nullable String identifier, @Nullable String parent) {
        String id = vault.nextId();
        vault.classifications.put(id, classificationRow(id, name, identifier, parent));
        return id;
    }

    private static Map<String, @Nullable Object> classificationRow(
            String id, String name, @Nullable String identifier, @Nullable String parent) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("identifier", identifier);
        out.put("name", name);
        out.put("namePath", (parent == null ? "" : "/Markets") + "/" + name);
        out.put("parentId", parent);
        return out;
    }
}
