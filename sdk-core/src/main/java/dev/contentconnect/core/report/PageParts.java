package dev.contentconnect.core.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small pieces that several sections of the page use. */
final class PageParts {
    private PageParts() {}

    /** What an open item is, in words: {@code the legal approval of “Spring launch”}. */
    static void what(Html html, OpenItem item) {
        String kind = item.kind().name().toLowerCase(Locale.ROOT);
        html.text("the ");
        if (item.step() != null && item.kind() != OpenItem.Kind.CASE) {
            html.data(item.step()).text(" ");
        }
        html.text(kind);
        String name = name(item);
        if (name != null) {
            html.text(item.kind() == OpenItem.Kind.CASE ? " “" : " of “")
                    .data(name)
                    .text("”");
        }
    }

    /** What people would call the thing. */
    static @Nullable String name(OpenItem item) {
        if (item.title() != null) {
            return item.title();
        }
        if (item.caseKey() != null) {
            return item.caseKey();
        }
        return item.caseRef() != null
                ? item.caseRef().toString()
                : item.subject() == null ? null : item.subject().toString();
    }

    /** A bar as long as a share of the cell; the figure itself stands beside it. */
    static void bar(Html html, double share, String fill) {
        double width = Math.max(share > 0 ? 0.8 : 0, Math.min(100, share * 100));
        html.raw(String.format(
                Locale.ROOT,
                "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\""
                        + " xmlns=\"http://www.w3.org/2000/svg\">"
                        + "<rect class=\"%s\" width=\"%.1f\" height=\"10\"/></svg>",
                fill,
                width));
    }

    static void card(Html html, String figure, String name, String more, boolean bad) {
        html.raw("<div><dt>")
                .text(name)
                .raw("</dt><dd" + (bad ? " class=\"bad\"" : "") + ">")
                .text(figure)
                .raw("</dd>");
        if (!more.isEmpty()) {
            html.raw("<dd class=\"more\">").text(more).raw("</dd>");
        }
        html.line("</div>");
    }

    static void number(Html html, String figure) {
        html.raw("<td class=\"n\">").text(figure).raw("</td>");
    }

    static void wideNumber(Html html, String figure) {
        html.raw("<td class=\"n wide\">").text(figure).raw("</td>");
    }
}
