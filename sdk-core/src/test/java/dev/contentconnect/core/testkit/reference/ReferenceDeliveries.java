package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deliveries and how far they got. */
record ReferenceDeliveries(ReferenceClient client) implements DeliveryLog {
    private static final List<DeliveryStatus> ORDER =
            List.of(DeliveryStatus.QUEUED, DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);

    @Override
    public Paged<Delivery> deliveries(DeliveryQuery query) {
        Map<String, Object> filters = new LinkedHashMap<>();
        ReferenceApprovals.put(filters, "assets", query.asset());
        ReferenceApprovals.put(filters, "recipient", query.recipient());
        ReferenceApprovals.put(filters, "changedSince", query.since());
        filters.put("status", query.statuses());
        return client.list("deliveries.query", "deliveries", filters, query.pageSize(), Delivery.class);
    }

    @Override
    public Delivery record(DeliveryDraft draft) {
        Map<String, @Nullable Object> members = PlainRecords.members(draft);
        return client.to(
                Delivery.class,
                "deliveries.record",
                client.create("deliveries.record", "deliveries", draft.key(), members));
    }

    @Override
    public Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail) {
        Map<String, @Nullable Object> read = client.get("deliveries.advance", "deliveries", delivery);
        Delivery now = client.to(Delivery.class, "deliveries.advance", read);
        int wanted = ORDER.indexOf(status);
        if (now.status().equals(status) || (wanted >= 0 && wanted < ORDER.indexOf(now.status()))) {
            return now;
        }
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("status", status.value());
        change.put("detail", detail);
        return client.to(
                Delivery.class, "deliveries.advance", client.patch("deliveries.advance", "deliveries", read, change));
    }
}
