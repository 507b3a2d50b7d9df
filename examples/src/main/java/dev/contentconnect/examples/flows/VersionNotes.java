package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a flow notes about one version of something: that it is under way and after which others, and how it ended.
 *
 * @param trail keeps the notes
 * @param thing what has versions
 * @param version the version
 */
public record VersionNotes(FlowTrail trail, SourceRef thing, String version) {
    /** Vendors write their history late; how long what people did in an ended case may take to be readable. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String VERSION = "version";
    private static final String OVER = "over";
    private static final String ENDED = "ended";

    /**
     * The identity of the version.
     *
     * @return another one for each version; part of the keys of effects
     */
    public SourceRef ref() {
        return SourceRef.of(thing.system(), thing.id() + "@" + version);
    }

    /**
     * The notes of another version of the same thing.
     *
     * @param versionRef its {@link #ref()}, as {@link #enter} gives it
     * @return its notes
     */
    public VersionNotes of(SourceRef versionRef) {
        return new VersionNotes(
                trail, thing, versionRef.id().substring(thing.id().length() + 1));
    }

    /**
     * Notes that this version is under way.
     *
     * @return those that came before it and have not ended
     */
    public List<SourceRef> enter() {
        List<StateLink> versions = trail.notes(thing, VERSION);
        int own = versions.stream()
                .filter(link -> link.to().equals(ref()))
                .map(VersionNotes::order)
                .findFirst()
                .orElse(versions.size());
        if (own == versions.size()) {
            trail.note(thing, VERSION, ref(), Integer.toString(own));
        }
        return versions.stream()
                .filter(link -> order(link) < own)
                .map(StateLink::to)
                .filter(older -> trail.noted(older, OVER).isEmpty())
                .toList();
    }

    /**
     * Whether another version came after this one, which was noted by {@link #enter}.
     *
     * @return true once there is a later one
     */
    public boolean isSuperseded() {
        List<StateLink> versions = trail.notes(thing, VERSION);
        return versions.stream()
                .filter(link -> link.to().equals(ref()))
                .anyMatch(own -> versions.stream().anyMatch(other -> order(other) > order(own)));
    }

    private static int order(StateLink link) {
        return Integer.parseInt(Objects.requireNonNull(link.fingerprint()));
    }

    /** Notes that this version ended well. */
    public void succeeded() {
        trail.note(ref(), OVER, thing, null);
    }

    /**
     * Whether this version has ended, well or not.
     *
     * @return true once it was noted
     */
    public boolean isOver() {
        return trail.noted(ref(), OVER).isPresent();
    }

    /**
     * Notes that this version, or an older one, will not go out.
     *
     * @param versionRef which
     * @param reasons why, in words for people
     */
    public void refused(SourceRef versionRef, List<String> reasons) {
        trail.note(versionRef, OVER, thing, String.join("\n", reasons));
    }

    /**
     * Why this version will not go out.
     *
     * @return the reasons; nothing while it may, and when it did
     */
    public Optional<List<String>> refusal() {
        return trail.noted(ref(), OVER).map(StateLink::fingerprint).map(text -> List.of(text.split("\n")));
    }

    /**
     * Whether a case was first seen ended a while ago. By our own clock: the vendor's may differ, or say nothing.
     *
     * @param record the ended case
     * @return true an hour after the first call
     */
    public boolean hasEndedLongAgo(CaseRecord record) {
        Optional<StateLink> seen = trail.noted(ref(), ENDED);
        if (seen.isEmpty()) {
            trail.note(ref(), ENDED, record.ref(), null);
        }
        return seen.isPresent() && !trail.now().isBefore(seen.get().updatedAt().plus(PATIENCE));
    }
}
