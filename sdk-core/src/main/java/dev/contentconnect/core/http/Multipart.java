package dev.contentconnect.core.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Builds a {@code multipart/form-data} body whose files are streamed. Belongs to one thread. */
public final class Multipart {
    private final List<HttpBody> parts;
    private final String boundary = "contentconnect-" + UUID.randomUUID();

    Multipart(List<HttpBody> parts) {
        this.parts = parts;
    }

    /**
     * Adds a text field.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     */
    public Multipart field(String name, String value) {
        parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n"
                + value + "\r\n"));
        return this;
    }

    /**
     * Adds a file.
     *
     * @param name the field's name
     * @param fileName the name to announce; quotes and line breaks in it do no harm
     * @param content its media type and bytes
     * @return this builder
     */
    public Multipart file(String name, String fileName, HttpBody content) {
        parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name)
                + "\"; filename=\"" + quoted(fileName) + "\"\r\nContent-Type: " + content.contentType()
                + "\r\n\r\n"));
        parts.add(content);
        parts.add(text("\r\n"));
        return this;
    }

    /**
     * The finished body.
     *
     * @return its length is the sum of the parts
     */
    public HttpBody build() {
        List<HttpBody> all = new java.util.ArrayList<>(parts);
        all.add(text("--" + boundary + "--\r\n"));
        return new HttpBody.Parts("multipart/form-data; boundary=" + boundary, all);
    }

    /** As HTML forms do it: a quote and line breaks are percent-encoded, everything else is UTF-8. */
    private static String quoted(String value) {
        return value.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static HttpBody text(String value) {
        return new HttpBody.Bytes("text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8));
    }
}
