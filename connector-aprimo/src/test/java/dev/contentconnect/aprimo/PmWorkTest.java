package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.fp.Attempt;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Cases, comments, progress and budgets, as flows use them. */
class PmWorkTest {
    private static final Actor ANN = Actor.of("ann");

    private final Tenant tenant = new Tenant(PmTenantOptions::with);
    private final PmTenant pm = tenant.sandbox.pm();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static SourceRef ref(String resource, long id) {
        return PmRef.of(resource, id).in("aprimo");
    }

    @Nested
    class Cases {
        private final CaseDesk desk = tenant.the(CaseDesk.class);

        private CaseRecord open(String key) {
            return desk.open(new CaseRequest(
                    key,
                    "review",
                    "Poster",
                    SourceRef.of("elsewhere", "a b*c"),
                    "7",
                    Instant.parse("2031-05-20T10:00:00Z"),
                    "please look",
                    Map.of("timeZoneId", 4)));
        }

        @Test
        void areProjectsOfTheWorkflowAndTellWhatTheyAreAbout() {
            CaseRecord opened = open("wf:42*");
            assertThat(opened.key()).isEqualTo("wf:42*");
            assertThat(opened.type()).isEqualTo("review");
            assertThat(opened.status()).isEqualTo(CaseStatus.OPEN);
            assertThat(opened.subject()).isEqualTo(SourceRef.of("elsewhere", "a b*c"));
            assertThat(opened.dueAt()).isEqualTo("2031-05-20T10:00:00Z");
            assertThat(tenant.the(CommentThread.class).comments(opened.ref()).stream()
                            .map(Comment::text))
                    .containsExactly("please look");
        }

        @Test
        void thatWereMadeAndNotStartedAreStartedByTheNextCall() {
            // The first number that the sandbox gives.
            tenant.sandbox.failNext(1, "POST", "/api/projects/101/start", Fault.status(403));
            assertThat(Attempt.of(() -> open("k-1")).getLeft().kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(pm.stored("projects", 101, "projectStatus")).isEqualTo(31);
            CaseRecord opened = open("k-1");
            assertThat(opened.ref()).isEqualTo(ref(PmRef.PROJECTS, 101));
            assertThat(pm.stored("projects", 101, "projectStatus")).isEqualTo(32);
            assertThat(pm.count("projects")).isEqualTo(1);
        }

        @Test
        void ofTwoThatAreMadeAtTheSameMomentTheFirstCountsAndTheOtherIsCancelled() {
            CaseRecord first = open("k-1");
            tenant.sandbox.failNext(
                    1, "POST", "/api/projects/search", Fault.reply(SandboxResponse.json(Map.of("_total", 0))));
            assertThat(open("k-1").ref()).isEqualTo(first.ref());
            assertThat(pm.count("projects")).isEqualTo(2);
            List<CaseTask> open =
                    desk.tasks(TaskQuery.ALL.ofCase(first.ref())).stream().toList();
            assertThat(open).hasSize(2);
            assertThat(desk.findByKey("k-1").map(CaseRecord::ref)).contains(first.ref());
            assertThat(tenant.sandbox.requests("POST", "/api/projects/").stream()
                            .filter(one -> one.path().endsWith("/cancel")))
                    .hasSize(1);
        }

        @Test
        void areHeldResumedAndResolvedWithTheirReasonsInOrder() {
            CaseRecord opened = open("k-1");
            desk.hold(opened.ref(), "waiting for legal");
            desk.resume(opened.ref(), "legal said yes");
            CaseRecord done = desk.resolve(opened.ref(), "approved", "all fine");
            assertThat(done.status()).isEqualTo(CaseStatus.RESOLVED);
            assertThat(tenant.the(CommentThread.class).comments(opened.ref()).stream()
                            .map(Comment::text))
                    .containsExactly("please look", "waiting for legal", "legal said yes", "approved: all fine");
            ConnectorException failure =
                    catchThrowableOfType(ConnectorException.class, () -> desk.cancel(opened.ref(), "too late"));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        }

        @Test
        void haveTasksThatAreTakenAndClosedWithANote() {
            CaseRecord opened = open("k-1");
            List<CaseTask> tasks =
                    desk.tasks(TaskQuery.ALL.ofCase(opened.ref())).stream().toList();
            assertThat(tasks).extracting(CaseTask::name).containsExactly("Review", "Approve");
            assertThat(tasks.get(0).dueAt()).isEqualTo("2031-06-01T12:00:00Z");
            desk.claim(tasks.get(0).ref(), ANN);
            CaseTask done = desk.complete(tasks.get(0).ref(), TaskResult.of("closed", "good", ANN));
            assertThat(done.outcome()).isEqualTo("closed");
            assertThat(tenant.the(CommentThread.class).comments(done.ref()).stream())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.text()).isEqualTo("good");
                        assertThat(one.author()).isEqualTo(ANN);
                        assertThat(one.at()).isBetween(Instant.parse("2031-05-04T03:02:01Z"), tenant.clock.now());
                    });
            CaseTask refused = desk.complete(tasks.get(1).ref(), TaskResult.of("declined", null, ANN));
            assertThat(refused.status()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(refused.outcome()).isEqualTo("declined");
            assertThat(desk.tasks(TaskQuery.ALL.ofCase(opened.ref()).withFinished(true)).stream())
                    .hasSize(2);
        }

