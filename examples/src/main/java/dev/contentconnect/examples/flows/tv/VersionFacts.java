package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What partners have to know about a new version.
 *
 * @param effective from when it counts for a partner: when it is out for that one, and its rights there have begun
 * @param territories where it may be used
 */
record VersionFacts(Instant effective, String territories) {

    /** What is missing; empty when everything is known. */
    static List<String> missing(Offer offer, RightsRecord rights) {
        List<String> missing = new ArrayList<>();
        if (beginnings(offer, rights).isEmpty()) {
            missing.add("the effective date of version " + offer.label() + " is not known");
        }
        if (territories(rights).isEmpty()) {
            missing.add("the territories of version " + offer.label() + " are not known");
        }
        return missing;
    }

    static VersionFacts at(Instant beginning, RightsRecord rights) {
        return new VersionFacts(
                beginning.truncatedTo(ChronoUnit.SECONDS), territories(rights).orElse(""));
    }

    /** The moments at which it may begin to count for somebody, earliest first: it comes out, or a grant begins. */
    static List<Instant> beginnings(Offer offer, RightsRecord rights) {
        NavigableSet<Instant> out = new TreeSet<>();
        offer.publications().stream()
                .map(Publication::at)
                .flatMap(Stream::ofNullable)
                .forEach(out::add);
        if (!out.isEmpty()) {
            Instant first = out.first();
            rights.grants().stream()
                    .map(grant -> grant.validity().from())
                    .flatMap(Stream::ofNullable)
                    .filter(first::isBefore)
                    .forEach(out::add);
        }
        return List.copyOf(out);
    }

    private static Optional<String> territories(RightsRecord rights) {
        List<Territories> all = rights.grants().stream()
                .map(RightsGrant::territories)
                .filter(one -> !one.allowed().isEmpty())
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().map(VersionFacts::words).distinct().collect(Collectors.joining("; ")));
    }

    private static String words(Territories territories) {
        String allowed = codes(territories.allowed());
        String excluded = codes(territories.excluded());
        return excluded.isEmpty() ? allowed : allowed + " except " + excluded;
    }

    private static String codes(List<Territory> territories) {
        return territories.stream()
                .map(one -> one.equals(Territory.WORLD) ? "worldwide" : one.code())
                .collect(Collectors.joining(", "));
    }
}
