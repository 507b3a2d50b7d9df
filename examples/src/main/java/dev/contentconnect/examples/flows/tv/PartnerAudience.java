package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who belongs to the audience of a publication. */
public final class PartnerAudience {
    private PartnerAudience() {}

    /**
     * The segments by which a partner may have what was published for an audience. Of each kind of segment that the audience
     * names, the partner belongs to one at least: a region does not make up for a brand.
     *
     * @param partner as the directory has it
     * @param audience of a publication
     * @return all that they share; empty for a partner who may not have it: one who is not active or lacks a kind, and everybody
     *     where the audience names nobody
     */
    public static List<Segment> shared(Partner partner, List<Segment> audience) {
        if (!partner.active()) {
            return List.of();
        }
        List<Segment> shared = audience.stream()
                .filter(partner.segments()::contains)
                .distinct()
                .toList();
        return kinds(shared).equals(kinds(audience)) ? shared : List.of();
    }

    private static Set<SegmentKind> kinds(List<Segment> segments) {
        return segments.stream().map(Segment::kind).collect(Collectors.toSet());
    }
}
