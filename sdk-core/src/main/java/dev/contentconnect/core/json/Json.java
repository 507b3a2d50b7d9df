package dev.contentconnect.core.json;

import dev.contentconnect.core.internal.JsonCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON. Safe for several threads; never touches the network. */
public final class Json {
    private Json() {}

    /**
     * Reads a value of a known form.
     *
     * @param json UTF-8 text
     * @param type a record, or an array of records; dates as {@code Instant}, exact numbers as {@code BigDecimal}
     * @param <T> the form
     * @return the value
     * @throws JsonException when it is empty, not JSON, cut off, nested too deep, or of another form
     */
    public static <T> T decode(byte[] json, Class<T> type) {
        return JsonCodec.decode(json, type);
    }

    /**
     * Reads a list of values of a known form.
     *
     * @param json UTF-8 text holding an array
     * @param element the form of its elements
     * @param <T> the form
     * @return the values
     * @throws JsonException as {@link #decode}
     */
    public static <T> List<T> decodeList(byte[] json, Class<T> element) {
        return JsonCodec.decodeList(json, element);
    }

    /**
     * Reads a value of any form.
     *
     * @param json UTF-8 text
     * @return {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean}, {@code Integer},
     *     {@code Long}, {@code BigInteger}, {@code BigDecimal} or null
     * @throws JsonException when it is empty, not JSON, cut off or nested too deep
     */
    public static @Nullable Object decodePlain(byte[] json) {
        return JsonCodec.decodePlain(json);
    }

    /**
     * Makes a value of a known form out of plain values.
     *
     * @param plain maps, lists and scalars, as {@link #decodePlain} gives them
     * @param type the form
     * @param <T> the form
     * @return the value
     * @throws JsonException when it is of another form
     */
    public static <T> T convert(Object plain, Class<T> type) {
        return JsonCodec.convert(plain, type);
    }

    /**
     * Writes a value. Null components of records and null values of maps are left out; instants are written in UTC with
     * milliseconds.
     *
     * @param value a record, map, list or scalar
     * @return UTF-8 text
     * @throws JsonException when the value cannot be written
     */
    public static byte[] encode(Object value) {
        return JsonCodec.encode(value);
    }

    /**
     * Writes a value as {@link #encode}, but keeps nulls of maps, for systems in which null clears a field.
     *
     * @param value a record, map, list or scalar
     * @return UTF-8 text
     * @throws JsonException when the value cannot be written
     */
    public static byte[] encodeWithNulls(Object value) {
        return JsonCodec.encodeWithNulls(value);
    }
}
