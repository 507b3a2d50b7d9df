package dev.contentconnect.core.http;

import dev.contentconnect.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a request carries. Small bodies are bytes; large ones are opened when they are sent. */
public sealed interface HttpBody {

    /**
     * The media type to announce.
     *
     * @return for example {@code application/json}
     */
    String contentType();

    /**
     * How many bytes.
     *
     * @return 0 or more; always known before sending
     */
    long length();

    /**
     * Whether it can be sent a second time.
     *
     * @return false for a stream that can be read once
     */
    boolean isRepeatable();

    /** Opens a body that is too large for memory. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens it.
         *
         * @return the bytes; closed by the sender
         * @throws IOException when they cannot be read
         */
        InputStream open() throws IOException;
    }

    /** Bytes at hand. */
    final class Bytes implements HttpBody {
        private final String contentType;
        private final byte[] bytes;

        /**
         * A body of bytes.
         *
         * @param contentType the media type
         * @param bytes not copied; must not change
         * @throws IllegalArgumentException when a header cannot carry the media type; the message does not repeat it
         */
        public Bytes(String contentType, byte[] bytes) {
            this.contentType = checked(contentType);
            this.bytes = bytes;
        }

        @Override
        public String contentType() {
            return contentType;
        }

        /**
         * The bytes.
         *
         * @return not copied
         */
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        /** Size only. */
        @Override
        public String toString() {
            return contentType + ", " + bytes.length + " bytes";
        }
    }

    /**
     * Bytes to be opened.
     *
     * @param contentType the media type
     * @param length how many
     * @param isRepeatable whether {@code opener} works twice
     * @param opener opens them
     */
    record Stream(String contentType, long length, boolean isRepeatable, Opener opener) implements HttpBody {
        /**
         * Makes a body.
         *
         * @param contentType the media type
         * @param length how many
         * @param isRepeatable whether {@code opener} works twice
         * @param opener opens them
         * @throws IllegalArgumentException when {@code length} is less than 0, or a header cannot carry the media type; the
         *     message does not repeat it
         */
        public Stream {
            checked(contentType);
            if (length < 0) {
                throw new IllegalArgumentException("the length of a body must be known");
            }
        }
    }

    /**
     * Several parts, each sent as it is opened.
     *
     * @param contentType {@code multipart/form-data} with its boundary
     * @param parts in the order of sending, separators included
     */
    record Parts(String contentType, List<HttpBody> parts) implements HttpBody {
        /**
         * Makes a body; the list is copied.
         *
         * @param contentType {@code multipart/form-data} with its boundary
         * @param parts in the order of sending, separators included
         * @throws IllegalArgumentException when a header cannot carry the media type; the message does not repeat it
         */
        public Parts {
            checked(contentType);
            parts = List.copyOf(parts);
        }

        @Override
        public long length() {
            return parts.stream().mapToLong(HttpBody::length).sum();
        }

        @Override
        public boolean isRepeatable() {
            return parts.stream().allMatch(HttpBody::isRepeatable);
        }
    }

    /** Media types come from other systems; in the head of a part, a line break in one would begin a header of its own. */
    private static String checked(String contentType) {
        if (!CallHeaders.isSendable(contentType)) {
            throw new IllegalArgumentException("the media type holds a character that cannot be sent");
        }
        return contentType;
    }

    /**
     * A value as JSON. Null components of records and null values of maps are left out.
     *
     * @param value a record, map, list or plain value
     * @return the body
     */
    static HttpBody json(Object value) {
        return new Bytes("application/json", Json.encode(value));
    }

    /**
     * Fields as an HTML form sends them.
     *
     * @param fields raw names and values; a collection is sent once for each element
     * @return the body
     */
    static HttpBody form(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder();
        fields.forEach((name, value) -> {
            Collection<?> values = value instanceof Collection<?> many ? many : List.of(value);
            for (Object one : values) {
                out.append(out.isEmpty() ? "" : "&");
                RequestUri.encode(out, name);
                out.append('=');
                RequestUri.encode(out, one.toString());
            }
        });
        return new Bytes("application/x-www-form-urlencoded", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Starts a {@code multipart/form-data} body.
     *
     * @return a builder
     */
    static Multipart multipart() {
        return new Multipart(new ArrayList<>());
    }
}
