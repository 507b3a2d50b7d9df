package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an asset needs before it may go out.
 *
 * @param fields what must not be empty: {@code title}, {@code description}, {@code market}, {@code language},
 *     {@code creators}, {@code tags}, {@code segments}; any other word is a field of the library itself, such as
 *     {@code alt_text} of VIP
 */
public record Completeness(List<String> fields) {
    private static final Set<AssetStatus> KEPT_BACK = Set.of(
            AssetStatus.HELD,
            AssetStatus.BLOCKED,
            AssetStatus.WITHDRAWN,
            AssetStatus.REJECTED,
            AssetStatus.ARCHIVED,
            AssetStatus.DELETED);

    /** Copies the list. */
    public Completeness {
        fields = List.copyOf(fields);
    }

    /**
     * Fields that must not be empty.
     *
     * @param fields see {@link #fields()}
     * @return the rule
     */
    public static Completeness of(String... fields) {
        return new Completeness(List.of(fields));
    }

    /**
     * Which metadata an asset lacks.
     *
     * @param asset as the library has it
     * @return a sentence part for each field; empty when nothing is missing
     */
    public List<String> missing(Asset asset) {
        return fields.stream()
                .filter(field -> isEmpty(asset, field))
                .map(field -> asset.ref().id() + " has no " + field)
                .toList();
    }

    /**
     * Why an asset must not be offered, apart from its metadata: it has no bytes, or somebody keeps it back.
     *
     * @param asset as the library has it
     * @return sentence parts; empty when it may be offered
     */
    public List<String> unfit(Asset asset) {
        List<String> reasons = new ArrayList<>();
        if (asset.currentVersion() == null) {
            reasons.add(asset.ref().id() + " has no bytes");
        }
        if (KEPT_BACK.contains(asset.status())) {
            reasons.add(asset.ref().id() + " is " + asset.status());
        }
        return reasons;
    }

    private static boolean isEmpty(Asset asset, String field) {
        return switch (field) {
            case "title" -> isBlank(asset.title());
            case "description" -> isBlank(asset.description());
            case "market" -> isBlank(asset.market());
            case "language" -> isBlank(asset.language());
            case "creators" -> asset.creators().isEmpty();
            case "tags" -> asset.tags().isEmpty();
            case "segments" -> asset.segments().isEmpty();
            default -> isBlank(asset.extensions().get(asset.ref().system()).get(field));
        };
    }

    private static boolean isBlank(@Nullable Object value) {
        return Objects.toString(value, "").isBlank();
    }
}
