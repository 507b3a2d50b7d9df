package dev.contentconnect.aprimo.sandbox;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of Productivity Management, and what people do there. Safe for one request at a time, as the sandbox serves them. */
public final class PmTenant {
    /** The user of the credential. */
    public static final long USER = 4711;

    /** The attribute for notes. */
    public static final long NOTES = 77;

    /** A workflow of two tasks. */
    public static final long WORKFLOW = 17;

    /** A campaign that is there from the beginning. */
    public static final long CAMPAIGN = 3;

    private final FakeTimes times;
    private final Map<String, Map<Long, Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
    final Map<String, List<Map<String, @Nullable Object>>> annotations = new LinkedHashMap<>();
    final Map<String, List<Map<String, @Nullable Object>>> comments = new LinkedHashMap<>();
    final Map<String, List<Integer>> pieces = new LinkedHashMap<>();
    private long last = 100;
    private int nulls;
    private int overwritten;
    private boolean declineReleases;
    private boolean simpleBelowTasks;
    private boolean ignoresOffsets;
    private boolean withoutTasks;

    /** Dates as this product writes them. */
    interface FakeTimes {
        java.time.Instant now();
    }

    PmTenant(FakeTimes times) {
        this.times = times;
        Map<String, @Nullable Object> campaign = new LinkedHashMap<>();
        campaign.put("activityId", CAMPAIGN);
        campaign.put("name", "Summer");
        campaign.put("activityStateId", 11);
        campaign.put("currencyCode", 1);
        table("activities").put(CAMPAIGN, stamped(campaign));
    }

    Map<Long, Map<String, @Nullable Object>> table(String resource) {
        return tables.computeIfAbsent(resource, any -> new TreeMap<>());
    }

    Map<String, @Nullable Object> row(String resource, String id) {
        Map<String, @Nullable Object> found =
                id.matches("[0-9]{1,17}") ? table(resource).get(Long.valueOf(id)) : null;
        if (found == null) {
            throw Refusal.of(404, "NotFound", "There is no " + resource + " " + id);
        }
        return found;
    }

    long nextId() {
        return ++last;
    }

    void numberFrom(long first) {
        last = first;
    }

    String now() {
        LocalDateTime local =
                LocalDateTime.ofInstant(times.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        String text = local.toString();
        return text.length() == 16 ? text + ":00" : text;
    }

    Map<String, @Nullable Object> stamped(Map<String, @Nullable Object> row) {
        row.put("modifiedDate", now());
        row.put("modifiedUser", USER);
        row.putIfAbsent("extendedAttributes", new ArrayList<>());
        row.putIfAbsent("multipleValueExtendedAttributes", new ArrayList<>());
        return row;
    }

    long add(String resource, String idName, Map<String, @Nullable Object> row) {
        long id = nextId();
        row.put(idName, id);
        table(resource).put(id, stamped(row));
        return id;
    }

    /** A workflow makes two tasks. */
    void instantiate(long project) {
        for (String title : withoutTasks ? List.<String>of() : List.of("Review", "Approve")) {
            Map<String, @Nullable Object> task = new LinkedHashMap<>();
            task.put("projectId", project);
            // Documents say title, answers were seen with name.
            task.put("name", title);
            task.put("workFlowTaskStatus", 21);
            task.put("beginDate", now());
            task.put("endDate", "2031-06-01T12:00:00");
            add("tasks", "taskId", task);
        }
    }

    boolean takeNull() {
        if (nulls > 0) {
            nulls--;
            return true;
        }
        return false;
    }

    boolean takeOverwrite() {
        if (overwritten > 0) {
            overwritten--;
            return true;
        }
        return false;
    }

    boolean declineReleases() {
        return declineReleases;
    }

    boolean simpleBelowTasks() {
        return simpleBelowTasks;
    }

    boolean ignoresOffsets() {
        return ignoresOffsets;
    }

    /** Answers so many reads with status 200 and {@code null}, as for a token that is over. */
    public void answerNull(int times) {
        this.nulls = times;
    }

    /** Lets another overwrite what was written, so many times, right after it was. */
    public void overwrite(int times) {
        this.overwritten = times;
    }

    /** Lets declining give a task back. */
    public void releaseDeclined() {
        this.declineReleases = true;
    }

    /** Has simple tasks where clients look for them, not where documents say. */
    public void moveSimpleTasks() {
        this.simpleBelowTasks = true;
    }

    /** Sends the first page whatever is asked for. */
    public void ignoreOffsets() {
        this.ignoresOffsets = true;
    }

    /** Makes a commitment as a person does; {@code currency} null leaves it out. */
    public long personCommits(String total, @Nullable Object currency, int status) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("committedItemId", nextId());
        line.put("activityId", CAMPAIGN);
        line.put("description", "Posters");
        line.put("quantity", 1);
        line.put("price", new BigDecimal(total));
        line.put("total", new BigDecimal(total));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("purchaseOrderNumber", "PO " + last);
        row.put("currencyCode", currency);
        row.put("commitmentStatus", status);
        row.put("totalAmount", new BigDecimal(total));
        row.put("baseTotalAmount", new BigDecimal(total).add(BigDecimal.ONE));
        row.put("totalPaidInvoice", new BigDecimal("0.10"));
        row.put("commitmentItems", List.of(line));
        return add("commitments", "committedId", row);
    }

