package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsReason;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Verdict;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people find in the portal, as far as one flow brings it out and takes it back. A publication is made once under its key;
 * what the flow took back itself is brought out again under the same key with a number. Every method may be repeated from its
 * beginning.
 */
final class Offering {
    private static final String TAKEN = "taken";
    private static final String OUT = "out";
    private static final String BEGUN = "begun";
    private static final String BACK = "back";

    private final String flow;
    private final AssetReader reader;
    private final AssetPublisher publisher;
    private final RightsReader rights;
    private final @Nullable CommentThread thread;
    private final FlowTrail trail;

    Offering(String flow, Connector portal, FlowTrail trail) {
        this.flow = flow;
        this.reader = portal.require(AssetReader.class);
        this.publisher = portal.require(AssetPublisher.class);
        this.rights = portal.require(RightsReader.class);
        this.thread = portal.find(CommentThread.class).orElse(null);
        this.trail = trail;
    }

    /** The asset, while it is there. */
    Optional<Asset> read(SourceRef ref) {
        return found(() -> reader.get(ref)).filter(one -> !one.status().equals(AssetStatus.DELETED));
    }

    /** What may be done with it; nothing when the licence that it is tied to cannot be found. */
    Optional<RightsRecord> rights(SourceRef ref) {
        return found(() -> rights.rights(ref));
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> found(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The version that is shown; where the source states none, the moment of its last change stands for it. */
    static String version(Asset asset) {
        AssetVersion stated = asset.currentVersion();
        return stated != null ? stated.id() : "as of " + asset.updatedAt();
    }

    /** Whether it is still the version that was noted when it was taken back; where none was stated, nothing tells them apart. */
    static boolean isSame(StateLink held, Asset asset) {
        String before = held.fingerprint();
        return before == null || before.equals(stated(asset));
    }

    /** What is noted of the version when it is taken back. */
    static @Nullable String stated(Asset asset) {
        AssetVersion stated = asset.currentVersion();
        return stated == null ? null : stated.id();
    }

    static String title(Asset asset) {
        String title = asset.title();
        return title == null || title.isBlank() ? asset.ref().id() : title;
    }

    /** Why nobody may use it for anything at this moment; empty also where nothing is known. */
    List<String> unusable(SourceRef ref) {
        Optional<RightsRecord> found = rights(ref);
        if (found.isEmpty()) {
            return List.of("its licence cannot be found");
        }
        Use any = Use.at(trail.now());
        boolean lets = List.of(any, any.asEditorial()).stream()
                .anyMatch(use -> found.get().permits(use).verdict() != Verdict.DENIED);
        return lets
                ? List.of()
                : found.get().permits(any).reasons().stream()
                        .map(RightsReason::toString)
                        .toList();
    }

    /** Whether people find it, whoever brought it out; or may, since its way out or back broke off and is to be finished. */
    boolean isOut(SourceRef ref) {
        return trail.noted(ref, BEGUN).isPresent()
                || publisher.publications(ref).stream().findAny().isPresent();
    }

    /** Whether this flow brought it out under a key and did not take it back since. What others did with it is theirs. */
    boolean isOffered(SourceRef ref, String key) {
        SourceRef wanted = SourceRef.of(flow, round(ref, key));
        return trail.notes(ref, OUT).stream().anyMatch(note -> note.to().equals(wanted));
    }

    /** Whether this flow ever brought it out under a key, or the key with a number. */
    boolean wasOffered(SourceRef ref, String key) {
        return trail.notes(ref, OUT).stream()
                .map(note -> note.to().id())
                .anyMatch(id -> id.equals(key) || id.startsWith(key + "/") || id.startsWith(key + "#"));
    }

    /** Brings it out in the version that was read. */
    void offer(Asset asset, String key, List<Segment> audience, CaseRecord why) {
        offer(asset, key, audience, null, why);
    }

    /** The same, with a note for those who find it. */
    void offer(Asset asset, String key, List<Segment> audience, @Nullable String note, CaseRecord why) {
        SourceRef ref = asset.ref();
        String round = round(ref, key);
        PublishRequest order = new PublishRequest(round, title(asset), List.of(ref), audience, null, note);
        AssetVersion version = asset.currentVersion();
        trail.note(ref, BEGUN, SourceRef.of(flow, round), null);
        Publication made = publisher.publish(version == null ? order : order.ofVersions(Map.of(ref, version.id())));
        tell(ref, version(asset), CaseEventType.ASSET_PUBLISHED, round, why, null);
        trail.note(ref, OUT, SourceRef.of(flow, round), made.ref().toString());
        finished(ref);
    }

    /** Takes it back for now: it waits where people see what waits. Without a case where nobody was asked yet. */
    void hold(SourceRef ref, @Nullable String version, @Nullable CaseRecord why, String reason) {
        takenBack(ref);
        publisher.hold(ref, reason);
        String which = (why == null ? flow + ":" + ref : why.key()) + "/" + rounds(ref);
        tell(ref, version, CaseEventType.ASSET_HELD, which, why, reason);
        finished(ref);
    }

    /** Takes it back for good. */
    void withdraw(SourceRef ref, @Nullable String version, CaseRecord why, String reason) {
        takenBack(ref);
        publisher.withdraw(ref, reason);
        tell(ref, version, CaseEventType.ASSET_WITHDRAWN, why.key() + "/" + rounds(ref), why, reason);
        finished(ref);
    }

    /** First, so that a crash leaves neither half of it undone nor the next publication under a key that is used up. */
    private void takenBack(SourceRef ref) {
        SourceRef back = SourceRef.of(flow, BACK);
        if (trail.notes(ref, BEGUN).stream().noneMatch(note -> note.to().equals(back))) {
            if (isOut(ref)) {
                trail.note(ref, TAKEN, SourceRef.of(flow, String.valueOf(rounds(ref) + 1)), null);
            }
            trail.note(ref, BEGUN, back, null);
        }
    }

    private void finished(SourceRef ref) {
        trail.notes(ref, BEGUN).forEach(note -> trail.forget(ref, BEGUN, note.to()));
    }

    private int rounds(SourceRef ref) {
        return trail.notes(ref, TAKEN).size();
    }

    private String round(SourceRef ref, String key) {
        int rounds = rounds(ref);
        return rounds == 0 ? key : key + "/" + (rounds + 1);
    }

    private void tell(
            SourceRef ref,
            @Nullable String version,
            CaseEventType type,
            String which,
            @Nullable CaseRecord why,
            @Nullable String note) {
        trail.append(trail.event(ref, version, type, which, null)
                .caseRef(why == null ? null : why.ref())
                .caseKey(why == null ? null : why.key())
                .note(note)
                .build());
    }

    /** Leaves a word with the asset, once under its key, where people talk about it. */
    void say(SourceRef ref, String key, String text) {
        if (thread != null) {
            thread.add(ref, new CommentDraft(key, text, null, null));
        }
    }

    Optional<CommentThread> thread() {
        return Optional.ofNullable(thread);
    }
}
