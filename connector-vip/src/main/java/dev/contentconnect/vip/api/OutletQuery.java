package dev.contentconnect.vip.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where and for what to look in Brand Finder: around a postal code or a point, and what narrows the search down.
 *
 * @param zip a US postal code of five digits; null with a point
 * @param latitude of the point, from -90 to 90; null with a postal code
 * @param longitude of the point, from -180 to 180; null with a postal code
 * @param miles how far around, from 1 to 100
 * @param brand only outlets that sold this brand, as {@link FinderList#brands()} spells it; null for any
 * @param storeType only outlets of this type; null for any
 * @param categories only products of these categories, by the number of the category, 1 to 12; may be empty
 * @param implementation the UUID of an implementation set up at VIP, whose secret then signs; null for the default
 * @param pageSize outlets a request, from 1 to 400; 0 for the configured number
 */
public record OutletQuery(
        @Nullable String zip,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        int miles,
        @Nullable String brand,
        @Nullable String storeType,
        Map<Integer, String> categories,
        @Nullable String implementation,
        int pageSize) {
    /** The most outlets that one request gives. */
    public static final int MAX_PAGE_SIZE = 400;

    private static final int DEFAULT_MILES = 10;

    /**
     * Makes a query; the map is copied and put in order.
     *
     * @param zip a US postal code of five digits; null with a point
     * @param latitude of the point, from -90 to 90; null with a postal code
     * @param longitude of the point, from -180 to 180; null with a postal code
     * @param miles how far around, from 1 to 100
     * @param brand only outlets that sold this brand; null for any
     * @param storeType only outlets of this type; null for any
     * @param categories only products of these categories; may be empty
     * @param implementation the UUID of an implementation; null for the default
     * @param pageSize outlets a request, from 1 to 400; 0 for the configured number
     * @throws IllegalArgumentException when there is no place or there are two, or something is blank or out of its range
     */
    public OutletQuery {
        boolean point = latitude != null && longitude != null;
        if ((zip != null) == point || (latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("a query needs either a zip, or a latitude and a longitude");
        }
        if (zip != null && !isZip(zip)) {
            throw new IllegalArgumentException("zip must be five digits");
        }
        degrees("latitude", latitude, 90);
        degrees("longitude", longitude, 180);
        range("miles", miles, 1, 100);
        range("pageSize", pageSize, 0, MAX_PAGE_SIZE);
        FinderList.words("brand", brand);
        FinderList.words("storeType", storeType);
        FinderList.token(implementation);
        for (Map.Entry<Integer, String> category : categories.entrySet()) {
            range("category", category.getKey(), 1, FinderList.CATEGORIES);
            FinderList.words("category" + category.getKey(), category.getValue());
        }
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
    }

    /**
     * Looks around a postal code, 10 miles far.
     *
     * @param zip five digits, zeros at the beginning included
     * @return the query
     * @throws IllegalArgumentException when it is not five digits
     */
    public static OutletQuery around(String zip) {
        return new OutletQuery(zip, null, null, DEFAULT_MILES, null, null, Map.of(), null, 0);
    }

    /**
     * Looks around a point, 10 miles far.
     *
     * @param latitude from -90 to 90
     * @param longitude from -180 to 180
     * @return the query
     * @throws IllegalArgumentException when one of them is out of its range or not a number
     */
    public static OutletQuery around(double latitude, double longitude) {
        return new OutletQuery(
                null, decimal(latitude), decimal(longitude), DEFAULT_MILES, null, null, Map.of(), null, 0);
    }

    /**
     * The same query, another distance.
     *
     * @param value from 1 to 100
     * @return a copy
     */
    public OutletQuery within(int value) {
        return new OutletQuery(zip, latitude, longitude, value, brand, storeType, categories, implementation, pageSize);
    }

    /**
     * The same query for one brand.
     *
     * @param value as {@link FinderList#brands()} spells it, or null for any
     * @return a copy
     */
    public OutletQuery selling(@Nullable String value) {
        return new OutletQuery(zip, latitude, longitude, miles, value, storeType, categories, implementation, pageSize);
    }

    /**
     * The same query for one type of store.
     *
     * @param value the type, or null for any
     * @return a copy
     */
    public OutletQuery storeType(@Nullable String value) {
        return new OutletQuery(zip, latitude, longitude, miles, brand, value, categories, implementation, pageSize);
    }

    /**
     * The same query for one category of products besides those it has.
     *
     * @param number which of the categories, from 1 to 12
     * @param value as {@link FinderList#category} spells it
     * @return a copy
     */
    public OutletQuery category(int number, String value) {
        Map<Integer, String> more = new TreeMap<>(categories);
        more.put(number, value);
        return new OutletQuery(zip, latitude, longitude, miles, brand, storeType, more, implementation, pageSize);
    }

    /**
     * The same query through an implementation.
     *
     * @param uuid as VIP gave it, or null for the default
     * @return a copy
     */
    public OutletQuery implementation(@Nullable String uuid) {
        return new OutletQuery(zip, latitude, longitude, miles, brand, storeType, categories, uuid, pageSize);
    }

    /**
     * The same query with other pages.
     *
     * @param value outlets a request, from 1 to 400; 0 for the configured number
     * @return a copy
     */
    public OutletQuery pages(int value) {
        return new OutletQuery(zip, latitude, longitude, miles, brand, storeType, categories, implementation, value);
    }

    private static boolean isZip(String text) {
        return text.length() == 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a point needs numbers");
        }
        return BigDecimal.valueOf(value);
    }

    private static void degrees(String name, @Nullable BigDecimal value, int most) {
        if (value != null && value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException(name + " must be from -" + most + " to " + most);
        }
    }

    private static void range(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ": " + value);
        }
    }
}
