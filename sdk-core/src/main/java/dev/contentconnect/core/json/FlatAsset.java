package dev.contentconnect.core.json;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words about an asset in text fields, for a system whose tenants define what fields there are. */
public final class FlatAsset {
    /** The title. */
    public static final String TITLE = "title";

    /** What the asset shows. */
    public static final String DESCRIPTION = "description";

    /** The market it was made for. */
    public static final String MARKET = "market";

    /** Its language. */
    public static final String LANGUAGE = "language";

    /** Key words; several values. */
    public static final String TAGS = "tags";

    /** Who made it; several values. */
    public static final String CREATORS = "creators";

    /** Before the kind of a segment, as in {@code segment.region}; several values. */
    public static final String SEGMENT = "segment.";

    private FlatAsset() {}

    /**
     * Whether a name is that of segments of a kind.
     *
     * @param name the name
     * @return true for example for {@code segment.region}
     */
    public static boolean isSegment(String name) {
        return name.startsWith(SEGMENT) && !name.substring(SEGMENT.length()).isBlank();
    }

    /**
     * What of an asset goes into fields.
     *
     * @param asset the asset; what it does not say is left out, and so is what has no field
     * @param fields field by name
     * @return values by field
     */
    public static Map<String, List<String>> of(Asset asset, Map<String, String> fields) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put(TITLE, one(asset.title()));
        words.put(DESCRIPTION, one(asset.description()));
        words.put(MARKET, one(asset.market()));
        words.put(LANGUAGE, one(asset.language()));
        words.put(TAGS, asset.tags());
        words.put(CREATORS, asset.creators());
        asset.segments()
                .forEach(segment -> words.computeIfAbsent(SEGMENT + segment.kind(), any -> new ArrayList<>())
                        .add(segment.value()));
        Map<String, List<String>> out = new LinkedHashMap<>();
        words.forEach((name, values) -> {
            String field = fields.get(name);
            if (field != null && !values.isEmpty()) {
                out.put(field, List.copyOf(values));
            }
        });
        return out;
    }

    private static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    /**
     * The segments that fields hold.
     *
     * @param fields field by name; names that are not those of segments are passed over
     * @param values gives the values of a field, none blank
     * @return the segments
     */
    public static List<Segment> segments(Map<String, String> fields, Function<String, List<String>> values) {
        List<Segment> out = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (isSegment(name)) {
                SegmentKind kind = SegmentKind.of(name.substring(SEGMENT.length()));
                values.apply(field).forEach(value -> out.add(new Segment(kind, value)));
            }
        });
        return out;
    }
}
