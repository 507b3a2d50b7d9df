package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.DecisionNotes;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The portal as a flow sees it: what is shown, what is kept back while people look at it, what is offered to whom. A portal has no
 * status of its own that could be written: an asset is offered by the publications it is in ({@link Offering}), and waits in none of
 * them.
 */
final class PortalShelf {
    private static final String KEPT = "kept";
    private static final Set<AssetStatus> GONE = Set.of(AssetStatus.WITHDRAWN, AssetStatus.ARCHIVED);

    private final String flow;
    private final String system;
    private final Offering offering;
    private final AssetPublisher publisher;
    private final CommentThread thread;
    private final FlowTrail trail;

    /** Offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and {@code CommentThread}. */
    PortalShelf(String flow, Connector portal, FlowTrail trail) {
        this.flow = flow;
        this.system = portal.system();
        this.offering = new Offering(flow, portal, trail);
        this.publisher = portal.require(AssetPublisher.class);
        this.thread = portal.require(CommentThread.class);
        this.trail = trail;
    }

    boolean owns(@Nullable SourceRef subject) {
        return subject != null && subject.system().equals(system);
    }

    /** Nothing when it is gone or was taken back by somebody else than a flow. */
    Optional<Asset> read(SourceRef ref) {
        return offering.read(ref).filter(one -> !GONE.contains(one.status()));
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

    /** Offers what the portal shows, under the key of the case. Conflict when that is another version by now. */
    void offer(Asset asset, Asked asked, List<Segment> audience, @Nullable String note) {
        offering.offer(asset, asked.key(), audience, note, asked.record());
    }

    /** Says something about the asset in the portal; as a report of the flow, which is no talk of people. */
    void say(Asked asked, String what, String text) {
        offering.say(asked.subject(), asked.key() + ":" + what, CaseTalk.signed(text, asked.key()));
    }

    /** What was decided so far, as people decide it; as reports of the flow. */
    void tellDecisions(Asked asked, UnaryOperator<String> wording) {
        new DecisionNotes(thread)
                .tell(asked.subject(), asked, said -> CaseTalk.signed(wording.apply(said), asked.key()));
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
