package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.wire.FieldNames;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's Productivity Management calls things. Statuses, currencies and fields are numbers that each tenant gives, so all
 * of them are options.
 *
 * @param zone the zone of the service's times, which come without one
 * @param pageSize objects per request
 * @param routes parts of paths that are called otherwise
 * @param names members that are called otherwise
 * @param currencies id to currency
 * @param fundingAccounts the budgets that are listed
 * @param commitmentStatuses id to word
 * @param taskStatuses id to word
 * @param projectStatuses id to word
 * @param statusIds {@code <collection>.<word>} to id
 * @param workflows type of a case to workflow
 * @param activity the campaign of cases that name none, or null
 * @param notesField the field that holds notes, or null
 * @param actors our name of a person to the user
 * @param declineReleases whether declining gives a task back; else it rejects
 * @param annotationType what kind of mark carries a comment
 * @param webhooks how pushed events are proved, or null when none are taken
 */
public record PmConfig(
        ZoneId zone,
        int pageSize,
        Map<String, String> routes,
        Map<String, String> names,
        Map<String, Currency> currencies,
        List<Long> fundingAccounts,
        Map<String, String> commitmentStatuses,
        Map<String, String> taskStatuses,
        Map<String, String> projectStatuses,
        Map<String, String> statusIds,
        Map<String, Long> workflows,
        @Nullable Long activity,
        @Nullable Long notesField,
        Map<String, Long> actors,
        boolean declineReleases,
        String annotationType,
        @Nullable PmWebhookProof webhooks) {
    /** What statuses of commitments mean. */
    public static final Set<String> COMMITMENT_WORDS = Set.of("draft", "pending", "approved", "rejected", "cancelled");

    /** What statuses of tasks mean. */
    public static final Set<String> TASK_WORDS = Set.of("open", "claimed", "closed", "declined", "cancelled");

    /** What statuses of projects mean. */
    public static final Set<String> PROJECT_WORDS = Set.of("planned", "open", "on_hold", "resolved", "cancelled");

    /** Parts of paths that the vendor's documents and clients disagree on, or that follow from a general form alone. */
    public static final Map<String, String> ROUTES =
            Map.of("simple-tasks", "simple-tasks", "projects.resume", "start", "projects.search", "search");

    /** Members that are not published, or published under several names. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("field.id", "eaId"),
            Map.entry("field.value", "eaValue"),
            Map.entry("task.status", "workFlowTaskStatus"),
            Map.entry("task.project", "projectId"),
            Map.entry("task.end", "endDate"),
            Map.entry("project.description", "description"),
            Map.entry("commitment.modified", "modifiedDate"),
            Map.entry("simpleTask.title", "title"),
            Map.entry("simpleTask.description", "description"),
            Map.entry("simpleTask.begin", "beginDate"),
            Map.entry("simpleTask.end", "endDate"),
            Map.entry("simpleTask.duration", "duration"),
            Map.entry("simpleTask.user", "userId"),
            Map.entry("simpleTask.role", "roleId"));

    /**
     * Makes a configuration; collections are copied.
     *
     * @param zone the zone of the service's times
     * @param pageSize objects per request
     * @param routes parts of paths that are called otherwise
     * @param names members that are called otherwise
     * @param currencies id to currency
     * @param fundingAccounts the budgets that are listed
     * @param commitmentStatuses id to word
     * @param taskStatuses id to word
     * @param projectStatuses id to word
     * @param statusIds {@code <collection>.<word>} to id
     * @param workflows type of a case to workflow
     * @param activity the campaign of cases that name none, or null
     * @param notesField the field that holds notes, or null
     * @param actors our name of a person to the user
     * @param declineReleases whether declining gives a task back
     * @param annotationType what kind of mark carries a comment
     * @param webhooks how pushed events are proved, or null when none are taken
     */
    public PmConfig {
        routes = copy(routes);
        names = copy(names);
        currencies = copy(currencies);
        fundingAccounts = List.copyOf(fundingAccounts);
        commitmentStatuses = copy(commitmentStatuses);
        taskStatuses = copy(taskStatuses);
        projectStatuses = copy(projectStatuses);
        statusIds = copy(statusIds);
        workflows = copy(workflows);
        actors = copy(actors);
    }

    private static <V> Map<String, V> copy(Map<String, V> in) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }

    String route(String name) {
        return routes.getOrDefault(name, ROUTES.getOrDefault(name, name));
    }

    String name(String name) {
        return names.getOrDefault(name, NAMES.getOrDefault(name, name));
    }

    /**
     * What the members of an attribute of the tenant's own are called.
     *
     * @return the names
     */
    public FieldNames fieldNames() {
        return new FieldNames(name("field.id"), name("field.value"));
    }

    /**
     * The first id of a word.
     *
     * @param statuses id to word
     * @param word the word
     * @return the ids, in order
     */
    static List<String> idsOf(Map<String, String> statuses, String word) {
        return statuses.entrySet().stream()
                .filter(one -> one.getValue().equals(word))
                .map(Map.Entry::getKey)
                .toList();
    }
}
