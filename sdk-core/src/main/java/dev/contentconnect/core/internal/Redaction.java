package dev.contentconnect.core.internal;

import java.util.regex.Pattern;

/** Makes text from outside fit for logs and exceptions: one line, capped, without what looks like a secret. */
public final class Redaction {
    /** What stands where a secret stood. */
    public static final String MASK = "***";

    private static final int MAX_SCANNED = 4_000;
    private static final String NAMES = "(?:authorization|cookie|passwo?r?d|passphrase|pwd|secret|token|ticket"
            + "|api[_-]?key|access[_-]?key|private[_-]?key|signature|credential|session[_-]?id)";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + NAMES + "|^sig$");

    // Every repetition below is possessive or starts at the edge of a word: hostile text must not make these slow.
    private static final String GAP = "\\\\*+[\"']?\\s*+[:=]\\s*+";
    private static final String QUOTED =
            "\\\\++\"[^\"]*+(?:\"|$)" + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+(?:\"|\\\\?$)" + "|'[^']*+(?:'|$)";
    private static final Pattern HEADER = Pattern.compile(
            "(?is)((?:authorization|cookie)" + GAP + ")(?:" + QUOTED + "|[^\\r\\n\"'\\\\{\\[][^\\r\\n]*+)");
    private static final Pattern MEMBER = Pattern.compile("(?is)(?<![\\w-])((?:sig|[\\w-]*?" + NAMES + "[\\w-]*+)" + GAP
            + ")(?:" + QUOTED + "|\\[[^\\]]*+(?:\\]|$)|\\{[^}]*+(?:\\}|$)"
            + "|[^\\s,;&}\\]\"'<]++(?:[,;}\\]]++[^\\s,;&}\\]\"'<]++)*+)");
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)(<[\\w:.-]*?" + NAMES + "[\\w:.-]*+(?:\\s[^>]*+)?>)[^<]++");
    /** Up to the last @ before the path: passwords hold some that nobody encoded. */
    private static final Pattern USER_INFO = Pattern.compile("://[^/?#\\s\"'<>]+@");

    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(bearer|basic|negotiate)\\s+[A-Za-z0-9._~+/=*-]{6,}+");
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+\\.?[A-Za-z0-9_-]*+");

    private Redaction() {}

    /**
     * Cleans a text.
     *
     * @param text from anywhere
     * @param max the most characters to keep
     * @return one line of at most {@code max} characters
     */
    public static String clean(String text, int max) {
        if (text.length() < max && isOneHarmlessWord(text)) {
            return text;
        }
        String scanned = text.length() > MAX_SCANNED ? text.substring(0, MAX_SCANNED) : text;
        String out = mask(scanned);
        StringBuilder line = new StringBuilder(Math.min(out.length(), max));
        boolean blank = false;
        for (int i = 0; i < out.length() && line.length() < max; i++) {
            char c = out.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
            if (!space) {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(c);
            }
            blank = space;
        }
        return line.length() >= max ? line.substring(0, max - 1) + "…" : line.toString();
    }

    /**
     * Whether none of the patterns can match: request ids, on every answer, need no search. Searching them took a third of
     * the processor time of a small call.
     */
    private static boolean isOneHarmlessWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=' || c == '<' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return !text.contains("eyJ");
    }

    /**
     * Masks what looks like a secret and keeps everything else, line breaks included.
     *
     * @param text from anywhere
     * @return the text, with masks
     */
    public static String mask(String text) {
        String out = HEADER.matcher(text).replaceAll("$1" + MASK);
        out = USER_INFO.matcher(out).replaceAll("://" + MASK + "@");
        out = ELEMENT.matcher(out).replaceAll("$1" + MASK);
        out = BEARER.matcher(out).replaceAll("$1 " + MASK);
        out = MEMBER.matcher(out).replaceAll("$1" + MASK);
        return JWT.matcher(out).replaceAll(MASK);
    }

    /**
     * Whether a header or parameter of this name carries a secret.
     *
     * @param name the name, any letter case
     * @return true when its value must not be shown
     */
    public static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name).find();
    }
}
