package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.AudienceRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both systems, the people and the memory that the flow works with. */
final class Bench {
    final FakeWorkflow workflow = new FakeWorkflow();
    final FakeTarget target = new FakeTarget();
    final StateStore state = StateStore.inMemory();
    final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));

    ApproveThenPublish flow() {
        return flow(PowerCut.never());
    }

    /** A flow as a new process would make it. */
    ApproveThenPublish flow(PowerCut cut) {
        return new ApproveThenPublish(
                cut.on(workflow.connector()), cut.on(target.connector()), AudienceRules.AS_IS, cut.on(state), clock);
    }

    /** What people decide that are named; the others wait. */
    void decide(PackageOutcome outcome, Map<String, String> words) {
        CaseDesk desk = workflow.connector().require(CaseDesk.class);
        for (CaseTask task : desk.tasks(TaskQuery.ALL.ofCase(((PackageOutcome.Waiting) outcome).caseRef()))) {
            String word = words.get(task.step());
            if (word != null) {
                Actor actor = Actor.of(task.step() + "@example.com");
                desk.claim(task.ref(), actor);
                String note = word.equals("approved") ? null : "not " + task.step() + " enough";
                desk.complete(task.ref(), TaskResult.of(word, note, actor));
            }
        }
    }

    void approve(PackageOutcome outcome) {
        decide(outcome, Map.of("brand", "approved", "legal", "approved", "marketing", "approved"));
    }

    List<CaseEvent> trail() {
        List<CaseEvent> events = new ArrayList<>();
        state.transact(memory -> {
            memory.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events;
    }

    /** All that a new process or an auditor could see, apart from moments of our own clock. */
    Map<String, Object> everything() {
        return Map.of(
                "cases", List.copyOf(workflow.cases.values()),
                "approvals", List.copyOf(workflow.approvals.values()),
                "assets", List.copyOf(target.assets.values()),
                "bytes", Map.copyOf(target.bytes),
                "rights", Map.copyOf(target.rights),
                "publications", List.copyOf(target.publications.values()),
                "publishedVersions", Map.copyOf(target.publishedVersions),
                "held", Map.copyOf(target.held),
                "comments", List.copyOf(target.comments.values()),
                "trail", trail());
    }
}
