package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.SmintioConfig;
import dev.contentconnect.smintio.SmintioConfigBuilder;
import dev.contentconnect.smintio.SmintioConnector;
import dev.contentconnect.smintio.api.DownloadHistory;
import dev.contentconnect.smintio.api.LicenseLinks;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.api.TaskDecisions;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A tenant of Smint.io with its portal, the workflow service, and a host that does what Smint.io publishes no call for. A flow
 * gets connections of its own, {@link #smintio(PowerCut)} and {@code desk.workflow(cut)}; tests look at the systems through
 * {@link #portal} and {@link #desk}, at what only the server knows through {@link #sandbox}, and at the source system through
 * {@link #statuses}.
 *
 * <p>The workflow service is the sandbox, or the real engine. That one keeps the cases of earlier tests, so that names of assets
 * and licences differ from stage to stage.
 */
final class SwStage implements AutoCloseable {
    static final Segment AUSTRIA = Segment.region("AT");
    static final Segment GERMANY = Segment.region("DE");

    /** The user groups of the portal that see what is published for an audience. */
    static final Map<Segment, String> GROUPS = Map.of(AUSTRIA, "group-austria", GERMANY, "group-germany");

    /** The property in which the source system says where an asset is for; {@link #filter} is what it means in a search. */
    private static final String PLACES = "places";

    final FakeClock clock;
    final Stage desk;
    final SmintioSandbox sandbox;
    final SmintioConnector portal;

    /** The source system that the portal shows: it has the status of each asset. */
    final Map<SourceRef, AssetStatus> statuses = new ConcurrentHashMap<>();

    /** Which purchase an asset of the portal was bought under, by scoped id. */
    final Map<String, String> licences = new ConcurrentHashMap<>();

    /** What was decided on tasks of the portal: task, action and note. */
    final List<String> decidedTasks = new CopyOnWriteArrayList<>();

    /** The report on downloads that administrators save. */
    final List<Delivery> downloads = new CopyOnWriteArrayList<>();

    private final String run;
    private final UnaryOperator<SmintioConfigBuilder> options;

    private SwStage(FakeClock clock, Stage desk, String run, UnaryOperator<SmintioConfigBuilder> options) {
        this.clock = clock;
        this.desk = desk;
        this.run = run;
        this.options = options;
        this.sandbox = new SmintioSandbox(clock);
        this.portal = smintio(PowerCut.never());
    }

    /** Both inside this process, on a clock that only the test moves. */
    static SwStage sandboxes() {
        return sandboxes(options -> options);
    }

    static SwStage sandboxes(UnaryOperator<SmintioConfigBuilder> options) {
        FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
        return new SwStage(clock, Stage.sandboxes(clock), "", options);
    }

    /** With the real workflow engine, which has a clock of its own. */
    static SwStage realEngine() {
        String run = "-" + UUID.randomUUID().toString().substring(0, 8);
        // The engine keeps whole seconds.
        FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        return new SwStage(clock, Stage.realEngine(clock), run, options -> options);
    }

    /** Another tenant of Smint.io for the same people. It closes nothing of theirs. */
    SwStage neighbour(UnaryOperator<SmintioConfigBuilder> others) {
        return new SwStage(clock, desk, run + "n", others);
    }

    /** A connection to Smint.io that is cut off, logged in on its own. */
    SmintioConnector smintio(PowerCut cut) {
        StatusPort status = new StatusPort() {
            @Override
            public Optional<AssetStatus> status(SourceRef asset) {
                return Optional.ofNullable(statuses.get(asset));
            }

            @Override
            public void set(SourceRef asset, AssetStatus word, String reason) {
                statuses.put(asset, word);
            }
        };
        TaskDecisions decisions = (task, action, note) -> {
            String decided = task + " " + action + (note == null ? "" : ": " + note);
            if (!decidedTasks.contains(decided)) {
                decidedTasks.add(decided);
            }
        };
        LicenseLinks links = asset -> Optional.ofNullable(licences.get(asset));
        DownloadHistory history =
                () -> Paged.of("smintio", "downloads", cursor -> Page.of(List.copyOf(downloads), null));
        SmintioConfigBuilder builder = SmintioConfig.builder()
                .endpoint(sandbox.endpoint())
                .tenant("northpeak")
                .clientId(SmintioSandbox.CLIENT_ID)
                .clientSecret(Secret.of(SmintioSandbox.CLIENT_SECRET))
                .redirectUri(SmintioSandbox.REDIRECT_URI)
                .licensingEndpoint(sandbox.licensingEndpoint())
                .metadataPath(SmintioSandbox.METADATA_PATH)
                .purchasesPath(SmintioSandbox.PURCHASES_PATH)
                .binariesPath(SmintioSandbox.BINARIES_PATH)
                .tokens(TokenStore.inMemory(Secret.of(sandbox.loggedIn())))
                .portalUrl(sandbox.portalUrl())
                .portalUuid(SmintioSandbox.PORTAL)
                .searchPageUuid(SmintioSandbox.SEARCH_PAGE)
                .frontendEndpoint(sandbox.frontendEndpoint())
                .reviewCollection(SmintioSandbox.REVIEWS)
                .pendingCollection(SmintioSandbox.PENDING)
                .watchedCollections(List.of(SmintioSandbox.PENDING, SmintioSandbox.REVIEWS))
                .audiences(GROUPS)
                .segmentFilters(Map.of(AUSTRIA, filter(AUSTRIA), GERMANY, filter(GERMANY)))
                .portalTokens(TokenStore.inMemory(Secret.of(sandbox.loggedInToPortal())))
                .statusPort(cut.on(StatusPort.class, status))
                .taskDecisions(cut.on(TaskDecisions.class, decisions))
                .downloadHistory(cut.on(DownloadHistory.class, history))
                .licenseLinks(cut.on(LicenseLinks.class, links))
                .stepPerAttempt(cut.onRequests())
                .time(clock);
        return SmintioConnector.create(options.apply(builder).build());
    }

    /** What the portal takes for a segment: a value that it gave out itself. */
    static Map<String, Object> filter(Segment segment) {
        return Map.of("id", PLACES, "dataType", "string_array", "stringArrayValue", List.of(word(segment)));
    }

    private static String word(Segment segment) {
        return "{\"" + segment.kind().value() + "\":\"" + segment.value() + "\"}";
    }

    /** The identity of the asset that the source system shows under a name. */
    SourceRef asset(String name) {
        return SourceRef.of(SmintioConnector.SYSTEM, "dam:image:" + name + run + ":x");
    }

    /** The identity of a licence. */
    SourceRef licence(String name) {
        return SourceRef.of(SmintioConnector.SYSTEM, "license/" + name + run);
    }

    /** A brand asset that somebody uploaded to the source system: the portal shows it among what waits. */
    SourceRef upload(String name) {
        SourceRef asset = asset(name);
        sandbox.shows(asset.id(), "Poster " + name, ("bytes of " + name).getBytes(StandardCharsets.UTF_8));
        sandbox.personAdds(SmintioSandbox.PENDING, asset.id());
        return asset;
    }

    /** Says in the source system where an asset is for. */
    void isFor(SourceRef asset, Segment... segments) {
        List<String> words = new ArrayList<>();
        for (Segment segment : segments) {
            words.add(word(segment));
        }
        sandbox.sets(asset.id(), PLACES, "string_array", words);
    }

    /** The bytes of an asset change in the source system. */
    void newVersion(SourceRef asset, String version) {
        sandbox.sets(asset.id(), "version", "string", version);
        sandbox.sets(asset.id(), "modifiedAt", "date_time", clock.now().toString());
    }

    /** An image of a stock agency, to be bought: advertising everywhere until it is narrowed. */
    Bought stock(String name) {
        return Bought.image(id(name), "Stock " + name, clock.now());
    }

    private String id(String name) {
        return name + run;
    }

    /** Buys it, or changes what was bought. */
    SourceRef buy(String name, Bought purchase) {
        sandbox.buys(purchase.build());
        return licence(name);
    }

    /** A licensed asset: bought, brought to the source system, shown by the portal among what waits. */
    SourceRef licensed(String name, Bought purchase) {
        buy(name, purchase);
        SourceRef asset = upload(name);
        licences.put(asset.id(), id(name));
        return asset;
    }

    /** What the source system knows of what is shown for what: a licence by the assets that were bought under it. */
    List<SourceRef> shown(SourceRef subject) {
        if (!subject.id().startsWith("license/")) {
            return subject.id().startsWith("dam:") ? List.of(subject) : List.of();
        }
        return licences.entrySet().stream()
                .filter(one -> subject.id().equals("license/" + one.getValue()))
                .map(one -> SourceRef.of(SmintioConnector.SYSTEM, one.getKey()))
                .toList();
    }

    /** Asks until the answer is good. The sandbox gives it at once; the steps of a real engine are done a moment later. */
    <T> T eventually(Supplier<T> question, Predicate<T> good) throws InterruptedException {
        T answer = question.get();
        for (int i = 0; i < 200 && !good.test(answer); i++) {
            desk.clock().sleep(Duration.ofMillis(100));
            answer = question.get();
        }
        return answer;
    }

    /** Goes on until people have nothing to do with it any more. */
    Standing settled(Supplier<Standing> step) throws InterruptedException {
        return eventually(step, standing -> !(standing instanceof Standing.Waiting));
    }

    /** The collections in which people of an audience see an asset; empty when it is not offered to them. */
    List<String> offers(SourceRef asset, Segment audience) {
        return sandbox.seen(asset.id(), String.valueOf(GROUPS.get(audience)));
    }

    /** Whether an asset waits for its review, where people see what waits. */
    boolean isPending(SourceRef asset) {
        return sandbox.contents(SmintioSandbox.PENDING).contains(asset.id());
    }

    /** What was said about an asset in the portal, word for word. */
    List<String> said(SourceRef asset) {
        return sandbox.said(SmintioSandbox.REVIEWS, asset.id());
    }

    /** How often a text was said about an asset. */
    long said(SourceRef asset, String text) {
        return said(asset).stream().filter(one -> one.contains(text)).count();
    }

    /** What people say about a case; who is not named goes on waiting. */
    void answer(SourceRef caseRef, Map<String, String> words) {
        Reviews.answer(desk.people(), caseRef, words);
    }

    /** A case as people see it. */
    CaseRecord read(SourceRef caseRef) {
        return desk.people().require(CaseDesk.class).get(caseRef);
    }

    /** All cases that were ever opened about an object, as they are now. */
    List<CaseRecord> cases(SourceRef subject) {
        return desk.opened(subject).stream().map(this::read).toList();
    }

    /** What the trail tells. */
    static List<CaseEvent> trail(StateStore state) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(view -> {
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events;
    }

    /** What the trail tells of one kind. */
    static List<CaseEvent> trail(StateStore state, CaseEventType type) {
        return trail(state).stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Ends the tenant alone, for neighbours. */
    void leave() {
        portal.close();
        sandbox.close();
    }

    @Override
    public void close() {
        leave();
        desk.close();
    }
}
