package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SW2: the rights of an asset are about to end, by a date or by a limit; people decide in the workflow service whether they
 * are renewed, another asset takes its place, or it is taken down; and the portal offers what they decided.
 *
 * <p>Trigger: events of the portal's {@code AssetFeed} and of the case go to {@link #handle}, and {@link #sweep} is called every
 * few minutes: nobody tells that a date has passed or that a counter went up. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the asset and the end, {@code sw2:{asset}@{end}}: there is never a second one, whatever came of the first,
 *       unless the rights were renewed and are about to end in the same way again; then the key has a number. Of several ends the
 *       most urgent one comes first, and the next one once people have ended the case of that.
 *   <li><em>Renew</em>: a renewal is a purchase, or a change of one, that comes by in the stream. Until the end is known to be no
 *       longer stated the flow waits for it. What it had to take back meanwhile is then offered again, under the key of the case;
 *       another version than the one it took back is not, and waits for whoever approves it.
 *   <li><em>Replace</em>: the asset that people named in {@code replacement} is offered to the same audience under the key of
 *       the case, and the old one is withdrawn. One that is not there, or whose rights forbid every use, takes no place; the
 *       flow says so on the asset and looks again.
 *   <li><em>Take down</em>: it is withdrawn.
 *   <li>Once the rights have ended, nobody finds the asset any more, whatever people have yet to decide, and whoever brings it out
 *       again; what they bring out before is theirs.
 *   <li>A renewal before people decided ends their case.
 * </ol>
 *
 * <p>Smint.io publishes no call that renews, replaces or takes down. A publication is a collection: what leaves all of them is
 * no longer offered, and each disposition stands as a comment on the asset. Copies that people have loaded before are out of
 * reach. A replacement is offered as people decided here; {@link UploadApproval} takes back what nobody approved.
 */
public final class RightsExpiry {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw2";

    /** The kind of case that is opened. */
    public static final String CASE_TYPE = "contentconnect-rights-expiry";

    private static final String OPENED = "case";
    private static final String OVER = "over";
    private static final String HELD = "held";
    private static final String FAILED = "failed";
    private static final String RENEWED = "renewed";

