package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.aprimo.AprimoConfig;
import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.examples.host.AprimoBriefs;
import dev.contentconnect.workflow.wire.WireVariable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Aprimo inside this process, and the workflow service beside it or as the real engine. A flow gets connections of its own;
 * tests look at the systems through {@link #planning} and {@link #desk}, and at what only the server knows through
 * {@link #pm}.
 */
final class AwStage implements AutoCloseable {
    static final AprimoBriefs.Fields BRIEF_FIELDS = new AprimoBriefs.Fields(81, 82, 83, 84);
    static final Map<String, String> CURRENCIES = Map.of("1", "EUR", "2", "USD", "3", "JPY");
    static final int DRAFT = 11;
    static final int PRODUCTION = 12;
    static final int SUBMITTED = 13;

    /** The engine outlives a stage, so no two of them have ids in common. */
    private static final AtomicLong TENANTS = new AtomicLong();

    final FakeClock clock;
    final Stage desk;
    final AprimoSandbox sandbox;
    final PmTenant pm;
    final AprimoConnector planning;
    /** The funding accounts that connections know which are made from here on. */
    final List<Long> accounts = new ArrayList<>();

    private final boolean isReal;
    private final long tenant = TENANTS.incrementAndGet();

    private AwStage(FakeClock clock, Stage desk, boolean isReal) {
        this.clock = clock;
        this.desk = desk;
        this.isReal = isReal;
        this.sandbox = new AprimoSandbox(clock);
        this.sandbox.numberFrom(tenant * 100_000);
        this.pm = sandbox.pm();
        this.planning = aprimo(PowerCut.never());
    }

    /** Both on a clock that only the test moves. */
    static AwStage sandboxes() {
        FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
        return new AwStage(clock, Stage.sandboxes(clock), false);
    }

    /** The real engine; Aprimo and the flow are on a clock that the test moves and that never falls behind the engine's. */
    static AwStage realEngine() {
        FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        return new AwStage(clock, Stage.realEngine(clock), true);
    }

    /** The clock of the flow. */
    TimeSource time() {
        return isReal ? new NeverBehind(clock) : clock;
    }

    private void catchUp() {
        if (isReal) {
            time().now();
        }
    }

    private record NeverBehind(FakeClock clock) implements TimeSource {
        @Override
        public Instant now() {
            Duration behind = Duration.between(clock.now(), Instant.now());
            if (behind.compareTo(Duration.ZERO) > 0) {
                clock.advance(behind);
            }
            return clock.now();
        }

        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            clock.sleep(duration);
        }
    }

    /** A time that somebody has to wait for: on the real engine nobody can move the clock. */
    Duration shortened(Duration wait) {
        return isReal ? Duration.ofSeconds(1) : wait;
    }

    /** A name that no other stage has. */
    String own(String name) {
        return name + "-" + tenant;
    }

    /** A connection to Aprimo that is cut off. */
    AprimoConnector aprimo(PowerCut cut) {
        return AprimoConnector.create(AprimoConfig.builder()
                .endpoint(sandbox.endpoint())
                .loginEndpoint(sandbox.endpoint())
                .clientId(AprimoSandbox.CLIENT_ID)
                .clientSecret(Secret.of(AprimoSandbox.CLIENT_SECRET))
                .language("en-US")
                .keyField(AprimoSandbox.KEY_FIELD)
                .classification(AprimoSandbox.INBOX)
                .assetFields(Map.of(
                        "title",
                        "Title",
                        "description",
                        "Description",
                        "market",
                        "Market",
                        "language",
                        "LanguageOf",
                        "tags",
                        "Keywords",
                        "state",
                        "ReviewState",
                        "stateNote",
                        "ReviewNote"))
                .rightsFields(Map.of(
                        "status", "RightsStatus",
                        "holder", "RightsHolder",
                        "usageTerms", "RightsTerms",
                        "validFrom", "RightsFrom",
                        "validUntil", "RightsUntil",
                        "territories", "RightsTerritories",
                        "record", "RightsRecord",
                        "block", "Blocked, because"))
                .publicationField("Publications")
                .approvalFields(Map.of(
                        "status", "ApprovalStatus",
                        "record", "Approvals",
                        "version", "ApprovedVersion",
                        "approver", "Approver",
                        "decidedOn", "ApprovedOn"))
                .pmCurrencies(CURRENCIES)
                .pmFundingAccounts(accounts)
                .pmCommitmentStatuses(
                        Map.of("41", "draft", "42", "pending", "43", "approved", "44", "rejected", "45", "cancelled"))
                .pmStatusIds(Map.of(
                        "activities.production", String.valueOf(PRODUCTION),
                        "activities.draft", String.valueOf(DRAFT),
                        "activity-proposals.working", "22",
                        "activity-proposals.done", "23",
                        "generic-object-alpha.in_progress", "2",
                        "generic-object-alpha.resolved", "5",
                        "generic-object-alpha.unsolved", "6"))
                .pmNotesField(PmTenant.NOTES)
                .stepPerAttempt(cut.onRequests())
                .time(time())
                .build());
    }

    /** The identity of an object of Productivity Management. */
    static SourceRef ref(String resource, long id) {
        return PmRef.of(resource, id).in(AprimoConnector.SYSTEM);
    }

    /** The number of such an object. */
    static long number(SourceRef ref) {
        return PmRef.parse(ref.id()).orElseThrow().id();
    }

    /** A campaign with a brief that its author has submitted. */
    SourceRef brief(String name) {
        long id = planning.pm()
                .activities()
                .create(new PmChange()
                        .set("name", name)
                        .set("activityStateId", SUBMITTED)
                        .set("currencyCode", 1)
                        .set("beginDate", "2027-03-01T00:00:00")
                        .set("endDate", "2027-05-31T00:00:00"));
        pm.personWrites("activities", id, BRIEF_FIELDS.audience(), "runners, hikers");
        pm.personWrites("activities", id, BRIEF_FIELDS.channels(), "web, social");
        pm.personWrites("activities", id, BRIEF_FIELDS.regions(), "DE, AT");
        pm.personWrites("activities", id, BRIEF_FIELDS.budget(), "120000.50");
        return ref(PmRef.ACTIVITIES, id);
    }

    /** A record with a file and tags, as somebody uploaded it. */
    SourceRef poster(String key, String... tags) {
        Asset poster = Asset.builder(SourceRef.of("files", key))
                .title("Poster " + key)
                .tags(List.of(tags))
                .build();
        return planning.require(AssetWriter.class)
                .create(new AssetDraft(key, poster, file(key + " 1")))
                .ref();
    }

    /** The bytes of a poster. */
    static Content file(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, "poster.jpg", "image/jpeg");
    }

    /** The state of a campaign, as it is stored. */
    Object state(SourceRef campaign) {
        return String.valueOf(pm.stored(PmRef.ACTIVITIES, number(campaign), "activityStateId"));
    }

    /** The notes on an object of Productivity Management, as they are stored. */
    String notes(SourceRef object) {
        PmRef ref = PmRef.parse(object.id()).orElseThrow();
        return pm.field(ref.resource(), ref.id(), PmTenant.NOTES);
    }

    /** How often a text stands in the notes on an object. */
    int told(SourceRef object, String text) {
        return notes(object).split(Pattern.quote(text), -1).length - 1;
    }

    /** A field of a record, as text. */
    String field(SourceRef asset, String name) {
        Object fields = planning.require(AssetReader.class)
                .get(asset)
                .extensions()
                .get(AprimoConnector.SYSTEM)
                .get("fields");
        List<?> values = (List<?>) ((Map<?, ?>) fields).get(name);
        return String.valueOf(((Map<?, ?>) values.get(0)).get("value"));
    }

    /** What the trail tells of one kind. */
    static List<CaseEvent> events(StateStore state, CaseEventType type) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(view -> {
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    /** What people say about a case. */
    void answer(SourceRef caseRef, Map<String, String> words) {
        Reviews.answer(desk.people(), caseRef, words);
        desk.settle(caseRef);
        catchUp();
    }

    /** What somebody does in a case. */
    void complete(SourceRef caseRef, String step, TaskResult result) {
        desk.complete(caseRef, step, result);
        desk.settle(caseRef);
        catchUp();
    }

    /** Somebody cancels a case that has its outcome already, as one that waits for its callback has. */
    void cancelDecided(SourceRef caseRef, String outcome) {
        desk.people().client().variables().create(caseRef.id(), List.of(WireVariable.of("outcome", "string", outcome)));
        desk.people().require(CaseDesk.class).cancel(caseRef, "wrong desk");
    }

    /** A case as people see it. */
    CaseRecord read(SourceRef caseRef) {
        return desk.people().require(CaseDesk.class).get(caseRef);
    }

    /** All cases that were ever opened about an object, as they are now. */
    List<CaseRecord> cases(SourceRef subject) {
        return desk.opened(subject).stream().map(this::read).toList();
    }

    /** The word for a record in the field for people. */
    String status(SourceRef asset) {
        String id = sandbox.values(asset.id(), "ApprovalStatus").get(0);
        return planning.resolver().field("ApprovalStatus").items().stream()
                .filter(one -> id.equals(one.id()))
                .map(one -> String.valueOf(one.name()))
                .findFirst()
                .orElse(id);
    }

    GovernanceReport report(StateStore state) {
        catchUp();
        return state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
    }

    @Override
    public void close() {
        planning.close();
        sandbox.close();
        desk.close();
    }
}
