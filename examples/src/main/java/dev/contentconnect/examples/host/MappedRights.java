package dev.contentconnect.examples.host;

import dev.contentconnect.examples.flows.xi.RightsMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mapping of rights as the options of the two connectors. */
public final class MappedRights {
    private static final List<String> ICONIK = List.of(
            "status", "holder", "usageTerms", "validFrom", "validUntil", "territories", "record", "block", "warning");

    /** What the connector for Extended ECM calls the parts. */
    private static final Map<String, String> XECM = Map.ofEntries(
            Map.entry("status", "status"),
            Map.entry("holder", "holder"),
            Map.entry("usageTerms", "usageTerms"),
            Map.entry("licence", "licenseType"),
            Map.entry("validFrom", "validFrom"),
            Map.entry("validUntil", "validUntil"),
            Map.entry("territories", "territories"),
            Map.entry("channels", "channels"),
            Map.entry("record", "record"),
            Map.entry("agreements", "agreements"),
            Map.entry("agreementDocument", "agreementNode"));

    private MappedRights() {}

    /**
     * The option {@code rightsFields} of the connector for iconik.
     *
     * @param mapping which fields hold what
     * @return fields by part; an empty name for a part that has none
     */
    public static Map<String, String> iconik(RightsMapping mapping) {
        Map<String, String> out = new LinkedHashMap<>();
        ICONIK.forEach(part ->
                out.put(part, Objects.requireNonNullElse(mapping.libraryFields().get(part), "")));
        return out;
    }

    /**
     * The option {@code rightsFields} of the connector for Extended ECM.
     *
     * @param mapping which attributes hold what
     * @return attributes by part; an empty name for a part that has none
     */
    public static Map<String, String> xecm(RightsMapping mapping) {
        Map<String, String> out = new LinkedHashMap<>();
        XECM.forEach((part, name) -> out.put(
                name, Objects.requireNonNullElse(mapping.workspaceAttributes().get(part), "")));
        return out;
    }
}
