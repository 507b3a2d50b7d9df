package dev.contentconnect.smintio.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.UsageLimit;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.smintio.wire.WireTerm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Licence terms: each is a grant of its own. */
final class TermMapper {
    private static final Pattern UP_TO = Pattern.compile("^[a-z]+_up_to_(\\d{1,18})(?:_.*)?$");

    private final Languages languages;
    private final List<String> problems;

    TermMapper(Languages languages, List<String> problems) {
        this.languages = languages;
        this.problems = problems;
    }

    RightsGrant toGrant(WireTerm in, @Nullable Boolean editorialElsewhere) {
        Map<RightsDimension, Terms> terms = new LinkedHashMap<>();
        put(terms, RightsDimension.USAGE, in.allowedUsages(), in.restrictedUsages());
        put(terms, RightsDimension.SIZE, in.allowedSizes(), in.restrictedSizes());
        put(terms, RightsDimension.PLACEMENT, in.allowedPlacements(), in.restrictedPlacements());
        put(terms, RightsDimension.CHANNEL, in.allowedDistributions(), in.restrictedDistributions());
        put(terms, RightsDimension.INDUSTRY, in.allowedIndustries(), in.restrictedIndustries());
        put(terms, RightsDimension.LANGUAGE, in.allowedLanguages(), in.restrictedLanguages());
        Boolean editorial = in.isEditorialUse() != null ? in.isEditorialUse() : editorialElsewhere;
        return new RightsGrant(
                languages.best(in.name()),
                Geographies.territories(
                        Reading.words(in.allowedGeographies()), Reading.words(in.restrictedGeographies())),
                terms,
                validity(in),
                date(in.toBeUsedUntil(), "to_be_used_until"),
                editorial,
                limits(in),
                Reading.words(in.exclusivities()),
                Extensions.of(Ids.SYSTEM, Map.of("license_term", Json.convert(in, Map.class))));
    }

    /** A list that is missing or empty was not stated, which is neither a permission nor a ban. */
    private static void put(
            Map<RightsDimension, Terms> out,
            RightsDimension dimension,
            @Nullable List<@Nullable String> allowed,
            @Nullable List<@Nullable String> restricted) {
        List<String> in = Reading.words(allowed);
        List<String> not = Reading.words(restricted);
        if (!in.isEmpty() || !not.isEmpty()) {
            out.put(dimension, LicenseWords.terms(dimension, in, not));
        }
    }

    private @Nullable Instant date(@Nullable Object value, String name) {
        if (Reading.isOdd(value)) {
            problems.add(name + " is no date");
        }
        return Reading.date(value);
    }

    /** A term that ends before it begins never holds. */
    private Validity validity(WireTerm in) {
        Instant from = date(in.validFrom(), "valid_from");
        Instant until = date(in.validUntil(), "valid_until");
        if (from != null && until != null && until.isBefore(from)) {
            problems.add("valid_until lies before valid_from");
            return new Validity(until, until);
        }
        return new Validity(from, until);
    }

    /**
     * Limits in words. How much of one is used up nobody says, so that what stays below it is a doubt and only what is above is
     * denied.
     */
    private static List<UsageLimit> limits(WireTerm in) {
        List<UsageLimit> out = new ArrayList<>();
        for (String word : Reading.words(in.usageLimits())) {
            if (!word.equals("any") && !word.endsWith("_any")) {
                out.add(new UsageLimit(word, most(word), null));
            }
        }
        return out;
    }

    private static long most(String word) {
        Matcher number = UP_TO.matcher(word);
        if (number.matches()) {
            return Long.parseLong(number.group(1));
        }
        return word.equals("quantity_one_copy") ? 1 : Long.MAX_VALUE;
    }
}
