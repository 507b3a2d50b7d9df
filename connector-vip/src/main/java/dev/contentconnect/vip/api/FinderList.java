package dev.contentconnect.vip.api;

import org.jspecify.annotations.Nullable;

/**
 * One of the lists that Brand Finder searches with. They change slowly and are kept for the configured time.
 *
 * @param action the vendor's word: {@code brands}, {@code package}, or {@code category1} to {@code category12}
 * @param implementation the UUID of an implementation set up at VIP, whose secret then signs; null for the default
 */
public record FinderList(String action, @Nullable String implementation) {
    /** How many categories there can be. */
    public static final int CATEGORIES = 12;

    private static final int MAX_CHARS = 200;

    /**
     * Makes the value.
     *
     * @param action the vendor's word
     * @param implementation the UUID of an implementation; null for the default
     * @throws IllegalArgumentException when there is no such list, or the UUID is none
     */
    public FinderList {
        if (!action.matches("brands|package|category([1-9]|1[0-2])")) {
            throw new IllegalArgumentException("no such list: there are brands, package and category1 to category12");
        }
        token(implementation);
    }

    /**
     * The brands that can be searched for.
     *
     * @return the list
     */
    public static FinderList brands() {
        return new FinderList("brands", null);
    }

    /**
     * The kinds of packages.
     *
     * @return the list
     */
    public static FinderList packages() {
        return new FinderList("package", null);
    }

    /**
     * The values of one category.
     *
     * @param number from 1 to 12
     * @return the list
     * @throws IllegalArgumentException when there is no such category
     */
    public static FinderList category(int number) {
        return new FinderList("category" + number, null);
    }

    /**
     * The same list through an implementation.
     *
     * @param uuid as VIP gave it, or null for the default
     * @return a copy
     */
    public FinderList of(@Nullable String uuid) {
        return new FinderList(action, uuid);
    }

    static void words(String name, @Nullable String value) {
        if (value != null
                && (value.isBlank()
                        || value.length() > MAX_CHARS
                        || value.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(name + " must be 1 to " + MAX_CHARS + " characters of one line");
        }
    }

    static void token(@Nullable String uuid) {
        if (uuid != null && !uuid.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("an implementation is named by letters, digits and hyphens");
        }
    }
}
