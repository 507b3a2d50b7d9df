package dev.contentconnect.iconik.map;

import dev.contentconnect.core.json.FlatAsset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which metadata fields describe an asset. Tenants define their fields; these are the names we use until told others. */
public final class AssetFields {
    /** What the asset shows. */
    public static final String DESCRIPTION = FlatAsset.DESCRIPTION;

    /** The market it was made for. */
    public static final String MARKET = FlatAsset.MARKET;

    /** Its language. */
    public static final String LANGUAGE = FlatAsset.LANGUAGE;

    /** Key words; several values. */
    public static final String TAGS = FlatAsset.TAGS;

    /** Who made it; several values. */
    public static final String CREATORS = FlatAsset.CREATORS;

    /** Whether it is published, held or withdrawn; not used until named. */
    public static final String STATE = "state";

    /** Before the kind of a segment, as in {@code segment.region}; several values. */
    public static final String SEGMENT = FlatAsset.SEGMENT;

    /** All names, without those of segments. */
    public static final Set<String> NAMES =
            Collections.unmodifiableSet(new TreeSet<>(List.of(DESCRIPTION, MARKET, LANGUAGE, TAGS, CREATORS, STATE)));

    /** The fields we use until told others. */
    public static final Map<String, String> DEFAULTS = Map.of(
            DESCRIPTION, "Description",
            MARKET, "Market",
            LANGUAGE, "Language",
            TAGS, "Tags",
            CREATORS, "Creators");

    private AssetFields() {}

    /**
     * The defaults with others in their place.
     *
     * @param given canonical name to field; a blank field is not used
     * @return canonical name to field
     */
    public static Map<String, String> merged(Map<String, String> given) {
        return merged(DEFAULTS, given);
    }

    static Map<String, String> merged(Map<String, String> defaults, Map<String, String> given) {
        Map<String, String> out = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(new TreeSet<>(defaults.keySet()));
        names.forEach(name -> out.put(name, String.valueOf(defaults.get(name))));
        out.putAll(given);
        out.values().removeIf(String::isBlank);
        return Collections.unmodifiableMap(out);
    }
}
