package dev.contentconnect.core.model;

import static dev.contentconnect.core.model.RightsDimension.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rights that allow a use, to be spoilt one way at a time. */
final class RightsFixtures {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Use USE = Use.at(NOW).in(Territory.of("DE")).channel("web");
    static final Map<RightsDimension, Terms> WEB = Map.of(CHANNEL, Terms.of("web"));
    static final RightsGrant GRANT = RightsGrant.of(Territories.worldwide(), WEB, Validity.ALWAYS);
    static final RightsRecord CLEARED = RightsRecord.builder(SourceRef.of("l", "r"), SourceRef.of("l", "a"))
            .status(RightsStatus.CLEARED)
            .grants(List.of(GRANT))
            .build();

    private RightsFixtures() {}

    static RightsRecord granting(RightsGrant... grants) {
        return CLEARED.toBuilder().grants(List.of(grants)).build();
    }

    static RightsRecord forbidding(Prohibition prohibition) {
        return CLEARED.toBuilder().prohibitions(List.of(prohibition)).build();
    }

    static Territories territories(String allowed, String excluded) {
        Territories some = allowed == null ? Territories.unstated() : Territories.of(allowed.split(" ", -1));
        return excluded == null ? some : some.except(Set.of(excluded.split(" ", -1)));
    }

    static Set<String> words(String words) {
        return words == null ? Set.of() : Set.of(words.split(" ", -1));
    }

    static void says(RightsRecord rights, Use use, Verdict verdict, String... reasons) {
        Permission permission = rights.permits(use);
        assertThat(permission.verdict()).isEqualTo(verdict);
        assertThat(permission.reasons()).extracting(RightsReason::toString).containsExactly(reasons);
    }
}
