package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * TV3: a partner reports that a file is missing, outdated or of the wrong format; people look at it in the library, replace the
 * file, and the partner gets the new one.
 *
 * <p><b>Trigger.</b> A document of a type that is agreed to be a report, or the refusal of a document of ours by the partner's
 * system, from the network's {@code CaseFeed}: {@code item -> problems.on(item.event())}; and {@link #sweep} every few minutes.
 * One worker at a time for each problem.
 *
 * <p><b>Steps.</b> The problem is an entry of the library's log, failed for the reason that the partner gave, and a comment on
 * the asset. Reviewers {@link #replace} the file, which makes a version and publishes it for the audience of the one before;
 * or put it into the library by hand and publish it; or {@link #resend} the version that is out, of this asset or another; or
 * set the entry to rejected, with the reason as its detail, or {@link #decline}. What is right goes to the partner as a file,
 * if it may have it at that moment, and a notice says so. When the network says that the partner fetched the file, the entry is
 * marked as delivered: the problem is closed. A file that does not arrive leaves it in review.
 *
 * <p><b>Honest substitutes.</b> Trading Grid publishes no call for issues or cases: a report is a business document with a
 * reason among its business keys, and functional acknowledgements that refuse are the form that machines write. VIP has no cases
 * either: log and comments stand for the case. Other partners who have the old version are told by {@link VersionNotices}.
 *
 * <p><b>Keys.</b> A problem is its case of its partner, else its document. Entry, comment, version, publication and notice:
 * {@code tv3:{problem}}; version and publications of each further try, after a file that did not arrive: that with {@code :2} and
 * so on; further comments: that with {@code :solved} or {@code :declined}; entry of each file: that with {@code :file{n}}.
 */
public final class PartnerProblems {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "tv3";

    /** The step for which the connector reads documents as reports: {@code requestTypes}. */
    public static final String STEP = "problem";

    private static final String CLOSED = "closed";
    private static final String ASSET = "asset";
    private static final String FILE = "file";
    private static final String NAME = "name";
    private static final String TRY = "try";

    private final PartnerMail mail;
    private final PartnerLibrary library;
    private final ProblemRecord record;
    private final PartnerDeliveries deliveries;
    private final PartnerInbox inbox;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param network where partners are; offers {@code PartnerDesk}; keeps its own memory in the same store
     * @param files carries files to partners
     * @param library where assets are published; offers {@code AssetReader}, {@code AssetWriter}, {@code AssetPublisher}, {@code
     *     RightsReader}, {@code CommentThread} and {@code DeliveryLog}
     * @param serving the channels in which partners use content
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public PartnerProblems(
            Connector network,
            PartnerFiles files,
            Connector library,
            List<Segment> serving,
            StateStore state,
            TimeSource time) {
        this.mail = new PartnerMail(network.require(PartnerDesk.class));
        this.library = new PartnerLibrary(library, serving);
        this.trail = new FlowTrail(FLOW, state, time);
        this.record = new ProblemRecord(library, trail);
        this.inbox = new PartnerInbox(FLOW, trail);
        this.deliveries = new PartnerDeliveries(files, library, this.library, trail);
    }

    /**
     * Takes in an event of the network.
     *
     * @param event what happened
     * @return where the problem stands; nothing for an event that is none, and nothing changes
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; hand it over again later
     */
    public Optional<ProblemOutcome> on(CaseEvent event) {
        Optional<PartnerMessage> refusal = PartnerMessage.ofRefusal(event);
        Optional<PartnerMessage> ours = refusal.flatMap(this::openProblemOf);
        if (ours.isPresent()) {
            return ours.map(this::advance);
        }
        return PartnerMessage.of(event, STEP).or(() -> refusal).map(one -> {
            PartnerMessage taken = inbox.take(one);
            trail.append(trail.event(taken.ref(), null, CaseEventType.CASE_OPENED, "", event.occurredAt())
                    .caseKey(key(taken))
                    .step(taken.partner().id())
                    .actor(event.actor())
                    .note(taken.reason())
                    .related(event.related())
                    .build());
            return advance(taken);
        });
    }

    /** The problem whose file was refused; nothing where it is none of ours, or of a problem that is closed. */
    private Optional<PartnerMessage> openProblemOf(PartnerMessage refusal) {
        return Optional.ofNullable(refusal.fileName())
                .flatMap(name -> trail.noted(named(name), NAME))
                .flatMap(note -> inbox.find(note.to()))
                .filter(problem -> problem.partner().equals(refusal.partner()))
                .filter(this::isOpen);
    }

    private static SourceRef named(String file) {
        return SourceRef.of(FLOW, "file " + file);
    }

    /**
     * Goes on with every problem that is not closed. One that fails does not stop the others.
     *
     * @return where each stands
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Map<SourceRef, ProblemOutcome> sweep() {
        return inbox.each(this::advance);
    }

    /**
     * A reviewer has the file that is right: it becomes the next version and is published for the audience of the one before.
     * Another file makes another version once the one before was sent and did not arrive; until then the call is a repetition.
     *
     * @param problem its identity, as {@link #sweep} gives it
     * @param right the bytes; opened once
     * @return where the problem stands now
     * @throws IllegalArgumentException when there is no such problem, or it names no asset that is out
     * @throws dev.contentconnect.core.error.ConnectorException Rejected and others when a system does not take it; call again
     */
    public ProblemOutcome replace(SourceRef problem, Content right) {
        PartnerMessage message = message(problem);
        Offer offer = asset(message)
                .flatMap(library::offer)
                .orElseThrow(() -> new IllegalArgumentException(problem + " names no asset that is out"));
        if (isOpen(message)) {
            record.replace(attempt(message), offer, right);
        }
        return advance(message);
    }

    /**
     * A reviewer finds that the version which is out is right: it is sent to the partner, again or for the first time.
     *
     * @param problem its identity, as {@link #sweep} gives it
     * @param asset which asset, also where the partner named none or another
     * @return where the problem stands now
     * @throws IllegalArgumentException when there is no such problem
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again
     */
    public ProblemOutcome resend(SourceRef problem, SourceRef asset) {
        PartnerMessage message = message(problem);
        if (isOpen(message)) {
            trail.note(message.ref(), ASSET, message.ref(), asset.toString());
            push(message);
        }
        return advance(message);
    }

    /**
     * A reviewer finds that nothing is wrong.
     *
     * @param problem its identity, as {@link #sweep} gives it
     * @param reason told to the partner
     * @return where the problem stands now
     * @throws IllegalArgumentException when there is no such problem
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again
     */
    public ProblemOutcome decline(SourceRef problem, String reason) {
        PartnerMessage message = message(problem);
        if (isOpen(message)) {
            record.reject(entry(message), reason);
        }
        return advance(message);
    }

    /** The key of this try. Noted, so that whoever repeats a call that broke off repeats its try. */
    private String attempt(PartnerMessage message) {
        int files = trail.notes(message.ref(), FILE).size();
        Optional<StateLink> noted = trail.noted(message.ref(), TRY);
        String[] before = noted.map(note -> String.valueOf(note.fingerprint()))
                .orElse("0 0")
                .split(" ", 2);
        int number = Integer.parseInt(before[0]);
        boolean sent = files > Integer.parseInt(before[1]);
        if (number == 0 || (sent && last(message).filter(this::hasFailed).isPresent())) {
            number++;
            trail.note(message.ref(), TRY, message.ref(), number + " " + files);
        }
        return key(message) + (number == 1 ? "" : ":" + number);
    }

    private boolean hasFailed(ProblemFile file) {
        return PartnerDeliveries.hasFailed(deliveries.follow(file.parcel()));
    }

    private PartnerMessage message(SourceRef problem) {
        return inbox.find(problem).orElseThrow(() -> new IllegalArgumentException("there is no problem " + problem));
    }

    private boolean isOpen(PartnerMessage message) {
        return trail.noted(message.ref(), CLOSED).isEmpty();
    }

    private Optional<Asset> asset(PartnerMessage message) {
        return trail.noted(message.ref(), ASSET)
                .map(note -> SourceRef.parse(String.valueOf(note.fingerprint())))
                .or(() -> Optional.ofNullable(message.asset()))
                .flatMap(library::find);
    }

    private Delivery entry(PartnerMessage message) {
        return record.entry(
                key(message), message, asset(message), asset(message).flatMap(library::offer));
    }

    private ProblemOutcome advance(PartnerMessage message) {
        Delivery entry = entry(message);
        asset(message).ifPresent(asset -> record.say(asset.ref(), key(message), report(message)));
        Optional<Verdict> verdict = trail.noted(message.ref(), CLOSED).map(Verdict::of);
        if (verdict.isPresent()) {
            return close(message, entry, verdict.get());
        }
        if (entry.status().equals(DeliveryStatus.REJECTED)) {
            String reason = Objects.requireNonNullElse(entry.detail(), "nothing is wrong");
            return close(message, entry, new Verdict(Verdict.DECLINED, reason));
        }
        if (isReplaced(message, entry)) {
            push(message);
        }
        Optional<ProblemFile> file = last(message);
        return file.isEmpty() ? new ProblemOutcome.InReview() : update(message, entry, file.get());
    }

    private static String report(PartnerMessage message) {
        return message.partner().id() + " reports a problem: "
                + Objects.requireNonNullElse(message.reason(), "no reason was given");
    }

    /** Another version is out than the one that was reported, and than those that did not arrive. */
    private boolean isReplaced(PartnerMessage message, Delivery entry) {
        String known = last(message).map(file -> file.parcel().version()).orElse(entry.version());
        return asset(message)
                .flatMap(library::offer)
                .filter(offer -> !offer.version().id().equals(known))
                .isPresent();
    }

    /** Notes which file goes to the partner, unless one is on its way. */
    private void push(PartnerMessage message) {
        Optional<Offer> offer = asset(message).flatMap(library::offer);
        if (offer.isEmpty() || isUnderway(message, offer.get())) {
            return;
        }
        String key = key(message) + ":file" + (trail.notes(message.ref(), FILE).size() + 1);
        ProblemFile file =
                new ProblemFile(offer.get().label(), PartnerDeliveries.Parcel.of(key, offer.get(), message.partner()));
        trail.note(named(file.parcel().name()), NAME, message.ref(), null);
        trail.note(message.ref(), FILE, SourceRef.of(FLOW, key), file.text());
    }

    /**
     * A file that still waits, of another version than the one that is right by now, is not sent any more; one of which nobody
     * knows whether it left does not hold up the right one.
     */
    private boolean isUnderway(PartnerMessage message, Offer offer) {
        return last(message)
                .map(ProblemFile::parcel)
                .filter(parcel -> isUnderway(parcel, offer))
                .isPresent();
    }

    private boolean isUnderway(PartnerDeliveries.Parcel parcel, Offer offer) {
        if (parcel.version().equals(offer.version().id())) {
            return !PartnerDeliveries.hasFailed(deliveries.follow(parcel));
        }
        Delivery entry = deliveries.refuse(parcel, "version " + offer.label() + " came out meanwhile");
        return !PartnerDeliveries.hasFailed(entry) && !deliveries.isDoubtful(parcel, entry);
    }

    private Optional<ProblemFile> last(PartnerMessage message) {
        List<StateLink> files = trail.notes(message.ref(), FILE);
        return files.stream()
                .filter(note -> note.to().id().equals(key(message) + ":file" + files.size()))
                .findFirst()
                .map(note -> ProblemFile.of(note, message.partner()));
    }

    private ProblemOutcome update(PartnerMessage message, Delivery entry, ProblemFile file) {
        PartnerDeliveries.Parcel parcel = file.parcel();
        Optional<Partner> partner = mail.find(message.partner());
        Delivery sent = partner.isEmpty()
                ? deliveries.refuse(
                        parcel,
                        "the directory has no partner " + message.partner().id())
                : deliveries.sendIfAllowed(parcel, partner.get());
        if (sent.status().equals(DeliveryStatus.REJECTED) && isReplaced(message, entry)) {
            return advance(message);
        }
        if (sent.status().equals(DeliveryStatus.REJECTED)) {
            return close(message, entry, new Verdict(Verdict.REFUSED, String.valueOf(sent.detail())));
        }
        if (PartnerDeliveries.hasFailed(sent)) {
            record.say(parcel.asset(), parcel.key(), "Version " + file.version() + " did not arrive: " + sent.detail());
            return new ProblemOutcome.InReview();
        }
        if (PartnerDeliveries.isOver(sent)) {
            return close(message, entry, new Verdict(Verdict.SOLVED, "version " + file.version()));
        }
        tellOf(message, file);
        return new ProblemOutcome.Updated(file.version(), sent);
    }

    private boolean tellOf(PartnerMessage message, ProblemFile file) {
        return tell(
                message,
                file.parcel().key(),
                "Your report is solved",
                "Version " + file.version() + " is on its way to you as "
                        + file.parcel().name() + ".");
    }

    /** How a problem ended. */
    private record Verdict(String word, String reason) {
        static final String SOLVED = "solved";
        static final String DECLINED = "declined";
        static final String REFUSED = "refused";

        static Verdict of(StateLink note) {
            return new Verdict(note.to().id(), String.valueOf(note.fingerprint()));
        }
    }

    /** Noted first: what follows is done again after an accident, and until it is known whether the partner was told. */
    private ProblemOutcome close(PartnerMessage message, Delivery entry, Verdict verdict) {
        boolean solved = verdict.word().equals(Verdict.SOLVED);
        trail.note(message.ref(), CLOSED, SourceRef.of(FLOW, verdict.word()), verdict.reason());
        boolean inDoubt;
        if (solved) {
            record.deliver(entry, "solved with " + verdict.reason());
            inDoubt = last(message).filter(file -> tellOf(message, file)).isPresent();
        } else {
            // Who is outside an audience does not hear what there is.
            boolean isForPartner = verdict.word().equals(Verdict.DECLINED);
            inDoubt = tell(
                    message,
                    key(message),
                    "Your report is closed",
                    isForPartner ? verdict.reason() : "What you reported is not available to you.");
        }
        asset(message)
                .ifPresent(asset -> record.say(
                        asset.ref(),
                        key(message) + ":" + verdict.word(),
                        "The problem of " + message.partner().id() + " is " + verdict.word() + ": "
                                + verdict.reason()));
        trail.append(trail.event(message.ref(), null, CaseEventType.CASE_RESOLVED, "", null)
                .caseKey(key(message))
                .step(message.partner().id())
                .outcome(verdict.word())
                .note(verdict.reason())
                .build());
        if (!inDoubt) {
            inbox.close(message);
        }
        return solved ? new ProblemOutcome.Solved(verdict.reason()) : new ProblemOutcome.Declined(verdict.reason());
    }

    /** Tells the partner; gives whether nobody knows if it was told, so that somebody has to look. */
    private boolean tell(PartnerMessage message, String key, String subject, String text) {
        PartnerMail.Posted posted = mail.post(message.partner(), new Notice(key, subject, text, List.of(), Map.of()));
        trail.append(posted.event(trail, message, key(message), key).build());
        return posted.inDoubt();
    }

    private static String key(PartnerMessage message) {
        return FLOW + ":" + message.ref();
    }
}
