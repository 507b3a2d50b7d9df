package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An approved master asset is localised, in one case for each market: translate, adapt, legal check where the market wants one,
 * regional approval, each with a due date. What the market approved is stored in the library with market, language, rights and
 * audience, and names its master; what it rejected is not. One worker at a time for each master.
 *
 * <p><b>Steps.</b> Whoever adapts leaves the name of the file with the case when completing the task, as {@value #FILE},
 * and its SHA-256 as {@value #SHA256} where it shall be made sure that the bytes are those which were approved. After
 * the approval the file is added to the localised asset as a version, with the rights of the master in this market and
 * nowhere else, and the asset is approved; to publish it is up to others. A newer version of the master that is ordered
 * ends the open cases of the older one, which can no longer overtake it. As long as the master is held or withdrawn, or its
 * rights say that it is blocked or revoked, nothing is stored.
 *
 * <p><b>Keys.</b> Case and version: {@code {flow}:{master}@{version}:{market}/{language}}; the localised asset:
 * {@code {flow}:{master}:{market}/{language}}, through all versions of the master; the comment with the reason of a refusal on
 * the master, where the library has comments there: that of the case, with {@code :refused}.
 */
public final class MarketLocalisation {
    /** The kind of case that is opened. */
    public static final String CASE_TYPE = "contentconnect-localisation";

    /** The value of the case that names the adapted file. */
    public static final String FILE = "localisedFile";

    /** The value of the case with its SHA-256 in hexadecimal digits. */
    public static final String SHA256 = "localisedSha256";

    private static final List<AssetStatus> APPROVED = List.of(AssetStatus.APPROVED, AssetStatus.PUBLISHED);

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final LocalisedLibrary library;
    private final LocalisedFiles files;
    private final MasterVersions versions;
    private final FlowTrail trail;
    private final BiConsumer<SourceRef, SourceRef> linking;

    /**
     * Makes the flow, for a library that keeps the master of an asset. Never touches the network.
     *
     * @param flow its name, which is that of its orders: the source of its events and the beginning of its keys
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where masters and localised assets are; offers {@code AssetReader}, {@code AssetWriter},
     *     {@code RightsReader} and {@code RightsWriter}
     * @param files where the adapted files are
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public MarketLocalisation(
            String flow,
            Connector workflow,
            Connector library,
            LocalisedFiles files,
            StateStore state,
            TimeSource time) {
        this(flow, workflow, library, files, (master, localised) -> {}, state, time);
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param flow its name, which is that of its orders: the source of its events and the beginning of its keys
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where masters and localised assets are; offers {@code AssetReader}, {@code AssetWriter},
     *     {@code RightsReader} and {@code RightsWriter}
     * @param files where the adapted files are
     * @param linking links a master and what was made of it, in this order; called again for the same changes nothing. A market
     *     ends when its asset is linked
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public MarketLocalisation(
            String flow,
            Connector workflow,
            Connector library,
            LocalisedFiles files,
            BiConsumer<SourceRef, SourceRef> linking,
            StateStore state,
            TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.library = new LocalisedLibrary(library);
        this.files = files;
        this.linking = linking;
        this.trail = new FlowTrail(flow, state, time);
        this.versions = new MasterVersions(cases, approvals, this.library, trail);
    }

    /**
     * Takes every market as far as it goes without waiting, from wherever it stands. A market that fails does not stop the
     * others.
     *
     * @param order the same for the same version of the master
     * @return where each market stands, in the order of the plans
     * @throws dev.contentconnect.core.error.ConnectorException when a system failed for a market; call again later
     * @throws IllegalStateException when a case has ended and its decision cannot be read yet; call again later
     */
    public Map<MarketPlan, LocalisationOutcome> advance(LocalisationOrder order) {
        Asset master = library.get(order.master());
        Optional<String> newer = versions.enter(order, master);
        return EachInTurn.of(
                order.markets(),
                plan -> ended(order, plan)
                        .or(() -> newer.map(MarketLocalisation::superseded))
                        .orElseGet(() -> step(order, plan, master)));
    }

    private static LocalisationOutcome superseded(String version) {
        return new LocalisationOutcome.Refused(List.of("superseded by version " + version));
    }

    private LocalisationOutcome step(LocalisationOrder order, MarketPlan plan, Asset master) {
        if (!APPROVED.contains(master.status())) {
            return new LocalisationOutcome.OnHold("the master is " + master.status());
        }
        Optional<RightsStatus> forbidden = library.forbidden(order.master());
        if (forbidden.isPresent()) {
            return new LocalisationOutcome.OnHold("the master is " + forbidden.get());
        }
        CaseRecord record = cases.findByKey(order.key(plan)).orElseGet(() -> cases.open(request(order, plan, master)));
        CaseProgress progress = CaseProgress.read(record, cases, approvals);
        progress.tell(trail, order.master(), order.version());
        if (!record.status().isFinal()) {
            return new LocalisationOutcome.Waiting(record.ref());
        }
        List<String> objections = MarketDecisions.objections(plan, progress);
        return objections.isEmpty() ? deliver(order, plan, record, master) : refuse(order, plan, record, objections);
    }

    private LocalisationOutcome deliver(LocalisationOrder order, MarketPlan plan, CaseRecord record, Asset master) {
        CaseFields fields = CaseFields.of(record);
        String file = fields.text(FILE);
        if (file == null) {
            return refuse(order, plan, record, List.of("the case does not name the file that was approved"));
        }
        Content content = files.find(file);
        String approved = fields.text(SHA256);
        if (approved != null
                && !approved.equalsIgnoreCase(
                        Fingerprint.checksum(content, file, "SHA-256").hex())) {
            return refuse(order, plan, record, List.of("the bytes of " + file + " are not those that were approved"));
        }
        return store(order, plan, record, library.store(order, plan, master, content));
    }

    private CaseRequest request(LocalisationOrder order, MarketPlan plan, Asset master) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("market", plan.market());
        values.put("language", plan.language());
        values.put("legalCheck", plan.legalCheck());
        if (plan.translateBy() != null) {
            values.put("translateDue", plan.translateBy());
        }
        if (plan.adaptBy() != null) {
            values.put("adaptDue", plan.adaptBy());
        }
        return new CaseRequest(
                order.key(plan),
                CASE_TYPE,
                Objects.requireNonNullElse(master.title(), master.ref().toString()) + " for " + plan.id(),
                order.master(),
                order.version(),
                plan.approveBy(),
                library.forecast(order, plan, trail.now()),
                values);
    }

    private LocalisationOutcome store(
            LocalisationOrder order, MarketPlan plan, CaseRecord record, LocalisationOutcome.Stored stored) {
        linking.accept(order.master(), stored.asset());
        CaseEvent.Builder added =
                trail.event(stored.asset(), stored.version(), CaseEventType.ASSET_VERSION_ADDED, "", null);
        CaseEvent.Builder linked = trail.event(stored.asset(), stored.version(), CaseEventType.ASSET_LINKED, "", null);
        trail.append(List.of(
                added.caseRef(record.ref())
                        .caseKey(record.key())
                        .note(plan.id())
                        .build(),
                linked.caseRef(record.ref()).related(order.master()).build()));
        note(order, plan, stored.asset(), stored.version());
        return stored;
    }

    private LocalisationOutcome refuse(
            LocalisationOrder order, MarketPlan plan, CaseRecord record, List<String> reasons) {
        library.tell(
                order.master(),
                order.key(plan) + ":refused",
                plan.id() + " gets no version: " + String.join("; ", reasons));
        trail.append(trail.event(order.master(), order.version(), CaseEventType.FLOW_REFUSED, plan.id(), null)
                .caseRef(record.ref())
                .caseKey(record.key())
                .outcome("refused")
                .note(String.join("; ", reasons))
                .build());
        note(order, plan, order.master(), String.join("\n", reasons));
        return new LocalisationOutcome.Refused(reasons);
    }

    private void note(LocalisationOrder order, MarketPlan plan, SourceRef value, @Nullable String text) {
        trail.note(SourceRef.of(order.flow(), order.key(plan)), "end", value, text);
    }

    private Optional<LocalisationOutcome> ended(LocalisationOrder order, MarketPlan plan) {
        Optional<StateLink> end = trail.noted(SourceRef.of(order.flow(), order.key(plan)), "end");
        return end.map(link -> {
            String text = Objects.requireNonNull(link.fingerprint());
            if (link.to().equals(order.master())) {
                return new LocalisationOutcome.Refused(List.of(text.split("\n", -1)));
            }
            linking.accept(order.master(), link.to());
            return new LocalisationOutcome.Stored(link.to(), text);
        });
    }
}