        @Test
        void showWhichTasksAreLate() {
            CaseRecord opened = open("k-1");
            List<CaseTask> all =
                    desk.tasks(TaskQuery.ALL.ofCase(opened.ref())).stream().toList();
            long first = PmRef.parse(all.get(0).ref().id()).orElseThrow().id();
            pm.personSets("tasks", first, "endDate", "2031-05-01T00:00:00");
            assertThat(desk.tasks(TaskQuery.ALL.dueBefore(tenant.clock.now())).stream()
                            .map(CaseTask::ref))
                    .containsExactly(all.get(0).ref());
        }

        @Test
        void giveATaskBackWhereDecliningDoesThat() {
            try (Tenant other =
                    new Tenant(builder -> PmTenantOptions.with(builder).pmDeclineReleases(true))) {
                other.sandbox.pm().releaseDeclined();
                CaseDesk cases = other.the(CaseDesk.class);
                SourceRef opened = cases.open(
                                new CaseRequest("k-1", "review", "Poster", null, null, null, null, Map.of()))
                        .ref();
                SourceRef task = cases.tasks(TaskQuery.ALL.ofCase(opened))
                        .iterator()
                        .next()
                        .ref();
                cases.claim(task, ANN);
                assertThat(cases.release(task).status()).isEqualTo(TaskStatus.OPEN);
                assertThat(cases.outcomes(task)).hasSize(1);
            }
        }

