package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.wire.WireOutlet;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers of Brand Finder, whose JSON was made out of XML: numbers are texts, a list of one is that one. */
public final class OutletMapper {
    private static final int MAX_NUMBER_CHARS = 40;

    private OutletMapper() {}

    /**
     * An outlet.
     *
     * @param plain one element of {@code location}
     * @param path where it stands, for messages
     * @param parts is told about members that could not be read; the outlet is then without them
     * @return the outlet, or why it is none
     */
    public static Either<MappingIssue, Outlet> toOutlet(Object plain, String path, Consumer<MappingIssue> parts) {
        if (!(plain instanceof Map<?, ?>)) {
            return Either.left(MappingIssue.of(path, "not an outlet"));
        }
        WireOutlet in;
        try {
            in = Json.convert(plain, WireOutlet.class);
        } catch (JsonException e) {
            return Either.left(MappingIssue.of(path, Objects.requireNonNullElse(e.getMessage(), "not readable")));
        }
        Reader read = new Reader(path, in.dba() instanceof String name ? name.strip() : null, parts);
        List<String> brands = new ArrayList<>();
        for (Object brand : list(in.otherBrand())) {
            String text = read.text("otherBrand", brand);
            if (text != null) {
                brands.add(text);
            }
        }
        return Either.right(new Outlet(
                read.text("dba", in.dba()),
                read.text("street", in.street()),
                read.text("city", in.city()),
                read.text("state", in.state()),
                zip(read.text("zip", in.zip())),
                read.text("phoneFormatted", in.phoneFormatted()),
                read.number("lat", in.latitude(), 90),
                read.number("long", in.longitude(), 180),
                read.number("distance", in.distance(), Double.MAX_VALUE),
                read.text("storeType", in.storeType()),
                brands,
                in.rest()));
    }

    /**
     * A list that may come as its only element, or, where it is empty, as an empty text.
     *
     * @param value what stands there
     * @return the elements that are there
     */
    public static List<Object> list(@Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return List.of();
        }
        return value instanceof List<?> many
                ? many.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
                : List.of(value);
    }

    /**
     * A number of things that may come as text.
     *
     * @param value what stands there
     * @return the number, or null when it is none
     */
    public static @Nullable Long count(@Nullable Object value) {
        String text = value instanceof String || value instanceof Number
                ? value.toString().strip()
                : "";
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** The making of JSON out of XML takes a postal code for a number, and its zeros away. */
    private static @Nullable String zip(@Nullable String text) {
        return text != null && text.matches("[0-9]{3,4}") ? "0".repeat(5 - text.length()) + text : text;
    }

    private record Reader(String path, @Nullable String name, Consumer<MappingIssue> parts) {

        @Nullable String text(String member, @Nullable Object value) {
            if (value == null || isEmpty(value)) {
                return null;
            }
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                return value.toString().strip();
            }
            parts.accept(new MappingIssue(path + "." + member, "not a text", name));
            return null;
        }

        @Nullable Double number(String member, @Nullable Object value, double most) {
            String text = text(member, value);
            if (text == null) {
                return null;
            }
            try {
                double number = text.length() > MAX_NUMBER_CHARS ? Double.NaN : new BigDecimal(text).doubleValue();
                if (Math.abs(number) <= most) {
                    return number;
                }
            } catch (NumberFormatException garbage) {
                // Reported below with the other kinds of garbage.
            }
            parts.accept(new MappingIssue(path + "." + member, "not a number in its range", name));
            return null;
        }

        /** An empty XML element becomes an empty text, list or object. */
        private static boolean isEmpty(Object value) {
            return (value instanceof String text && text.isBlank())
                    || (value instanceof List<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
        }
    }
}
