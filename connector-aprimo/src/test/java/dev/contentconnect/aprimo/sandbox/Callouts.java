package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule that calls out whenever a record is saved, whoever saves it. */
final class Callouts {
    private final FakeClock clock;
    private final List<Map<String, @Nullable Object>> made = new ArrayList<>();

    Callouts(FakeClock clock) {
        this.clock = clock;
    }

    void saved(Rec record, String user, @Nullable String reference) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("event", "saved");
        body.put("recordId", record.id);
        body.put("userId", user);
        body.put("status", record.status);
        body.put("tenant", "acme");
        body.put("occurredOn", Vault.stamp(clock.now()));
        // Not part of the body: what the header of that name would be.
        body.put("_reference", reference == null ? "ref-" + made.size() : reference);
        made.add(body);
    }

    List<Map<String, @Nullable Object>> take() {
        List<Map<String, @Nullable Object>> out = List.copyOf(made);
        made.clear();
        return out;
    }
}
