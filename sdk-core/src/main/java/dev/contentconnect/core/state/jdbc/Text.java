package dev.contentconnect.core.state.jdbc;

/**
 * Makes any Java text fit for a text column. PostgreSQL takes no NUL, and neither database takes half a surrogate pair;
 * both can come from other systems. Such a character is kept as U+001A and four hex digits, and so is U+001A itself.
 */
final class Text {
    static final char MARK = '\u001a';

    private Text() {}

    static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isAwkward(text, i)) {
                return encode(text, i);
            }
        }
        return text;
    }

    private static String encode(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAwkward(text, i)) {
                out.append(MARK).append(String.format("%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isAwkward(String text, int i) {
        char c = text.charAt(i);
        if (c == 0 || c == MARK) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    static String decode(String stored) {
        int mark = stored.indexOf(MARK);
        if (mark < 0) {
            return stored;
        }
        StringBuilder out = new StringBuilder(stored.length());
        int done = 0;
        for (; mark >= 0; mark = stored.indexOf(MARK, done)) {
            if (mark + 5 > stored.length()) {
                throw new IllegalArgumentException("a text ends within a character");
            }
            out.append(stored, done, mark).append((char) Integer.parseInt(stored, mark + 1, mark + 5, 16));
            done = mark + 5;
        }
        return out.append(stored, done, stored.length()).toString();
    }
}
