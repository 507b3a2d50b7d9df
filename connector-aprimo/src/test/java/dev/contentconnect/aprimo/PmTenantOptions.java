package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.config.Secret;
import java.util.List;
import java.util.Map;

/** What the sandbox's Productivity Management calls things. */
final class PmTenantOptions {
    static final String WEBHOOK_SECRET = "pushed-Secret-4-webhooks";
    static final Map<String, String> TASKS =
            Map.of("21", "open", "22", "claimed", "23", "closed", "24", "declined", "25", "cancelled");
    static final Map<String, String> PROJECTS =
            Map.of("31", "planned", "32", "open", "33", "on_hold", "34", "resolved", "35", "cancelled");
    static final Map<String, String> COMMITMENTS =
            Map.of("41", "draft", "42", "pending", "43", "approved", "44", "rejected", "45", "cancelled");

    private PmTenantOptions() {}

    static AprimoConfigBuilder with(AprimoConfigBuilder builder) {
        return builder.pmCurrencies(Map.of("1", "EUR", "2", "USD", "3", "JPY"))
                .pmCommitmentStatuses(COMMITMENTS)
                .pmTaskStatuses(TASKS)
                .pmProjectStatuses(PROJECTS)
                .pmStatusIds(Map.of("activities.production", "12", "generic-object-alpha.resolved", "5"))
                .pmWorkflows(Map.of("review", PmTenant.WORKFLOW))
                .pmActivity(PmTenant.CAMPAIGN)
                .pmNotesField(PmTenant.NOTES)
                .pmActors(Map.of("ann", PmTenant.USER, "bob", 42L))
                .pmWebhookSecrets(List.of(Secret.of(WEBHOOK_SECRET)));
    }
}
