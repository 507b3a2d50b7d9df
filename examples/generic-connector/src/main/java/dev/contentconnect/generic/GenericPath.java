package dev.contentconnect.generic;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A path of the system, and so a thing it can do; what has no path is not offered. */
public enum GenericPath {
    /** The list of assets, by GET; required. */
    ASSETS("assets"),
    /** One asset, by GET; required. */
    ASSET("asset"),
    /** The bytes of an asset, by GET; a place <code>{version}</code> makes those of older versions readable. */
    CONTENT("content"),
    /** Where assets are made, by POST. */
    CREATE("create"),
    /** Where an asset is changed. */
    UPDATE("update"),
    /** Where the bytes of an asset are put. */
    UPLOAD("upload"),
    /** Where an asset is deleted, by DELETE. */
    DELETE("delete");

    static final String ID = "id";
    static final String VERSION = "version";

    private final String word;

    GenericPath(String word) {
        this.word = word;
    }

    /**
     * How it is called in options.
     *
     * @return for example {@code assets}
     */
    public String word() {
        return word;
    }

    /**
     * The places its template may have; a place <code>{id}</code> is required where it may be.
     *
     * @return names
     */
    public Set<String> places() {
        return switch (this) {
            case ASSETS, CREATE -> Set.of();
            case ASSET, UPDATE, UPLOAD, DELETE -> Set.of(ID);
            case CONTENT -> Set.of(ID, VERSION);
        };
    }

    /**
     * The path of a word.
     *
     * @param word as options have it
     * @return the path, or nothing
     */
    public static Optional<GenericPath> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
