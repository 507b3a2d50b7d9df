package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.Checklist;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.IntendedUses;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.examples.flows.VersionNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WV5: a launch goes through a checklist of creative, product, legal and regional. When every item is done and its time has
 * come, all its assets are published together; before that, and in any other case, none.
 *
 * <p>Trigger: somebody plans a launch. Nothing waits in here: call {@link #advance} with the plan, then again whenever
 * something may have happened to the case or to an asset, and at the time of the launch. It may be called any number of
 * times and after a crash at any point. Under the feed of the workflow service, with the plans by case key:
 * {@code item -> flow.advance(plans.get(item.event().caseKey()))}. A plan that changes is a new version: the open case of
 * the older one is cancelled.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>One case for each version of the plan: {@code wv5:launch:{id}@{version}}.
 *   <li>When everything is done, and not before the time, each asset is looked at: bytes, metadata, rights at that moment,
 *       and whether somebody keeps it back. One that is not fit holds all of them up until that is corrected.
 *   <li>One publication under the key of the case, of the versions that the plan names, whatever newer ones there are. One
 *       that broke off when it could be seen already, and the plan changed, is finished first, as the plan said that was signed
 *       off; of one that nobody has seen nothing comes out.
 * </ol>
 *
 * <p>The flow waits for the time itself. A library may take a date with a publication, but then nobody would look at the
 * rights on the day, and one package cannot be called off alone.
 */
public final class LaunchChecklist {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv5";

    /** What has to be done, by the steps of the case. */
    public static final List<String> ITEMS = List.of("creativeItem", "productItem", "legalItem", "regionalItem");

    private static final String MODEL = "contentconnect-checklist";

    private final CaseDesk cases;
    private final AssetReader reader;
    private final RightsReader rights;
    private final AssetPublisher publisher;
    private final Completeness needed;
    private final List<Segment> serving;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people work the list off; offers {@code CaseDesk}
     * @param library where content is published; offers {@code AssetReader}, {@code RightsReader} and
     *     {@code AssetPublisher}
     * @param needed what every asset needs
     * @param serving the channels the library serves: rights may depend on them, and VIP has no place for them
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public LaunchChecklist(
            Connector workflow,
            Connector library,
            Completeness needed,
            List<Segment> serving,
            StateStore state,
            TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.reader = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.publisher = library.require(AssetPublisher.class);
        this.needed = needed;
        this.serving = List.copyOf(serving);
        this.trail = new FlowTrail(FLOW, state, time);
    }

    /**
     * Takes a launch one step on, as far as it goes without waiting.
     *
     * @param launch the plan
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later. Conflict when a version
     *     that the plan names is not there any more: nothing is published
     */
    public LaunchOutcome advance(Launch launch) {
        VersionNotes notes = new VersionNotes(trail, launch.ref(), launch.version());
        Optional<List<String>> refusal = notes.refusal();
        if (refusal.isPresent()) {
            return new LaunchOutcome.Refused(refusal.get());
        }
        String key = key(notes.ref());
        // The library is the memory of what was published. What was begun and broke off is gone through again.
        Optional<Publication> out =
                publisher.findByKey(key).filter(one -> notes.isOver() || !BrokenOff.isUnfinished(one));
        if (out.isPresent()) {
            return launched(launch.ref(), launch.version(), out.get(), notes);
        }
        List<SourceRef> older = notes.enter();
        CaseRecord record = cases.open(new CaseRequest(
                key, MODEL, launch.title(), launch.ref(), launch.version(), launch.dueAt(), plan(launch), Map.of()));
        older.forEach(one -> supersede(one, launch, notes));
        return proceed(launch, record, notes);
    }

    private LaunchOutcome proceed(Launch launch, CaseRecord record, VersionNotes notes) {
        CaseProgress progress = CaseProgress.work(record, cases);
        progress.tell(trail, launch.ref(), launch.version());
        Checklist list = new Checklist(record, ITEMS, progress.tasks());
        if (list.isOpen() || (list.isIncomplete() && !notes.hasEndedLongAgo(record))) {
            return new LaunchOutcome.Waiting(record.ref(), list.notDone());
        }
        List<String> objections = list.objections();
        if (!objections.isEmpty()) {
            return refuse(launch, record, objections, notes);
        }
        if (trail.now().isBefore(launch.at())) {
            return new LaunchOutcome.Ready(launch.at());
        }
        List<String> unfit = launch.assets().keySet().stream()
                .sorted()
                .flatMap(asset -> unfit(launch, reader.get(asset)).stream())
                .toList();
        return unfit.isEmpty() ? publish(launch, notes) : block(launch, record, unfit);
    }

    private List<String> unfit(Launch launch, Asset asset) {
        List<String> reasons = new ArrayList<>(needed.unfit(asset));
        reasons.addAll(needed.missing(asset));
        reasons.addAll(IntendedUses.objections(
                serving, launch.audience(), rights.rights(asset.ref()), asset.ref(), trail.now()));
        return reasons;
    }

    private LaunchOutcome publish(Launch launch, VersionNotes notes) {
        List<SourceRef> assets = launch.assets().keySet().stream().sorted().toList();
        return launched(
                launch.ref(),
                launch.version(),
                publisher.publish(
                        new PublishRequest(key(notes.ref()), launch.title(), assets, launch.audience(), null, null)
                                .ofVersions(launch.assets())),
                notes);
    }

    private LaunchOutcome launched(SourceRef launch, String version, Publication publication, VersionNotes notes) {
        trail.append(publication.assets().stream()
                .map(asset -> trail.event(
                                launch, version, CaseEventType.ASSET_PUBLISHED, asset.toString(), publication.at())
                        .caseKey(key(notes.ref()))
                        .outcome(publication.status().value())
                        .related(asset)
                        .build())
                .toList());
        notes.succeeded();
        return new LaunchOutcome.Launched(publication);
    }

    /** Told once for each set of reasons. */
    private LaunchOutcome block(Launch launch, CaseRecord record, List<String> reasons) {
        String all = String.join("; ", reasons);
        tell(launch, record, CaseEventType.FLOW_FAILED, Integer.toHexString(all.hashCode()), all);
        return new LaunchOutcome.Blocked(reasons);
    }

    private LaunchOutcome refuse(Launch launch, CaseRecord record, List<String> reasons, VersionNotes notes) {
        tell(launch, record, CaseEventType.FLOW_REFUSED, "", String.join("; ", reasons));
        notes.refused(notes.ref(), reasons);
        return new LaunchOutcome.Refused(reasons);
    }

    private void supersede(SourceRef older, Launch by, VersionNotes notes) {
        Optional<Publication> begun = BrokenOff.finish(publisher, key(older), by.title());
        if (begun.isPresent()) {
            VersionNotes own = notes.of(older);
            launched(by.ref(), own.version(), begun.get(), own);
            return;
        }
        String reason = "superseded by version " + by.version();
        cases.findByKey(key(older))
                .filter(found -> !found.status().isFinal())
                .ifPresent(found -> cases.cancel(found.ref(), reason));
        notes.refused(older, List.of(reason));
    }

    private void tell(Launch launch, CaseRecord record, CaseEventType type, String which, String note) {
        trail.append(trail.event(launch.ref(), launch.version(), type, which, null)
                .caseRef(record.ref())
                .caseKey(record.key())
                .note(note)
                .build());
    }

    private static String plan(Launch launch) {
        return launch.assets().size() + " assets, not before " + launch.at();
    }

    private static String key(SourceRef versionRef) {
        return FLOW + ":" + versionRef;
    }
}
