package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the free fields of documents mean at a company.
 *
 * @param ownAddresses our own EDI addresses; none when every entry counts as outbound unless it is a request
 * @param requestTypes document type to the step it stands for
 * @param assetKey the content key that carries the identity of an asset
 * @param caseKey the content key that carries the key of a case
 * @param reasonKey the content key that carries a reason, or null
 * @param portal where people look at an entry
 */
public record Meaning(
        Set<String> ownAddresses,
        Map<String, String> requestTypes,
        String assetKey,
        String caseKey,
        @Nullable String reasonKey,
        URI portal) {
    /** The short name of the system. */
    public static final String SYSTEM = "tradinggrid";

    private static final Pattern REF = Pattern.compile("[a-z][a-z0-9-]{0,31}:.+", Pattern.DOTALL);

    /**
     * Makes the value; collections are copied.
     *
     * @param ownAddresses our own EDI addresses
     * @param requestTypes document type to step
     * @param assetKey the content key of assets
     * @param caseKey the content key of cases
     * @param reasonKey the content key of reasons, or null
     * @param portal where people look at an entry
     */
    public Meaning {
        ownAddresses = Set.copyOf(ownAddresses);
        requestTypes = Map.copyOf(requestTypes);
    }

    /**
     * Whether an entry came to us.
     *
     * @param entry the entry
     * @return true for one to an address of ours; without such addresses, for one of a type that is a request
     */
    public boolean isInbound(WireEntry entry) {
        String type = Objects.requireNonNullElse(entry.text("editype"), "");
        return ownAddresses.isEmpty()
                ? requestTypes.containsKey(type)
                : ownAddresses.contains(Objects.requireNonNullElse(entry.text("receiveraddress"), ""));
    }

    /**
     * The step a document of a partner stands for.
     *
     * @param entry the entry
     * @return the step; null where the entry is no request
     */
    public @Nullable String step(WireEntry entry) {
        boolean document = "document".equalsIgnoreCase(entry.text("transactionlevel"));
        String type = entry.text("editype");
        return document && type != null && isInbound(entry) ? requestTypes.get(type) : null;
    }

    /**
     * The asset an entry is about.
     *
     * @param entry the entry
     * @return the asset of another system that the agreed content key names; else the file of the entry; null for neither
     */
    public @Nullable SourceRef asset(WireEntry entry) {
        SourceRef named = namedAsset(entry);
        String id = entry.id();
        return named != null || id == null || AssetMapper.fileName(entry) == null ? named : SourceRef.of(SYSTEM, id);
    }

    /**
     * The asset of another system that an entry is about.
     *
     * @param entry the entry
     * @return the asset, or null where the agreed content key is missing or no identity
     */
    public @Nullable SourceRef namedAsset(WireEntry entry) {
        String value = entry.contentKeys().get(assetKey);
        return value != null && REF.matcher(value).matches() ? SourceRef.parse(value) : null;
    }

    /**
     * Everything an audit trail keeps of an entry.
     *
     * @param entry the entry
     * @return plain members: the attributes as sent, the content keys, the direction, and where people look at it
     */
    public Map<String, @Nullable Object> members(WireEntry entry) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(entry.attributes());
        out.values().removeIf(Objects::isNull);
        if (!entry.contentKeys().isEmpty()) {
            out.put("contentkeys", entry.contentKeys());
        }
        out.put("direction", isInbound(entry) ? "inbound" : "outbound");
        if (entry.id() != null) {
            out.put("link", link(entry.id()));
        }
        return out;
    }

    private String link(String id) {
        return RequestUri.of(portal)
                .at("/" + RequestUri.encoded(id) + "/details")
                .build()
                .toString();
    }
}
