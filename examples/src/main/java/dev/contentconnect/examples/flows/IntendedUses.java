package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsReason;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What an audience means for rights: one use for each region (or market, where no region is named), channel and, where a
 * licence cares, agency or partner programme.
 */
public final class IntendedUses {
    private IntendedUses() {}

    /**
     * Why an asset must not be with an audience at a moment.
     *
     * @param audience for whom, by which channels
     * @param rights of the asset
     * @param asset its identity, for the words
     * @param at the moment
     * @return in words for people; empty when every use is allowed
     */
    public static List<String> objections(List<Segment> audience, RightsRecord rights, SourceRef asset, Instant at) {
        Set<String> objections = new LinkedHashSet<>();
        for (Use use : of(audience, rights, at)) {
            for (RightsReason reason : rights.permits(use).reasons()) {
                objections.add("rights of " + asset.id() + ": " + reason);
            }
        }
        return List.copyOf(objections);
    }

    /**
     * The same for an audience that a library serves by channels which it has no place for.
     *
     * @param serving the channels
     * @param audience for whom
     * @param rights of the asset
     * @param asset its identity, for the words
     * @param at the moment
     * @return in words for people; empty when every use is allowed
     */
    public static List<String> objections(
            List<Segment> serving, List<Segment> audience, RightsRecord rights, SourceRef asset, Instant at) {
        List<Segment> uses = new ArrayList<>(serving);
        uses.addAll(audience);
        return objections(uses, rights, asset, at);
    }

    private static List<Use> of(List<Segment> audience, RightsRecord rights, Instant at) {
        List<String> places = words(audience, SegmentKind.REGION);
        List<Use> uses = List.of(Use.at(at));
        uses = each(
                uses,
                places.isEmpty() ? words(audience, SegmentKind.MARKET) : places,
                (use, word) -> use.in(Territory.of(word)));
        uses = each(uses, words(audience, SegmentKind.CHANNEL), Use::channel);
        boolean limitsAudience =
                rights.grants().stream().anyMatch(grant -> grant.terms().containsKey(RightsDimension.AUDIENCE));
        return limitsAudience
                ? each(
                        uses,
                        words(audience, SegmentKind.AGENCY, SegmentKind.PARTNER_PROGRAM),
                        (use, word) -> use.with(RightsDimension.AUDIENCE, word))
                : uses;
    }

    private static List<String> words(List<Segment> audience, SegmentKind... kinds) {
        return audience.stream()
                .filter(segment -> List.of(kinds).contains(segment.kind()))
                .map(Segment::value)
                .toList();
    }

    private static List<Use> each(List<Use> uses, List<String> words, BiFunction<Use, String, Use> narrow) {
        if (words.isEmpty()) {
            return uses;
        }
        List<Use> narrowed = new ArrayList<>(uses.size() * words.size());
        for (Use use : uses) {
            words.forEach(word -> narrowed.add(narrow.apply(use, word)));
        }
        return narrowed;
    }
}
