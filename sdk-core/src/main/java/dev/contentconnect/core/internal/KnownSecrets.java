package dev.contentconnect.core.internal;

import dev.contentconnect.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Secrets that were sent to a system, to be found in what it says. {@link Redaction} knows secrets by what stands around
 * them; here they are known by their letters, as they are or as percent-encoding, JSON, HTML and Base64 write them.
 *
 * <p>What is shorter than {@value #SHORTEST} characters is not looked for: such a word stands in any message. Of a long
 * secret its first {@value #HEAD} characters are enough, and the mask covers as much of it as is there, because systems
 * cut off what they quote.
 */
public final class KnownSecrets {
    /** No secret that is shorter is looked for. */
    static final int SHORTEST = 6;

    /** What is shorter counts only where no letter or digit stands beside it. */
    private static final int SAFE = 8;

    private static final int HEAD = 16;

    private final Set<String> forms = new LinkedHashSet<>();

    private KnownSecrets() {}

    /**
     * Secrets to look for.
     *
     * @param secrets any; short ones are left out
     * @return what masks them
     */
    public static KnownSecrets of(Collection<String> secrets) {
        KnownSecrets out = new KnownSecrets();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                out.add(secret);
            }
        }
        return out;
    }

    /**
     * Masks the secrets wherever they stand.
     *
     * @param text from a system
     * @return the same text where none stands in it
     */
    public String mask(String text) {
        String[] all = forms.toArray(String[]::new);
        int[] next = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            next[i] = find(text, all[i], 0);
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int from = first(next); from >= 0; from = first(next)) {
            // Several forms begin alike, and the one that goes on longest is the one that was written.
            int end = from;
            for (int i = 0; i < all.length; i++) {
                if (next[i] >= from && next[i] <= end) {
                    end = Math.max(end, end(text, all[i], next[i]));
                }
            }
            out.append(text, done, from).append(Redaction.MASK);
            done = end;
            for (int i = 0; i < all.length; i++) {
                if (next[i] >= 0 && next[i] < done) {
                    next[i] = find(text, all[i], done);
                }
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static int first(int[] places) {
        int out = -1;
        for (int place : places) {
            out = place >= 0 && (out < 0 || place < out) ? place : out;
        }
        return out;
    }

    private void add(String secret) {
        forms.add(secret);
        String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String encoded : List.of(percent, percent.replace("+", "%20"))) {
            forms.add(encoded);
            forms.add(lowerHex(encoded));
        }
        byte[] quoted = Json.encode(secret);
        String json = new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        // Some JSON writers escape what would mean something to HTML.
        forms.add(json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("=", "\\u003d")
                .replace("'", "\\u0027"));
        String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(html);
        forms.add(html.replace("\"", "&quot;").replace("'", "&#39;"));
        forms.add(html.replace("\"", "&#34;").replace("'", "&#x27;"));
        for (int before = 0; before < 3; before++) {
            base64(secret, before);
        }
    }

    /** Base64 writes three bytes as four letters, so the same text looks different after one byte, or two. */
    private void base64(String secret, int before) {
        byte[] bytes = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        // The letters at both ends also hold bits of what stands beside.
        int from = before == 0 ? 0 : before + 1;
        String sure = text.substring(from, bytes.length * 4 / 3);
        if (sure.length() >= SAFE) {
            forms.add(sure);
            forms.add(sure.replace('+', '-').replace('/', '_'));
        }
    }

    private static String lowerHex(String percent) {
        StringBuilder out = new StringBuilder(percent);
        for (int at = out.indexOf("%"); at >= 0 && at + 2 < out.length(); at = out.indexOf("%", at + 1)) {
            out.replace(at, at + 3, out.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String head(String form) {
        return form.length() > HEAD ? form.substring(0, HEAD) : form;
    }

    private static int find(String text, String form, int from) {
        String head = head(form);
        int at = text.indexOf(head, from);
        while (at >= 0 && form.length() < SAFE && !isAlone(text, at, at + head.length())) {
            at = text.indexOf(head, at + 1);
        }
        return at;
    }

    private static int end(String text, String form, int at) {
        int end = at + head(form).length();
        while (end < text.length() && end - at < form.length() && text.charAt(end) == form.charAt(end - at)) {
            end++;
        }
        return end;
    }

    private static boolean isAlone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    /** How many forms; not which. */
    @Override
    public String toString() {
        return "KnownSecrets[" + forms.size() + "]";
    }
}
