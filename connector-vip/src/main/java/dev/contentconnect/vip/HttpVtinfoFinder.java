package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.CountedPlace;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.http.RateGates;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.FinderLookup;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.api.OutletQuery;
import dev.contentconnect.vip.map.LookupMapper;
import dev.contentconnect.vip.map.OutletMapper;
import dev.contentconnect.vip.wire.WireOutlets;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Brand Finder over HTTP. */
final class HttpVtinfoFinder implements VtinfoFinder {
    private static final String OUTLETS = "finder.outlets";
    private static final String LOOKUP = "finder.lookup";

    /** No limit is documented; the same vendor's public page turns away more than a few requests a second. */
    private static final double PER_SECOND = 2;

    private final VtinfoFinderConfig config;
    private final HttpChannel channel;
    private final Map<FinderList, Kept> kept = new ConcurrentHashMap<>();

    HttpVtinfoFinder(VtinfoFinderConfig config) {
        this.config = config;
        RateGate gate = RateGates.of(
                config.options().endpoint().getHost(),
                config.customer(),
                PER_SECOND,
                config.options().time());
        this.channel = config.options()
                .channel(VipConnector.SYSTEM, new VtinfoFinderErrors(), new VtinfoFinderSignature(config), gate)
                .build();
    }

    @Override
    public Paged<Outlet> outlets(OutletQuery query) {
        String implementation = config.implementation(query.implementation());
        return Paged.of(VipConnector.SYSTEM, OUTLETS, cursor -> page(query, implementation, cursor));
    }

    private Page<Outlet> page(OutletQuery query, @Nullable String implementation, @Nullable Cursor cursor) {
        CountedPlace place = CountedPlace.of(REFUSED, OUTLETS, cursor, 0);
        int size = query.pageSize() > 0
                ? query.pageSize()
                : Math.min(config.options().pageSize(), OutletQuery.MAX_PAGE_SIZE);
        RequestUri uri = address("results", implementation)
                .query("zip", query.zip())
                .query("lat", plain(query.latitude()))
                .query("long", plain(query.longitude()))
                .query("miles", query.miles())
                .query("brand", query.brand())
                .query("storeType", query.storeType());
        query.categories().forEach((number, value) -> uri.query("category" + number, value));
        uri.query("page", place.number()).query("pagesize", size);
        WireOutlets answer = channel.read(call(OUTLETS, uri), WireOutlets.class);

        List<Object> found = OutletMapper.list(answer.location());
        List<Outlet> items = new ArrayList<>(found.size());
        List<MappingIssue> issues = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            OutletMapper.toOutlet(found.get(i), "location[" + i + "]", issues::add)
                    .peek(items::add)
                    .peekLeft(issues::add);
        }
        Long total = OutletMapper.count(answer.locationsTotal());
        // A full page may have one after it whatever the total says, which may be that of the page alone.
        boolean more =
                !found.isEmpty() && (found.size() >= size || (total != null && place.seen() + found.size() < total));
        Cursor next = more ? place.after(REFUSED, OUTLETS, found, place.number() + 1) : null;
        return new Page<>(items, next, total, issues);
    }

    @Override
    public FinderLookup lookup(FinderList list) {
        FinderList asked = list.of(config.implementation(list.implementation()));
        return kept.computeIfAbsent(asked, key -> new Kept()).get(() -> fetch(asked), config);
    }

    private FinderLookup fetch(FinderList list) {
        HttpCall call = call(LOOKUP, address(list.action(), list.implementation()));
        return channel.decode(call, channel.send(call), body -> {
            if (!(Json.decodePlain(body) instanceof Map<?, ?> members)) {
                throw new JsonException("not an object");
            }
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            members.forEach((name, value) -> plain.put(String.valueOf(name), value));
            return LookupMapper.toLookup(list, plain);
        });
    }

    private RequestUri address(String action, @Nullable String implementation) {
        return RequestUri.of(config.options().endpoint())
                .query("custID", config.customer())
                .query("UUID", implementation)
                .query("action", action)
                .query("format", "JSON");
    }

    private static HttpCall call(String operation, RequestUri uri) {
        return HttpCall.get(operation, uri.build())
                .header("Accept", "application/json")
                .build();
    }

    private static @Nullable String plain(@Nullable BigDecimal degrees) {
        return degrees == null ? null : degrees.toPlainString();
    }

    @Override
    public void close() {
        channel.close();
    }

    /** Names the customer; no secrets. */
    @Override
    public String toString() {
        return "VtinfoFinder[" + config + "]";
    }

    /** A list and when it was fetched. One caller fetches, the others wait; a failure is not kept. */
    private static final class Kept {
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Entry entry;

        private record Entry(FinderLookup lookup, Instant fetched) {}

        FinderLookup get(java.util.function.Supplier<FinderLookup> fetch, VtinfoFinderConfig config) {
            FinderLookup fresh = fresh(config);
            if (fresh != null) {
                return fresh;
            }
            try {
                turn.lockInterruptibly();
            } catch (InterruptedException e) {
                throw REFUSED.interrupted(LOOKUP, e);
            }
            try {
                fresh = fresh(config);
                if (fresh == null) {
                    fresh = fetch.get();
                    entry = new Entry(fresh, config.options().time().now());
                }
                return fresh;
            } finally {
                turn.unlock();
            }
        }

        private @Nullable FinderLookup fresh(VtinfoFinderConfig config) {
            Entry there = entry;
            Instant now = config.options().time().now();
            boolean good = there != null
                    && !now.isBefore(there.fetched())
                    && now.isBefore(there.fetched().plus(config.cacheTime()));
            return there != null && good ? there.lookup() : null;
        }
    }
}
