package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.api.LensAttributes;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensRange;
import dev.contentconnect.tradinggrid.api.LensTerm;
import dev.contentconnect.tradinggrid.map.Meaning;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the capabilities share: questions to Lens in our words. */
final class Tracking {
    /** Entries are dated by another clock than ours. */
    static final Duration ODD_CLOCKS = Duration.ofDays(1);

    private static final int MOST_RELATED = 50_000;

    final TradingGridClient client;
    final TradingGridConfig config;
    final Meaning meaning;
    private final List<String> contentKeys;

    Tracking(TradingGridClient client, TradingGridConfig config) {
        this.client = client;
        this.config = config;
        TradingGridConfig.Lens lens = config.lens();
        this.meaning = new Meaning(
                lens.ownAddresses(),
                lens.requestTypes(),
                lens.assetKey(),
                lens.caseKey(),
                lens.reasonKey(),
                lens.portal());
        Set<String> keys = new LinkedHashSet<>(List.of(lens.assetKey(), lens.caseKey()));
        if (lens.reasonKey() != null) {
            keys.add(lens.reasonKey());
        }
        lens.contentKeys().stream().sorted().forEach(keys::add);
        this.contentKeys = List.copyOf(keys);
    }

    LensQuery everything() {
        return LensQuery.ALL.selecting(LensAttributes.FOR_TRAILS, contentKeys);
    }

    LensQuery files(int pageSize) {
        return everything().where(LensTerm.is("transactionlevel", "File")).pages(Math.min(LensQuery.MOST, pageSize));
    }

    LensRange since(String date, Instant from) {
        return new LensRange(date, from, config.options().time().now().plus(ODD_CLOCKS));
    }

    /** An entry by its id, which is taken as it is: no letter of it is a wildcard. */
    WireEntry entry(String operation, String id) {
        LensQuery query = everything().where(LensTerm.is("transactionid", id)).pages(2);
        for (WireEntry one : client.lens().entries(query)) {
            if (id.equals(one.id())) {
                return one;
            }
        }
        throw REFUSED.notFound(operation, "there is no entry " + id + "; entries go after a while");
    }

    /** Narrows to what is about an asset, of another system by the agreed content key, of this one by the entry. */
    LensQuery about(LensQuery query, SourceRef asset) {
        return asset.system().equals(TradingGridConnector.SYSTEM)
                ? query.where(LensTerm.is("transactionid", asset.id()))
                : query.withKey(config.lens().assetKey(), asset.toString());
    }

    /** A trailing asterisk in a business key is a wildcard, so what was found is held against what was asked for. */
    boolean isAbout(WireEntry entry, SourceRef asset) {
        return asset.system().equals(TradingGridConnector.SYSTEM)
                ? asset.id().equals(entry.id())
                : asset.toString().equals(entry.contentKeys().get(config.lens().assetKey()));
    }

    /** The entries of each process that some entries belong to. */
    Map<String, List<WireEntry>> processes(String operation, Collection<WireEntry> entries) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(one -> {
            String process = one.text("correlationid");
            if (process != null) {
                ids.add(process);
            }
        });
        Map<String, List<WireEntry>> out = new HashMap<>();
        int count = 0;
        for (WireEntry one : client.lens().correlated(ids, LensAttributes.FOR_ERRORS, List.of())) {
            String process = one.text("correlationid");
            if (process != null) {
                out.computeIfAbsent(process, any -> new ArrayList<>()).add(one);
            }
            if (++count > MOST_RELATED) {
                throw REFUSED.rejected(
                        operation, "too_many", "more than " + MOST_RELATED + " entries in the processes of one page");
            }
        }
        return out;
    }

    static List<WireEntry> of(Map<String, List<WireEntry>> processes, WireEntry entry) {
        @Nullable String process = entry.text("correlationid");
        return process == null ? List.of() : processes.getOrDefault(process, List.of());
    }
}