        @Test
        void handTasksToOthers() {
            CaseRecord opened = open("k-1");
            SourceRef task = desk.tasks(TaskQuery.ALL.ofCase(opened.ref()))
                    .iterator()
                    .next()
                    .ref();
            assertThat(desk.delegate(task, Actor.of("bob")).assignee()).isEqualTo(Actor.of("bob"));
        }
    }

    @Nested
    class Comments {
        private final CommentThread thread = tenant.the(CommentThread.class);

        @Test
        void standBetweenTheWordsOfPeopleAndInOrder() {
            SourceRef campaign = ref(PmRef.ACTIVITIES, PmTenant.CAMPAIGN);
            pm.personWrites("activities", PmTenant.CAMPAIGN, PmTenant.NOTES, "typed by hand");
            thread.add(campaign, new CommentDraft("c-1", "first\n\nline two", ANN, null));
            String now = pm.field("activities", PmTenant.CAMPAIGN, PmTenant.NOTES);
            pm.personWrites("activities", PmTenant.CAMPAIGN, PmTenant.NOTES, now + "\r\nadded by hand\r\n");
            tenant.clock.advance(Duration.ofMinutes(1));
            thread.add(campaign, new CommentDraft("c-2", "second", null, null));
            thread.add(campaign, new CommentDraft("c-1", "first\n\nline two", ANN, null));
            assertThat(thread.comments(campaign).stream().map(Comment::text))
                    .containsExactly("typed by hand", "first\n\nline two", "added by hand", "second");
            assertThat(thread.comments(campaign).stream().map(Comment::ref)).doesNotHaveDuplicates();
        }

        @Test
        void thatAnotherOverwroteAreAConflictAndNotTakenForWritten() {
            SourceRef campaign = ref(PmRef.ACTIVITIES, PmTenant.CAMPAIGN);
            pm.overwrite(1);
            ConnectorException failure = catchThrowableOfType(
                    ConnectorException.class, () -> thread.add(campaign, new CommentDraft("c-1", "hello", null, null)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            thread.add(campaign, new CommentDraft("c-1", "hello", null, null));
            assertThat(thread.comments(campaign).stream().map(Comment::text))
                    .containsExactly("somebody else's words", "hello");
        }

        @Test
        void onAnAssetAreThoseOfTheVersionThatCounts() {
            long asset = pm.personUploadsForReview("Poster");
            List<Long> versions = pm.versions(asset);
            SourceRef subject = ref(PmRef.DIGITAL_ASSETS, asset);
            SourceRef first = SourceRef.of("aprimo", "digital-assets/" + asset + "/versions/" + versions.get(0));
            pm.personComments(asset + "/" + versions.get(1), "too dark");
            tenant.clock.advance(Duration.ofMinutes(1));
            thread.add(subject, new CommentDraft("c-1", "brighter, please", ANN, null));
            thread.add(first, new CommentDraft("c-1", "about the first", null, null));
            List<Comment> comments = thread.comments(subject).stream().toList();
            assertThat(comments).extracting(Comment::text).containsExactly("too dark", "brighter, please");
            assertThat(comments)
                    .extracting(Comment::subjectVersion)
                    .containsOnly(versions.get(1).toString());
            assertThat(comments.get(0).author()).isEqualTo(new Actor("12", "Pat Person", null));
            assertThat(comments.get(1).author()).isEqualTo(ANN);
            assertThat(thread.comments(first).stream().map(Comment::text)).containsExactly("about the first");
        }
    }

    @Nested
    class Progressing {
        private final ProgressDesk desk = tenant.the(ProgressDesk.class);

        @Test
        void movesACampaignToProductionAndSaysWhy() {
            SourceRef campaign = ref(PmRef.ACTIVITIES, PmTenant.CAMPAIGN);
            CaseRecord after = desk.report(campaign, Progress.status("brief-1", "production", "all four approved"));
            assertThat(after.status()).isEqualTo(CaseStatus.of("production"));
            assertThat(pm.stored("activities", PmTenant.CAMPAIGN, "activityStateId"))
                    .isEqualTo(12);
            assertThat(tenant.the(CommentThread.class).comments(campaign).stream()
                            .map(Comment::text))
                    .containsExactly("production\nall four approved");
        }

        @Test
        void tellsPercentDueTimeAndDelayOfATask() {
            SourceRef opened = tenant.the(CaseDesk.class)
                    .open(new CaseRequest("k-1", "review", "Poster", null, null, null, null, Map.of()))
                    .ref();
            SourceRef task = tenant.the(CaseDesk.class)
                    .tasks(TaskQuery.ALL.ofCase(opened))
                    .iterator()
                    .next()
                    .ref();
            Instant due = Instant.parse("2031-05-06T08:00:00Z");
            CaseRecord after = desk.report(task, new Progress("p-1", null, 40, due, true, "copy is late"));
            assertThat(after.dueAt()).isEqualTo(due);
            assertThat(tenant.the(CommentThread.class).comments(task).stream().map(Comment::text))
                    .containsExactly("40 %, due 2031-05-06T08:00:00Z, late\ncopy is late");
        }

        @Test
        void mirrorsTheStatusOfAnIssueThatPeopleRaised() {
            long issue = pm.personRaises("alpha", "Logo is missing");
            CaseRecord after = desk.report(
                    ref("generic-object-alpha", issue), Progress.status("p-1", "resolved", "logo is there"));
            assertThat(after.status()).isEqualTo(CaseStatus.RESOLVED);
            assertThat(pm.stored("generic-object-alpha", issue, "status")).isEqualTo("5");
            assertThat(pm.stored("generic-object-alpha", issue, "name")).isEqualTo("Logo is missing");
        }
    }

    @Nested
    class Budgets {
        private final BudgetDesk desk = tenant.the(BudgetDesk.class);

        @Test
        void haveExactAmountsWithTheirCurrency() {
            long id = pm.personCommits("12345678901234.57", 3, 42);
            Budget budget = desk.get(ref(PmRef.COMMITMENTS, id));
            assertThat(budget.committed()).isEqualTo(Money.of("12345678901234.57", "JPY"));
            assertThat(budget.actual()).isEqualTo(Money.of("0.10", "JPY"));
            assertThat(budget.status()).isEqualTo("pending");
            assertThat(budget.subject()).isEqualTo(ref(PmRef.ACTIVITIES, PmTenant.CAMPAIGN));
        }

        @Test
        void thatAreFundingAccountsSayWhatBecameOfThem() {
            long id = pm.personBudgets("1000.00", "1200.50", 1);
            Budget budget = desk.get(ref(PmRef.FUNDING_ACCOUNTS, id));
            assertThat(budget.planned()).isEqualTo(Money.of("1000.00", "EUR"));
            assertThat(budget.committed()).isEqualTo(Money.of("1200.50", "EUR"));
            assertThat(budget.committed().exceeds(budget.planned())).isTrue();
        }

        @Test
        void areListedSinceADate() {
            pm.personCommits("1.00", 1, 42);
            tenant.clock.advance(Duration.ofHours(1));
            Instant since = tenant.clock.now();
            long later = pm.personCommits("2.00", 1, 42);
            assertThat(desk.budgets(since).stream().map(Budget::ref)).containsExactly(ref(PmRef.COMMITMENTS, later));
        }

        @Test
        void areDecidedOnWithoutAWordWhereWordsHaveNoPlace() {
            try (Tenant other = new Tenant(builder ->
                    builder.pmCurrencies(Map.of("1", "EUR")).pmCommitmentStatuses(PmTenantOptions.COMMITMENTS))) {
                SourceRef commitment = ref(PmRef.COMMITMENTS, other.sandbox.pm().personCommits("1.00", 1, 42));
                BudgetDesk plain = other.the(BudgetDesk.class);
                assertThat(other.connector
                                .describe()
                                .capability(BudgetDesk.class)
                                .orElseThrow()
                                .offers("decide.note"))
                        .isFalse();
                other.sandbox.clearRequests();
                ConnectorException refused = catchThrowableOfType(
                        ConnectorException.class,
                        () -> plain.decide(commitment, Decision.of(DecisionOutcome.APPROVED, "go ahead")));
                assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
                assertThat(other.sandbox.requests()).isEmpty();
                assertThat(plain.decide(commitment, Decision.of(DecisionOutcome.APPROVED, null))
                                .status())
                        .isEqualTo("approved");
            }
        }

        @Test
        void comeWithTheAccountsThatAreConfigured() {
            try (Tenant other =
                    new Tenant(builder -> PmTenantOptions.with(builder).pmFundingAccounts(List.of(101L)))) {
                long account = other.sandbox.pm().personBudgets("1000", "10", 1);
                long commitment = other.sandbox.pm().personCommits("1.00", 1, 42);
                assertThat(other.the(BudgetDesk.class).budgets(null).stream().map(Budget::ref))
                        .containsExactly(ref(PmRef.FUNDING_ACCOUNTS, account), ref(PmRef.COMMITMENTS, commitment));
            }
        }

        @Test
        void areRefusedWithTheReasonOnThem() {
            long id = pm.personCommits("100.00", 1, 42);
            SourceRef budget = ref(PmRef.COMMITMENTS, id);
            Decision no =
                    Decision.of(DecisionOutcome.REJECTED, "over by a third").by(Actor.of("bob"));
            assertThat(desk.decide(budget, no).status()).isEqualTo("rejected");
            assertThat(desk.decide(budget, no).status()).isEqualTo("rejected");
            assertThat(tenant.the(CommentThread.class).comments(budget).stream().map(Comment::text))
                    .containsExactly("over by a third");
            assertThat(pm.stored("commitments", id, "totalAmount")).hasToString("100.00");
            assertThat(tenant.sandbox.requests("POST", "/api/commitments/" + id + "/reject"))
                    .hasSize(1);
        }

        @Test
        void whoseDecisionWasTakenAndTheAnswerLostAreNotDecidedTwice() {
            long id = pm.personCommits("100.00", 1, 42);
            SourceRef budget = ref(PmRef.COMMITMENTS, id);
            Decision yes = Decision.of(DecisionOutcome.APPROVED, null);
            tenant.connector.check();
            tenant.sandbox.failNext(
                    1,
                    "POST",
                    "/api/commitments/" + id + "/approve",
                    Fault.connectionReset().afterHandling());
            assertThat(Attempt.of(() -> desk.decide(budget, yes)).getLeft().kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(desk.decide(budget, yes).status()).isEqualTo("approved");
            assertThat(tenant.sandbox.requests("POST", "/api/commitments/" + id + "/approve"))
                    .hasSize(1);
        }
    }
}
