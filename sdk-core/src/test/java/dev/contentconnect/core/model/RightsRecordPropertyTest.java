package dev.contentconnect.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class RightsRecordPropertyTest {
    @Property(tries = 3_000)
    void alwaysAnswersAndNeverRefusesWithoutReason(@ForAll("rights") RightsRecord rights, @ForAll("uses") Use use) {
        Permission permission = rights.permits(use);

        assertThat(permission.isAllowed()).isEqualTo(permission.verdict() == Verdict.ALLOWED);
        assertThat(permission.reasons().isEmpty()).isEqualTo(permission.isAllowed());
        // The other properties here say nothing unless every verdict is common.
        Statistics.collect(permission.verdict());
        Statistics.coverage(checker -> {
            for (Verdict verdict : Verdict.values()) {
                checker.check(verdict).percentage(share -> share > 4);
            }
        });
    }

    @Property(tries = 3_000)
    void neverGrowsMoreGenerousByAProhibition(
            @ForAll("rights") RightsRecord rights,
            @ForAll("prohibitions") Prohibition prohibition,
            @ForAll("uses") Use use) {
        List<Prohibition> more = new ArrayList<>(rights.prohibitions());
        more.add(prohibition);

        Verdict before = rights.permits(use).verdict();
        Verdict after =
                rights.toBuilder().prohibitions(more).build().permits(use).verdict();

        assertThat(severity(after)).isGreaterThanOrEqualTo(severity(before));
    }

    @Property(tries = 3_000)
    void neverAllowsWhereEveryGrantExcludesThePlace(
            @ForAll("rights") RightsRecord rights, @ForAll("territories") Territory place, @ForAll("uses") Use use) {
        List<RightsGrant> grants = rights.grants().stream()
                .map(grant -> new RightsGrant(
                        grant.name(),
                        new Territories(grant.territories().allowed(), List.of(place)),
                        grant.terms(),
                        grant.validity(),
                        grant.firstUseBy(),
                        grant.editorialOnly(),
                        grant.limits(),
                        grant.exclusivities(),
                        grant.extensions()))
                .toList();

        assertThat(rights.toBuilder()
                        .grants(grants)
                        .build()
                        .permits(use.in(place))
                        .isAllowed())
                .isFalse();
    }

    @Property(tries = 1_000)
    void neverAllowsUnderAStatusThatDoesNotLet(@ForAll("rights") RightsRecord rights, @ForAll("uses") Use use) {
        if (!rights.status().lets()) {
            assertThat(openly(rights).toBuilder()
                            .status(rights.status())
                            .build()
                            .permits(use)
                            .isAllowed())
                    .isFalse();
        }
        assertThat(openly(rights).permits(bare(use)).isAllowed()).isTrue();
    }

    @Property(tries = 1_000)
    void neverGrowsStricterByAGrant(@ForAll("rights") RightsRecord rights, @ForAll("uses") Use use) {
        if (!rights.grants().isEmpty()) {
            RightsRecord fewer = rights.toBuilder()
                    .grants(rights.grants().subList(0, rights.grants().size() - 1))
                    .build();
            if (fewer.permits(use).isAllowed()) {
                assertThat(rights.permits(use).isAllowed()).isTrue();
            }
        }
    }

    /** A record that allows everything that is named nowhere else. */
    private static RightsRecord openly(RightsRecord rights) {
        return RightsRecord.builder(rights.ref(), rights.asset())
                .status(RightsStatus.CLEARED)
                .grants(List.of(RightsGrant.of(Territories.worldwide(), Map.of(), Validity.ALWAYS)))
                .build();
    }

    private static Use bare(Use use) {
        return new Use(use.at(), Territory.of("DE"), Map.of(), use.quantity(), use.editorial(), use.firstUse());
    }

    private static int severity(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> 0;
            case UNKNOWN -> 1;
            case DENIED -> 2;
        };
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return Arbitraries.oneOf(
                CanonicalDice.of(CanonicalDice::plausibleRights),
                CanonicalDice.of(CanonicalDice::plausibleRights),
                CanonicalDice.of(CanonicalDice::rights));
    }

    @Provide
    Arbitrary<Use> uses() {
        return Arbitraries.oneOf(
                CanonicalDice.of(CanonicalDice::plausibleUse),
                CanonicalDice.of(CanonicalDice::plausibleUse),
                CanonicalDice.of(CanonicalDice::use));
    }

    @Provide
    Arbitrary<Prohibition> prohibitions() {
        return Arbitraries.oneOf(
                CanonicalDice.of(CanonicalDice::plausibleProhibition), CanonicalDice.of(CanonicalDice::prohibition));
    }

    @Provide
    Arbitrary<Territory> territories() {
        return CanonicalDice.of(CanonicalDice::territory);
    }
}
