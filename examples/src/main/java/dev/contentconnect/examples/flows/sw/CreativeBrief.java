package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.examples.flows.CaseFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as a system can search for it and judge rights by it. It comes from the values of the case
 * {@code campaignType}, {@code regions} (codes of countries), {@code format}, {@code deadline} (ISO-8601) and {@code about}.
 *
 * @param about words to search for, or null
 * @param kind which kind of asset, or null for any
 * @param regions where it is to be used
 * @param aspects what it is to be used for
 * @param deadline when its use begins; null where nobody said
 * @param unclear what cannot be understood, in words for people
 */
record CreativeBrief(
        @Nullable String about,
        @Nullable AssetKind kind,
        List<String> regions,
        Map<RightsDimension, String> aspects,
        @Nullable Instant deadline,
        List<String> unclear) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static CreativeBrief read(CaseFields fields, CreativeWords words) {
        List<String> unclear = new ArrayList<>();
        String type = fields.text("campaignType");
        Map<RightsDimension, String> aspects =
                type == null ? null : words.campaignTypes().get(type);
        if (aspects == null) {
            unclear.add(type == null ? "no campaign type is named" : "campaign type " + type + " is not known");
        }
        String format = fields.text("format");
        AssetKind kind = format == null ? null : words.formats().get(format);
        if (format != null && kind == null) {
            unclear.add("format " + format + " is not known");
        }
        List<String> regions = fields.texts("regions");
        if (regions.isEmpty()) {
            unclear.add("no region is named");
        }
        regions.stream()
                .filter(region -> !COUNTRIES.contains(region))
                .forEach(region -> unclear.add("region " + region + " is not known"));
        String when = fields.text("deadline");
        Instant deadline = when == null ? null : date(when);
        if (when != null && deadline == null) {
            unclear.add("deadline " + when + " is not a date");
        }
        return new CreativeBrief(
                fields.text("about"), kind, regions, aspects == null ? Map.of() : aspects, deadline, unclear);
    }

    private static @Nullable Instant date(String text) {
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    CreativeBrief {
        regions = List.copyOf(regions);
        aspects = Map.copyOf(aspects);
        unclear = List.copyOf(unclear);
    }

    List<Segment> segments() {
        return regions.stream().map(Segment::region).toList();
    }

    /** Each of them has to be allowed: in every region, now and when the use begins. */
    List<Use> uses(Instant now) {
        List<Use> out = new ArrayList<>();
        for (String region : regions) {
            for (Instant at : moments(now)) {
                out.add(new Use(at, Territory.of(region), new LinkedHashMap<>(aspects), 1, false, false));
            }
        }
        return out;
    }

    private List<Instant> moments(Instant now) {
        return deadline == null || !deadline.isAfter(now) ? List.of(now) : List.of(now, deadline);
    }
}