    private final String system;
    private final CaseDesk cases;
    private final PortalAudience audience;
    private final ShownAssets shown;
    private final Notice notice;
    private final FlowTrail trail;
    private final Offering offering;
    private final RightsCalendar calendar;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseDesk}
     * @param portal where people find assets; offers {@code AssetReader}, {@code AssetPublisher} and {@code RightsReader}
     * @param audience who is to find an asset
     * @param shown which assets an event is about
     * @param notice how early people are asked
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public RightsExpiry(
            Connector workflow,
            Connector portal,
            PortalAudience audience,
            ShownAssets shown,
            Notice notice,
            StateStore state,
            TimeSource time) {
        this.system = portal.system();
        this.cases = workflow.require(CaseDesk.class);
        this.audience = audience;
        this.shown = shown;
        this.notice = notice;
        this.trail = new FlowTrail(FLOW, state, time);
        this.offering = new Offering(FLOW, portal, trail);
        this.calendar = new RightsCalendar(FLOW, trail);
    }

    /**
     * Goes on with the assets that an event is about.
     *
     * @param event from either system
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && subject.system().equals(system)) {
            EachInTurn.of(shown.of(subject), this::advance);
        }
    }

    /**
     * Looks at every asset whose time has come, or whose case is open. What fails is looked at again the next time.
     *
     * @throws ConnectorException the first failure, after all were tried
     */
    public void sweep() {
        calendar.sweep(this::advance);
    }

    /** One end of the rights of an asset, and the case about it. */
    private record Ending(Asset asset, String end, String key, CaseRecord record) {

        SourceRef ref() {
            return asset.ref();
        }

        String version() {
            return Offering.version(asset);
        }
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param ref its identity in the portal
     * @return where it stands now; refused while what people decided cannot be done
     * @throws ConnectorException when a system fails; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Asset> found = offering.read(ref);
        List<StateLink> open = open(ref);
        if (found.isEmpty()) {
            for (StateLink note : open) {
                cases.findByKey(note.to().id())
                        .filter(record -> !record.status().isFinal())
                        .ifPresent(record -> cases.cancel(record.ref(), "the asset is gone"));
                trail.note(ref, OVER, note.to(), "gone");
            }
            calendar.plan(ref, null);
            return new Standing.Idle("the asset is gone");
        }
        Optional<RightsRecord> rights = offering.rights(ref);
        if (rights.isEmpty()) {
            calendar.plan(ref, trail.now());
            return new Standing.Idle("its licence cannot be found");
        }
        RightsEnds ends = new RightsEnds(rights.get(), notice);
        Standing standing = proceed(found.get(), open, ends);
        boolean isToGoOn = !open(ref).isEmpty()
                || next(ref, ends)
                        .filter(end -> over(ref, key(ref, end)).isEmpty())
                        .isPresent();
        calendar.plan(ref, isToGoOn ? trail.now() : ends.lookAgain(trail.now()));
        return standing;
    }

    /** What people were asked about; and once they have nothing more to say to that, what is to end next. */
    private Standing proceed(Asset asset, List<StateLink> open, RightsEnds ends) {
        Standing standing = new Standing.Idle("nothing is about to end");
        boolean isTheirs = false;
        for (StateLink note : open) {
            Ending ending = open(asset, end(note), ends);
            Standing one = settle(ending, ends);
            standing = isTheirs ? standing : one;
            isTheirs |= !ending.record().status().isFinal() || one instanceof Standing.Done;
        }
        Optional<String> next = isTheirs ? Optional.empty() : next(asset.ref(), ends);
        if (next.isEmpty()) {
            return standing;
        }
        Ending ending = open(asset, next.get(), ends);
        return over(asset.ref(), ending.key()).map(how -> stay(ending, how)).orElseGet(() -> settle(ending, ends));
    }

    /** The most urgent end that no case waits for. One that is settled is the last: it says where the asset stays. */
    private Optional<String> next(SourceRef ref, RightsEnds ends) {
        List<String> waiting = open(ref).stream().map(RightsExpiry::end).toList();
        return ends.due(trail.now()).stream()
                .filter(end -> !waiting.contains(end))
                .findFirst();
    }

    private List<StateLink> open(SourceRef ref) {
        return trail.notes(ref, OPENED).stream()
                .filter(note -> over(ref, note.to().id()).isEmpty())
                .toList();
    }

    private static String end(StateLink note) {
        return Objects.requireNonNull(note.fingerprint());
    }

    /** What was renewed once may be about to end in the same way again. */
    private String key(SourceRef ref, String end) {
        String first = FLOW + ":" + ref + "@" + end;
        String key = first;
        for (int round = 2; over(ref, key).filter(RENEWED::equals).isPresent(); round++) {
            key = first + "#" + round;
        }
        return key;
    }

    private Optional<String> over(SourceRef ref, String key) {
        return trail.notes(ref, OVER).stream()
                .filter(note -> note.to().id().equals(key))
                .findFirst()
                .map(StateLink::fingerprint);
    }

    private Ending open(Asset asset, String end, RightsEnds ends) {
        SourceRef ref = asset.ref();
        String key = key(ref, end);
        trail.note(ref, OPENED, SourceRef.of(FLOW, key), end);
        String text = ends.rights().usageTerms();
        CaseRecord record = cases.open(new CaseRequest(
                key,
                CASE_TYPE,
                Offering.title(asset) + ": rights " + end,
                ref,
                Offering.version(asset),
                RightsEnds.date(end),
                text == null || text.isBlank() ? "There is no licence text." : text,
                Map.of("rightsEnd", end)));
        CaseProgress.work(record, cases).tell(trail, ref, Offering.version(asset));
        boolean dated = RightsEnds.date(end) != null;
        trail.append(event(
                ref,
                Offering.version(asset),
                dated ? CaseEventType.RIGHTS_EXPIRING : CaseEventType.USAGE_LIMIT_REACHED,
                record,
                end));
        return new Ending(asset, end, key, record);
    }

    private Standing settle(Ending ending, RightsEnds ends) {
        CaseRecord record = ending.record();
        String outcome = record.status().equals(CaseStatus.CANCELLED) ? null : record.outcome();
        if (record.status().isFinal() && "takedown".equals(outcome)) {
            return takeDown(ending, "takedown", "its rights end: " + ending.end());
        }
        if (record.status().isFinal() && "replace".equals(outcome)) {
            return replace(ending);
        }
        if (ends.isLifted(ending.end()) && offering.unusable(ending.ref()).isEmpty()) {
            return renewed(ending);
        }
        hideWhenOver(ending);
        return record.status().equals(CaseStatus.CANCELLED)
                ? new Standing.Refused(List.of("the case was cancelled"))
                : new Standing.Waiting(record.ref(), List.of(record.status().isFinal() ? "renewal" : "disposition"));
    }

    /** Rights that have ended show nothing to anybody, whoever still has to decide. */
    private void hideWhenOver(Ending ending) {
        SourceRef ref = ending.ref();
        List<String> unusable = offering.unusable(ref);
        if (!unusable.isEmpty() && offering.isOut(ref)) {
            trail.note(ref, HELD, SourceRef.of(FLOW, ending.key()), Offering.stated(ending.asset()));
            offering.hold(ref, ending.version(), ending.record(), String.join("; ", unusable));
        }
    }

    private Standing renewed(Ending ending) {
        SourceRef ref = ending.ref();
        CaseRecord record = ending.record();
        if (!record.status().isFinal()) {
            cases.cancel(record.ref(), "the rights were renewed");
            CaseProgress.work(cases.get(record.ref()), cases).tell(trail, ref, ending.version());
        }
        boolean wasHeld = trail.notes(ref, HELD).stream()
                .filter(note -> note.to().id().equals(ending.key()))
                .anyMatch(note -> Offering.isSame(note, ending.asset()));
        if (wasHeld && !offering.isOffered(ref, ending.key())) {
            offering.offer(ending.asset(), ending.key(), audience.of(ending.asset()), record);
        }
        return done(ending, RENEWED, "Renewed: the rights no longer end " + ending.end());
    }

    private Standing takeDown(Ending ending, String how, String reason) {
        offering.withdraw(ending.ref(), ending.version(), ending.record(), reason);
        return done(ending, how, null);
    }

    private Standing replace(Ending ending) {
        CaseRecord record = ending.record();
        String named = CaseFields.of(record).text("replacement");
        List<String> objections = new ArrayList<>();
        Optional<Asset> other = named == null ? Optional.empty() : offering.read(reference(named));
        if (named == null) {
            objections.add("nobody named what replaces it");
        } else if (other.isEmpty()) {
            objections.add(named + " is not in the portal");
        } else if (other.get().ref().equals(ending.ref())) {
            objections.add("it cannot replace itself");
        } else {
            offering.unusable(other.get().ref()).forEach(one -> objections.add(named + ": " + one));
        }
        if (!objections.isEmpty() || other.isEmpty()) {
            return fail(ending, objections);
        }
        Asset next = other.get();
        offering.offer(next, ending.key(), audience.of(ending.asset()), record);
        offering.say(next.ref(), ending.key() + ":next", "Takes the place of " + Offering.title(ending.asset()));
        return takeDown(ending, "replaced", "replaced by " + Offering.title(next));
    }

    private SourceRef reference(String named) {
        return named.startsWith(system + ":")
                ? SourceRef.of(system, named.substring(system.length() + 1))
                : SourceRef.of(system, named);
    }

    private Standing fail(Ending ending, List<String> objections) {
        hideWhenOver(ending);
        String all = String.join("; ", objections);
        String which = ending.key() + "/" + Fingerprint.of(all);
        boolean told = trail.notes(ending.ref(), FAILED).stream()
                .anyMatch(note -> note.to().id().equals(which));
        if (!told) {
            offering.say(ending.ref(), which, "Not replaced: " + all);
            trail.append(trail.event(ending.ref(), ending.version(), CaseEventType.FLOW_FAILED, which, null)
                    .caseRef(ending.record().ref())
                    .caseKey(ending.key())
                    .note(all)
                    .build());
            trail.note(ending.ref(), FAILED, SourceRef.of(FLOW, which), all);
        }
        return new Standing.Refused(objections);
    }

    private Standing done(Ending ending, String how, @Nullable String text) {
        if (text != null) {
            offering.say(ending.ref(), ending.key() + ":" + how, text);
        }
        trail.append(event(ending.ref(), ending.version(), CaseEventType.STATUS_CHANGED, ending.record(), how));
        trail.note(ending.ref(), OVER, SourceRef.of(FLOW, ending.key()), how);
        return new Standing.Done(ending.record().ref(), how);
    }

    /** The end is settled. Once it has come nobody finds the asset, whoever brings it out again. */
    private Standing stay(Ending ending, String how) {
        SourceRef ref = ending.ref();
        if (!offering.unusable(ref).isEmpty() && offering.isOut(ref)) {
            offering.withdraw(ref, ending.version(), ending.record(), "its rights have ended: " + ending.end());
        }
        return new Standing.Done(ending.record().ref(), how);
    }

    private CaseEvent event(SourceRef ref, String version, CaseEventType type, CaseRecord record, String word) {
        return trail.event(ref, version, type, record.key() + "/" + word, null)
                .caseRef(record.ref())
                .caseKey(record.key())
                .outcome(word)
                .build();
    }
}
