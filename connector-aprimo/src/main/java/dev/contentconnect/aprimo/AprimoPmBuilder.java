package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.PmWebhookProof;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the tenant's Productivity Management calls things, for {@link AprimoConfigBuilder}. */
public abstract class AprimoPmBuilder extends AprimoLoginBuilder {
    private Map<String, String> pmRoutes = Map.of();
    private Map<String, String> pmNames = Map.of();
    private Map<String, String> pmCurrencies = Map.of();
    private List<Long> pmFundingAccounts = List.of();
    private Map<String, String> pmCommitmentStatuses = Map.of();
    private Map<String, String> pmTaskStatuses = Map.of();
    private Map<String, String> pmProjectStatuses = Map.of();
    private Map<String, String> pmStatusIds = Map.of();
    private Map<String, Long> pmWorkflows = Map.of();
    private @Nullable Long pmActivity;
    private @Nullable Long pmNotesField;
    private Map<String, Long> pmActors = Map.of();
    private boolean pmDeclineReleases;
    private String pmAnnotationType = "rectangle";
    private List<Secret> pmWebhookSecrets = List.of();
    private boolean pmWebhooksUnsigned;
    private String pmWebhookHeader = "X-SH1";
    private PmWebhookProof.Algorithm pmWebhookAlgorithm = PmWebhookProof.Algorithm.SHA256;
    private boolean pmWebhookHex;
    private @Nullable Long pmOwnUser;

    AprimoPmBuilder() {}

    /**
     * Sets parts of paths that are called otherwise than in {@link dev.contentconnect.aprimo.pm.PmConfig#ROUTES}, or whole collections; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmRoutes(Map<String, String> value) {
        this.pmRoutes = value;
        return self();
    }

    /**
     * Sets members that are called otherwise than in {@link dev.contentconnect.aprimo.pm.PmConfig#NAMES}; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmNames(Map<String, String> value) {
        this.pmNames = value;
        return self();
    }

    /**
     * Sets the ids of currencies with their ISO 4217 codes, for example {@code 1} to {@code EUR}; without them there are no budgets.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmCurrencies(Map<String, String> value) {
        this.pmCurrencies = value;
        return self();
    }

    /**
     * Sets the budgets that are listed, as no call lists them; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmFundingAccounts(List<Long> value) {
        this.pmFundingAccounts = value;
        return self();
    }

    /**
     * Sets what the ids of statuses of commitments mean: {@code draft}, {@code pending}, {@code approved}, {@code rejected} or {@code cancelled}.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmCommitmentStatuses(Map<String, String> value) {
        this.pmCommitmentStatuses = value;
        return self();
    }

    /**
     * Sets what the ids of statuses of tasks mean: {@code open}, {@code claimed}, {@code closed}, {@code declined} or {@code cancelled}.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmTaskStatuses(Map<String, String> value) {
        this.pmTaskStatuses = value;
        return self();
    }

    /**
     * Sets what the ids of statuses of projects mean: {@code planned}, {@code open}, {@code on_hold}, {@code resolved} or {@code cancelled}.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmProjectStatuses(Map<String, String> value) {
        this.pmProjectStatuses = value;
        return self();
    }

    /**
     * Sets the ids of statuses that progress can set, for example {@code activities.production} to {@code 12}; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmStatusIds(Map<String, String> value) {
        this.pmStatusIds = value;
        return self();
    }

    /**
     * Sets the types of cases with their workflows, for example {@code review} to {@code 17}; without them there are no cases.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWorkflows(Map<String, Long> value) {
        this.pmWorkflows = value;
        return self();
    }

    /**
     * Sets the campaign of cases that name none.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmActivity(@Nullable Long value) {
        this.pmActivity = value;
        return self();
    }

    /**
     * Sets the id of the attribute that holds notes: a long text; without it there are no comments and no progress.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmNotesField(@Nullable Long value) {
        this.pmNotesField = value;
        return self();
    }

    /**
     * Sets our names of persons with their users; without them persons go by the numbers of users.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmActors(Map<String, Long> value) {
        this.pmActors = value;
        return self();
    }

    /**
     * Sets whether declining gives a task back; false until set: it rejects.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmDeclineReleases(boolean value) {
        this.pmDeclineReleases = value;
        return self();
    }

    /**
     * Sets what kind of mark carries a comment; {@code rectangle} until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmAnnotationType(String value) {
        this.pmAnnotationType = value;
        return self();
    }

    /**
     * Sets the secrets that prove pushed events, several during a rotation; without them none are taken.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWebhookSecrets(List<Secret> value) {
        this.pmWebhookSecrets = value;
        return self();
    }

    /**
     * Takes pushed events without any proof: whoever finds the address can send some; false until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWebhooksUnsigned(boolean value) {
        this.pmWebhooksUnsigned = value;
        return self();
    }

    /**
     * Sets the header that carries the proof; {@code X-SH1} until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWebhookHeader(String value) {
        this.pmWebhookHeader = value;
        return self();
    }

    /**
     * Sets how the proof is made; SHA-256 until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWebhookAlgorithm(PmWebhookProof.Algorithm value) {
        this.pmWebhookAlgorithm = value;
        return self();
    }

    /**
     * Sets whether the proof is written in hexadecimal digits; false until set: in base64.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmWebhookHex(boolean value) {
        this.pmWebhookHex = value;
        return self();
    }

    /**
     * Sets the user of the credential, whose own events are dropped; none are until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder pmOwnUser(@Nullable Long value) {
        this.pmOwnUser = value;
        return self();
    }

    /** Reads options by name. */
    void readPm(OptionReader in) {
        pmRoutes = either(AprimoOptions.pairs(in, "pmRoutes"), pmRoutes);
        pmNames = either(AprimoOptions.pairs(in, "pmNames"), pmNames);
        pmCurrencies = either(AprimoOptions.pairs(in, "pmCurrencies"), pmCurrencies);
        pmFundingAccounts = either(PmOptions.numbers(in, "pmFundingAccounts"), pmFundingAccounts);
        pmCommitmentStatuses = either(AprimoOptions.pairs(in, "pmCommitmentStatuses"), pmCommitmentStatuses);
        pmTaskStatuses = either(AprimoOptions.pairs(in, "pmTaskStatuses"), pmTaskStatuses);
        pmProjectStatuses = either(AprimoOptions.pairs(in, "pmProjectStatuses"), pmProjectStatuses);
        pmStatusIds = either(AprimoOptions.pairs(in, "pmStatusIds"), pmStatusIds);
        pmWorkflows = either(PmOptions.numbered(in, "pmWorkflows"), pmWorkflows);
        pmActivity = PmOptions.number(in, "pmActivity");
        pmNotesField = PmOptions.number(in, "pmNotesField");
        pmActors = either(PmOptions.numbered(in, "pmActors"), pmActors);
        pmDeclineReleases = in.flag("pmDeclineReleases", pmDeclineReleases);
        pmAnnotationType = either(in.text("pmAnnotationType"), pmAnnotationType);
        pmWebhookSecrets = either(in.secrets("pmWebhookSecrets"), pmWebhookSecrets);
        pmWebhooksUnsigned = in.flag("pmWebhooksUnsigned", pmWebhooksUnsigned);
        pmWebhookHeader = either(in.text("pmWebhookHeader"), pmWebhookHeader);
        pmWebhookAlgorithm = either(in.word("pmWebhookAlgorithm", PmWebhookProof.Algorithm.class), pmWebhookAlgorithm);
        pmWebhookHex = in.flag("pmWebhookHex", pmWebhookHex);
        pmOwnUser = PmOptions.number(in, "pmOwnUser");
    }

