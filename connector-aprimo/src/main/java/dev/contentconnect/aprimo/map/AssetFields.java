package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.json.FlatAsset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which fields describe assets. Aprimo has none of its own for this; tenants define theirs, so none are assumed. */
public final class AssetFields {
    /** The title; text. Without it the title of the record is read and none is written. */
    public static final String TITLE = FlatAsset.TITLE;

    /** A description; text. */
    public static final String DESCRIPTION = FlatAsset.DESCRIPTION;

    /** The market; text, an option or a classification. */
    public static final String MARKET = FlatAsset.MARKET;

    /** The language; text, an option or a language. */
    public static final String LANGUAGE = FlatAsset.LANGUAGE;

    /** Key words; a list of texts, options or classifications. */
    public static final String TAGS = FlatAsset.TAGS;

    /** Who made it; a text or a list of texts. */
    public static final String CREATORS = FlatAsset.CREATORS;

    /** Segments of a kind, for example {@code segment.region}. */
    public static final String SEGMENT = FlatAsset.SEGMENT;

    /** What the status of a record has no word for: held, withdrawn, in_review, approved …; text or an option. */
    public static final String STATE = "state";

    /** Why an asset was held or withdrawn; text. */
    public static final String STATE_NOTE = "stateNote";

    /** All names but those of segments. */
    public static final Set<String> NAMES = Collections.unmodifiableSet(
            new TreeSet<>(List.of(TITLE, DESCRIPTION, MARKET, LANGUAGE, TAGS, CREATORS, STATE, STATE_NOTE)));

    private AssetFields() {}

    /**
     * Whether a name is that of segments of a kind.
     *
     * @param name the canonical name
     * @return true for example for {@code segment.region}
     */
    public static boolean isSegment(String name) {
        return FlatAsset.isSegment(name);
    }
}
