package dev.contentconnect.vip.map;

import dev.contentconnect.vip.wire.WireText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text without the markup that WordPress puts around it. */
public final class PlainText {
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "hellip", "…", "ndash", "–",
            "mdash", "—");

    private PlainText() {}

    /**
     * A text as it was written, as far as the server shows it. Users without the right to write HTML find their
     * {@code &} as an entity even in the raw form, so entities are read in both.
     *
     * @param text its two forms
     * @return the text; null for none
     */
    public static @Nullable String of(@Nullable WireText text) {
        if (text == null) {
            return null;
        }
        String plain =
                text.raw() != null ? unescaped(text.raw()) : text.rendered() == null ? "" : shown(text.rendered());
        return plain.isBlank() ? null : plain;
    }

    /**
     * What a reader sees of HTML.
     *
     * @param html the markup
     * @return the text without tags, entities read
     */
    public static String shown(String html) {
        String lines = html.replaceAll("(?i)<br\\s*/?>\\s*|</p>\\s*<p[^>]*>", "\n");
        return unescaped(lines.replaceAll("<[^<>]*+>", "")).strip();
    }

    /**
     * Plain text as HTML that shows it.
     *
     * @param text any text
     * @return without signs that mean something in HTML
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Reads entities, once: what was escaped twice stays escaped once.
     *
     * @param text with entities
     * @return without those that are known
     */
    public static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String otherwise) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, otherwise);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : otherwise;
    }
}
