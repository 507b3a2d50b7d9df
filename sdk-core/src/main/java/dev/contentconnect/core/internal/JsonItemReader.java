package dev.contentconnect.core.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.contentconnect.core.json.JsonException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one array inside a JSON text, one at a time, and keeps what stands beside the array. Belongs to one
 * thread.
 *
 * @param <T> the form of the elements
 */
public final class JsonItemReader<T> implements Closeable {
    private final JsonParser parser;
    private final List<String> steps;
    private final Class<T> form;
    private final Runnable beforePiece;
    private final Map<String, @Nullable Object> envelope = new LinkedHashMap<>();

    /** The objects around the place where we are, the innermost first; each lies on the way to the array. */
    private final Deque<Map<String, @Nullable Object>> around = new ArrayDeque<>();

    private boolean found;
    private boolean inArray;
    private long index = -1;
    private @Nullable T item;
    private @Nullable String problem;

    private JsonItemReader(JsonParser parser, List<String> steps, Class<T> form, Runnable beforePiece) {
        this.parser = parser;
        this.steps = steps;
        this.form = form;
        this.beforePiece = beforePiece;
    }

    /**
     * Begins to read.
     *
     * @param json UTF-8 text; closed with the reader
     * @param steps the names on the way to the array; empty when the text is the array
     * @param form the form of the elements
     * @param beforePiece is run before what stands ahead of the array, before each element, and before the rest
     * @param <T> the form of the elements
     * @return a reader before the text
     * @throws IOException when the stream fails
     */
    public static <T> JsonItemReader<T> open(InputStream json, List<String> steps, Class<T> form, Runnable beforePiece)
            throws IOException {
        return new JsonItemReader<>(JsonCodec.parser(json), List.copyOf(steps), form, beforePiece);
    }

    /**
     * Reads up to the array.
     *
     * @return false when the text has ended without one
     * @throws IOException when the stream fails
     * @throws JsonException when it is not JSON, cut off, or nested too deep
     */
    public boolean toArray() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException("empty text instead of JSON");
            }
            if (steps.isEmpty() && first == JsonToken.START_ARRAY) {
                found = true;
                inArray = true;
            } else if (!steps.isEmpty() && first == JsonToken.START_OBJECT) {
                around.push(envelope);
                members();
            } else {
                parser.skipChildren();
                end();
            }
            return inArray;
        } catch (JsonProcessingException e) {
            throw JsonCodec.refused(e);
        }
    }

    /**
     * Reads the next element, or the rest of the text when there is none.
     *
     * @return true when {@link #item} or {@link #problem} says what was read
     * @throws IOException when the stream fails
     * @throws JsonException when it is not JSON, cut off, or nested too deep
     */
    public boolean next() throws IOException {
        item = null;
        problem = null;
        try {
            while (inArray) {
                beforePiece.run();
                JsonToken token = parser.nextToken();
                if (token == JsonToken.END_ARRAY) {
                    inArray = false;
                    members();
                    return false;
                }
                index++;
                if (token != JsonToken.VALUE_NULL) {
                    // Vendors send null among the elements; there is nothing to do with it.
                    element();
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            throw JsonCodec.refused(e);
        }
    }

    /**
     * The element that was read.
     *
     * @return null when it is of another form
     */
    public @Nullable T item() {
        return item;
    }

    /**
     * Why the element could not be taken.
     *
     * @return null when it could
     */
    public @Nullable String problem() {
        return problem;
    }

    /**
     * Where the element stands that was read.
     *
     * @return its index in the array, as a JSON pointer counts: from 0, null elements included
     */
    public long index() {
        return index;
    }

    /**
     * What stood beside the array so far.
     *
     * @return plain values; objects on the way to the array are among them
     */
    public Map<String, @Nullable Object> envelope() {
        return Collections.unmodifiableMap(envelope);
    }

    /** The element as a whole first: when its form is another one, the reader stands behind it all the same. */
    private void element() throws IOException {
        try (TokenBuffer whole = new TokenBuffer(parser)) {
            whole.copyCurrentStructure(parser);
            try (JsonParser again = whole.asParser()) {
                item = JsonCodec.embedded(form).readValue(again);
            } catch (JsonProcessingException e) {
                problem = Objects.requireNonNullElse(JsonCodec.refused(e).getMessage(), "of another form");
            }
        }
    }

    /** Reads members of the objects around until the array begins or the text ends. */
    private void members() throws IOException {
        beforePiece.run();
        while (!around.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_OBJECT) {
                around.pop();
                continue;
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int depth = around.size();
            boolean onTheWay = name.equals(steps.get(depth - 1));
            if (onTheWay && depth == steps.size() && value == JsonToken.START_ARRAY) {
                if (found) {
                    throw new JsonException("the list stands there twice");
                }
                found = true;
                inArray = true;
                return;
            }
            if (onTheWay && depth < steps.size() && value == JsonToken.START_OBJECT) {
                Map<String, @Nullable Object> inner = new LinkedHashMap<>();
                around.element().put(name, inner);
                around.push(inner);
            } else {
                around.element().put(name, JsonCodec.embedded(Object.class).readValue(parser));
            }
        }
        end();
    }

    /** The text must end here; reading on to its end also proves that nothing of it was lost. */
    private void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new JsonException("the text goes on after its end");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
