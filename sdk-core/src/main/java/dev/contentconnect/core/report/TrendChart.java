package dev.contentconnect.core.report;

import java.util.List;
import java.util.Locale;

/** Two small charts one above the other: what came in and went out, and what was left. */
final class TrendChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int PANEL = 120;
    private static final int FIRST_TOP = 30;
    private static final int SECOND_TOP = 212;
    private static final int HEIGHT = 366;

    private final TrendFigures trend;
    private final List<TrendPoint> points;
    private final double step;

    TrendChart(TrendFigures trend) {
        this.trend = trend;
        this.points = trend.points();
        this.step = (double) (WIDTH - LEFT - RIGHT) / points.size();
    }

    void write(Html html) {
        String unit = trend.unit().name().toLowerCase(Locale.ROOT);
        TrendPoint last = points.get(points.size() - 1);
        html.raw("<svg class=\"chart\" role=\"img\" aria-labelledby=\"trend-title trend-desc\" viewBox=\"0 0 ")
                .raw(WIDTH + " " + HEIGHT + "\" xmlns=\"http://www.w3.org/2000/svg\">");
        html.raw("<title id=\"trend-title\">")
                .text("Cases opened and closed per " + unit + ", and cases open at its end")
                .raw("</title><desc id=\"trend-desc\">")
                .text("From " + points.get(0).from() + " to " + last.from() + ". At the end "
                        + Spoken.some(last.backlog(), "case") + " open. The table below holds every figure.")
                .line("</desc>");
        bars(html, unit);
        backlog(html, unit);
        html.line("</svg>");
    }

    private void bars(Html html, String unit) {
        long top = round(points.stream()
                .mapToLong(point -> Math.max(point.opened(), point.closed()))
                .max()
                .orElse(0));
        label(html, LEFT, FIRST_TOP - 12, "strong", "start", "Opened and closed per " + unit);
        grid(html, FIRST_TOP, top);
        double bar = Math.min(14, step * 0.4);
        for (int i = 0; i < points.size(); i++) {
            double middle = LEFT + step * (i + 0.5);
            bar(html, "fill-pale", middle - bar, bar - 0.5, points.get(i).opened(), top);
            bar(html, "fill-main", middle + 0.5, bar - 0.5, points.get(i).closed(), top);
        }
        html.line("");
    }

    private static void bar(Html html, String fill, double x, double width, long value, long top) {
        if (value > 0) {
            double height = Math.max(1, (double) PANEL * value / top);
            html.raw(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    fill,
                    x,
                    FIRST_TOP + PANEL - height,
                    width,
                    height));
        }
    }

    private void backlog(Html html, String unit) {
        long top = round(points.stream().mapToLong(TrendPoint::backlog).max().orElse(0));
        label(html, LEFT, SECOND_TOP - 12, "strong", "start", "Open at the end of each " + unit);
        grid(html, SECOND_TOP, top);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + step * (i + 0.5), height(points.get(i), top)));
        }
        if (points.size() > 1) {
            html.line(
                    "<polyline class=\"line-main\" points=\"" + line.toString().strip() + "\"/>");
        }
        TrendPoint last = points.get(points.size() - 1);
        double x = LEFT + step * (points.size() - 0.5);
        html.line(String.format(
                Locale.ROOT, "<circle class=\"fill-main\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, height(last, top)));
        label(html, x, height(last, top) - 10, "strong", "end", Html.count(last.backlog()));
        days(html);
    }

    private static double height(TrendPoint point, long top) {
        return SECOND_TOP + PANEL - (double) PANEL * Math.max(0, point.backlog()) / top;
    }

    /** At most seven dates, three of them also on a small screen. */
    private void days(Html html) {
        int every = Math.max(1, (points.size() + 6) / 7);
        for (int i = 0; i < points.size(); i += every) {
            String size = i % (every * 3) == 0 ? "" : "minor";
            double x = LEFT + step * (i + 0.5);
            boolean atEnd = x > WIDTH - 60 && points.size() > 1;
            String anchor = atEnd ? "end" : x < LEFT + 30 ? "start" : "middle";
            double place = atEnd ? WIDTH - RIGHT : x;
            label(
                    html,
                    place,
                    SECOND_TOP + PANEL + 22,
                    size,
                    anchor,
                    Spoken.point(points.get(i).from(), trend.unit()));
        }
        html.line("");
    }

    private static void grid(Html html, int y, long top) {
        for (int i = 0; i <= 2; i++) {
            double at = y + PANEL - PANEL * i / 2.0;
            html.raw(String.format(
                    Locale.ROOT,
                    "<line class=\"line-grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    at,
                    at));
            label(html, LEFT - 8, at + 4, i == 1 ? "minor" : "", "end", Html.count(top * i / 2));
        }
        html.line("");
    }

    private static void label(Html html, double x, double y, String kind, String anchor, String words) {
        html.raw(String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">",
                        kind,
                        x,
                        y,
                        anchor))
                .text(words)
                .raw("</text>");
    }

    /** An even number with one digit that counts, so that the axis has round marks. */
    private static long round(long most) {
        long unit = 1;
        while (unit * 10 < most) {
            unit *= 10;
        }
        for (long top : new long[] {2, 4, 6, 8, 10}) {
            if (top * unit >= most) {
                return top * unit;
            }
        }
        return 20 * unit;
    }
}
