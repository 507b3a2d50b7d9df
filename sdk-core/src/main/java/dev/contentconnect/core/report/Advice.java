package dev.contentconnect.core.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody should do next, by rules: each step is a headline and the reason, the most pressing first. */
final class Advice {
    private static final int MOST = 5;

    private final GovernanceReport report;
    private final List<Html> steps = new ArrayList<>();

    private Advice(GovernanceReport report) {
        this.report = report;
    }

    /** The steps as the insides of list items; empty when nothing stands out. */
    static List<Html> of(GovernanceReport report) {
        Advice advice = new Advice(report);
        advice.compliance();
        advice.waiting();
        advice.deliveries();
        advice.flows();
        advice.bottleneck();
        advice.backlog();
        advice.rework();
        return advice.steps.stream().limit(MOST).toList();
    }

    private Html step(String headline) {
        Html step = new Html().raw("<strong>").text(headline).raw("</strong> ");
        steps.add(step);
        return step;
    }

    private void compliance() {
        ComplianceFigures compliance = report.compliance();
        if (compliance.violationCount() > 0) {
            String most = compliance.byReason().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(entry -> entry.getKey().words())
                    .orElse("");
            step("Check " + Spoken.some(compliance.violationCount(), "publication") + " without a valid approval.")
                    .text("The most frequent reason: " + most
                            + ". Withdraw what must not be out, and get the missing word for the rest. The list is under"
                            + " “Published with approval”.");
        }
    }

    private void waiting() {
        EscalationFigures escalations = report.escalations();
        List<OpenItem> pressing = report.open().stream()
                .filter(item -> item.escalated() || item.overdue())
                .toList();
        if (pressing.isEmpty()) {
            return;
        }
        OpenItem first = pressing.get(0);
        List<String> states = Stream.of(
                        escalations.open() > 0 ? Html.count(escalations.open()) + " escalated" : "",
                        escalations.overdueOpen() > 0
                                ? Html.count(escalations.overdueOpen()) + " past the due date"
                                : "")
                .filter(state -> !state.isEmpty())
                .toList();
        Html step = step("Clear what is stuck: " + String.join(" and ", states) + ".")
                .text("Begin with ");
        PageParts.what(step, first);
        step.text(", which has waited for " + Spoken.time(first.age()) + ".");
    }

    private void deliveries() {
        long failed = report.deliveries().failedNow();
        if (failed > 0) {
            step("Send " + Spoken.some(failed, "delivery") + " again.")
                    .text("They failed or were refused, and nobody has tried since.");
        }
    }

    private void flows() {
        if (report.failedFlows() > 0) {
            step("Ask the technical team about " + Spoken.some(report.failedFlows(), "flow") + " that could not go on.")
                    .text("The reasons are under “Flows that stopped”.");
        }
    }

    private void bottleneck() {
        Stream.concat(report.stakeholders().stream(), report.steps().stream())
                .filter(step -> step.share() >= 0.25 && step.waiting().count() >= 3)
                .filter(step -> step.waiting().median().toMinutes() > 0)
                .max(Comparator.comparing(StepFigures::totalWaiting))
                .ifPresent(this::bottleneck);
    }

    private void bottleneck(StepFigures slow) {
        Duration half = slow.waiting().median();
        Html step = step("Shorten the longest wait.")
                .data(slow.name())
                .text(" takes " + Spoken.share(slow.share())
                        + " of all waiting time; half of its answers need more than " + Spoken.time(half) + ". ");
        TimeSummary taken = slow.untilTaken();
        if (taken.count() >= 3 && taken.median().compareTo(half.dividedBy(2)) > 0) {
            step.text("Most of that passes before anybody takes the work: name a deputy, or spread the queue.");
        } else if (taken.count() >= 3) {
            step.text("The work is taken quickly and then takes long: see what people wait for or what is missing.");
        } else {
            step.text("Ask what keeps the answers: people, missing information, or too much at once.");
        }
    }

    private void backlog() {
        List<TrendPoint> points = report.trend().points();
        if (points.size() < 4) {
            return;
        }
        long now = points.get(points.size() - 1).backlog();
        long then = points.get(points.size() / 2).backlog();
        if (now >= 10 && now > then * 1.25) {
            step("Stop the growth of the backlog.")
                    .text("It went from " + Html.count(then) + " to " + Spoken.some(now, "open case")
                            + " in the second half of the period: more comes in than goes out.");
        }
    }

    private void rework() {
        CaseFigures cases = report.cases();
        if (cases.decided() >= 10 && cases.sentBack() * 4 >= cases.decided()) {
            step(Spoken.share(cases.sentBack(), cases.decided()) + " of decided cases were sent back at least once.")
                    .text("Agree with those who say no most often on what they need to see before they are asked.");
        }
    }
}
