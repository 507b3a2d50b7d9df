package dev.contentconnect.core.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections on how the work flows: turnaround, where time goes, trend. */
final class PageFlow {
    private static final int MOST_ROWS = 12;

    private final GovernanceReport report;
    private final Html html;

    PageFlow(GovernanceReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void turnaround() {
        CaseFigures cases = report.cases();
        TimeSummary all = cases.turnaround();
        html.line("<section>").line("<h2>How long cases take</h2>");
        if (all.count() == 0) {
            html.line("<p>No case has run from beginning to end in this period.</p>")
                    .line("</section>");
            return;
        }
        html.line("<table class=\"keep bars\"><caption>" + Spoken.some(all.count(), "case")
                + " by length, from opening to end</caption>");
        html.line(
                "<thead><tr><th scope=\"col\">Length</th><th scope=\"col\" class=\"bar\"><span></span></th>"
                        + "<th scope=\"col\" class=\"n\">Cases</th><th scope=\"col\" class=\"n\">Share</th></tr></thead><tbody>");
        long most = cases.distribution().stream()
                .mapToLong(CaseFigures.LengthCount::count)
                .max()
                .orElse(1);
        Duration before = Duration.ZERO;
        long left = all.count();
        for (CaseFigures.LengthCount length : cases.distribution()) {
            if (left == 0) {
                break;
            }
            left -= length.count();
            html.raw("<tr><th scope=\"row\">")
                    .text(length(before, length.upTo()))
                    .raw("</th><td class=\"bar\">");
            PageParts.bar(html, (double) length.count() / most, "fill-main");
            html.raw("</td>");
            PageParts.number(html, Html.count(length.count()));
            PageParts.number(html, Spoken.share(length.count(), all.count()));
            html.line("</tr>");
            before = length.upTo() == null ? before : length.upTo();
        }
        html.line("</tbody></table>");
        if (cases.onHold().count() > 0) {
            html.raw("<p class=\"small soft\">")
                    .text(Spoken.some(cases.onHold().count(), "case") + " stood on hold on the way, typically for "
                            + Spoken.time(cases.onHold().median()) + "; that time is included.")
                    .line("</p>");
        }
        types(cases.byType());
        html.line("</section>");
    }

    private static String length(Duration before, @Nullable Duration upTo) {
        if (upTo == null) {
            return "over " + bound(before);
        }
        if (before.isZero()) {
            return "up to " + bound(upTo);
        }
        boolean sameUnit = before.toDays() > 0 == upTo.toDays() > 0;
        return (sameUnit ? bound(before).split(" ", 2)[0] : bound(before)) + " to " + bound(upTo);
    }

    /** The scale has whole hours below a day and whole days from there on. */
    private static String bound(Duration bound) {
        return bound.toDays() > 0 ? Spoken.some(bound.toDays(), "day") : Spoken.some(bound.toHours(), "hour");
    }

    private void types(Map<String, TimeSummary> types) {
        if (types.size() < 2) {
            return;
        }
        html.line("<table><caption>By kind of case, most frequent first</caption><thead><tr>"
                + "<th scope=\"col\">Kind</th><th scope=\"col\" class=\"n\">Cases</th>"
                + "<th scope=\"col\" class=\"n\">Typical</th><th scope=\"col\" class=\"n\">Nine in ten within</th>"
                + "<th scope=\"col\" class=\"n wide\">Longest</th></tr></thead><tbody>");
        types.entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().count(), a.getValue().count()))
                .limit(MOST_ROWS)
                .forEach(type -> {
                    html.raw("<tr><th scope=\"row\">").data(type.getKey()).raw("</th>");
                    PageParts.number(html, Html.count(type.getValue().count()));
                    PageParts.number(html, Spoken.time(type.getValue().median()));
                    PageParts.number(html, Spoken.time(type.getValue().p90()));
                    PageParts.wideNumber(html, Spoken.time(type.getValue().max()));
                    html.line("</tr>");
                });
        html.line("</tbody></table>");
    }

    void steps() {
        html.line("<section>").line("<h2>Where time goes</h2>");
        if (report.steps().isEmpty() && report.stakeholders().isEmpty()) {
            html.line("<p>No task or approval is on record in this period.</p>").line("</section>");
            return;
        }
        html.line("<p>All waiting for answers, added up: who is waited for, and how much of the waiting that is.</p>");
        double most = Stream.concat(report.stakeholders().stream(), report.steps().stream())
                .mapToDouble(StepFigures::share)
                .max()
                .orElse(0);
        table(report.stakeholders(), most, "Approvals, by stakeholder", "Stakeholder", true);
        table(report.steps(), most, "Tasks, by step", "Step", false);
        html.line("</section>");
    }

    private void table(List<StepFigures> rows, double most, String caption, String first, boolean decisions) {
        if (rows.isEmpty()) {
            return;
        }
        html.raw("<div class=\"scroll\"><table><caption>").text(caption).raw("</caption><thead><tr>");
        html.raw("<th scope=\"col\">").text(first).raw("</th>");
        html.raw("<th scope=\"col\" class=\"bar\">Share of waiting</th><th scope=\"col\" class=\"n\"><span></span></th>"
                + "<th scope=\"col\" class=\"n\">Typical answer</th>"
                + "<th scope=\"col\" class=\"n wide\">Nine in ten within</th>"
                + "<th scope=\"col\" class=\"n wide\">Until taken</th>"
                + "<th scope=\"col\" class=\"n wide\">Answered</th>");
        if (decisions) {
            html.raw(
                    "<th scope=\"col\" class=\"n wide\">Said no</th><th scope=\"col\" class=\"n wide\">Asked again</th>");
        }
        html.line("<th scope=\"col\" class=\"n\">Open now</th></tr></thead><tbody>");
        rows.stream().limit(MOST_ROWS).forEach(row -> row(row, most, decisions));
        html.line("</tbody></table></div>");
        if (rows.size() > MOST_ROWS) {
            html.raw("<p class=\"small soft\">")
                    .text("and " + Html.count(rows.size() - MOST_ROWS) + " more with less waiting")
                    .line("</p>");
        }
    }

    private void row(StepFigures row, double most, boolean decisions) {
        html.raw("<tr><th scope=\"row\">").data(row.name()).raw("</th><td class=\"bar\">");
        PageParts.bar(html, most == 0 ? 0 : row.share() / most, "fill-main");
        html.raw("</td>");
        PageParts.number(html, Spoken.share(row.share()));
        PageParts.number(
                html,
                row.waiting().count() == 0 ? "–" : Spoken.time(row.waiting().median()));
        PageParts.wideNumber(
                html,
                row.waiting().count() == 0 ? "–" : Spoken.time(row.waiting().p90()));
        PageParts.wideNumber(
                html,
                row.untilTaken().count() == 0
                        ? "–"
                        : Spoken.time(row.untilTaken().median()));
        PageParts.wideNumber(html, Html.count(row.answered()));
        if (decisions) {
            long no = row.outcomes().entrySet().stream()
                    .filter(entry ->
                            List.of("rejected", "changes_requested", "expired").contains(entry.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            PageParts.wideNumber(html, Spoken.share(no, row.answered()));
            PageParts.wideNumber(html, Html.count(row.askedAgain()));
        }
        PageParts.number(html, Html.count(row.open()));
        html.line("</tr>");
    }

    void trend() {
        TrendFigures trend = report.trend();
        html.line("<section>").line("<h2>What comes in, what goes out</h2>");
        if (trend.points().isEmpty()) {
            html.line("<p>No case was opened or closed in this period.</p>").line("</section>");
            return;
        }
        html.line(
                "<p class=\"small\"><span class=\"key pale\"></span>opened<span class=\"key main\"></span>closed</p>");
        new TrendChart(trend).write(html);
        String unit = trend.unit().name().toLowerCase(Locale.ROOT);
        html.line("<details><summary>The same as a table</summary>");
        html.line("<table><thead><tr><th scope=\"col\">" + (unit.equals("day") ? "Day" : "From")
                + "</th><th scope=\"col\" class=\"n\">Opened</th><th scope=\"col\" class=\"n\">Closed</th>"
                + "<th scope=\"col\" class=\"n\">Open at the end</th></tr></thead><tbody>");
        for (TrendPoint point : trend.points()) {
            html.raw("<tr><th scope=\"row\">").text(point.from().toString()).raw("</th>");
            PageParts.number(html, Html.count(point.opened()));
            PageParts.number(html, Html.count(point.closed()));
            PageParts.number(html, Html.count(point.backlog()));
            html.line("</tr>");
        }
        html.line("</tbody></table></details>").line("</section>");
    }
}
