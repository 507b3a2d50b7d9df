package dev.contentconnect.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** A report as one page for people: first the answer, then what to do, then the figures behind both. */
final class ReportPage {
    private static final String STYLE = style();

    private final GovernanceReport report;
    private final List<String> remarks;
    private final ZoneId zone;
    private final Html html = new Html();

    private ReportPage(GovernanceReport report, List<String> remarks) {
        this.report = report;
        this.remarks = remarks;
        this.zone = report.settings().zone();
    }

    static String write(String title, GovernanceReport report, List<String> remarks) {
        return new ReportPage(report, remarks).page(title);
    }

    private String page(String title) {
        html.line("<!DOCTYPE html>")
                .line("<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">")
                .line("<head>")
                .line("<meta charset=\"utf-8\"/>")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\"/>")
                .line("<meta name=\"referrer\" content=\"no-referrer\"/>")
                .raw("<title>")
                .text(title)
                .line("</title>")
                .line("<style>" + STYLE + "</style>")
                .line("</head>")
                .line("<body>")
                .line("<main>");
        header(title);
        if (report.basis().first() == null) {
            html.line("<p class=\"lead\">There are no events in this period yet, so there is nothing to report.</p>");
        } else {
            cards();
            todo();
            PageControl control = new PageControl(report, html);
            control.open();
            PageFlow flow = new PageFlow(report, html);
            flow.turnaround();
            flow.steps();
            flow.trend();
            control.escalations();
            control.compliance();
            control.deliveries();
            control.stops();
        }
        footer();
        return html.line("</main>").line("</body>").line("</html>").toString();
    }

    private void header(String title) {
        Instant from = report.settings().since() != null
                ? report.settings().since()
                : report.basis().first();
        html.line("<header>").raw("<h1>").data(title).line("</h1>");
        html.raw("<p class=\"soft\">")
                .text((from == null ? "As of " : Spoken.day(from, zone) + " to ")
                        + Spoken.minute(report.settings().asOf(), zone) + " ("
                        + (zone.getId().equals("Z") ? "UTC" : zone.getId()) + ")")
                .line("</p>");
        html.line("</header>");
        if (report.basis().first() != null) {
            html.raw("<p class=\"lead\">").text(lead()).line("</p>");
        }
        if (!report.basis().isComplete()) {
            html.line(
                    "<p class=\"bad\">Some of the history is missing from these figures: see the end of the page.</p>");
        }
    }

    private String lead() {
        CaseFigures cases = report.cases();
        TimeSummary turnaround = cases.turnaround();
        String numbers = Spoken.some(cases.opened(), "case") + (cases.opened() == 1 ? " was" : " were") + " opened, "
                + Html.count(cases.resolved()) + " came to their end, "
                + (cases.cancelled() == 0 ? "" : Html.count(cases.cancelled()) + " were cancelled, ")
                + Html.count(cases.open())
                + (cases.open() == 1 ? " is" : " are") + " open now.";
        if (turnaround.count() == 0) {
            return numbers + " No case has run from beginning to end yet.";
        }
        return numbers
                + (turnaround.count() == 1
                        ? " It took " + Spoken.time(turnaround.median()) + "."
                        : " Half of those that ended did so " + Spoken.within(turnaround.median()) + ", nine in ten "
                                + Spoken.within(turnaround.p90()) + ".");
    }

