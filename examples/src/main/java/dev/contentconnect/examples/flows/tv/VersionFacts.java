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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What partners have to know about a new version.
 *
 * @param effective from when it counts: when it is out and its rights have begun
 * @param territories where it may be used
 */
record VersionFacts(Instant effective, String territories) {

    /** What is missing; empty when everything is known. */
    static List<String> missing(Offer offer, RightsRecord rights) {
        List<String> missing = new ArrayList<>();
        if (effective(offer, rights).isEmpty()) {
            missing.add("the effective date of version " + offer.label() + " is not known");
        }
        if (territories(rights).isEmpty()) {
            missing.add("the territories of version " + offer.label() + " are not known");
        }
        return missing;
    }

    static Optional<VersionFacts> of(Offer offer, RightsRecord rights) {
        Optional<String> territories = territories(rights);
        return effective(offer, rights).flatMap(at -> territories.map(where -> new VersionFacts(at, where)));
    }

    private static Optional<Instant> effective(Offer offer, RightsRecord rights) {
        Optional<Instant> out = offer.publications().stream()
                .map(Publication::at)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo);
        // One grant that has no beginning is enough.
        Optional<Instant> allowed = rights.grants().stream()
                .map(grant -> Objects.requireNonNullElse(grant.validity().from(), Instant.MIN))
                .min(Instant::compareTo);
        return out.map(at -> allowed.filter(at::isBefore).orElse(at).truncatedTo(ChronoUnit.SECONDS));
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
