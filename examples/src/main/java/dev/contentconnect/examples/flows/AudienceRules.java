package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an audience is said in a system that knows other kinds of segments than whoever planned it. A kind is said as it is,
 * as another kind, or in words: then it does not narrow who gets the content, and stands in the note that goes with it.
 *
 * <p>A target refuses kinds that it does not know with the code {@code not_offered}: what is to become of them is decided
 * here, by whoever knows what a segment means, and never by leaving it out.
 *
 * @param kinds the kind that stands for another one in the target
 * @param inWords kinds that are put into the note
 */
public record AudienceRules(Map<SegmentKind, SegmentKind> kinds, Set<SegmentKind> inWords) {
    /** Every kind as it is. */
    public static final AudienceRules AS_IS = new AudienceRules(Map.of(), Set.of());

    /**
     * Makes rules; collections are copied.
     *
     * @throws IllegalArgumentException when a kind is to be said in both ways
     */
    public AudienceRules {
        kinds = Map.copyOf(kinds);
        inWords = Set.copyOf(inWords);
        for (SegmentKind kind : inWords) {
            if (kinds.containsKey(kind)) {
                throw new IllegalArgumentException(kind + " is said as another kind or in words, not both");
            }
        }
    }

    /**
     * The same rules, with one kind said as another.
     *
     * @param kind for example an agency
     * @param there what it is in the target, for example a partner programme
     * @return other rules
     */
    public AudienceRules saying(SegmentKind kind, SegmentKind there) {
        Map<SegmentKind, SegmentKind> more = new LinkedHashMap<>(kinds);
        more.put(kind, there);
        return new AudienceRules(more, inWords);
    }

    /**
     * The same rules, with one kind put into the note. Only for kinds that tell how content is used and not who gets it.
     *
     * @param kind for example a channel
     * @return other rules
     */
    public AudienceRules inWords(SegmentKind kind) {
        Set<SegmentKind> more = new LinkedHashSet<>(inWords);
        more.add(kind);
        return new AudienceRules(kinds, more);
    }

    /**
     * The audience in the kinds of the target.
     *
     * @param audience as it was planned; empty means everybody
     * @return each segment once
     * @throws IllegalArgumentException when nothing is left of an audience: published like that, everybody would get it
     */
    public List<Segment> segments(List<Segment> audience) {
        List<Segment> there = audience.stream()
                .filter(segment -> !inWords.contains(segment.kind()))
                .map(segment -> new Segment(kinds.getOrDefault(segment.kind(), segment.kind()), segment.value()))
                .distinct()
                .toList();
        if (there.isEmpty() && !audience.isEmpty()) {
            throw new IllegalArgumentException("nothing of the audience " + audience
                    + " would be a segment, so that everybody would get the content");
        }
        return there;
    }

    /**
     * What the audience is told in words.
     *
     * @param audience as it was planned
     * @return one line for each kind, such as {@code channel: web, social}; null when there is nothing to tell
     */
    public @Nullable String note(List<Segment> audience) {
        Map<String, String> lines = audience.stream()
                .filter(segment -> inWords.contains(segment.kind()))
                .collect(Collectors.groupingBy(
                        segment -> segment.kind().value(),
                        LinkedHashMap::new,
                        Collectors.mapping(Segment::value, Collectors.joining(", "))));
        return lines.isEmpty()
                ? null
                : lines.entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