    /** Checks all. */
    void checkPm(ConfigCheck check) {
        PmOptions.routes(check, "pmRoutes", pmRoutes);
        PmOptions.names(check, "pmNames", pmNames);
        PmOptions.currencies(check, "pmCurrencies", pmCurrencies);
        PmOptions.statuses(check, "pmCommitmentStatuses", pmCommitmentStatuses, PmConfig.COMMITMENT_WORDS);
        PmOptions.statuses(check, "pmTaskStatuses", pmTaskStatuses, PmConfig.TASK_WORDS);
        PmOptions.statuses(check, "pmProjectStatuses", pmProjectStatuses, PmConfig.PROJECT_WORDS);
        PmOptions.statusIds(check, "pmStatusIds", pmStatusIds);
        if (!pmWorkflows.isEmpty()) {
            check.required("pmNotesField", pmNotesField);
            wanted(check, "pmTaskStatuses", pmTaskStatuses, Set.of("open", "closed"));
            wanted(check, "pmProjectStatuses", pmProjectStatuses, Set.of("open"));
        }
        if (pmWebhooksUnsigned && !pmWebhookSecrets.isEmpty()) {
            check.problem("pmWebhooksUnsigned", "and pmWebhookSecrets exclude each other");
        }
        check.word("pmWebhookHeader", pmWebhookHeader);
        check.word("pmAnnotationType", pmAnnotationType);
    }

    private static void wanted(ConfigCheck check, String option, Map<String, String> given, Set<String> words) {
        if (!given.values().containsAll(words)) {
            check.problem(option, "must name the statuses that mean " + new java.util.TreeSet<>(words) + ", for cases");
        }
    }

    /** What the tenant calls things; after {@link #checkPm} found nothing wrong. */
    PmConfig pm(ZoneId zone, int pageSize) {
        Map<String, Currency> currencies = new LinkedHashMap<>();
        pmCurrencies.forEach((id, code) -> currencies.put(id, Currency.getInstance(code)));
        boolean pushed = pmWebhooksUnsigned || !pmWebhookSecrets.isEmpty();
        return new PmConfig(
                zone,
                pageSize,
                pmRoutes,
                pmNames,
                currencies,
                pmFundingAccounts,
                pmCommitmentStatuses,
                pmTaskStatuses,
                pmProjectStatuses,
                pmStatusIds,
                pmWorkflows,
                pmActivity,
                pmNotesField,
                pmActors,
                pmDeclineReleases,
                pmAnnotationType,
                pushed
                        ? new PmWebhookProof(
                                pmWebhookSecrets, pmWebhookHeader, pmWebhookAlgorithm, pmWebhookHex, pmOwnUser)
                        : null);
    }
}
