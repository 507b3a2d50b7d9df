package dev.contentconnect.core.report;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An invented history of some months: cases of several kinds with approvals, tasks, rework, escalations, publications and
 * deliveries, a few of which go wrong. The same numbers give the same events. In the order of recording, which is not quite
 * the order in which they occurred.
 */
public final class SampleHistory {
    private static final List<String> CAMPAIGNS = List.of(
            "Spring launch",
            "Summer sale",
            "Retail refresh",
            "Trade fair Lyon",
            "Employer brand",
            "Product film X4",
            "Store opening Graz",
            "Sustainability report",
            "إطلاق الربيع",
            "秋の新製品");
    private static final List<String> PIECES = List.of(
            "hero image", "banner set", "product sheet", "60 s film", "poster", "social cut-downs", "packaging");
    private static final List<String> MARKETS = List.of("DE", "FR", "US", "JP", "BR");
    private static final List<String> PEOPLE =
            List.of("Mara Lind", "Jonas Weil", "Aiko Tanaka", "Rui Prado", "لينا حداد");

    private final Random random;
    private final Instant start;
    private final Instant end;
    private final List<CaseEvent> events = new ArrayList<>();
    private int ids;

    private SampleHistory(Instant start, Instant end, long seed) {
        this.start = start;
        this.end = end;
        this.random = new Random(seed);
    }

    /**
     * Makes a history.
     *
     * @param cases how many cases are opened
     * @param start when the first may be opened
     * @param end nothing occurs after it
     * @param seed decides everything else
     * @return the events
     */
    public static List<CaseEvent> of(int cases, Instant start, Instant end, long seed) {
        SampleHistory history = new SampleHistory(start, end, seed);
        for (int i = 0; i < cases; i++) {
            history.runCase(i, cases);
        }
        history.events.removeIf(event -> event.occurredAt().isAfter(end));
        history.events.sort(Comparator.comparing(history::recordedAt).thenComparing(CaseEvent::id));
        return List.copyOf(history.events);
    }

    private Instant recordedAt(CaseEvent event) {
        return event.occurredAt().plusSeconds(Math.floorMod(event.id().hashCode() * 31L, 1800));
    }

    private void runCase(int number, int of) {
        double place = Math.pow((number + random.nextDouble()) / of, 0.85);
        Instant at = start.plusSeconds((long) (Duration.between(start, end).toSeconds() * place));
        OneCase one = new OneCase(number, at);
        switch (number % 5) {
            case 0, 1 -> one.approval();
            case 2 -> one.localisation();
            case 3 -> one.rights();
            default -> one.request();
        }
    }

    /** Log-normal: most are short, a few very long. */
    private Duration some(double medianHours, double spread) {
        return Duration.ofSeconds((long) (3600 * medianHours * Math.exp(spread * random.nextGaussian())));
    }

