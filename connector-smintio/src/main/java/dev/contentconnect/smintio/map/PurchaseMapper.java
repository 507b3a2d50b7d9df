package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.smintio.wire.WireBinary;
import dev.contentconnect.smintio.wire.WireContent;
import dev.contentconnect.smintio.wire.WireElement;
import dev.contentconnect.smintio.wire.WirePurchase;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Purchases as assets. The same content may be bought twice, so that the purchase and not the content is the asset. */
public final class PurchaseMapper {
    /** The status of what was bought. */
    public static final AssetStatus LICENSED = AssetStatus.of("licensed");

    /** The status of what is being bought. */
    public static final AssetStatus PENDING = AssetStatus.of("pending");

    /** The status of a purchase that failed. */
    public static final AssetStatus FAILED = AssetStatus.of("failed");

    /** All members as they came, among the extensions. */
    public static final String PURCHASE = "purchase";

    private PurchaseMapper() {}

    /**
     * The canonical form of a purchase.
     *
     * @param in the purchase
     * @param languages which of the texts
     * @return the asset, or what is wrong with it
     */
    public static Either<MappingIssue, Asset> toAsset(WirePurchase in, Languages languages) {
        String uuid = Reading.text(in.uuid());
        if (uuid == null) {
            return Either.left(MappingIssue.of("uuid", "is missing"));
        }
        WireContent content = in.content();
        if (content == null) {
            return Either.left(new MappingIssue("content_element", "is missing", uuid));
        }
        return Either.right(Asset.builder(Ids.license(uuid))
                .title(languages.best(content.name()))
                .description(languages.best(content.description()))
                .kind(kind(content.contentType()))
                .status(status(in.state()))
                .currentVersion(version(in))
                .creators(languages.names(content.contributors()))
                .tags(languages.names(content.keywords()))
                .segments(segments(in, languages))
                .createdAt(Reading.date(in.createdAt()))
                .updatedAt(updatedAt(in))
                .extensions(Extensions.of(Ids.SYSTEM, Map.of(PURCHASE, Json.convert(in, Map.class))))
                .build());
    }

    private static List<Segment> segments(WirePurchase in, Languages languages) {
        String project = languages.best(in.projectName());
        String name = project != null ? project : Reading.text(in.projectUuid());
        return name == null ? List.of() : List.of(new Segment(SegmentKind.CAMPAIGN, name));
    }

    static AssetKind kind(@Nullable String word) {
        String type = Reading.text(word);
        return type == null ? AssetKind.OTHER : AssetKind.of(type.strip().toLowerCase(Locale.ROOT));
    }

    static AssetStatus status(@Nullable String state) {
        String word = Reading.text(state);
        return switch (word == null ? "" : word) {
            case "" -> AssetStatus.UNKNOWN;
            case "completed" -> LICENSED;
            case "purchase_phase_1", "purchase_phase_2", "downloading", "finalizing" -> PENDING;
            case "cancelled" -> AssetStatus.WITHDRAWN;
            case "error" -> FAILED;
            default -> AssetStatus.of(String.valueOf(word).strip().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * The version of a purchase: it counts changes of what is known, not of the files.
     *
     * @param in the purchase
     * @return the version, 1 where none is stated
     */
    public static AssetVersion version(WirePurchase in) {
        long number = in.version() == null || in.version() < 1 ? 1 : Math.min(in.version(), Integer.MAX_VALUE);
        return AssetVersion.of(Long.toString(number), (int) number);
    }

    /**
     * When a purchase last changed.
     *
     * @param in the purchase
     * @return falls back to when it appeared, was complete, or was bought; null where nothing can be read
     */
    public static @Nullable Instant updatedAt(WirePurchase in) {
        for (Object value :
                new @Nullable Object[] {in.lastUpdatedAt(), in.createdAt(), in.completedAt(), in.purchasedAt()}) {
            Instant at = Reading.date(value);
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    static List<String> urls(@Nullable List<@Nullable WireElement> elements) {
        List<String> out = new ArrayList<>();
        for (WireElement one : Reading.<WireElement>list(elements)) {
            String url =
                    one.element() == null ? null : Reading.text(one.element().url());
            if (url != null && !out.contains(url)) {
                out.add(url);
            }
        }
        return out;
    }

    /**
     * The files of a purchase as renditions; their addresses do not last and are left out.
     *
     * @param binaries the files
     * @return those that have an id, each id once
     */
    public static List<Rendition> renditions(List<WireBinary> binaries) {
        Map<String, Rendition> out = new LinkedHashMap<>();
        for (WireBinary one : binaries) {
            String id = Reading.text(one.uuid());
            String type = Reading.text(one.binaryType());
            if (id != null) {
                out.putIfAbsent(id, new Rendition(id, type == null ? "standard" : type, null, null, null, null, null));
            }
        }
        return List.copyOf(out.values());
    }

    /**
     * How to call a file, without any folder.
     *
     * @param recommended what the service recommends
     * @return a name that is safe on every system; null where none is left
     */
    public static @Nullable String fileName(@Nullable String recommended) {
        if (recommended == null) {
            return null;
        }
        String last = recommended.substring(Math.max(recommended.lastIndexOf('/'), recommended.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
        while (clean.startsWith(".")) {
            clean = clean.substring(1);
        }
        return clean.isBlank() ? null : clean;
    }
}
