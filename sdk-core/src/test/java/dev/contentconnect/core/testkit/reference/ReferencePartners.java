package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partner directory; a notice is one delivery for each partner. */
record ReferencePartners(ReferenceClient client) implements PartnerDesk {
    @Override
    public Paged<Partner> partners(List<Segment> segments) {
        List<String> wanted =
                segments.stream().map(one -> one.kind() + ":" + one.value()).toList();
        return client.list("partners.list", "partners", Map.of("segments", wanted), 100, Partner.class);
    }

    @Override
    public Partner get(SourceRef partner) {
        return client.get("partners.get", "partners", partner, Partner.class);
    }

    @Override
    public boolean isEntitled(SourceRef partner, Segment segment) {
        Partner known = get(partner);
        return known.active() && known.segments().contains(segment);
    }

    @Override
    public List<Delivery> notify(List<SourceRef> partners, Notice notice) {
        partners.forEach(ReferenceClient::id);
        List<Partner> known = partners.stream().map(this::get).toList();
        List<Delivery> out = new ArrayList<>();
        for (Partner partner : known) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("notice", PlainRecords.write(notice));
            members.put("recipient", partner.ref().id());
            members.put("status", DeliveryStatus.SENT.value());
            String key = notice.key() + "/" + partner.ref().id();
            Map<String, @Nullable Object> made = client.create("partners.notify", "deliveries", key, members);
            out.add(client.to(Delivery.class, "partners.notify", made));
        }
        return out;
    }

    @Override
    public Delivery notice(SourceRef notice) {
        return client.get("partners.notice", "deliveries", notice, Delivery.class);
    }

    @Override
    public List<Receipt> receipts(SourceRef notice) {
        Delivery sent = client.get("partners.receipts", "deliveries", notice, Delivery.class);
        return sent.status().equals(DeliveryStatus.SENT)
                ? List.of()
                : List.of(new Receipt(sent.ref(), sent.recipient(), sent.status(), sent.at(), sent.detail()));
    }
}
