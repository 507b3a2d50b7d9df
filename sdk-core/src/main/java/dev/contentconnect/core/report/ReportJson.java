package dev.contentconnect.core.report;

import dev.contentconnect.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report as plain maps. */
final class ReportJson {
    static final String SCHEMA = "contentconnect/report/1";

    private ReportJson() {}

    static byte[] write(GovernanceReport report) {
        Node root = new Node()
                .put("schema", SCHEMA)
                .put("asOf", report.settings().asOf())
                .put("since", report.settings().since())
                .put("zone", report.settings().zone().getId())
                .put("basis", basis(report.basis()))
                .put("cases", cases(report.cases()))
                .put("trend", trend(report.trend()))
                .put("steps", list(report.steps(), ReportJson::step))
                .put("stakeholders", list(report.stakeholders(), ReportJson::step))
                .put("escalations", escalations(report.escalations()))
                .put("compliance", compliance(report.compliance()))
                .put("deliveries", deliveries(report.deliveries()))
                .put("open", list(report.open(), ReportJson::open))
                .put("refusedFlows", report.refusedFlows())
                .put("failedFlows", report.failedFlows())
                .put("stops", list(report.stops(), ReportJson::stop))
                .put("eventTypes", report.eventTypes());
        return Json.encode(root.members);
    }

    /** Members in the order of writing; what is null is left out, moments and other words become text. */
    private static final class Node {
        private final Map<String, Object> members = new LinkedHashMap<>();

        Node put(String name, @Nullable Object value) {
            if (value instanceof Node node) {
                members.put(name, node.members);
            } else if (value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Map<?, ?>
                    || value instanceof List<?>) {
                members.put(name, value);
            } else if (value instanceof Enum<?> word) {
                members.put(name, word.name().toLowerCase(Locale.ROOT));
            } else if (value != null) {
                members.put(name, value.toString());
            }
            return this;
        }
    }

    private static <T> List<Object> list(List<T> values, Function<T, Node> form) {
        List<Object> out = new ArrayList<>();
        values.forEach(value -> out.add(form.apply(value).members));
        return out;
    }

    private static Node basis(ReportBasis basis) {
        return new Node()
                .put("events", basis.events())
                .put("repeated", basis.repeated())
                .put("late", basis.late())
                .put("afterwards", basis.afterwards())
                .put("first", basis.first())
                .put("last", basis.last())
                .put("droppedCases", basis.droppedCases())
                .put("droppedItems", basis.droppedItems())
                .put("droppedSubjects", basis.droppedSubjects())
                .put("droppedDeliveries", basis.droppedDeliveries())
                .put("complete", basis.isComplete());
    }

    private static Node cases(CaseFigures cases) {
        Node types = new Node();
        cases.byType().forEach((name, summary) -> types.put(name, summary(summary)));
        return new Node()
                .put("openBefore", cases.openBefore())
                .put("opened", cases.opened())
                .put("resolved", cases.resolved())
                .put("cancelled", cases.cancelled())
                .put("open", cases.open())
                .put("turnaround", summary(cases.turnaround()))
                .put(
                        "distribution",
                        list(
                                cases.distribution(),
                                length -> new Node().put("upTo", length.upTo()).put("count", length.count())))
                .put("onHold", summary(cases.onHold()))
                .put("byType", types)
                .put("outcomes", cases.outcomes())
                .put("withoutOpening", cases.withoutOpening())
                .put("decided", cases.decided())
                .put("sentBack", cases.sentBack());
    }

    private static Node trend(TrendFigures trend) {
        return new Node()
                .put("unit", trend.unit())
                .put(
                        "points",
                        list(
                                trend.points(),
                                point -> new Node()
                                        .put("from", point.from())
                                        .put("opened", point.opened())
                                        .put("closed", point.closed())
                                        .put("backlog", point.backlog())));
    }

    private static Node step(StepFigures step) {
        return new Node()
                .put("name", step.name())
                .put("waiting", summary(step.waiting()))
                .put("untilTaken", summary(step.untilTaken()))
                .put("outcomes", step.outcomes())
                .put("withoutBeginning", step.withoutBeginning())
                .put("withoutAnswer", step.withoutAnswer())
                .put("voided", step.voided())
                .put("askedAgain", step.askedAgain())
                .put("overdue", step.overdue())
                .put("open", step.open())
                .put("oldestSince", step.oldestSince())
                .put("totalWaiting", step.totalWaiting())
                .put("share", step.share());
    }

    private static Node escalations(EscalationFigures escalations) {
        return new Node()
                .put("calls", escalations.calls())
                .put("cases", escalations.cases())
                .put("share", escalations.share())
                .put("toResolution", summary(escalations.toResolution()))
                .put("open", escalations.open())
                .put("overdue", escalations.overdue())
                .put("overdueOpen", escalations.overdueOpen())
                .put("pressing", escalations.pressing());
    }

    private static Node compliance(ComplianceFigures compliance) {
        Node reasons = new Node();
        compliance
                .byReason()
                .forEach((reason, count) -> reasons.put(reason.name().toLowerCase(Locale.ROOT), count));
        return new Node()
                .put("publications", compliance.publications())
                .put("valid", compliance.valid())
                .put("notJudged", compliance.notJudged())
                .put("violationCount", compliance.violationCount())
                .put("byReason", reasons)
                .put(
                        "violations",
                        list(
                                compliance.violations(),
                                violation -> new Node()
                                        .put("at", violation.at())
                                        .put("source", violation.source())
                                        .put("subject", violation.subject())
                                        .put("version", violation.version())
                                        .put("caseKey", violation.caseKey())
                                        .put("title", violation.title())
                                        .put("reason", violation.reason())
                                        .put("detail", violation.detail())));
    }

    private static Node deliveries(DeliveryFigures deliveries) {
        return new Node()
                .put("deliveries", deliveries.deliveries())
                .put("delivered", deliveries.delivered())
                .put("acknowledged", deliveries.acknowledged())
                .put("rejected", deliveries.rejected())
                .put("failures", deliveries.failures())
                .put("retries", deliveries.retries())
                .put("recovered", deliveries.recovered())
                .put("failedNow", deliveries.failedNow())
                .put("underWay", deliveries.underWay())
                .put("toArrival", summary(deliveries.toArrival()))
                .put("toReceipt", summary(deliveries.toReceipt()))
                .put("uses", deliveries.uses())
                .put("limitsReached", deliveries.limitsReached())
                .put("notices", deliveries.notices());
    }

    private static Node open(OpenItem item) {
        return new Node()
                .put("kind", item.kind())
                .put("step", item.step())
                .put("caseKey", item.caseKey())
                .put("caseRef", item.caseRef())
                .put("title", item.title())
                .put("subject", item.subject())
                .put("since", item.since())
                .put("age", item.age())
                .put("takenBy", item.takenBy())
                .put("escalated", item.escalated())
                .put("overdue", item.overdue());
    }

    private static Node stop(FlowStop stop) {
        return new Node()
                .put("at", stop.at())
                .put("source", stop.source())
                .put("failed", stop.failed())
                .put("caseKey", stop.caseKey())
                .put("title", stop.title())
                .put("subject", stop.subject())
                .put("note", stop.note());
    }

    private static Node summary(TimeSummary summary) {
        Node node = new Node().put("count", summary.count());
        if (summary.count() == 0) {
            return node;
        }
        return node.put("median", summary.median())
                .put("p90", summary.p90())
                .put("max", summary.max())
                .put("total", summary.total())
                .put("exact", summary.exact());
    }
}