    private void cards() {
        CaseFigures cases = report.cases();
        ComplianceFigures compliance = report.compliance();
        EscalationFigures escalations = report.escalations();
        DeliveryFigures deliveries = report.deliveries();
        html.line("<dl class=\"cards\">");
        TimeSummary turnaround = cases.turnaround();
        PageParts.card(
                html,
                turnaround.count() == 0 ? "–" : Spoken.time(turnaround.median()),
                "Typical case",
                turnaround.count() == 0
                        ? "no case has ended"
                        : "nine in ten " + Spoken.within(turnaround.p90()) + ", longest "
                                + Spoken.time(turnaround.max()),
                false);
        PageParts.card(html, Html.count(cases.open()), "Open now", change(), false);
        long judged = compliance.valid() + compliance.violationCount();
        PageParts.card(
                html,
                judged == 0 ? "–" : Spoken.share(compliance.share()),
                "Published with approval",
                compliance.violationCount() == 0
                        ? Spoken.some(judged, "publication") + ", none without"
                        : Html.count(compliance.violationCount()) + " of " + Html.count(judged) + " without",
                compliance.violationCount() > 0);
        PageParts.card(
                html,
                Html.count(escalations.pressing()),
                "Escalated or overdue now",
                Html.count(escalations.cases()) + " escalated in the period, "
                        + Spoken.share(escalations.cases(), cases.inPeriod()) + " of cases",
                escalations.pressing() > 0);
        PageParts.card(
                html,
                cases.decided() == 0 ? "–" : Spoken.share(cases.decided() - cases.sentBack(), cases.decided()),
                "Right the first time",
                cases.decided() == 0 ? "no decisions" : "of " + Spoken.some(cases.decided(), "decided case"),
                false);
        PageParts.card(
                html,
                deliveries.deliveries() == 0 ? "–" : Spoken.share(deliveries.delivered(), deliveries.deliveries()),
                "Deliveries that arrived",
                deliveries.deliveries() == 0
                        ? "no deliveries"
                        : Html.count(deliveries.failedNow()) + " of " + Html.count(deliveries.deliveries())
                                + " failed and not sent again",
                deliveries.failedNow() > 0);
        html.line("</dl>");
    }

    private String change() {
        long change = report.cases().open() - report.cases().openBefore();
        if (report.settings().since() == null) {
            return report.open().stream()
                    .filter(item -> item.kind() != OpenItem.Kind.DELIVERY)
                    .map(OpenItem::age)
                    .max(Comparator.naturalOrder())
                    .map(age -> "the longest wait is " + Spoken.time(age))
                    .orElse("nothing waits");
        }
        return change == 0
                ? "as many as at the beginning"
                : Html.count(Math.abs(change)) + (change > 0 ? " more" : " fewer") + " than at the beginning";
    }

    private void todo() {
        List<Html> steps = Advice.of(report);
        html.line("<section>").line("<h2>What to do next</h2>");
        if (steps.isEmpty()) {
            html.line("<p class=\"good\">Nothing stands out. No action is needed.</p>");
        } else {
            html.line("<ol class=\"todo\">");
            steps.forEach(step -> html.raw("<li>").raw(step.toString()).line("</li>"));
            html.line("</ol>");
        }
        html.line("</section>");
    }

    private void footer() {
        ReportBasis basis = report.basis();
        html.line("<footer class=\"small soft\">")
                .line("<h2>How to read this page</h2>")
                .line("<dl>");
        term(
                "Typical",
                "The median: half took no longer. “Nine in ten” is the 90th percentile. Days have 24 hours;"
                        + " nights and weekends count.");
        term("Case", "From its opening to its end. Cancelled cases are left out of the times.");
        term(
                "Waiting",
                "From being asked for to the answer, and until now for what is open. What waits side by side"
                        + " counts side by side, so the sum can be longer than the cases took.");
        term(
                "Valid approval",
                "When it was published, somebody had said yes to this very version, nobody's last word was"
                        + " no or had been voided, and nobody who had been asked was still to answer.");
        term("Right the first time", "Ended without a “rejected”, “changes requested” or “expired” on the way.");
        html.raw(remarks.isEmpty() ? "" : "<dt>Please note</dt>");
        remarks.forEach(remark -> html.raw("<dd><bdi>").text(remark).line("</bdi></dd>"));
        term("Made of", Spoken.some(basis.events(), "event") + " of the audit trail; " + basisWords(basis));
        html.line("</dl>").line("</footer>");
    }

    private static String basisWords(ReportBasis basis) {
        StringBuilder words = new StringBuilder(Html.count(basis.repeated()) + " were repetitions, "
                + Html.count(basis.afterwards()) + " occurred after the moment of the report.");
        missing(words, basis.late(), "event", "came too late to be put into their place");
        missing(words, basis.droppedCases(), "open case", "could no longer be followed");
        missing(words, basis.droppedItems(), "open task or approval", "could no longer be followed");
        missing(words, basis.droppedDeliveries(), "unfinished delivery", "could no longer be followed");
        return words.toString();
    }

    private static void missing(StringBuilder words, long count, String noun, String what) {
        if (count > 0) {
            words.append(' ')
                    .append(Spoken.some(count, noun))
                    .append(' ')
                    .append(what)
                    .append('.');
        }
    }

    private void term(String term, String meaning) {
        html.raw("<dt>").text(term).raw("</dt><dd>").text(meaning).line("</dd>");
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from this library");
            }
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
