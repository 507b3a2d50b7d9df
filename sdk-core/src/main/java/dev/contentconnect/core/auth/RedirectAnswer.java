package dev.contentconnect.core.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the address that a person came back to. Nothing of it gets into a message here: it holds a code. */
final class RedirectAnswer {
    private static final int MAX_CHARS = 16_384;

    private RedirectAnswer() {}

    /** The parameters; null when it is too long, badly encoded, or has one twice, which RFC 6749 section 3.1 forbids. */
    static @Nullable Map<String, String> read(String returned) {
        String text = returned.strip();
        if (text.length() > MAX_CHARS) {
            return null;
        }
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        int mark = text.indexOf('?');
        Map<String, String> out = new HashMap<>();
        for (String pair : text.substring(mark + 1).split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                if (out.put(decoded(name), decoded(value)) != null) {
                    return null;
                }
            } catch (IllegalArgumentException badlyEncoded) {
                return null;
            }
        }
        return out;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
