package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.CommitmentDraft;
import dev.contentconnect.aprimo.pm.api.Commitments;
import dev.contentconnect.aprimo.pm.api.FundingAccounts;
import dev.contentconnect.aprimo.pm.api.Invoices;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.MoneyRules;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.aprimo.pm.wire.WireFundingAccount;
import dev.contentconnect.aprimo.pm.wire.WireFundingSummary;
import dev.contentconnect.aprimo.pm.wire.WireInvoice;
import java.util.Map;

/** Money over HTTP. */
final class HttpMoney {
    private HttpMoney() {}

    static final class OfCommitments extends HttpObjects<WireCommitment> implements Commitments {
        OfCommitments(PmHttp http) {
            super(http, PmRef.COMMITMENTS, WireCommitment::new, "committedId", "commitmentId", "id");
        }

        @Override
        public long create(CommitmentDraft draft) {
            return http.create(
                    operation("create"), at(), checked("create", draft), "committedId", "commitmentId", "id");
        }

        private Map<String, Object> checked(String verb, CommitmentDraft draft) {
            return MoneyRules.body(draft, http.config().currencies())
                    .getOrElseThrow(problem -> REFUSED.rejected(operation(verb), problem.code(), problem.why()));
        }

        @Override
        public WireCommitment rewrite(long id, CommitmentDraft draft) {
            String operation = operation("rewrite");
            Map<String, Object> body = checked("rewrite", draft);
            PmObject now = read(operation, id);
            String currency = now.text("currencyCode");
            if (currency != null && !currency.equals(String.valueOf(body.get("currencyCode")))) {
                throw REFUSED.rejected(
                        operation,
                        "currency_differs",
                        "commitment " + id + " is in another currency than " + draft.currency());
            }
            http.put(
                    operation,
                    at(id),
                    now.with(body, Map.of(), http.config().fieldNames()).asMap());
            return get(id);
        }

        @Override
        public WireCommitment note(long id, long field, String text) {
            return update(id, new PmChange().field(field, text));
        }

        @Override
        public void submit(long id) {
            act(id, "submit", "submit");
        }

        @Override
        public void approve(long id) {
            act(id, "approve", "approve");
        }

        @Override
        public void reject(long id) {
            act(id, "reject", "reject");
        }

        @Override
        public void cancel(long id) {
            act(id, "cancel", "cancel");
        }

        @Override
        public void retrieve(long id) {
            act(id, "retrieve", "retrieve");
        }
    }

    static final class OfInvoices extends HttpObjects<WireInvoice> implements Invoices {
        OfInvoices(PmHttp http) {
            super(http, PmRef.INVOICES, WireInvoice::new, "invoiceId", "id");
        }

        @Override
        public void submit(long id) {
            act(id, "submit", "submit");
        }

        @Override
        public void approve(long id) {
            act(id, "approve", "approve");
        }

        @Override
        public void cancel(long id) {
            act(id, "cancel", "cancel");
        }

        @Override
        public void retrieve(long id) {
            act(id, "retrieve", "retrieve");
        }

        @Override
        public void sent(long id) {
            act(id, "sent", "sent");
        }
    }

    static final class OfFundingAccounts extends HttpObjects<WireFundingAccount> implements FundingAccounts {
        OfFundingAccounts(PmHttp http) {
            super(http, PmRef.FUNDING_ACCOUNTS, WireFundingAccount::new, "fundingAccountId", "id");
        }

        @Override
        public WireFundingSummary summary(long id) {
            return new WireFundingSummary(http.get(operation("summary"), at(id, "summary")));
        }
    }
}
