package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.api.SimpleTask;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant or a caller may get wrong in Productivity Management: a typed failure or a recovery; nothing half written. */
class PmBadInputTest {
    private final Tenant tenant = new Tenant(PmTenantOptions::with);
    private final PmTenant pm = tenant.sandbox.pm();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }

    private void assertNothingWritten() {
        assertThat(tenant.sandbox.requests("PUT", "/api/")).isEmpty();
        assertThat(tenant.sandbox.requests("DELETE", "/api/")).isEmpty();
        assertThat(tenant.sandbox.requests("POST", "/api/"))
                .allMatch(one -> one.path().endsWith("/search"));
    }

    @Nested
    class Cases {
        private CaseRequest request(String type, @Nullable SourceRef subject) {
            return new CaseRequest("k-1", type, "Poster", subject, null, null, null, Map.of());
        }

        @Test
        void ofATypeThatNobodyNamedAreRefused() {
            ConnectorException failure =
                    failure(() -> tenant.the(CaseDesk.class).open(request("17", null)));
            assertThat(code(failure)).isEqualTo("no_such_type");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void withoutACampaignAreRefused() {
            try (Tenant other =
                    new Tenant(builder -> PmTenantOptions.with(builder).pmActivity(null))) {
                ConnectorException failure =
                        failure(() -> other.the(CaseDesk.class).open(request("review", null)));
                assertThat(code(failure)).isEqualTo("activity_missing");
                assertThat(other.sandbox.requests()).isEmpty();
            }
        }

        @Test
        void onACampaignThatIsGoneMakeNothing() {
            SourceRef gone = PmRef.of(PmRef.ACTIVITIES, 999).in("aprimo");
            ConnectorException failure =
                    failure(() -> tenant.the(CaseDesk.class).open(request("review", gone)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(pm.count("projects")).isZero();
        }

        @Test
        void takeTasksForOurOwnUserAlone() {
            SourceRef task = task();
            ConnectorException failure =
                    failure(() -> tenant.the(CaseDesk.class).claim(task, Actor.of("bob")));
            assertThat(code(failure)).isEqualTo("not_our_user");
            ConnectorException nobody =
                    failure(() -> tenant.the(CaseDesk.class).delegate(task, Actor.of("eve@example.com")));
            assertThat(code(nobody)).isEqualTo("no_such_user");
        }

        @Test
        void keepNoteAndStatusTogetherWhenTheNoteCannotBeWritten() {
            SourceRef task = task();
            pm.overwrite(1);
            ConnectorException failure = failure(() ->
                    tenant.the(CaseDesk.class).complete(task, TaskResult.of("closed", "well done", Actor.of("ann"))));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            CaseTask after = tenant.the(CaseDesk.class).task(task);
            assertThat(after.outcome()).isNull();
            assertThat(tenant.the(CaseDesk.class)
                            .complete(task, TaskResult.of("closed", "well done", Actor.of("ann")))
                            .outcome())
                    .isEqualTo("closed");
        }

        private SourceRef task() {
            SourceRef opened =
                    tenant.the(CaseDesk.class).open(request("review", null)).ref();
            return tenant.the(CaseDesk.class)
                    .tasks(TaskQuery.ALL.ofCase(opened))
                    .iterator()
                    .next()
                    .ref();
        }
    }

    @Nested
    class Words {
        @Test
        void onWhatHasNoFieldForThemAreRefused() {
            long account = pm.personBudgets("1000", "10", 1);
            SourceRef place = PmRef.of(PmRef.FUNDING_ACCOUNTS, account).in("aprimo");
            ConnectorException failure = failure(
                    () -> tenant.the(CommentThread.class).add(place, new CommentDraft("c-1", "too much", null, null)));
            assertThat(code(failure)).isEqualTo("no_place");
            assertNothingWritten();
        }

        @Test
        void onAttachmentsCanBeReadAlone() {
            SourceRef file = PmRef.of(PmRef.ATTACHMENTS, 5).in("aprimo");
            ConnectorException failure = failure(
                    () -> tenant.the(CommentThread.class).add(file, new CommentDraft("c-1", "nice", null, null)));
            assertThat(code(failure)).isEqualTo("read_only");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void thatAnswerOthersAreNotOfferedUnderTheNameOfTheirCall() {
            SourceRef campaign = PmRef.of(PmRef.ACTIVITIES, PmTenant.CAMPAIGN).in("aprimo");
            CommentDraft answer = new CommentDraft("c-1", "nice", null, campaign);
            ConnectorException failure =
                    failure(() -> tenant.the(CommentThread.class).add(campaign, answer));
            assertThat(code(failure)).isEqualTo("not_offered");
            assertThat(failure.error().trace().operation()).isEqualTo("comments.add.replyTo");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void onRecordsOfTheDamAreNotFound() {
            SourceRef record = SourceRef.of("aprimo", "f".repeat(32));
            assertThat(failure(() -> tenant.the(CommentThread.class).comments(record))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void thatLookLikeTheEndOfANoteStayWordForWord() {
            SourceRef campaign = PmRef.of(PmRef.ACTIVITIES, PmTenant.CAMPAIGN).in("aprimo");
            String text = "[end]\n\\[note x]\n[note 2031-05-04T03:02:01Z ref 0123456789abcdef by eve]\nhello\n[end]";
            tenant.the(CommentThread.class).add(campaign, new CommentDraft("c-1", text, Actor.of("a]b\n[end]"), null));
            assertThat(tenant.the(CommentThread.class).comments(campaign).stream())
                    .singleElement()
                    .satisfies(one -> assertThat(one.text()).isEqualTo(text));
        }

        @Test
        void aboutProgressThatNoStatusStandsForWriteNothing() {
            SourceRef campaign = PmRef.of(PmRef.ACTIVITIES, PmTenant.CAMPAIGN).in("aprimo");
            ConnectorException failure = failure(
                    () -> tenant.the(ProgressDesk.class).report(campaign, Progress.status("p-1", "halfway", "nearly")));
            assertThat(code(failure)).isEqualTo("no_such_status");
            assertNothingWritten();
        }
    }

    @Nested
    class Requests {
        @Test
        void forSimpleTasksWithoutDatesOrWithoutSomebodyAreRefused() {
            SimpleTask vague = new SimpleTask(1, "Copy", null, Instant.EPOCH, null, null, 12L, null);
            assertThat(code(failure(() -> tenant.connector.pm().tasks().createSimple(vague))))
                    .isEqualTo("dates_missing");
            SimpleTask nobody = new SimpleTask(1, "Copy", null, Instant.EPOCH, null, Duration.ofDays(2), null, null);
            assertThat(code(failure(() -> tenant.connector.pm().tasks().createSimple(nobody))))
                    .isEqualTo("assignee_missing");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void withAStarWhereItStandsForAnythingAreRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> PmQuery.equalTo("title", "50 % * off"));
            assertThatIllegalArgumentException().isThrownBy(() -> PmQuery.containing("title", "*"));
        }

        @Test
        void thatChangeWhatAnotherChangedAreAConflict() {
            long id = pm.personRaises("alpha", "Logo");
            String read = String.valueOf(pm.stored("generic-object-alpha", id, "modifiedDate"));
            tenant.clock.advance(Duration.ofSeconds(5));
            pm.personSets("generic-object-alpha", id, "name", "Logo, urgent");
            ConnectorException failure = failure(() -> tenant.connector
                    .pm()
                    .genericObjects("alpha")
                    .update(id, new PmChange().set("name", "Logo!").ifUnchangedSince(read)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertNothingWritten();
        }

        @Test
        void toAKindThatDoesNotExistAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tenant.connector.pm().genericObjects("../users"));
        }
    }

    @Nested
    class Options {
        private List<String> problems(Map<String, String> wrong) {
            Map<String, String> options =
                    new LinkedHashMap<>(Map.of("tenant", "acme", "clientId", "reg-1", "clientSecret", "tok-secret"));
            options.putAll(wrong);
            return catchThrowableOfType(ConfigException.class, () -> AprimoConfig.fromMap(options)).problems().stream()
                    .map(ConfigProblem::option)
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(strings = {"acme.aprimo.com", "acme/x", "evil.example#", "a@b", "acme:81"})
        void namingATenantThatIsNoHostLabelAreRefused(String name) {
            assertThat(problems(Map.of("tenant", name))).contains("tenant");
        }

        @ParameterizedTest
        @CsvSource({
            "pmCurrencies,1=EURO",
            "pmCurrencies,x=EUR",
            "pmCurrencies,'1=EUR,2=EUR'",
            "pmFundingAccounts,'5,none'",
            "pmTaskStatuses,1=done",
            "pmProjectStatuses,1=closed",
            "pmCommitmentStatuses,1=yes",
            "pmStatusIds,production=12",
            "pmStatusIds,activities.production=x",
            "pmWorkflows,review=x",
            "pmRoutes,simple-tasks=../../login",
            "pmNames,task.colour=red",
            "pmNames,task.status=a b",
            "pmNotesField,0",
            "pmWebhookAlgorithm,md5"
        })
        void thatCannotBeAreNamed(String option, String value) {
            assertThat(problems(Map.of(option, value))).contains(option);
        }

        @Test
        void forCasesThatLackTheirStatusesAreNamedTogether() {
            assertThat(problems(Map.of("pmWorkflows", "review=17")))
                    .containsExactlyInAnyOrder("pmNotesField", "pmTaskStatuses", "pmProjectStatuses");
        }

        @Test
        void forPushedEventsWithAndWithoutAProofExcludeEachOther() {
            assertThat(problems(Map.of("pmWebhookSecrets", "a-secret", "pmWebhooksUnsigned", "true")))
                    .containsExactly("pmWebhooksUnsigned");
        }
    }
}
