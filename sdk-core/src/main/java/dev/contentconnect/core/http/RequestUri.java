package dev.contentconnect.core.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Builds the address of a request. Everything given to {@link #path} and {@link #query} is raw and is percent-encoded,
 * colons, blanks, plus signs and percent signs included, so that the server sees exactly what was given. Belongs to one
 * thread.
 */
public final class RequestUri {
    private static final int MAX_PORT = 65_535;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder out;
    private boolean hasQuery;

    private RequestUri(String base) {
        this.out = new StringBuilder(base.length() + 64).append(base);
    }

    /**
     * Starts at a base address.
     *
     * @param base an absolute address; its query and fragment are dropped, a slash at its end does not matter
     * @return a builder
     */
    public static RequestUri of(URI base) {
        String text = base.toString();
        int end = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
                break;
            }
        }
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return new RequestUri(text.substring(0, end));
    }

    /**
     * Adds path segments.
     *
     * @param segments raw; each becomes exactly one segment, whatever it holds
     * @return this builder
     * @throws IllegalArgumentException when a segment is empty, {@code .} or {@code ..}, which would change the path
     */
    public RequestUri path(String... segments) {
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("not a path segment: \"" + segment + "\"");
            }
            out.append('/');
            encode(segment);
        }
        return this;
    }

    /**
     * Adds a path that is written out in our own code or configuration.
     *
     * @param path already encoded where needed, for example {@code /workflow/v1/tasks}; slashes stay slashes
     * @return this builder
     */
    public RequestUri at(String path) {
        if (!path.startsWith("/")) {
            out.append('/');
        }
        out.append(path);
        hasQuery |= path.indexOf('?') >= 0;
        return this;
    }

    /**
     * Ends the path with a slash, for systems that insist on it.
     *
     * @return this builder
     */
    public RequestUri slash() {
        out.append('/');
        return this;
    }

    /**
     * Adds a query parameter.
     *
     * @param name raw
     * @param value raw; null adds nothing; a collection adds the parameter once for each element
     * @return this builder
     */
    public RequestUri query(String name, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> query(name, one));
            return this;
        }
        if (value != null) {
            out.append(hasQuery ? '&' : '?');
            hasQuery = true;
            encode(name);
            out.append('=');
            encode(value.toString());
        }
        return this;
    }

    /**
     * Percent-encodes a value for a place in a path, a query or a form, for addresses that are made of templates.
     *
     * @param raw anything
     * @return only unreserved characters and percent signs
     */
    public static String encoded(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        encode(out, raw);
        return out.toString();
    }

    /**
     * The address.
     *
     * @return an absolute address
     */
    public URI build() {
        return URI.create(out.toString());
    }

    /**
     * Reads an address that came from a system, for example a link to a file. What is encoded stays encoded, byte for
     * byte; characters that an address cannot hold, such as raw blanks, are encoded.
     *
     * @param base what a relative address is relative to
     * @param text the address as it came
     * @return an absolute address without fragment
     * @throws IllegalArgumentException when no address can be made of it, or it is neither http nor https; the message
     *     does not repeat it
     */
    public static URI lenient(URI base, String text) {
        RequestUri cleaned = new RequestUri("");
        String stripped = text.strip();
        int end = stripped.indexOf('#');
        stripped = end < 0 ? stripped : stripped.substring(0, end);
        for (int i = 0; i < stripped.length(); ) {
            int c = stripped.codePointAt(i);
            if (c == '%' && isHexPair(stripped, i + 1)) {
                cleaned.out.append('%');
            } else if (c > ' ' && c < 0x7f && "\"<>\\^`{|}%".indexOf(c) < 0 && !isStrayBracket(c, cleaned.out)) {
                cleaned.out.append((char) c);
            } else {
                cleaned.encode(Character.toString(c));
            }
            i += Character.charCount(c);
        }
        URI uri;
        try {
            uri = resolve(base, URI.create(cleaned.out.toString()));
        } catch (IllegalArgumentException e) {
            // Not kept as a cause: it quotes the address, and links to files carry signatures.
            throw new IllegalArgumentException("not an address");
        }
        return checked(uri);
    }

    /** An address that a request can be sent to; what it is stays out of the message. */
    static URI checked(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException("not an http or https address with a host");
        }
        return uri;
    }

    /**
     * The host of an address for messages, with its port where it names one.
     *
     * @param uri an absolute address
     * @return for example {@code app.example} or {@code 127.0.0.1:8080}
     */
    public static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + host(uri);
    }

    /**
     * Whether two addresses have the same scheme, host and port, so that what one may see the other may see.
     *
     * @param one an absolute address
     * @param other an absolute address
     * @return true also where one names the scheme's usual port and the other none
     */
    public static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** The library drops the last segment of the path for a link that is a query only; RFC 3986 section 5.4 keeps it. */
    private static URI resolve(URI base, URI link) {
        boolean queryOnly = !link.isAbsolute()
                && link.getRawAuthority() == null
                && link.getRawPath().isEmpty();
        if (!queryOnly) {
            return base.resolve(link);
        }
        String query = link.getRawQuery() != null ? link.getRawQuery() : base.getRawQuery();
        String text = base.toString();
        String path = text.split("[?#]", 2)[0];
        return URI.create(query == null ? path : path + "?" + query);
    }

    /** Brackets belong around an IPv6 address and into a query; in a path they must be encoded. */
    private static boolean isStrayBracket(int c, StringBuilder before) {
        if (c != '[' && c != ']') {
            return false;
        }
        int authority = before.indexOf("//");
        boolean inAuthority = authority >= 0 && before.indexOf("/", authority + 2) < 0;
        return !inAuthority && before.indexOf("?") < 0;
    }

    private static boolean isHexPair(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    /** Percent-encodes for a path segment, a query or a form: only unreserved characters stay. */
    static void encode(StringBuilder out, String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isUnreserved(c)) {
                out.append(c);
            } else if (c < 0x80) {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                int codePoint = raw.codePointAt(i);
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
    }

    private void encode(String raw) {
        encode(out, raw);
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
