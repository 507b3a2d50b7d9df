package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.IntendedUses;
import dev.contentconnect.examples.flows.VersionNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WV6: a new version of an approved asset needs an approval of its own. Until it has one it is held back, and its audience
 * goes on to get the version that was approved. When it was refused, the reason stands with the asset.
 *
 * <p>Trigger: an event about the asset, from the library (a version was added) or from the workflow service (something was
 * decided). {@link #advance} looks at how things stand and takes one step, so it may be called any number of times, late,
 * out of order and after a crash at any point. One worker at a time for each asset: the feeds of both systems go through one
 * inbox, and the events of both have the asset as their subject.
 *
 * <pre>{@code
 * FeedRunner assets = FeedRunner.builder("wv6", store, item -> flow.handle(item.event()))
 *         .poll(library.require(AssetFeed.class), Duration.ofSeconds(30)).build();
 * FeedRunner cases = FeedRunner.builder("wv6-cases", store, assets.handOver())
 *         .poll(workflow.require(CaseFeed.class), Duration.ofSeconds(30)).build();
 * }</pre>
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>What is out although nobody approved it, because somebody published it past this flow, is held and the approved
 *       version published in its place, once for each such publication: {@code {key of the approved publication} instead of
 *       {publication}}.
 *   <li>A case for the new version: {@code wv6:{asset}@{version}}. An open case about an older version is cancelled, and
 *       what was said in it no longer counts. One that broke off when it could be seen already comes out whole first; one that
 *       is approved elsewhere needs no case.
 *   <li>The approved version is published for the audience of the one before, under the key of its case; by this key it is
 *       known to be approved. Where there are several audiences it is published for each of them, for the further ones under
 *       that key with {@code #2} and so on. A refusal is a comment on the asset, {@code {case key}:refused}.
 * </ol>
 *
 * <p>VIP publishes no approvals of its own. Whether a version is approved is told by the case whose key its publication has.
 */
public final class ReApproval {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv6";

    /** Whose approval is needed: as for the first version. */
    public static final List<String> STAKEHOLDERS = ApproveThenPublish.STAKEHOLDERS;

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final AssetReader reader;
    private final RightsReader rights;
    private final @Nullable CommentThread comments;
    private final List<Segment> serving;
    private final FlowTrail trail;
    private final Distribution distribution;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where content is distributed; offers {@code AssetReader}, {@code RightsReader} and
     *     {@code AssetPublisher}
     * @param serving the channels the library serves: rights may depend on them, and VIP has no place for them
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public ReApproval(Connector workflow, Connector library, List<Segment> serving, StateStore state, TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.reader = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.comments = library.find(CommentThread.class).orElse(null);
        this.serving = List.copyOf(serving);
        this.trail = new FlowTrail(FLOW, state, time);
        this.distribution = new Distribution(library.require(AssetPublisher.class), cases, trail);
    }

    /**
     * Goes on with the asset that an event is about, if it is one for this flow: a change of an asset in the library, or
     * anything in a case of this flow.
     *
     * @param event from the feed of either system
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; hand it over again later
     * @throws IllegalStateException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        boolean ofAsset = event.type().value().startsWith("asset.");
        boolean ofCase = event.caseKey() != null && event.caseKey().startsWith(FLOW + ":");
        if (event.subject() != null && (ofAsset || ofCase)) {
            advance(event.subject());
        }
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param asset its identity in the library
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public VersionOutcome advance(SourceRef asset) {
        Asset now = reader.get(asset);
        AssetVersion newest = now.currentVersion();
        Optional<Distribution.Out> out = newest == null ? Optional.empty() : distribution.of(now.ref());
        if (out.isEmpty() || newest == null) {
            return new VersionOutcome.NotApprovedYet();
        }
        if (isOffered(now, out.get())) {
            distribution.takeBack(now, out.get());
        }
        return distribution.isApproved(now.ref(), newest.id())
                ? distributed(now, newest, out.get())
                : decide(now, newest, out.get());
    }

    /** Goes on with what a crash kept from being published and told; where it was approved elsewhere, nobody is asked here. */
    private VersionOutcome distributed(Asset asset, AssetVersion newest, Distribution.Out out) {
        VersionNotes notes = new VersionNotes(trail, asset.ref(), newest.id());
        String key = key(notes.ref());
        if (!notes.isOver()) {
            boolean ours = out.all().stream().anyMatch(one -> key.equals(one.key()));
            if (!ours) {
                callOff(notes);
                notes.succeeded();
            } else if (isOffered(asset, out)) {
                distribution.replace(asset, out, newest.id(), key);
                notes.succeeded();
            }
        }
        return new VersionOutcome.Distributed(out.version());
    }

    private VersionOutcome decide(Asset asset, AssetVersion newest, Distribution.Out out) {
        VersionNotes notes = new VersionNotes(trail, asset.ref(), newest.id());
        Optional<List<String>> refusal = notes.refusal();
        if (refusal.isPresent()) {
            return new VersionOutcome.Refused(newest.id(), refusal.get(), out.version());
        }
        List<SourceRef> older = notes.enter();
        for (SourceRef one : older) {
            VersionNotes own = notes.of(one);
            if (isOffered(asset, out) && distribution.finish(asset, out, own.version(), key(one))) {
                own.succeeded();
                return advance(asset.ref());
            }
        }
        CaseRecord opened = request(asset, newest, out, key(notes.ref()));
        older.forEach(one -> supersede(one, notes));
        CaseProgress progress = CaseProgress.decisions(opened, approvals);
        progress.tell(trail, asset.ref(), newest.id());
        Decisions decisions = new Decisions(opened, STAKEHOLDERS, newest.id(), progress.approvals().stream());
        if (decisions.isOpen() || (decisions.isIncomplete() && !notes.hasEndedLongAgo(opened))) {
            return new VersionOutcome.Waiting(newest.id(), opened.ref(), decisions.missing(), out.version());
        }
        List<String> objections = decisions.objections();
        if (objections.isEmpty()) {
            objections = objections(asset.ref(), out);
        }
        return objections.isEmpty()
                ? publish(asset, newest, out, notes)
                : refuse(asset, newest, out, notes, objections);
    }

    /** By each of its audiences. */
    private List<String> objections(SourceRef asset, Distribution.Out out) {
        RightsRecord now = rights.rights(asset);
        return out.audiences(asset).stream()
                .flatMap(audience -> IntendedUses.objections(serving, audience, now, asset, trail.now()).stream())
                .distinct()
                .toList();
    }

    private CaseRecord request(Asset asset, AssetVersion newest, Distribution.Out out, String key) {
        Optional<CaseRecord> known = cases.findByKey(key);
        if (known.isPresent()) {
            return known.get();
        }
        trail.append(trail.event(asset.ref(), newest.id(), CaseEventType.ASSET_HELD, "", null)
                .caseKey(key)
                .note("waits for its own approval; version " + out.version() + " stays with its audience")
                .build());
        approvals.request(new ApprovalRequest(
                key,
                title(asset, newest),
                asset.ref(),
                newest.id(),
                STAKEHOLDERS,
                null,
                "A new version. Version " + out.version() + " stays with its audience until this one is approved.",
                Map.of()));
        return cases.findByKey(key)
                .orElseThrow(
                        () -> new IllegalStateException("the case " + key + " was opened and cannot be found yet"));
    }

    private void supersede(SourceRef older, VersionNotes by) {
        VersionNotes notes = by.of(older);
        String version = notes.version();
        if (distribution.isApproved(by.thing(), version)) {
            callOff(notes);
            notes.succeeded();
            return;
        }
        String reason = "superseded by version " + by.version();
        cases.findByKey(key(older)).ifPresent(found -> {
            CaseRecord ended = found.status().isFinal() ? found : cases.cancel(found.ref(), reason);
            CaseProgress.decisions(ended, approvals).tell(trail, by.thing(), version);
            trail.append(trail.event(by.thing(), version, CaseEventType.APPROVAL_VOIDED, "", null)
                    .caseRef(ended.ref())
                    .caseKey(ended.key())
                    .note(reason)
                    .build());
        });
        by.refused(older, List.of(reason));
    }

    /** Nobody needs to decide on what was approved elsewhere. */
    private void callOff(VersionNotes approved) {
        cases.findByKey(key(approved.ref()))
                .filter(found -> !found.status().isFinal())
                .ifPresent(found -> {
                    CaseRecord ended = cases.cancel(found.ref(), "approved elsewhere");
                    CaseProgress.decisions(ended, approvals).tell(trail, approved.thing(), approved.version());
                });
    }

    private VersionOutcome publish(Asset asset, AssetVersion newest, Distribution.Out out, VersionNotes notes) {
        if (!isOffered(asset, out)) {
            return new VersionOutcome.KeptBack(newest.id());
        }
        distribution.replace(asset, out, newest.id(), key(notes.ref()));
        notes.succeeded();
        return new VersionOutcome.Distributed(newest.id());
    }

    /** What people keep back for another reason is theirs to let go. */
    private boolean isOffered(Asset asset, Distribution.Out out) {
        return asset.status().equals(AssetStatus.PUBLISHED) || distribution.isHeldByUs(asset.ref(), out);
    }

    private VersionOutcome refuse(
            Asset asset, AssetVersion newest, Distribution.Out out, VersionNotes notes, List<String> reasons) {
        String reason = title(asset, newest) + ", is not distributed: " + String.join("; ", reasons);
        if (comments != null) {
            comments.add(asset.ref(), new CommentDraft(key(notes.ref()) + ":refused", reason, null, null));
        }
        trail.append(trail.event(asset.ref(), newest.id(), CaseEventType.FLOW_REFUSED, "", null)
                .caseKey(key(notes.ref()))
                .outcome("refused")
                .note(String.join("; ", reasons))
                .build());
        notes.refused(notes.ref(), reasons);
        return new VersionOutcome.Refused(newest.id(), reasons, out.version());
    }

    private static String title(Asset asset, AssetVersion version) {
        return (asset.title() == null ? asset.ref().id() : asset.title()) + ", version "
                + (version.number() == null ? version.id() : version.number().toString());
    }

    private static String key(SourceRef versionRef) {
        return FLOW + ":" + versionRef;
    }
}
