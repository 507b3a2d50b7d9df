package dev.contentconnect.core.report;

import java.util.Locale;

/**
 * Markup that is HTML and well-formed XML at once. Everything that is not written with {@link #raw} is escaped. What comes
 * from data stands in {@code bdi}, so that text from right to left does not turn what is around it.
 */
final class Html {
    private static final int LONGEST = 140;

    private final StringBuilder out = new StringBuilder(1 << 15);

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html line(String markup) {
        return raw(markup).raw("\n");
    }

    /** Words of our own. */
    Html text(String words) {
        out.append(escape(words));
        return this;
    }

    /** Words from elsewhere, cut when they are too long. */
    Html data(String words) {
        int length = words.codePointCount(0, words.length());
        String shown = length <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
        return raw("<bdi>").text(shown).raw("</bdi>");
    }

    Html number(long number) {
        return text(count(number));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isShowable(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** What XML lets stand in a document. */
    private static boolean isShowable(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point < 0x7F)
                || (point > 0x9F && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
