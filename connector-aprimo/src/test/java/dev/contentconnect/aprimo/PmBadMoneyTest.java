package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.pm.api.CommitmentDraft;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.BudgetDesk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant or a caller may get wrong about money: a typed failure; nothing half written. */
class PmBadMoneyTest {
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

    private static CommitmentDraft draft(@Nullable String currency, String price) {
        return new CommitmentDraft(
                currency,
                List.of(CommitmentDraft.Line.of(PmTenant.CAMPAIGN, "Posters", new BigDecimal(price))),
                Map.of());
    }

    private static SourceRef commitment(long id) {
        return PmRef.of(PmRef.COMMITMENTS, id).in("aprimo");
    }

    @Nested
    class Amounts {
        @ParameterizedTest
        @CsvSource({"EUR,12.345", "EUR,0.001", "EUR,1E-3", "JPY,12.5", "USD,99999999999.999"})
        void withMoreDecimalsThanTheCurrencyKeepsAreRefused(String currency, String price) {
            ConnectorException failure =
                    failure(() -> tenant.connector.pm().commitments().create(draft(currency, price)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("amount_decimals");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void withoutACurrencyAreRefused(@Nullable String currency) {
            ConnectorException failure =
                    failure(() -> tenant.connector.pm().commitments().create(draft(currency, "12.00")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("currency_missing");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GBP", "euro", "1", "eur"})
        void inACurrencyThatTheTenantHasNoIdForAreRefused(String currency) {
            ConnectorException failure =
                    failure(() -> tenant.connector.pm().commitments().create(draft(currency, "12.00")));
            assertThat(code(failure)).isEqualTo("currency_unknown");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void belowZeroOrWithoutLinesAreRefused() {
            assertThat(code(failure(() -> tenant.connector.pm().commitments().create(draft("EUR", "-1")))))
                    .isEqualTo("amount_negative");
            CommitmentDraft empty = new CommitmentDraft("EUR", List.of(), Map.of());
            assertThat(code(failure(() -> tenant.connector.pm().commitments().create(empty))))
                    .isEqualTo("items_missing");
            assertThat(tenant.sandbox.requests()).isEmpty();
        }

        @Test
        void withZerosAtTheEndAreTaken() {
            long id = tenant.connector.pm().commitments().create(draft("EUR", "12.3400"));
            assertThat(pm.stored("commitments", id, "currencyCode")).isEqualTo(1);
        }

        @Test
        void inAnotherCurrencyThanTheCommitmentHasAreRefused() {
            long id = pm.personCommits("100.00", 2, 41);
            ConnectorException failure =
                    failure(() -> tenant.connector.pm().commitments().rewrite(id, draft("EUR", "12.00")));
            assertThat(code(failure)).isEqualTo("currency_differs");
            assertNothingWritten();
        }

        @Test
        void asBinaryFractionsAreNoAmounts() {
            assertThatIllegalArgumentException().isThrownBy(() -> new PmChange().set("totalAmount", 0.1));
        }
    }

    @Nested
    class Budgets {
        @Test
        void whoseCurrencyIsMissingAreNoMoney() {
            long id = pm.personCommits("100.00", null, 42);
            ConnectorException failure =
                    failure(() -> tenant.the(BudgetDesk.class).get(commitment(id)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure).hasMessageContaining("currencyCode");
            ConnectorException undecided = failure(() ->
                    tenant.the(BudgetDesk.class).decide(commitment(id), Decision.of(DecisionOutcome.APPROVED, null)));
            assertThat(undecided.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertNothingWritten();
        }

        @Test
        void whoseCurrencyNobodyNamedAreAnIssueBesideTheOthers() {
            long good = pm.personCommits("100.00", 1, 42);
            pm.personCommits("100.00", 9, 42);
            List<MappingIssue> issues = new ArrayList<>();
            List<Budget> budgets = tenant.the(BudgetDesk.class).budgets(null).onIssue(issues::add).stream()
                    .toList();
            assertThat(budgets).extracting(Budget::ref).containsExactly(commitment(good));
            assertThat(issues)
                    .singleElement()
                    .satisfies(one -> assertThat(one.problem()).contains("pmCurrencies"));
        }

        @ParameterizedTest
        @ValueSource(ints = {41, 45, 99})
        void thatWaitForNoDecisionAreAConflict(int status) {
            long id = pm.personCommits("100.00", 1, status);
            ConnectorException failure = failure(() ->
                    tenant.the(BudgetDesk.class).decide(commitment(id), Decision.of(DecisionOutcome.APPROVED, "yes")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertNothingWritten();
        }

        @Test
        void takeApprovalAndRefusalAlone() {
            long id = pm.personCommits("100.00", 1, 42);
            ConnectorException failure = failure(() -> tenant.the(BudgetDesk.class)
                    .decide(commitment(id), Decision.of(DecisionOutcome.CHANGES_REQUESTED, "less")));
            assertThat(code(failure)).isEqualTo("no_such_outcome");
            assertNothingWritten();
        }

        @Test
        void thatAreFundingAccountsAreNotDecidedOn() {
            long id = pm.personBudgets("1000", "10", 1);
            SourceRef account = PmRef.of(PmRef.FUNDING_ACCOUNTS, id).in("aprimo");
            ConnectorException failure = failure(
                    () -> tenant.the(BudgetDesk.class).decide(account, Decision.of(DecisionOutcome.APPROVED, null)));
            assertThat(code(failure)).isEqualTo("not_decidable");
            assertNothingWritten();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0a1b",
                    "tasks/1",
                    "commitments/0",
                    "commitments/x",
                    "commitments/5/../../users/1",
                    "invoices/7"
                })
        void thatAreNoneAreNotFound(String id) {
            ConnectorException failure =
                    failure(() -> tenant.the(BudgetDesk.class).get(SourceRef.of("aprimo", id)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(tenant.sandbox.requests()).isEmpty();
        }
    }
}
