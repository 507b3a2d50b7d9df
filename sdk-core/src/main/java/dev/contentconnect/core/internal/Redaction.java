package dev.contentconnect.core.internal;

import java.util.regex.Pattern;

/** Makes text from outside fit for logs and exceptions: one line, capped, without what looks like a secret. */
public final class Redaction {
    /** What stands where a secret stood. */
    public static final String MASK = "***";

    private static final int MAX_SCANNED = 4_000;
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)authorization|cookie|password|passwd|secret|token|ticket|api[_-]?key|signature|credential");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic|negotiate)\\s+[A-Za-z0-9._~+/=*-]{6,}");
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*\\.?[A-Za-z0-9_-]*");
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)([\"']?[\\w-]*(?:password|passwd|secret|token|ticket|api[_-]?key|signature|credential|authorization|cookie)[\\w-]*[\"']?\\s*[:=]\\s*)"
                    + "(\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)|'[^']*(?:'|$)|[^\\s,;&}\"']+)");

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
        String out = MEMBER.matcher(scanned).replaceAll("$1" + MASK);
        out = BEARER.matcher(out).replaceAll("$1 " + MASK);
        out = JWT.matcher(out).replaceAll(MASK);
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
            if (c == ':' || c == '=' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return !text.contains("eyJ");
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
