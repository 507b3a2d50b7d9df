package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import dev.contentconnect.examples.flows.VersionNotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AW8: after a launch people look at how an asset did, and the asset says what came of it: a tag for what may be used again, or
 * one for what has to be revised.
 *
 * <p>Trigger: the launch is over; then each change of the case. Call {@link #advance} with the same look back. It may be called
 * any number of times, late and after a crash at any point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the asset and the launch, with the figures: {@code aw8:{asset}@{launch}}. A later launch calls off what was
 *       asked about an earlier one; a late call about the earlier one changes nothing. Later is what is looked back on later.
 *   <li>The verdict is one of two tags, and never both. All other tags stay as they are; the list is written whole, because
 *       Aprimo replaces it. A verdict is written once: whoever takes the tag away afterwards keeps their word.
 * </ol>
 *
 * <p>Everybody says yes: the asset may be used again. Any other end of the case flags it for revision; who cancels the case
 * says nothing about the asset.
 */
public final class PerformanceFeedback {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw8";

    /** Who looks back. */
    public static final List<String> STAKEHOLDERS = List.of("marketing", "brand");

    private final ApprovalDesk approvals;
    private final AssetReader reader;
    private final AssetWriter writer;
    private final Tags tags;
    private final FlowTrail trail;
    private final VersionCases cases;

    /**
     * The tags of the two verdicts.
     *
     * @param reuse it may be used again
     * @param revise it has to be revised first
     */
    public record Tags(String reuse, String revise) {}

    /**
     * What people look back on.
     *
     * @param asset the asset
     * @param launch names the launch
     * @param figures how the asset did, in words
     * @param dueAt when the verdict is due, or null
     */
    public record LookBack(
            SourceRef asset,
            String launch,
            String figures,
            @Nullable Instant dueAt) {}

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people look back; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where assets are; offers {@code AssetReader} and {@code AssetWriter}
     * @param tags the words for the verdicts
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public PerformanceFeedback(Connector workflow, Connector library, Tags tags, StateStore state, TimeSource time) {
        this.approvals = workflow.require(ApprovalDesk.class);
        this.reader = library.require(AssetReader.class);
        this.writer = library.require(AssetWriter.class);
        this.tags = tags;
        this.trail = new FlowTrail(FLOW, state, time);
        this.cases = new VersionCases(FLOW, workflow, trail);
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param look what people look back on
     * @return where it stands now; idle once a later launch is known
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(LookBack look) {
        VersionNotes notes = new VersionNotes(trail, look.asset(), look.launch());
        notes.enter();
        if (notes.isSuperseded()) {
            return new Standing.Idle("superseded by a later launch");
        }
        Asset asset = reader.get(look.asset());
        Asked asked = cases.ask(look.asset(), look.launch(), key -> open(key, look, asset));
        Decisions decisions = asked.decisions(STAKEHOLDERS);
        if (cases.isUndecided(asked, decisions)) {
            return new Standing.Waiting(asked.record().ref(), decisions.missing());
        }
        if (asked.isVoid()) {
            return new Standing.Idle("the case was cancelled");
        }
        List<String> objections = decisions.objections();
        String tag = objections.isEmpty() ? tags.reuse() : tags.revise();
        if (!cases.isDecided(asked)) {
            write(asset, tag);
            tell(asked, tag, String.join("; ", objections));
            cases.decided(asked);
        }
        return objections.isEmpty() ? new Standing.Done(asked.record().ref(), tag) : new Standing.Refused(objections);
    }

    private void open(String key, LookBack look, Asset asset) {
        String title = asset.title() == null ? look.asset().toString() : asset.title();
        approvals.request(new ApprovalRequest(
                key,
                title + " after " + look.launch(),
                look.asset(),
                look.launch(),
                STAKEHOLDERS,
                look.dueAt(),
                look.figures(),
                Map.of()));
    }

    private void write(Asset asset, String tag) {
        List<String> wanted = new ArrayList<>(asset.tags());
        wanted.removeAll(List.of(tags.reuse(), tags.revise()));
        wanted.add(tag);
        if (!wanted.equals(asset.tags())) {
            writer.update(Asset.builder(asset.ref())
                    .updatedAt(asset.updatedAt())
                    .tags(wanted)
                    .build());
        }
    }

    private void tell(Asked asked, String tag, String why) {
        trail.append(trail.event(asked.subject(), null, CaseEventType.ASSET_TAGGED, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .outcome(tag)
                .note(why.isEmpty() ? null : why)
                .build());
    }
}
