package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensTerm;
import dev.contentconnect.tradinggrid.map.DeliveryMapper;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that left us, with what the other entries of their process say: one request more for each page. */
record TradingGridDeliveries(Tracking tracking) implements DeliveryLog {
    private static final String LIST = "deliveries.query";
    private static final String INSTEAD = "Trading Grid itself notes what passes; send through a transport";

    /** An EDI address: a qualifier of one to four letters or digits, and an id. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Z0-9]{1,4}:\\S.*");

    @Override
    public Paged<Delivery> deliveries(DeliveryQuery query) {
        if (!query.statuses().isEmpty()) {
            throw NotOffered.by(SYSTEM, LIST + ".statuses", "how far a delivery got follows from several entries");
        }
        LensQuery files = tracking.files(query.pageSize());
        List<String> own = tracking.meaning.ownAddresses().stream().sorted().toList();
        if (!own.isEmpty()) {
            files = files.where(new LensTerm("senderaddress", own, false));
        }
        String recipient = query.recipient();
        if (recipient != null) {
            String side = ADDRESS.matcher(recipient).matches() ? "receiveraddress" : "receivername";
            files = files.where(LensTerm.is(side, recipient));
        }
        if (query.since() != null) {
            files = files.within(tracking.since("arrivaltime", query.since()));
        }
        SourceRef asset = query.asset();
        LensQuery asked = asset == null ? files : tracking.about(files, asset);
        return Paged.of(
                SYSTEM,
                LIST,
                cursor -> page(asset, tracking.client.lens().entries(asked).page(cursor)));
    }

    private Page<Delivery> page(@Nullable SourceRef asset, Page<WireEntry> page) {
        List<WireEntry> files = page.items().stream()
                .filter(one -> asset == null || tracking.isAbout(one, asset))
                .toList();
        Map<String, List<WireEntry>> processes = tracking.processes(LIST, files);
        List<Delivery> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        for (WireEntry one : files) {
            DeliveryMapper.toDelivery(one, Tracking.of(processes, one), tracking.meaning)
                    .peek(items::add)
                    .peekLeft(issues::add);
        }
        return new Page<>(items, page.next(), asset == null ? page.total() : null, issues);
    }

    @Override
    public Delivery record(DeliveryDraft draft) {
        throw NotOffered.by(SYSTEM, "deliveries.record", INSTEAD);
    }

    @Override
    public Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail) {
        throw NotOffered.by(SYSTEM, "deliveries.advance", INSTEAD);
    }
}
