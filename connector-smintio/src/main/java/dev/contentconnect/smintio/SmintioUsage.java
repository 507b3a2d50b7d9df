package dev.contentconnect.smintio;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.DownloadHistory;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.UsageMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of licences, read anew each time from the beginning of the stream; then what the host knows of downloads. */
record SmintioUsage(Library library) implements DeliveryLog {
    private static final String LIST = "deliveries.query";
    private static final String STREAM = "s";
    private static final String HOST = "h";

    @Override
    public Paged<Delivery> deliveries(DeliveryQuery query) {
        unless(query.recipient() == null, "recipient");
        unless(query.since() == null, "since");
        unless(query.statuses().isEmpty(), "statuses");
        SourceRef asset = query.asset();
        if (asset != null) {
            String license = Ids.licenseIn(asset);
            unless(license != null && library.config.licensing() != null, "asset");
            return Paged.of(SmintioConnector.SYSTEM, LIST, cursor -> ofLicense(String.valueOf(license)));
        }
        int size = Math.min(query.pageSize(), Licensing.MAX_PAGE);
        return Paged.of(SmintioConnector.SYSTEM, LIST, cursor -> page(cursor, size));
    }

    private static void unless(boolean unset, String part) {
        NotOffered.unless(
                unset, SmintioConnector.SYSTEM, LIST + "." + part, "only licences can be asked for, one or all");
    }

    private Page<Delivery> ofLicense(String license) {
        List<MappingIssue> issues = new ArrayList<>();
        List<Delivery> out = new ArrayList<>();
        UsageMapper.toDelivery(library.purchases.get(LIST, license))
                .peek(out::add)
                .peekLeft(issues::add);
        return new Page<>(out, null, null, issues);
    }

    private Page<Delivery> page(@Nullable Cursor cursor, int size) {
        String at = cursor == null ? (library.config.licensing() == null ? HOST : STREAM) : cursor.value();
        DownloadHistory host = library.config.ports().downloads();
        if (at.startsWith(HOST)) {
            return host == null ? Page.of(List.of(), null) : ofHost(host, at.substring(1));
        }
        String from = at.substring(1);
        PurchasePage page = library.client.licensing().purchases(from.isEmpty() ? null : from, size);
        List<Delivery> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.purchases()
                .forEach(one -> UsageMapper.toDelivery(one).peek(items::add).peekLeft(issues::add));
        Cursor next = !page.isEnd() ? Cursor.of(STREAM + page.continuation()) : host == null ? null : Cursor.of(HOST);
        return new Page<>(items, next, null, issues);
    }

    private static Page<Delivery> ofHost(DownloadHistory host, String from) {
        Page<Delivery> page = host.downloads().page(from.isEmpty() ? null : Cursor.of(from));
        Cursor next = page.next() == null ? null : Cursor.of(HOST + page.next().value());
        return new Page<>(page.items(), next, null, page.issues());
    }

    @Override
    public Delivery record(DeliveryDraft draft) {
        throw NotOffered.by(
                SmintioConnector.SYSTEM, "deliveries.record", "Smint.io counts itself and takes no records");
    }

    @Override
    public Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail) {
        throw NotOffered.by(
                SmintioConnector.SYSTEM, "deliveries.advance", "Smint.io counts itself and takes no records");
    }
}
