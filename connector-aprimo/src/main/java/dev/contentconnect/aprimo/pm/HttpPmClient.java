package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.api.Activities;
import dev.contentconnect.aprimo.pm.api.Attachments;
import dev.contentconnect.aprimo.pm.api.Commitments;
import dev.contentconnect.aprimo.pm.api.DigitalAssets;
import dev.contentconnect.aprimo.pm.api.FundingAccounts;
import dev.contentconnect.aprimo.pm.api.GenericObjects;
import dev.contentconnect.aprimo.pm.api.Invoices;
import dev.contentconnect.aprimo.pm.api.Projects;
import dev.contentconnect.aprimo.pm.api.Proposals;
import dev.contentconnect.aprimo.pm.api.Tasks;
import dev.contentconnect.aprimo.pm.api.Users;
import java.util.Set;
import java.util.TreeSet;

/** {@link AprimoPmClient} over HTTP. */
record HttpPmClient(PmHttp http) implements AprimoPmClient {
    static final Set<String> KINDS = Set.of("alpha", "bravo", "charlie", "delta", "echo");

    @Override
    public Activities activities() {
        return new HttpWork.OfActivities(http);
    }

    @Override
    public Projects projects() {
        return new HttpWork.OfProjects(http);
    }

    @Override
    public Tasks tasks() {
        return new HttpTasks(http);
    }

    @Override
    public Proposals proposals() {
        return new HttpWork.OfProposals(http);
    }

    @Override
    public GenericObjects genericObjects(String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there are the kinds " + new TreeSet<>(KINDS) + ", not " + kind);
        }
        return new HttpWork.OfGenericObjects(http, kind);
    }

    @Override
    public Commitments commitments() {
        return new HttpMoney.OfCommitments(http);
    }

    @Override
    public Invoices invoices() {
        return new HttpMoney.OfInvoices(http);
    }

    @Override
    public FundingAccounts fundingAccounts() {
        return new HttpMoney.OfFundingAccounts(http);
    }

    @Override
    public Attachments attachments() {
        return new HttpAttachments(http);
    }

    @Override
    public DigitalAssets digitalAssets() {
        return new HttpReviews.OfDigitalAssets(http);
    }

    @Override
    public Users users() {
        return new HttpReviews.OfUsers(http);
    }

    /** Addresses only. */
    @Override
    public String toString() {
        return "HttpPmClient[" + http.endpoint() + "]";
    }
}
