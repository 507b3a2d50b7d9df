package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SW5: an asset of the portal is reviewed by several regions, each in a case of its own; what is said, what is decided and where the
 * asset stands shows on both sides.
 *
 * <p>Trigger: an event about the asset, from the feed of Smint.io, or about one of its cases: {@code item ->
 * flow.handle(item.event())}; and {@link #advance} every few minutes, because Smint.io tells nobody of comments. It may be called any
 * number of times, late and after a crash at any point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A new version is taken out of every publication before anybody is asked.
 *   <li>A case for each region: {@code sw5.{region}:{asset}@{version}}. What was asked about another version is cancelled, and so is
 *       everything about an asset that is gone or was withdrawn in the portal.
 *   <li>Comments are mirrored in both directions ({@link CaseTalk}): what is said in the portal stands in the open case of each
 *       region, what is said in a case stands in the portal; what was said last about an earlier version, too.
 *   <li>A region decides in its case, or by a comment of one of its voters in the portal ({@link ReviewRegion}); of two answers the one
 *       counts that the case took. The portal is told what counts, {@code {case key}:{approval}}.
 *   <li>A version that a region approved, and whose rights allow what the region does with it, is published for its audience under
 *       the key of the case. Of one that it rejected nothing is, and the portal says why.
 * </ol>
 *
 * <p>Smint.io publishes no status that could be written, no call that reads or decides a task, and has no comments outside of
 * collections: publications, comments in the collection for reviews, and the host's {@code StatusPort}, if there is one, stand in for
 * these. An ended case takes no more comments: what is said later stays in the portal, and goes along with the next version.
 */
public final class GlobalReview {
    /** The name of the flow: the beginning of the sources of its events and of its keys. */
    public static final String FLOW = "sw5";

    private final PortalShelf shelf;
    private final ShownAssets shown;
    private final List<RegionalCycle> cycles;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where regions review; offers {@code CaseDesk}, {@code ApprovalDesk} and {@code CommentThread}
     * @param portal where assets are shown; offers {@code AssetReader}, {@code AssetPublisher}, {@code CommentThread} and
     *     {@code RightsReader}
     * @param shown which assets an event is about
     * @param regions who reviews, each with a name of its own
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability, or two regions have one name
     */
    public GlobalReview(
            Connector workflow,
            Connector portal,
            ShownAssets shown,
            List<ReviewRegion> regions,
            StateStore state,
            TimeSource time) {
        if (new HashSet<>(regions.stream().map(ReviewRegion::name).toList()).size() < regions.size()) {
            throw new IllegalArgumentException("two regions have the same name");
        }
        this.shown = shown;
        CaseTalk talk = new CaseTalk(FLOW, portal, workflow, state, time);
        this.shelf = new PortalShelf(FLOW, portal, new FlowTrail(FLOW, state, time));
        this.cycles = regions.stream()
                .map(region -> new RegionalCycle(region, workflow, portal, talk, state, time))
                .toList();
    }

    /**
     * Goes on with the assets that an event is about.
     *
     * @param event from either system
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && shelf.owns(subject)) {
            EachInTurn.of(shown.of(subject), this::advance);
        }
    }

    /**
     * Takes an asset one step on in each region, as far as it goes without waiting. A region that fails does not stop the others.
     *
     * @param ref its identity
     * @return where each region stands now, by its name
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later. Conflict when the portal got
     *     another version in between
     * @throws IllegalStateException when the system does not find a case yet that it opened; call again later
     */
    public Map<String, Standing> advance(SourceRef ref) {
        Optional<Asset> found = shelf.read(ref);
        List<VersionCases> asking = cycles.stream().map(RegionalCycle::cases).toList();
        if (found.isEmpty()) {
            shelf.letGo(ref, asking);
            return byName(EachInTurn.of(cycles, cycle -> new Standing.Idle("there is nothing to review")));
        }
        Asset asset = found.get();
        String version = Offering.version(asset);
        shelf.keepBack(ref, version, "version " + version + " is under review", asking);
        return byName(EachInTurn.of(cycles, cycle -> cycle.advance(asset, version)));
    }

    private static Map<String, Standing> byName(Map<RegionalCycle, Standing> stands) {
        Map<String, Standing> byName = new LinkedHashMap<>();
        stands.forEach((cycle, standing) -> byName.put(cycle.name(), standing));
        return byName;
    }
}
