package dev.contentconnect.core.report;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The sections on what needs control: what waits now, escalations, compliance, deliveries, stopped flows. */
final class PageControl {
    private static final int MOST_VIOLATIONS = 25;
    private static final int MOST_OPEN = 10;

    private final GovernanceReport report;
    private final Html html;
    private final ZoneId zone;

    PageControl(GovernanceReport report, Html html) {
        this.report = report;
        this.html = html;
        this.zone = report.settings().zone();
    }

    void open() {
        html.line("<section>").line("<h2>What needs somebody now</h2>");
        if (report.open().isEmpty()) {
            html.line("<p class=\"good\">Nothing is open.</p>").line("</section>");
            return;
        }
        html.line(
                "<div class=\"scroll\"><table><caption>The most pressing first</caption><thead><tr><th scope=\"col\">Waits for</th><th scope=\"col\">Case</th>"
                        + "<th scope=\"col\" class=\"n\">Waiting</th></tr></thead><tbody>");
        report.open().stream().limit(MOST_OPEN).forEach(this::openRow);
        html.line("</tbody></table></div>");
        if (report.open().size() > MOST_OPEN) {
            html.line("<p class=\"small soft\">and more, less pressing</p>");
        }
        html.line("</section>");
    }

    private void openRow(OpenItem item) {
        html.raw("<tr><th scope=\"row\">");
        switch (item.kind()) {
            case DELIVERY -> html.text("another attempt").raw(" <span class=\"soft small\">delivery</span>");
            case CASE -> html.text("the next step");
            default ->
                html.data(item.step() == null ? "an answer" : item.step())
                        .raw(" <span class=\"soft small\">" + item.kind().name().toLowerCase(Locale.ROOT) + "</span>");
        }
        html.raw("<br/>");
        mark("escalated", item.escalated());
        mark("overdue", item.overdue());
        mark("failed", item.kind() == OpenItem.Kind.DELIVERY);
        html.raw("</th><td class=\"words\">");
        String name = PageParts.name(item);
        if (name != null) {
            html.data(name);
        }
        html.raw("<br/><span class=\"soft small\">");
        boolean delivery = item.kind() == OpenItem.Kind.DELIVERY;
        if (item.title() != null && item.caseKey() != null) {
            html.data(item.caseKey());
        } else if (delivery && item.subject() != null) {
            html.data(item.subject().toString());
        }
        if (item.takenBy() != null) {
            html.text(" with ").data(item.takenBy());
        } else if (item.kind() == OpenItem.Kind.TASK || item.kind() == OpenItem.Kind.APPROVAL) {
            html.text(" – nobody has taken it");
        }
        html.raw("</span></td>");
        PageParts.number(html, Spoken.time(item.age()));
        html.line("</tr>");
    }

    private void mark(String word, boolean applies) {
        if (applies) {
            html.raw("<span class=\"mark\">" + word + "</span>");
        }
    }

    void escalations() {
        EscalationFigures escalations = report.escalations();
        html.line("<section>").line("<h2>Escalations and due dates</h2>");
        if (escalations.calls() + escalations.overdue() + escalations.open() == 0) {
            html.line("<p>Nothing was escalated, and nothing passed its due date.</p>")
                    .line("</section>");
            return;
        }
        html.raw("<p>")
                .text(Spoken.some(escalations.cases(), "case") + " (" + Spoken.share(escalations.share())
                        + " of all) had to be escalated, " + Html.count(escalations.calls()) + " times together. ")
                .text(
                        escalations.toResolution().count() == 0
                                ? "None of them has been settled yet. "
                                : "Once escalated, half were settled within "
                                        + Spoken.time(escalations.toResolution().median()) + " and nine in ten within "
                                        + Spoken.time(escalations.toResolution().p90()) + ". ")
                .text(Html.count(escalations.overdue()) + " tasks and approvals passed their due date; "
                        + Html.count(escalations.overdueOpen()) + " of those open now have.")
                .line("</p></section>");
    }

    void compliance() {
        ComplianceFigures compliance = report.compliance();
        html.line("<section>").line("<h2>Published with approval</h2>");
        if (compliance.publications() == 0) {
            html.line("<p>Nothing was published in this period.</p>").line("</section>");
            return;
        }
        html.raw("<p>");
        if (compliance.violationCount() == 0) {
            html.raw("<span class=\"good\">")
                    .text("Every one of " + Spoken.some(compliance.valid(), "publication")
                            + " had a valid approval of the version that went out.")
                    .raw("</span>");
        } else {
            html.text(Html.count(compliance.valid()) + " of "
                            + Spoken.some(compliance.valid() + compliance.violationCount(), "publication")
                            + " had a valid approval of the version that went out. ")
                    .raw("<span class=\"bad\">")
                    .text(Html.count(compliance.violationCount()) + " had not.")
                    .raw("</span>");
        }
        if (compliance.notJudged() > 0) {
            html.text(" On " + Html.count(compliance.notJudged()) + " there is no verdict.");
        }
        html.line("</p>");
        if (compliance.violationCount() > 0) {
            reasons(compliance);
            violations(compliance);
        }
        html.line("</section>");
    }

