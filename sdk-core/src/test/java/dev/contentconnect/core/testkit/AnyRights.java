package dev.contentconnect.core.testkit;

import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Draws rights as people state them, for the tests of mappers that write rights and read them back. */
public final class AnyRights {
    private AnyRights() {}

    /**
     * Rights with up to three grants.
     *
     * @param asset the asset they are about; also the identity of the rights
     * @param statuses one of them is the overall word
     * @return without a moment of change and without extensions
     */
    public static Arbitrary<RightsRecord> of(SourceRef asset, RightsStatus... statuses) {
        Arbitrary<List<Prohibition>> prohibitions =
                Arbitraries.of(List.of(), List.of(Prohibition.in("embargo", List.of(Territory.of("FR")))));
        return Combinators.combine(
                        Arbitraries.of(statuses),
                        words().injectNull(0.3),
                        grants().list().ofMaxSize(3),
                        prohibitions)
                .as((status, holder, grants, forbidden) -> RightsRecord.builder(asset, asset)
                        .status(status)
                        .holder(holder)
                        .grants(grants)
                        .prohibitions(forbidden)
                        .build());
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    }

    private static Arbitrary<RightsGrant> grants() {
        Arbitrary<Territories> places = Arbitraries.of("DE", "AT", "CH", "001", "US-CA", "Atlantis")
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .map(codes -> Territories.of(codes.toArray(String[]::new)));
        Arbitrary<Map<RightsDimension, Terms>> terms = Arbitraries.oneOf(Arbitraries.of("web", "print", "tv"), words())
                .set()
                .ofMaxSize(2)
                .map(channels ->
                        channels.isEmpty() ? Map.of() : Map.of(RightsDimension.CHANNEL, new Terms(channels, Set.of())));
        return Combinators.combine(words().injectNull(0.5), places, terms, times())
                .as((name, where, how, when) ->
                        new RightsGrant(name, where, how, when, null, null, List.of(), List.of(), Extensions.none()));
    }

    private static Arbitrary<Validity> times() {
        Arbitrary<Validity> both = Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.longs().between(0, 400_000_000L))
                .as((from, more) -> new Validity(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + more)));
        return Arbitraries.oneOf(
                both,
                Arbitraries.of(
                        Validity.ALWAYS,
                        new Validity(Instant.parse("2026-01-01T00:00:00Z"), null),
                        new Validity(null, Instant.parse("2027-02-03T04:05:06.789Z"))));
    }
}
