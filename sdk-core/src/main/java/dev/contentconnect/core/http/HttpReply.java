package dev.contentconnect.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer. Its body is in memory, or a stream that must be closed. */
public final class HttpReply implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];

    private final URI uri;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final long wireBytes;
    private final @Nullable InputStream stream;
    private final Presented presented;

    private HttpReply(
            URI uri,
            int status,
            HttpHeaders headers,
            byte[] body,
            long wireBytes,
            @Nullable InputStream stream,
            Presented presented) {
        this.uri = uri;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.wireBytes = wireBytes;
        this.stream = stream;
        this.presented = presented;
    }

    /**
     * An answer in memory.
     *
     * @param uri the address that answered, after redirects
     * @param status the HTTP status
     * @param headers its headers
     * @param body its body, decompressed; not copied
     * @return the answer
     */
    public static HttpReply of(URI uri, int status, HttpHeaders headers, byte[] body) {
        return new HttpReply(uri, status, headers, body, body.length, null, new Presented());
    }

    static HttpReply of(URI uri, int status, HttpHeaders headers, byte[] body, long wireBytes, Presented presented) {
        return new HttpReply(uri, status, headers, body, wireBytes, null, presented);
    }

    static HttpReply streamed(URI uri, int status, HttpHeaders headers, InputStream stream, Presented presented) {
        return new HttpReply(uri, status, headers, NOTHING, -1, stream, presented);
    }

    /** The same answer to a call that presented something; steps may have put another in its place. */
    HttpReply to(HttpCall call) {
        return presented == call.presented()
                ? this
                : new HttpReply(uri, status, headers, body, wireBytes, stream, call.presented());
    }

    /**
     * Words out of this answer for a message, without the secrets that the call presented, which some systems repeat. What an
     * error decoder says, and what fails to decode, need not be asked for: the channel masks that.
     *
     * @param words what the system says
     * @return the same words, with masks
     */
    public String masked(String words) {
        return presented.masking().known().mask(words);
    }

    /** Takes what was presented out of what is said about this answer. */
    Masking masking() {
        return presented.masking();
    }

    /**
     * The address that answered.
     *
     * @return after redirects
     */
    public URI uri() {
        return uri;
    }

    /**
     * The HTTP status.
     *
     * @return 200 to 599
     */
    public int status() {
        return status;
    }

    /**
     * All headers.
     *
     * @return names in any letter case
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The first value of a header.
     *
     * @param name any letter case
     * @return the value, or nothing
     */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * The body in memory.
     *
     * @return not copied; empty for a streamed answer
     */
    public byte[] body() {
        return body;
    }

    /**
     * The body as text, taken as UTF-8.
     *
     * @return for messages and small texts
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as a stream.
     *
     * @return a stream over the network for a streamed call, else over memory, decompressed; closing it releases the
     *     connection
     */
    public InputStream stream() {
        return stream != null ? stream : new ByteArrayInputStream(body);
    }

    /** Whether the body comes compressed, whatever was asked for; it is handed out as it was before. */
    static boolean isPacked(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding")
                .map(encoding -> encoding.toLowerCase(Locale.ROOT).contains("gzip"))
                .orElse(false);
    }

    /**
     * How many bytes of body came over the wire.
     *
     * @return -1 for a streamed answer
     */
    public long wireBytes() {
        return wireBytes;
    }

    /** Releases the connection of a streamed answer; does nothing for one in memory. */
    @Override
    public void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException alreadyBroken) {
                // Nothing is lost: whoever closes early does not want the rest.
                return;
            }
        }
    }

    /** Status and size only. */
    @Override
    public String toString() {
        return status + ", " + wireBytes + " bytes";
    }
}
