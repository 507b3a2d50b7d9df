package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.tradinggrid.api.Email;
import dev.contentconnect.tradinggrid.api.Messages;
import dev.contentconnect.tradinggrid.wire.WireJob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenText Messaging over HTTP. */
record HttpMessages(TradingGridHttp http, TradingGridConfig.Messaging messaging) implements Messages {
    private record Posted(@JsonProperty("job_id") @Nullable String jobId) {}

    private RequestUri uri(String... path) {
        return TradingGridHttp.uri(messaging.endpoint(), "mra", "v1", "outbound")
                .path(path);
    }

    @Override
    public String send(Email email, @Nullable String submitId) {
        Map<String, Object> mail = new LinkedHashMap<>();
        mail.put("subject", email.subject());
        mail.put("charset", "UTF-8");
        put(mail, "from_display_name", messaging.fromName());
        if (email.html() != null) {
            mail.put("html_open_tracking", "top");
        }
        Map<String, Object> options = options(email.customerReference());
        options.put("email_options", mail);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("options", options);
        body.put("destinations", destinations(email.destinations(), "email"));
        body.put("body", parts(email));
        body.put("reports", Map.of());
        return post("messages.send", uri("emails"), body, submitId);
    }

    private static List<Map<String, Object>> parts(Email email) {
        List<Map<String, Object>> out = new ArrayList<>();
        out.add(part("body.txt", "text", base64(email.text())));
        if (email.html() != null) {
            out.add(part("body.html", "html", base64(email.html())));
        }
        email.attachments().forEach(one -> out.add(part(one.name(), one.type(), one.base64())));
        return out;
    }

    private static Map<String, Object> part(String name, String type, String data) {
        return Map.of("name", name, "type", type, "charset", "UTF-8", "data", data);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, Object>> destinations(List<Email.Destination> all, String member) {
        List<Map<String, Object>> out = new ArrayList<>();
        for (Email.Destination one : all) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("ref", one.ref());
            entry.put(member, one.email());
            if (!one.inserts().isEmpty()) {
                entry.put(
                        "inserts",
                        one.inserts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(insert -> Map.of("id", insert.getKey(), "value", insert.getValue()))
                                .toList());
            }
            out.add(entry);
        }
        return out;
    }

    private Map<String, Object> options(String customerReference) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "billing_code", messaging.billingCode());
        out.put("customer_reference", customerReference);
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    @Override
    public String sendSms(
            String text, String customerReference, List<Email.Destination> destinations, @Nullable String submitId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("options", options(customerReference));
        body.put("destinations", destinations(destinations, "sms"));
        body.put("sms_text", text);
        return post("messages.sendSms", uri("sms"), body, submitId);
    }

    private String post(String operation, RequestUri uri, Object body, @Nullable String submitId) {
        HttpCall.Builder call = HttpCall.post(operation, uri.build()).json(body);
        if (submitId != null) {
            call.header("X-MRA-SubmitId", submitId);
        }
        String job =
                http.messaging().read(TradingGridHttp.json(call), Posted.class).jobId();
        if (job == null || job.isBlank()) {
            throw REFUSED.undecodable(operation, "the answer has no job_id");
        }
        return job;
    }

    @Override
    public WireJob emailStatus(String job) {
        return status("messages.emailStatus", "emails", job);
    }

    @Override
    public WireJob smsStatus(String job) {
        return status("messages.smsStatus", "sms", job);
    }

    private WireJob status(String operation, String kind, String job) {
        RequestUri uri = messaging.status() == TradingGridConfig.StatusStyle.PATH
                ? uri(kind, "status", job)
                : uri(kind, "status").query("job_id", job);
        WireJob found =
                http.messaging().read(TradingGridHttp.json(HttpCall.get(operation, uri.build())), WireJob.class);
        if (!job.equals(found.jobId())) {
            throw REFUSED.notFound(operation, "there is no job " + job);
        }
        return found;
    }
}
