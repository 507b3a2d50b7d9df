package dev.contentconnect.core.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contentconnect.core.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one user of the JSON library. */
public final class JsonCodec {
    private static final int MAX_DEPTH = 500;
    /** What vendors send, and what extensions take, is put into documents of ours, which are therefore deeper. */
    private static final int MAX_OWN_DEPTH = 1_100;

    /** Digits; ours can be written with leading zeros and an exponent that the vendor's text did not have. */
    private static final int MAX_OWN_NUMBER = 1_100;

    /** Bytes of the parser's buffer, which doubles: room for 50,000 characters, whatever they are. */
    private static final int MAX_OWN_NAME = 600_000;

    private static final int MAX_STRING = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .build())
                    // What cannot be read back must not be written either.
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MAX_OWN_DEPTH)
                            .build())
                    // The location of an error must not carry a piece of the text into a message.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .addModule(new TimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectReader OWN = own();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter NULLS_WRITER = MAPPER.copy()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .writer();
    private static final ConcurrentHashMap<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private JsonCodec() {}

    private static ObjectReader own() {
        JsonMapper deep = MAPPER.copy();
        deep.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_OWN_DEPTH)
                        .maxNumberLength(MAX_OWN_NUMBER)
                        .maxNameLength(MAX_OWN_NAME)
                        .maxStringLength(MAX_STRING)
                        .build());
        return deep.readerFor(Object.class);
    }

    /**
     * See {@code Json.decode}.
     *
     * @param json UTF-8 text
     * @param type the form
     * @param <T> the form
     * @return the value
     */
    public static <T> T decode(byte[] json, Class<T> type) {
        if (json.length == 0) {
            throw new JsonException("empty text instead of JSON");
        }
        try {
            T value = reader(type).readValue(json);
            if (value == null) {
                throw new JsonException("null instead of " + type.getSimpleName());
            }
            return value;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * See {@code Json.decodeList}.
     *
     * @param json UTF-8 text
     * @param element the form of the elements
     * @param <T> the form
     * @return the values
     */
    @SuppressWarnings("unchecked") // the array type is made from the element type
    public static <T> List<T> decodeList(byte[] json, Class<T> element) {
        // Vendors send null among the elements; there is nothing to do with it.
        return Arrays.stream((T[]) decode(json, element.arrayType()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * See {@code Json.decodePlain}.
     *
     * @param json UTF-8 text
     * @return plain values
     */
    public static @Nullable Object decodePlain(byte[] json) {
        return plain(reader(Object.class), json);
    }

    /**
     * Decodes a document of our own form: whatever {@link #encode} and {@link #encodeWithNulls} write can be read back.
     *
     * @param json UTF-8 text
     * @return plain values
     */
    public static @Nullable Object decodeOwn(byte[] json) {
        return plain(OWN, json);
    }

    private static @Nullable Object plain(ObjectReader reader, byte[] json) {
        if (json.length == 0) {
            throw new JsonException("empty text instead of JSON");
        }
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * See {@code Json.convert}.
     *
     * @param plain plain values
     * @param type the form
     * @param <T> the form
     * @return the value
     */
    public static <T> T convert(Object plain, Class<T> type) {
        try {
            return MAPPER.convertValue(plain, type);
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof IOException io ? refused(io) : new JsonException("not of the expected form");
        }
    }

    /**
     * See {@code Json.encode}.
     *
     * @param value the value
     * @return UTF-8 text
     */
    public static byte[] encode(Object value) {
        return write(WRITER, value);
    }

    /**
     * See {@code Json.encodeWithNulls}.
     *
     * @param value the value
     * @return UTF-8 text
     */
    public static byte[] encodeWithNulls(Object value) {
        return write(NULLS_WRITER, value);
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** A parser of a text that is read piece by piece. */
    static JsonParser parser(InputStream json) throws IOException {
        return MAPPER.getFactory().createParser(json);
    }

    /** A parser of a text at hand. */
    static JsonParser parser(byte[] json) throws IOException {
        return MAPPER.getFactory().createParser(json);
    }

    /** Reads one value where a parser stands, whatever follows it. */
    static ObjectReader embedded(Class<?> type) {
        return reader(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static ObjectReader reader(Class<?> type) {
        ObjectReader known = READERS.get(type);
        return known != null ? known : READERS.computeIfAbsent(type, MAPPER::readerFor);
    }

    /** Says what and where in our own words: the library's message may quote the text, and with it a secret. */
    static JsonException refused(IOException e) {
        StringBuilder message = new StringBuilder("not the expected JSON");
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            message.append(" at ")
                    .append(mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                            .collect(Collectors.joining(".")));
        }
        if (e instanceof JsonProcessingException processing) {
            JsonLocation where = processing.getLocation();
            message.append(": ").append(kind(processing));
            if (where != null && where.getLineNr() > 0) {
                message.append(" (line ")
                        .append(where.getLineNr())
                        .append(", column ")
                        .append(where.getColumnNr())
                        .append(')');
            }
        }
        return new JsonException(message.toString());
    }

    private static String kind(JsonProcessingException e) {
        if (e instanceof com.fasterxml.jackson.core.io.JsonEOFException) {
            return "the text is cut off";
        }
        if (e instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException) {
            return "nested too deep or a value too long";
        }
        return e instanceof JsonMappingException ? "a value of another form" : "not JSON";
    }
}