    private void reasons(ComplianceFigures compliance) {
        html.line("<table class=\"keep bars\"><caption>Without a valid approval, by reason</caption><tbody>");
        compliance.byReason().entrySet().stream()
                .sorted(Map.Entry.<Violation.Reason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> {
                    html.raw("<tr><th scope=\"row\">")
                            .text(entry.getKey().words())
                            .raw("</th><td class=\"bar\">");
                    PageParts.bar(html, (double) entry.getValue() / compliance.violationCount(), "fill-bad");
                    html.raw("</td>");
                    PageParts.number(html, Html.count(entry.getValue()));
                    html.line("</tr>");
                });
        html.line("</tbody></table>");
    }

    private void violations(ComplianceFigures compliance) {
        long shown = Math.min(MOST_VIOLATIONS, compliance.violations().size());
        html.raw("<div class=\"scroll\"><table><caption>")
                .text(
                        shown == compliance.violationCount()
                                ? "Each of them, latest first"
                                : "The latest " + shown + " of " + Html.count(compliance.violationCount()))
                .line("</caption><thead><tr><th scope=\"col\">Published</th><th scope=\"col\">What</th>"
                        + "<th scope=\"col\">Why not valid</th></tr></thead><tbody>");
        compliance.violations().stream().limit(MOST_VIOLATIONS).forEach(violation -> {
            html.raw("<tr><td>").text(Spoken.minute(violation.at(), zone)).raw("</td><td class=\"words\">");
            html.raw(violation.title() == null ? "" : titled(violation.title()));
            html.raw("<span class=\"soft small\">").data(violation.subject().toString());
            if (violation.version() != null) {
                html.text(", version ").data(violation.version());
            }
            html.raw("</span>");
            html.raw("</td><td class=\"words\">").text(violation.reason().words());
            if (!violation.detail().isEmpty()) {
                html.text(": ").data(violation.detail());
            }
            html.line("</td></tr>");
        });
        html.line("</tbody></table></div>");
    }

    private static String titled(String title) {
        return new Html().data(title).raw("<br/>").toString();
    }

    void deliveries() {
        DeliveryFigures deliveries = report.deliveries();
        html.line("<section>").line("<h2>Deliveries and use</h2>");
        if (deliveries.deliveries() + deliveries.uses() + deliveries.notices() == 0) {
            html.line("<p>No delivery, notice or use is on record in this period.</p>")
                    .line("</section>");
            return;
        }
        html.line("<table class=\"keep bars\"><tbody>");
        row("Deliveries", deliveries.deliveries(), "");
        row("arrived", deliveries.delivered(), within(deliveries.toArrival()));
        row("confirmed by the recipient", deliveries.acknowledged(), within(deliveries.toReceipt()));
        row("under way now", deliveries.underWay(), "");
        row("failed or were refused", deliveries.failures() + deliveries.rejected(), again(deliveries));
        row("not sent again until now", deliveries.failedNow(), "");
        row("Notices sent", deliveries.notices(), "");
        row("Uses and downloads reported", deliveries.uses(), "");
        row("Limits of use reached", deliveries.limitsReached(), "");
        html.line("</tbody></table>").line("</section>");
    }

    private static String within(TimeSummary time) {
        return time.count() == 0
                ? ""
                : "half within " + Spoken.time(time.median()) + ", nine in ten within " + Spoken.time(time.p90());
    }

    private static String again(DeliveryFigures deliveries) {
        return deliveries.retries() == 0
                ? ""
                : Html.count(deliveries.retries()) + " sent again, " + Html.count(deliveries.recovered())
                        + " of these arrived";
    }

    private void row(String name, long count, String more) {
        html.raw("<tr><th scope=\"row\">").text(name).raw("</th>");
        PageParts.number(html, Html.count(count));
        html.raw("<td class=\"soft\">").text(more).line("</td></tr>");
    }

    void stops() {
        if (report.stops().isEmpty()) {
            return;
        }
        html.line("<section>").line("<h2>Flows that stopped</h2>");
        html.raw("<p>")
                .text(
                        report.failedFlows() == 0
                                ? "No flow failed. "
                                : Spoken.some(report.failedFlows(), "flow") + " could not go on. ")
                .text(
                        report.refusedFlows() == 0
                                ? ""
                                : Spoken.some(report.refusedFlows(), "flow") + " ended by rule, as intended.")
                .line("</p>");
        html.line(
                "<div class=\"scroll\"><table><caption>The latest first</caption><thead><tr>"
                        + "<th scope=\"col\">When</th><th scope=\"col\">About</th><th scope=\"col\">Why</th></tr></thead><tbody>");
        report.stops().stream().limit(10).forEach(stop -> {
            html.raw("<tr><td>").text(Spoken.minute(stop.at(), zone)).raw("</td><td class=\"words\">");
            html.raw(stop.failed() ? "<span class=\"mark\">failed</span>" : "");
            html.raw(stop.title() == null ? "" : titled(stop.title()));
            html.raw("<span class=\"soft small\">");
            if (stop.subject() != null) {
                html.data(stop.subject().toString());
            } else if (stop.caseKey() != null) {
                html.data(stop.caseKey());
            }
            html.raw("</span>");
            html.raw("</td><td class=\"words\">");
            html.data(stop.note() == null ? "no reason given" : stop.note()).line("</td></tr>");
        });
        html.line("</tbody></table></div>").line("</section>");
    }
}
