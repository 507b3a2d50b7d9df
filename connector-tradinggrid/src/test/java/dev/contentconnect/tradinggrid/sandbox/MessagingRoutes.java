package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenText Messaging: what is sent plain comes back in base64 under another name. */
final class MessagingRoutes {
    /** A message. */
    static final class Job {
        final Map<String, @Nullable Object> sent;
        final List<Map<String, Object>> pulls = new ArrayList<>();
        int opens;
        String state = "Sent";

        Job(Map<String, @Nullable Object> sent) {
            this.sent = sent;
        }
    }

    final Map<String, Job> jobs = new LinkedHashMap<>();
    final List<String> submitIds = new ArrayList<>();
    private final TradingGridSandbox sandbox;

    MessagingRoutes(TradingGridSandbox sandbox) {
        this.sandbox = sandbox;
        for (String kind : List.of("emails", "sms")) {
            sandbox.add("POST", "/mra/v1/outbound/" + kind, this::post);
            sandbox.add(
                    "GET",
                    "/mra/v1/outbound/" + kind + "/status",
                    request -> status(request.query("job_id").orElse("")));
            sandbox.add(
                    "GET", "/mra/v1/outbound/" + kind + "/status/{job}", request -> status(request.parameter("job")));
        }
    }

    private SandboxResponse post(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        if (!(sent.get("destinations") instanceof List<?> to) || to.isEmpty()) {
            throw Refusal.plain(400, "destinations are required");
        }
        request.header("X-MRA-SubmitId").ifPresent(submitIds::add);
        String id = "mra-" + (1_000 + jobs.size());
        jobs.put(id, new Job(sent));
        return SandboxResponse.json(Map.of("job_id", id));
    }

    private SandboxResponse status(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw Refusal.plain(404, "unknown job");
        }
        Map<?, ?> options = (Map<?, ?>) job.sent.get("options");
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("job_id", id);
        out.put("job_state", List.of("Posted", "Complete"));
        out.put("customer_reference_base64", base64(options.get("customer_reference")));
        out.put("billing_code_base64", base64(options.get("billing_code")));
        out.put("entry_time", sandbox.now());
        out.put(
                "html_open_tracking",
                Map.of("total_open_count", job.opens, "distinct_open_count", Math.min(1, job.opens)));
        out.put(
                "attachments",
                List.of(Map.of(
                        "attachment_id",
                        "1",
                        "name_base64",
                        base64("notice.txt"),
                        "size",
                        12,
                        "flags",
                        List.of(),
                        "total_pull_count",
                        job.pulls.size(),
                        "distinct_pull_count",
                        Math.min(1, job.pulls.size()))));
        List<Map<String, @Nullable Object>> deliveries = new ArrayList<>();
        for (Object one : (List<?>) job.sent.get("destinations")) {
            deliveries.add(delivery((Map<?, ?>) one, job));
        }
        out.put("deliveries", deliveries);
        return SandboxResponse.json(out);
    }

    private Map<String, @Nullable Object> delivery(Map<?, ?> to, Job job) {
        List<Map<String, Object>> opens = new ArrayList<>();
        for (int i = 0; i < job.opens; i++) {
            opens.add(Map.of("time", sandbox.now()));
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ref_base64", base64(to.get("ref")));
        out.put(to.containsKey("sms") ? "sms" : "email", to.containsKey("sms") ? to.get("sms") : to.get("email"));
        out.put(
                "delivery_attempts",
                List.of(Map.of("state", job.state, "gamma_code", "250", "first_attempt", sandbox.now())));
        out.put("events", Map.of("email_delivery_events", Map.of("html_open", opens, "pull", job.pulls)));
        return out;
    }

    private static String base64(@Nullable Object text) {
        return text == null
                ? ""
                : Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
