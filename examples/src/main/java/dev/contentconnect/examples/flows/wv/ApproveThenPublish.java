package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.AudienceRules;
import dev.contentconnect.examples.flows.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WV1: a content package is approved by brand, legal and marketing in one system and, if its rights allow the intended
 * uses too, published in another. Anything else publishes nothing and leaves the reason on the record of each asset; so does
 * an asset that people of the target system blocked there.
 *
 * <p>Nothing waits in here. {@link #start} opens the case; call {@link #advance} whenever something may have happened: on
 * a callback, on a change of the case, or every few minutes for as long as people need. Both may be called any number of
 * times and after a crash at any point: every effect has a key, and the target system is asked before anything is
 * repeated. One worker at a time for each package.
 *
 * <p>The flow waits for people as long as their case is open. A case that has ended by itself and still lacks a decision
 * an hour later is refused: what nobody can read is not an approval. What the target system rejects although everybody
 * approved it, such as a type of file, stays approved and goes on as soon as the cause is gone; until then each call fails.
 *
 * <p>As a handler of a feed: {@code item -> flow.advance(packages.get(item.event().caseKey()))}.
 */
public final class ApproveThenPublish {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv1";

    /** Whose approval is needed. */
    public static final List<String> STAKEHOLDERS = List.of("brand", "legal", "marketing");

    /**
     * The audience of a package in VIP, which cuts it by region, brand, market and partner programme: an agency gets its
     * content as a partner programme of that name. A channel tells how content is used and not who gets it; the rights must
     * allow it, and it is told in the note of the publication.
     */
    public static final AudienceRules VIP_AUDIENCE = AudienceRules.AS_IS
            .saying(SegmentKind.AGENCY, SegmentKind.PARTNER_PROGRAM)
            .inWords(SegmentKind.CHANNEL);

    /** Vendors write their history late; how long a decision of an ended case may take to be readable. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final TargetSystem target;
    private final FlowLedger ledger;
    private final TimeSource time;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param target where content is published; offers {@code AssetReader}, {@code AssetWriter}, {@code RightsReader},
     *     {@code RightsWriter} and {@code AssetPublisher}
     * @param audience how the audience is said there, see {@link #VIP_AUDIENCE}
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public ApproveThenPublish(
            Connector workflow, Connector target, AudienceRules audience, StateStore state, TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.ledger = new FlowLedger(FLOW, state, time);
        this.target = new TargetSystem(target, audience, ledger);
        this.time = time;
    }

    /**
     * Opens the case of a package, or finds it. An open case about an older version of the package is cancelled; an older
     * version that broke off when it could be seen already comes out whole first.
     *
     * @param content what is to be published
     * @return waiting, unless the package came to its end already
     * @throws ConnectorException as {@code ApprovalDesk.request} and {@code CaseDesk.cancel}
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     * @throws IllegalArgumentException when the audience cannot be said in the target system
     */
    public PackageOutcome start(ContentPackage content) {
        target.checkAudience(content);
        String key = key(content.versionRef().id());
        List<StateLink> older = ledger.enter(content);
        Optional<PackageOutcome> end = end(content, key);
        if (end.isPresent()) {
            return end.get();
        }
        approvals.request(new ApprovalRequest(
                key,
                content.title(),
                content.ref(),
                content.version(),
                STAKEHOLDERS,
                content.dueAt(),
                forecast(content),
                Map.of()));
        CaseRecord opened = cases.findByKey(key)
                .orElseThrow(
                        () -> new IllegalStateException("the case " + key + " was opened and cannot be found yet"));
        ledger.opened(content, opened);
        older.forEach(version -> supersede(version, content));
        ledger.started(content, opened);
        return waiting(opened, decisions(content, opened));
    }

    /**
     * Takes a package one step on, as far as it goes without waiting.
     *
     * @param content what {@link #start} was given
     * @return where it stands now
     * @throws ConnectorException when a system fails; call again later. Conflict when somebody put another version into the
     *     target system in between: it is not published. Rejected when the target system does not take what was approved:
     *     call again when the cause is gone
     * @throws IllegalStateException as {@link #start}
     * @throws IllegalArgumentException as {@link #start}
     */
    public PackageOutcome advance(ContentPackage content) {
        String key = key(content.versionRef().id());
        Optional<PackageOutcome> end = end(content, key);
        if (end.isPresent()) {
            return end.get();
        }
        // A start that broke off may have left an older case open: it is gone through again.
        Optional<CaseRecord> found = ledger.isStarted(content) ? cases.findByKey(key) : Optional.empty();
        if (found.isEmpty()) {
            return start(content);
        }
        Decisions decisions = decisions(content, found.get());
        if (decisions.isOpen() || (decisions.isIncomplete() && !ledger.hasEndedFor(PATIENCE, content, found.get()))) {
            return waiting(found.get(), decisions);
        }
        List<String> objections = objections(content, decisions);
        return objections.isEmpty() ? publish(content, key) : target.refuse(content, key, objections);
    }

    private PackageOutcome publish(ContentPackage content, String key) {
        try {
            return new PackageOutcome.Published(target.publish(content, key));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.REJECTED) {
                // Nobody can decide it away, and it will not go away by itself: it shows in the report.
                ledger.failed(content, key, e);
            }
            throw e;
        }
    }

    private Optional<PackageOutcome> end(ContentPackage content, String key) {
        Optional<PackageOutcome> refused = ledger.refusal(content);
        if (refused.isPresent()) {
            return refused;
        }
        // The target system is the memory of what was published: it knows even where ours was lost.
        Optional<Publication> published = target.published(content, key);
        if (published.isPresent()) {
            return published.map(PackageOutcome.Published::new);
        }
        // Nothing is written to the record: it belongs to the newer version by now.
        return ledger.newerThan(content)
                .map(newer -> new PackageOutcome.Refused(List.of("superseded by version " + newer)));
    }

    private Decisions decisions(ContentPackage content, CaseRecord opened) {
        Decisions decisions = new Decisions(
                opened,
                STAKEHOLDERS,
                content.version(),
                approvals.query(ApprovalQuery.ALL.ofCase(opened.ref())).stream());
        ledger.decided(content, opened, decisions);
        return decisions;
    }

    private List<String> objections(ContentPackage content, Decisions decisions) {
        List<String> objections = decisions.objections();
        if (objections.isEmpty()) {
            objections = content.objections(time.now());
        }
        if (objections.isEmpty()) {
            objections = target.objections(content);
        }
        return objections.isEmpty() ? ApprovedBytes.objections(content) : objections;
    }

    /** What the deciders should know: they may decide before the rights begin, or to have them renewed. */
    private @Nullable String forecast(ContentPackage content) {
        Instant now = time.now();
        List<String> objections = content.objections(now);
        return objections.isEmpty()
                ? null
                : "On " + now + " it could not be published: " + String.join("; ", objections);
    }

    private void supersede(StateLink version, ContentPackage by) {
        String olderKey = key(version.to().id());
        if (!ledger.isPublished(version.to())) {
            target.finish(olderKey, by).ifPresent(publication -> ledger.published(version, publication));
        }
        cases.findByKey(olderKey).filter(older -> !older.status().isFinal()).ifPresent(older -> {
            cases.cancel(older.ref(), "superseded by version " + by.version());
            ledger.superseded(by, older);
        });
    }

    private static PackageOutcome waiting(CaseRecord opened, Decisions decisions) {
        return new PackageOutcome.Waiting(opened.ref(), decisions.missing());
    }

    private static String key(String versionId) {
        return FLOW + ":" + versionId;
    }
}