    /** Makes a budget as an administrator does. */
    public long personBudgets(String budget, String committed, Object currency) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("title", "Brand");
        row.put("budgetedCurrency", currency);
        row.put("status", 1);
        row.put("_adjusted", new BigDecimal(budget));
        row.put("_committed", new BigDecimal(committed));
        return add("funding-accounts", "fundingAccountId", row);
    }

    /** Makes an asset under review with two versions. */
    public long personUploadsForReview(String title) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("title", title);
        row.put("activityId", CAMPAIGN);
        long id = add("digital-assets", "assetId", row);
        List<Map<String, @Nullable Object>> versions = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Map<String, @Nullable Object> version = new LinkedHashMap<>();
            version.put("versionId", nextId());
            version.put("digitalAssetId", id);
            version.put("versionNumber", Integer.toString(number));
            version.put("isDefaultVersion", number == 2 ? 1 : 0);
            versions.add(version);
        }
        row.put("_versions", versions);
        return id;
    }

    /** Says something about a version as a person does in the viewer. */
    public void personComments(String place, String text) {
        Map<String, @Nullable Object> comment = new LinkedHashMap<>();
        comment.put("id", nextId());
        comment.put("commentText", text);
        comment.put("creatorId", 12);
        comment.put("userFirstName", "Pat");
        comment.put("userLastName", "Person");
        comment.put("createdDate", now());
        comments.computeIfAbsent(place, any -> new ArrayList<>()).add(comment);
    }

    /** Makes an object of a kind of the tenant's own, as a person does. */
    public long personRaises(String kind, String name) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("relatedObjectId", CAMPAIGN);
        row.put("status", "1");
        return add("generic-object-" + kind, "id", row);
    }

    /** Changes a member as a person does. */
    public void personSets(String resource, long id, String member, @Nullable Object value) {
        stamped(row(resource, Long.toString(id))).put(member, value);
    }

    /** Deletes an object as a person does. */
    public void personDeletes(String resource, long id) {
        table(resource).remove(id);
    }

    /** Writes into an attribute as a person does. */
    public void personWrites(String resource, long id, long field, String text) {
        Map<String, @Nullable Object> row = row(resource, Long.toString(id));
        setField(row, field, text);
        stamped(row);
    }

    /** The versions of an asset. */
    public List<Long> versions(long asset) {
        List<Long> out = new ArrayList<>();
        if (row("digital-assets", Long.toString(asset)).get("_versions") instanceof List<?> list) {
            list.forEach(one -> out.add((Long) ((Map<?, ?>) one).get("versionId")));
        }
        return out;
    }

    /** A member as it is stored. */
    public @Nullable Object stored(String resource, long id, String member) {
        return row(resource, Long.toString(id)).get(member);
    }

    /** An attribute as it is stored. */
    public String field(String resource, long id, long field) {
        return field(row(resource, Long.toString(id)), field);
    }

    /** How many objects a collection has. */
    public int count(String resource) {
        return table(resource).size();
    }

    static String field(Map<String, @Nullable Object> row, long field) {
        if (row.get("extendedAttributes") instanceof List<?> list) {
            for (Object one : list) {
                Map<?, ?> map = (Map<?, ?>) one;
                if (String.valueOf(map.get("eaId")).equals(Long.toString(field))) {
                    return String.valueOf(map.get("eaValue"));
                }
            }
        }
        return "";
    }

    static void setField(Map<String, @Nullable Object> row, long field, @Nullable Object text) {
        List<Object> out = new ArrayList<>();
        if (row.get("extendedAttributes") instanceof List<?> list) {
            list.stream()
                    .filter(one ->
                            !String.valueOf(((Map<?, ?>) one).get("eaId")).equals(Long.toString(field)))
                    .forEach(out::add);
        }
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("eaId", field);
        value.put("eaValue", text);
        out.add(value);
        row.put("extendedAttributes", out);
    }
}
