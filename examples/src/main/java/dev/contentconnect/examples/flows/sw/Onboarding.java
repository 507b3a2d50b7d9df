package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Checklist;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * SW6: content of a source system that appears in the portal is enriched, categorised and its rights are validated by people; only
 * then does an audience see it, with its tags, the rules for its use and the permissions that people gave.
 *
 * <p>Trigger: an event about the asset, from the feed of Smint.io, or about its case: {@code item -> flow.handle(item.event())}.
 * {@link #advance} may be called any number of times, late and after a crash at any point, and every few minutes, because the portal
 * follows its source when it likes. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>The asset is taken out of every publication before anybody is asked.
 *   <li>A case with four items for each version that the source has: {@code sw6:{asset}@{version}}. With an item people send what they
 *       found: {@code tags}; {@code categories}; {@code territories}, {@code validFrom}, {@code validUntil} and {@code usageTerms};
 *       {@code regions} that may see it. Lists are words with commas between them.
 *   <li>Tags and categories go to the asset of the source, and what was stated to its rights.
 *   <li>When the portal shows the tags, and not before, and the rights allow it in each of the regions, the version is published for
 *       them under the key of the case, with the rules for its use as a note.
 * </ol>
 *
 * <p>Smint.io publishes no call that makes an asset or writes its metadata, rights or permissions: the portal shows what its source
 * has, so the source is written to through its own connector; who may see it are the user groups of the publication. A version is one
 * of the source, because what this flow writes there may look like another version in the portal.
 */
public final class Onboarding {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw6";

    /** What has to be done, by the steps of the case: enrich, categorise, validate the rights, say who may see it. */
    public static final List<String> ITEMS = List.of("creativeItem", "productItem", "legalItem", "regionalItem");

    private static final String MODEL = "contentconnect-checklist";
    private static final String WRITTEN = "written";

    private final CaseDesk desk;
    private final AssetReader reader;
    private final AssetWriter writer;
    private final RightsReader rights;
    private final RightsWriter rightsWriter;
    private final OnboardingRules rules;
    private final FlowTrail trail;
    private final PortalShelf shelf;
    private final VersionCases cases;
    private final Endings endings;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param portal where content appears; offers {@code AssetReader}, {@code AssetPublisher} and {@code CommentThread}
     * @param source the system behind the portal; offers {@code AssetReader}, {@code AssetWriter}, {@code RightsReader} and
     *     {@code RightsWriter}
     * @param rules what the host knows
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public Onboarding(
            Connector workflow,
            Connector portal,
            Connector source,
            OnboardingRules rules,
            StateStore state,
            TimeSource time) {
        this.desk = workflow.require(CaseDesk.class);
        this.reader = source.require(AssetReader.class);
        this.writer = source.require(AssetWriter.class);
        this.rights = source.require(RightsReader.class);
        this.rightsWriter = source.require(RightsWriter.class);
        this.rules = rules;
        this.trail = new FlowTrail(FLOW, state, time);
        this.shelf = new PortalShelf(FLOW, portal, trail);
        this.cases = new VersionCases(FLOW, workflow, trail);
        this.endings = new Endings(FLOW, trail);
    }

    /**
     * Goes on with the asset that an event is about, if it is to be onboarded.
     *
     * @param event from either system
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && shelf.owns(subject) && rules.origin(subject).isPresent()) {
            advance(subject);
        }
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param ref its identity in the portal
     * @return where it stands now; waiting for {@code portal} when that does not show yet what was written to its source
     * @throws ConnectorException when a system fails; call again later. Conflict when somebody changed the asset in the same moment
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Asset> shown = shelf.read(ref);
        Optional<Asset> origin = shown.flatMap(one -> rules.origin(ref)).flatMap(this::origin);
        if (shown.isEmpty() || origin.isEmpty()) {
            shelf.letGo(ref, List.of(cases));
            return new Standing.Idle("there is nothing to onboard");
        }
        String version = Objects.requireNonNull(origin.get().currentVersion()).id();
        shelf.keepBack(ref, version, "version " + version + " is not onboarded yet", List.of(cases));
        Asked asked = cases.ask(ref, version, key -> open(key, shown.get(), version));
        return endings.of(asked).orElseGet(() -> proceed(shown.get(), origin.get(), asked));
    }

    private Optional<Asset> origin(SourceRef ref) {
        try {
            return Optional.of(reader.get(ref))
                    .filter(one -> one.currentVersion() != null && !one.status().equals(AssetStatus.DELETED));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void open(String key, Asset shown, String version) {
        Map<String, Object> groups = new LinkedHashMap<>(rules.groups());
        desk.open(new CaseRequest(
                key,
                MODEL,
                "Onboard " + Offering.title(shown),
                shown.ref(),
                version,
                trail.now().plus(rules.dueWithin()),
                null,
                groups));
    }

    private Standing proceed(Asset shown, Asset origin, Asked asked) {
        Checklist list = new Checklist(asked.record(), ITEMS, asked.progress().tasks());
        if (list.isOpen() || (list.isIncomplete() && cases.isFresh(asked))) {
            return new Standing.Waiting(asked.record().ref(), list.notDone());
        }
        cases.decided(asked);
        OnboardingAnswers said = OnboardingAnswers.of(CaseFields.of(asked.record()));
        List<String> objections = list.objections().isEmpty() ? said.problems() : list.objections();
        if (!objections.isEmpty()) {
            shelf.refuse(asked, "ended", objections);
            return endings.refused(asked, objections);
        }
        write(origin, asked, said);
        if (!Set.copyOf(shown.tags()).containsAll(said.tags())) {
            return new Standing.Waiting(asked.record().ref(), List.of("portal"));
        }
        return offer(shown, asked, said, rights.rights(origin.ref()));
    }

    /** Once for a case: what people change in the source later is theirs. */
    private void write(Asset origin, Asked asked, OnboardingAnswers said) {
        SourceRef done = SourceRef.of(FLOW, asked.key());
        if (trail.notes(asked.subject(), WRITTEN).stream()
                .anyMatch(note -> note.to().equals(done))) {
            return;
        }
        Set<String> tags = new LinkedHashSet<>(origin.tags());
        tags.addAll(said.tags());
        Set<Segment> segments = new LinkedHashSet<>(origin.segments());
        said.categories().forEach(word -> segments.add(rules.category(word)));
        writer.update(Asset.builder(origin.ref()).tags(tags).segments(segments).build());
        RightsRecord stored = rightsWriter.apply(said.rights(rights.rights(origin.ref())));
        tell(asked, CaseEventType.ASSET_TAGGED, String.join(", ", said.tags()));
        tell(asked, CaseEventType.RIGHTS_CHANGED, OnboardingAnswers.words(stored));
        trail.note(asked.subject(), WRITTEN, done, null);
    }

    private Standing offer(Asset shown, Asked asked, OnboardingAnswers said, RightsRecord stored) {
        UseRule seen = said::uses;
        List<String> denied = seen.objections(stored, trail.now());
        if (!denied.isEmpty()) {
            // Not for ever: the rights in the source may be corrected.
            shelf.refuse(asked, "denied " + Fingerprint.of(denied.toArray(String[]::new)), denied);
            return new Standing.Refused(denied);
        }
        String rule = OnboardingAnswers.words(stored);
        shelf.offer(shown, asked, said.audience(), rule);
        shelf.say(asked, "ended", "offered to " + String.join(", ", said.regions()) + ". " + rule);
        return endings.done(asked);
    }

    private void tell(Asked asked, CaseEventType type, String note) {
        trail.append(trail.event(asked.subject(), asked.version(), type, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .note(note)
                .build());
    }
}