    private boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private final class OneCase {
        private final String key;
        private final SourceRef ref;
        private final SourceRef asset;
        private final String title;
        private Instant now;
        private int version = 1;

        OneCase(int number, Instant at) {
            key = "cc-" + (1000 + number);
            ref = SourceRef.of("engine", "case-" + number);
            asset = SourceRef.of("library", "asset-" + number);
            title = one(CAMPAIGNS) + ", " + one(PIECES);
            now = at;
        }

        void approval() {
            open("approval");
            emit(CaseEventType.ASSET_CREATED, now, e -> e);
            emit(CaseEventType.ATTACHMENT_ADDED, now, e -> e.note("brief.pdf"));
            boolean yes = round(List.of("brand", "legal", "marketing"));
            while (!yes && version < 4 && in(85)) {
                now = now.plus(some(30, 0.6));
                version++;
                emit(CaseEventType.ASSET_VERSION_ADDED, now, e -> e);
                emit(CaseEventType.APPROVAL_VOIDED, now, e -> e.subject(null).note("superseded by version " + version));
                yes = round(List.of("brand", "legal", "marketing"));
            }
            if (yes) {
                publish();
                close(CaseEventType.CASE_RESOLVED, "approved");
            } else {
                emit(CaseEventType.FLOW_REFUSED, now, e -> e.note("legal: the claim on page 2 is not proven"));
                emit(CaseEventType.ASSET_HELD, now, e -> e);
                close(CaseEventType.CASE_RESOLVED, "rejected");
            }
        }

        void localisation() {
            open("localisation");
            String market = one(MARKETS);
            task("translate " + market, 20, 0.7);
            if (in(20)) {
                emit(CaseEventType.CASE_HELD, now, e -> e.note("waiting for the agency"));
                now = now.plus(some(48, 0.5));
                emit(CaseEventType.CASE_RESUMED, now, e -> e);
            }
            task("adapt layout", 12, 0.6);
            if (in(8)) {
                close(CaseEventType.CASE_CANCELLED, null);
                return;
            }
            if (round(List.of("regional"))) {
                publish();
            }
            emit(CaseEventType.ASSET_TAGGED, now, e -> e.outcome("reuse"));
            emit(CaseEventType.ASSET_LINKED, now, e -> e.related(SourceRef.of("library", "master")));
            close(CaseEventType.CASE_RESOLVED, "done");
        }

        void rights() {
            open("rights review");
            emit(CaseEventType.RIGHTS_EXPIRING, now, e -> e);
            task("check licence", 8, 0.8);
            boolean fit = round(List.of("legal"));
            emit(fit ? CaseEventType.RIGHTS_CHANGED : CaseEventType.RIGHTS_BLOCKED, now, e -> e);
            if (in(10)) {
                emit(CaseEventType.USAGE_LIMIT_REACHED, now, e -> e);
                emit(CaseEventType.ASSET_WITHDRAWN, now, e -> e);
            }
            close(CaseEventType.CASE_RESOLVED, fit ? "fit" : "blocked");
        }

        void request() {
            emit(CaseEventType.REQUEST_RECEIVED, now, e -> e.note(title));
            open("asset request");
            if (in(12)) {
                emit(CaseEventType.BUDGET_EXCEEDED, now, e -> e);
                boolean granted = round(List.of("finance"));
                emit(CaseEventType.BUDGET_DECIDED, now, e -> e.outcome(granted ? "approved" : "rejected"));
            }
            task("collect files", 6, 0.7);
            deliver();
            emit(CaseEventType.NOTICE_SENT, now, e -> e);
            emit(CaseEventType.COMMENT_ADDED, now.plusSeconds(600), e -> e.note("=HYPERLINK(\"thanks\")"));
            close(CaseEventType.CASE_RESOLVED, "delivered");
            for (int i = random.nextInt(4); i > 0; i--) {
                emit(CaseEventType.USAGE_RECORDED, now.plus(some(60, 1)), e -> e);
            }
            if (in(10)) {
                emit(CaseEventType.FLOW_FAILED, now, e -> e.note("library assets.get: 503 after 3 attempts"));
            }
        }

        private void open(String kind) {
            emit(CaseEventType.CASE_OPENED, now, e -> e.step(kind).note(title));
            emit(CaseEventType.WORKSPACE_UPDATED, now, e -> e);
        }

        private void close(CaseEventType type, @Nullable String outcome) {
            now = now.plusSeconds(60);
            emit(CaseEventType.STATUS_CHANGED, now, e -> e.outcome("closed"));
            emit(type, now, e -> e.outcome(outcome));
        }

        /** All are asked at once; whether all said yes. */
        private boolean round(List<String> stakeholders) {
            Instant asked = now;
            boolean yes = true;
            for (String stakeholder : stakeholders) {
                double hours = stakeholder.equals("legal") ? 44 : stakeholder.equals("regional") ? 20 : 9;
                Instant answered = work("approval.requested", stakeholder, asked, hours, 0.9);
                boolean ok = in(stakeholder.equals("legal") ? 80 : 92);
                String word = ok
                        ? in(10) ? "approved_with_conditions" : "approved"
                        : in(60) ? "changes_requested" : "rejected";
                SourceRef related = SourceRef.of("engine", "work-" + ids);
                emit(
                        CaseEventType.APPROVAL_DECIDED,
                        answered,
                        e -> e.step(stakeholder).related(related).outcome(word));
                now = now.isAfter(answered) ? now : answered;
                yes &= ok;
            }
            return yes;
        }

        private void task(String step, double hours, double spread) {
            Instant done = work("task.created", step, now, hours, spread);
            SourceRef related = SourceRef.of("engine", "work-" + ids);
            emit(
                    in(2) ? CaseEventType.TASK_CANCELLED : CaseEventType.TASK_COMPLETED,
                    done,
                    e -> e.step(step).related(related).outcome("done"));
            now = done;
        }

        /** Asks for something; gives the time of its answer. */
        private Instant work(String type, String step, Instant asked, double hours, double spread) {
            SourceRef related = SourceRef.of("engine", "work-" + ++ids);
            Duration takes = some(hours, spread);
            Instant done = asked.plus(takes);
            UnaryOperator<CaseEvent.Builder> about = e -> e.step(step).related(related);
            emit(CaseEventType.of(type), asked, about);
            Instant taken = asked.plus(
                    takes.multipliedBy(step.equals("legal") ? 75 : 30).dividedBy(100));
            String person = one(PEOPLE);
            emit(CaseEventType.TASK_CLAIMED, taken, e -> about.apply(e).actor(new Actor(person, person, step)));
            Duration due = Duration.ofHours(step.equals("legal") ? 96 : 72);
            if (takes.compareTo(due) > 0) {
                emit(CaseEventType.TASK_OVERDUE, asked.plus(due), about);
                if (takes.compareTo(due.multipliedBy(2)) > 0) {
                    emit(CaseEventType.ESCALATED, asked.plus(due.multipliedBy(2)), about);
                }
            }
            return done;
        }

        private void publish() {
            now = now.plusSeconds(900);
            String published = in(2) ? "v" + (version + 1) : "v" + version;
            emit(
                    CaseEventType.ASSET_PUBLISHED,
                    now,
                    e -> e.subjectVersion(published).outcome("published"));
            if (in(2)) {
                SourceRef other = SourceRef.of("library", "asset-without-case-" + ids);
                emit(
                        CaseEventType.ASSET_PUBLISHED,
                        now,
                        e -> e.subject(other).caseKey(null).caseRef(null));
            }
            deliver();
        }

        private void deliver() {
            SourceRef delivery = SourceRef.of("partner", "delivery-" + ++ids);
            UnaryOperator<CaseEvent.Builder> about = e -> e.related(delivery);
            Instant at = now;
            emit(CaseEventType.DELIVERY_QUEUED, at, about);
            emit(CaseEventType.DELIVERY_SENT, at.plusSeconds(300), about);
            if (in(9)) {
                at = at.plus(some(2, 0.8));
                emit(in(70) ? CaseEventType.DELIVERY_FAILED : CaseEventType.DELIVERY_REJECTED, at, about);
                if (in(30)) {
                    return;
                }
                at = at.plus(some(8, 0.8));
                emit(CaseEventType.DELIVERY_SENT, at, about);
            }
            at = at.plus(some(3, 0.7));
            emit(CaseEventType.DELIVERY_DELIVERED, at, about);
            if (in(80)) {
                emit(CaseEventType.DELIVERY_ACKNOWLEDGED, at.plus(some(20, 0.9)), about);
            }
        }

        private void emit(CaseEventType type, Instant at, UnaryOperator<CaseEvent.Builder> more) {
            CaseEvent.Builder event = CaseEvent.builder("sample", type, key + "/" + type + "/" + events.size(), at)
                    .caseRef(ref)
                    .caseKey(key)
                    .subject(asset)
                    .subjectVersion("v" + version);
            events.add(more.apply(event).build());
        }
    }
}
