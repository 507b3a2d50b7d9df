package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.DecisionNotes;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The portal as a flow sees it: what is shown, what is kept back while people look at it, what is offered to whom. A portal has no
 * status of its own that could be written: an asset is offered by the publications it is in, and waits in none of them.
 */
final class PortalShelf {
    private static final String KEPT = "kept";
    private static final Set<AssetStatus> GONE =
            Set.of(AssetStatus.WITHDRAWN, AssetStatus.DELETED, AssetStatus.ARCHIVED);

    private final String flow;
    private final String system;
    private final AssetReader reader;
    private final AssetPublisher publisher;
    private final CommentThread thread;
    private final FlowTrail trail;

    /** Offers {@code AssetReader}, {@code AssetPublisher} and {@code CommentThread}. */
    PortalShelf(String flow, Connector portal, FlowTrail trail) {
        this.flow = flow;
        this.system = portal.system();
        this.reader = portal.require(AssetReader.class);
        this.publisher = portal.require(AssetPublisher.class);
        this.thread = portal.require(CommentThread.class);
        this.trail = trail;
    }

    boolean owns(@Nullable SourceRef subject) {
        return subject != null && subject.system().equals(system);
    }

    /** Nothing when it is gone, was taken back, or has no version that could be looked at. */
    Optional<Asset> read(SourceRef ref) {
        try {
            return Optional.of(reader.get(ref))
                    .filter(one -> one.currentVersion() != null && !GONE.contains(one.status()));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.REJECTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static String title(Asset asset) {
        return Objects.requireNonNullElse(asset.title(), asset.ref().id());
    }

    /**
     * Takes a version out of every publication, once: what is published later stays so. Before anybody is asked about the version,
     * because a portal shows the newest one only. A version that comes back is asked about anew.
     */
    void keepBack(SourceRef asset, String version, String why, List<VersionCases> asking) {
        SourceRef note = SourceRef.of(flow, KEPT);
        boolean known = trail.noted(asset, KEPT)
                .filter(link -> version.equals(link.fingerprint()))
                .isPresent();
        if (!known) {
            asking.forEach(cases -> cases.current(asset)
                    .filter(last -> !last.version().equals(version))
                    .ifPresent(cases::again));
            publisher.hold(asset, CaseTalk.signed(why, flow));
            trail.append(trail.event(asset, version, CaseEventType.ASSET_HELD, "", null)
                    .note(why)
                    .build());
            trail.note(asset, KEPT, note, version);
        }
    }

    /** It is gone: nobody needs an answer any more, and when it comes back everything begins anew. */
    void letGo(SourceRef asset, List<VersionCases> asking) {
        for (VersionCases cases : asking) {
            cases.current(asset).ifPresent(cases::again);
            cases.callOff(asset, "the asset is gone or was withdrawn");
        }
        trail.forget(asset, KEPT, SourceRef.of(flow, KEPT));
    }

    /** Offers the version that was asked about, under the key of the case. Conflict when the portal shows another one by now. */
    Publication offer(Asset asset, Asked asked, String title, List<Segment> audience, @Nullable String note) {
        String version = Objects.requireNonNull(asset.currentVersion()).id();
        Publication out = publisher.publish(
                new PublishRequest(asked.key(), title, List.of(asset.ref()), audience, null, note)
                        .ofVersions(Map.of(asset.ref(), version)));
        trail.append(trail.event(asset.ref(), asked.version(), CaseEventType.ASSET_PUBLISHED, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .outcome(out.status().value())
                .build());
        return out;
    }

    /** Says something about the asset in the portal; as a report of the flow, which is no talk of people. */
    void say(Asked asked, String what, String text) {
        thread.add(
                asked.subject(),
                new CommentDraft(asked.key() + ":" + what, CaseTalk.signed(text, asked.key()), null, null));
    }

    /** What was decided so far, as people decide it; as reports of the flow. */
    void tellDecisions(Asked asked, UnaryOperator<String> wording) {
        new DecisionNotes(thread)
                .tell(
                        asked.subject(),
                        asked,
                        said -> CaseTalk.signed(wording.apply(said), asked.key()));
    }

    /** Why it is not offered: told to people, and to the trail. */
    void refuse(Asked asked, String what, List<String> why) {
        String text = String.join("; ", why);
        say(asked, what, "not offered: " + text);
        trail.append(trail.event(
                        asked.subject(), asked.version(), CaseEventType.FLOW_REFUSED, asked.key() + ":" + what, null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .note(text)
                .build());
    }
}
