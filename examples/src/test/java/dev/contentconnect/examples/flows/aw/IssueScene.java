package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.host.AprimoIssues;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Issues, who solves them, and the flow AW7. */
abstract class IssueScene {
    static final String ALPHA = "generic-object-alpha";
    static final Actor KIM = Actor.of("kim@example.com");

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory(stage.time(), TrailChain.plain());
    final IssueCases flow = flow(PowerCut.never(), state);
    final CommentThread inAprimo = stage.planning.require(CommentThread.class);
    final CommentThread inDesk = stage.desk.people().require(CommentThread.class);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    IssueCases flow(PowerCut cut, StateStore memory) {
        return flow(stage.desk.workflow(cut), cut, memory);
    }

    IssueCases flow(Connector workflow, PowerCut cut, StateStore memory) {
        var planning = stage.aprimo(cut);
        return new IssueCases(
                workflow,
                planning,
                new AprimoIssues(planning, "alpha", Set.of("1", "2")),
                new IssueCases.Statuses("in_progress", "resolved", "unsolved"),
                memory,
                stage.time());
    }

    SourceRef raised(String title) {
        return AwStage.ref(ALPHA, stage.pm.personRaises("alpha", title));
    }

    SourceRef worked(SourceRef issue) {
        return ((Standing.Waiting) flow.advance(issue)).caseRef();
    }

    String status(SourceRef issue) {
        return String.valueOf(stage.pm.stored(ALPHA, AwStage.number(issue), "status"));
    }

    void status(SourceRef issue, String wanted) {
        stage.pm.personSets(ALPHA, AwStage.number(issue), "status", wanted);
    }

    void does(SourceRef caseRef, String step, String word, String note) {
        stage.complete(caseRef, step, TaskResult.of(word, note, KIM));
        later();
    }

    void later() {
        stage.clock.advance(Duration.ofMinutes(5));
    }

    void says(CommentThread thread, SourceRef where, String text) {
        thread.add(where, new CommentDraft(text, text, KIM, null));
        later();
    }

    /** The last lines of all comments: copies have a line of their own before what was said. */
    static List<String> said(CommentThread thread, SourceRef where) {
        return thread.comments(where).stream()
                .map(Comment::text)
                .map(text -> text.lines().reduce("", (before, line) -> line))
                .toList();
    }

    void solve(SourceRef caseRef) {
        does(caseRef, "triage", "correct", "it is the old logo");
        does(caseRef, "corrective", "corrected", "new logo uploaded");
        does(caseRef, "verify", "resolved", null);
    }
}
