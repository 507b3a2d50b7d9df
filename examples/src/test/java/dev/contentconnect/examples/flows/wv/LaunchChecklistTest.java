package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many assets of a launch a stranger gets from VIP: none or all. */
class LaunchChecklistTest {
    private static final Map<String, String> ALL_DONE =
            Map.of("creativeItem", "done", "productItem", "done", "legalItem", "done", "regionalItem", "done");
    private static final Map<String, String> LEGAL_BLOCKED =
            Map.of("creativeItem", "done", "productItem", "done", "legalItem", "blocked", "regionalItem", "done");

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stage stage = Stage.sandboxes(clock);
    private final StateStore state = StateStore.inMemory();
    private final List<SourceRef> assets = new ArrayList<>();

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void fill() throws IOException {
        shelf = new Shelf(stage, folder);
        for (String name : List.of("hero", "banner", "leaflet")) {
            assets.add(shelf.draft(name));
        }
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private LaunchChecklist flow(PowerCut cut, StateStore memory) {
        return new LaunchChecklist(
                stage.workflow(cut),
                stage.vip(cut),
                Completeness.of("title", "alt_text"),
                Shelf.SERVING,
                memory,
                clock);
    }

    private LaunchOutcome advance(Launch launch) {
        return flow(PowerCut.never(), state).advance(launch);
    }

    private Launch plan(String version) {
        return plan("spring", version, assets, clock.now());
    }

    private static Launch plan(String id, String version, List<SourceRef> assets, Instant at) {
        Map<SourceRef, String> versions = assets.stream().collect(Collectors.toMap(Function.identity(), SourceRef::id));
        return new Launch(id, version, "Spring", versions, Shelf.AUDIENCE, at, null);
    }

    private SourceRef waiting(Launch launch, String... open) {
        LaunchOutcome outcome = advance(launch);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LaunchOutcome.Waiting.class,
                        waiting -> assertThat(waiting.open()).containsExactly(open));
        return ((LaunchOutcome.Waiting) outcome).caseRef();
    }

    private SourceRef begun(Launch launch) {
        return waiting(launch, LaunchChecklist.ITEMS.toArray(String[]::new));
    }

    private long out(List<SourceRef> of) throws Exception {
        long out = 0;
        for (SourceRef asset : of) {
            out += stage.isPublic(asset.id()) ? 1 : 0;
        }
        return out;
    }

    @Test
    void publishesAllOfItWhenTheLastItemIsDoneAndNothingBefore() throws Exception {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        List<String> open = new ArrayList<>(LaunchChecklist.ITEMS);
        for (String item : LaunchChecklist.ITEMS) {
            assertThat(out(assets)).isZero();
            stage.complete(caseRef, Map.of(item, "done"));
            open.remove(item);
            if (!open.isEmpty()) {
                waiting(launch, open.toArray(String[]::new));
            }
        }
        LaunchOutcome launched = advance(launch);

        assertThat(launched).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isEqualTo(3);
        assertThat(advance(launch)).isEqualTo(launched);
        assertThat(assets)
                .allSatisfy(asset -> assertThat(shelf.publisher().publications(asset))
                        .singleElement()
                        .satisfies(
                                one -> assertThat(one.audience()).containsExactlyInAnyOrderElementsOf(Shelf.AUDIENCE)));
    }

    @Test
    void publishesNothingWhenTheLaunchIsCalledOff() throws Exception {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        stage.complete(caseRef, LEGAL_BLOCKED);
        waiting(launch, "legalItem");
        stage.complete(caseRef, Map.of("resolveBlockers", "called-off"));

        LaunchOutcome refused = new LaunchOutcome.Refused(List.of("legalItem was called off as blocked"));
        assertThat(advance(launch)).isEqualTo(refused);
        assertThat(advance(launch)).isEqualTo(refused);
        assertThat(out(assets)).isZero();
        assertThat(shelf.publisher().findByKey("wv5:launch:spring@1")).isEmpty();
    }

    @Test
    void goesOnAfterABlockedItemWasCheckedAgain() throws Exception {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        stage.complete(caseRef, LEGAL_BLOCKED);
        stage.complete(caseRef, Map.of("resolveBlockers", "recheck"));
        waiting(launch, "legalItem");
        assertThat(out(assets)).isZero();
        stage.complete(caseRef, Map.of("legalItem", "done"));

        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isEqualTo(3);
    }

    @Test
    void waitsForItsTimeAndLooksAtTheRightsThen() throws Exception {
        Launch launch = plan("spring", "1", assets, Packages.EXPIRY.minus(Duration.ofDays(1)));
        stage.complete(begun(launch), ALL_DONE);
        assertThat(advance(launch)).isEqualTo(new LaunchOutcome.Ready(launch.at()));
        assertThat(out(assets)).isZero();

        clock.advance(Duration.between(clock.now(), launch.at()));
        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isEqualTo(3);

        Launch late = plan("winter", "1", List.of(shelf.draft("sledge")), Packages.EXPIRY);
        stage.complete(begun(late), ALL_DONE);
        clock.advance(Duration.between(clock.now(), late.at()));
        assertThat(advance(late))
                .isInstanceOfSatisfying(
                        LaunchOutcome.Blocked.class,
                        blocked -> assertThat(blocked.reasons())
                                .singleElement()
                                .asString()
                                .contains("expired"));
    }

    @Test
    void holdsAllOfItUpForOneAssetThatIsNotFit() throws Exception {
        shelf.describe(assets.get(1), "");
        shelf.publisher().hold(assets.get(2), "a complaint");
        shelf.allow(assets.get(0), "DE");
        Launch launch = plan("1");
        stage.complete(begun(launch), ALL_DONE);

        for (int i = 0; i < 2; i++) {
            assertThat(advance(launch))
                    .isInstanceOfSatisfying(
                            LaunchOutcome.Blocked.class,
                            blocked -> assertThat(blocked.reasons())
                                    .containsExactlyInAnyOrder(
                                            "rights of " + assets.get(0).id() + ": territory_not_granted: AT",
                                            assets.get(1).id() + " has no alt_text",
                                            assets.get(2).id() + " is held"));
        }
        assertThat(out(assets)).isZero();
        assertThat(Shelf.trail(state))
                .filteredOn(event -> event.type().value().equals("flow.failed"))
                .hasSize(1);

        shelf.describe(assets.get(1), "a banner");
        shelf.allow(assets.get(0), "DE", "AT");
        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Blocked.class);
        shelf.publish(assets.get(2), "let go", assets.get(2).id());
        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isEqualTo(3);
    }

    @Test
    void publishesTheVersionsThatWereSignedOff() throws Exception {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        shelf.addVersion(assets.get(0), "2");
        stage.complete(caseRef, ALL_DONE);

        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(shelf.distributed(assets.get(0))).isEqualTo(1);
    }

    @Test
    void replacesAnOlderPlan() throws Exception {
        Launch first = plan("1");
        SourceRef older = begun(first);
        Launch second = plan("spring", "2", assets.subList(0, 2), clock.now());
        SourceRef newer = begun(second);

        CaseDesk cases = stage.people().require(CaseDesk.class);
        assertThat(cases.get(older).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(advance(first)).isEqualTo(new LaunchOutcome.Refused(List.of("superseded by version 2")));
        stage.complete(newer, ALL_DONE);
        assertThat(advance(second)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isEqualTo(2);
        assertThat(advance(first)).isInstanceOf(LaunchOutcome.Refused.class);
        assertThat(out(assets)).isEqualTo(2);
    }

    /** WordPress writes the item first and its meta then. */
    @Test
    void takesAnItemThatSaysNothingForNoLaunch() throws Exception {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        stage.eyes()
                .wordpress()
                .posts(Profile.PACKAGES)
                .create(Map.of("slug", Names.slug("p", "wv5:launch:spring@1"), "status", "draft"));
        waiting(launch, LaunchChecklist.ITEMS.toArray(String[]::new));
        stage.complete(caseRef, ALL_DONE);

        assertThat(advance(launch))
                .isInstanceOfSatisfying(
                        LaunchOutcome.Launched.class,
                        launched -> assertThat(launched.publication().assets()).hasSize(3));
        assertThat(out(assets)).isEqualTo(3);
    }

    @Test
    void leavesToPeopleWhatTheyDoToALaunchThatIsOver() throws Exception {
        Launch launch = plan("1");
        stage.complete(begun(launch), ALL_DONE);
        LaunchOutcome.Launched launched = (LaunchOutcome.Launched) advance(launch);
        stage.eyes()
                .wordpress()
                .posts(Profile.PACKAGES)
                .update(Long.parseLong(launched.publication().ref().id()), Map.of("status", "private"));
        shelf.publisher().hold(assets.get(0), "a complaint");

        assertThat(advance(launch)).isInstanceOf(LaunchOutcome.Launched.class);
        assertThat(out(assets)).isZero();
        assertThat(Shelf.trail(state)).noneMatch(event -> event.type().value().equals("flow.failed"));
    }

    @Test
    void treatsACancelledCaseAsNo() throws Exception {
        Launch launch = plan("1");
        stage.people().require(CaseDesk.class).cancel(begun(launch), "no budget");

        assertThat(advance(launch)).isEqualTo(new LaunchOutcome.Refused(List.of("the case was cancelled")));
        assertThat(out(assets)).isZero();
    }

    @Test
    void reportsHowLongItTook() {
        Launch launch = plan("1");
        SourceRef caseRef = begun(launch);
        clock.advance(Duration.ofHours(5));
        stage.complete(caseRef, ALL_DONE);
        advance(launch);

        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofHours(5));
        assertThat(report.steps())
                .hasSize(4)
                .allSatisfy(step -> assertThat(step.waiting().median()).isEqualTo(Duration.ofHours(5)));
    }

    @Test
    void namesWhatAPlanLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("spring", "1", List.of(), clock.now()))
                .withMessageContaining("assets");
    }

    /** The plan changes while a launch is broken off: it is out and says so, or it is not. */
    @Test
    void saysWhatIsOutWheneverItDiesBeforeThePlanChanges() throws Exception {
        Map<String, List<SourceRef>> made = new HashMap<>();
        Interruptions.survived(
                "changed",
                (id, cut, memory) -> {
                    boolean changed = made.containsKey(id);
                    if (!changed) {
                        made.put(id, List.of(shelf.draft(id + "-a"), shelf.draft(id + "-b")));
                    }
                    Launch first = plan(id, "1", made.get(id), clock.now());
                    if (!changed) {
                        if (flow(cut, memory).advance(first) instanceof LaunchOutcome.Waiting waiting) {
                            stage.complete(waiting.caseRef(), ALL_DONE);
                            flow(cut, memory).advance(first);
                        }
                        return;
                    }
                    flow(cut, memory).advance(plan(id, "2", made.get(id).subList(0, 1), clock.now()));
                    LaunchOutcome outcome = flow(cut, memory).advance(first);
                    assertThat(out(made.get(id)))
                            .as(id + " " + outcome)
                            .isEqualTo(outcome instanceof LaunchOutcome.Launched ? 2 : 0);
                },
                (id, memory) ->
                        assertThat(stage.count("wv5:launch:" + id + "@2")).isEqualTo(1));
    }

    /** What the newer plan dropped is not brought out by the older one, which nobody has seen. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bringsNothingOutThatPeopleTookBackBeforeThePlanChanged(boolean held) throws Exception {
        Map<String, SourceRef> dropped = new HashMap<>();
        Map<String, Launch> plans = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Interruptions.survived(
                "dropped " + held,
                (id, cut, memory) -> {
                    Launch first = plans.get(id);
                    if (first == null) {
                        SourceRef kept = shelf.draft(id + "-a");
                        SourceRef other = shelf.draft(id + "-b");
                        String second = shelf.addVersion(other, "2").id();
                        Map<SourceRef, String> versions = Map.of(kept, kept.id(), other, second);
                        first = new Launch(id, "1", "Spring", versions, Shelf.AUDIENCE, clock.now(), null);
                        plans.put(id, first);
                        if (flow(cut, memory).advance(first) instanceof LaunchOutcome.Waiting waiting) {
                            stage.complete(waiting.caseRef(), ALL_DONE);
                            flow(cut, memory).advance(first);
                        }
                        return;
                    }
                    if (!dropped.containsKey(id)) {
                        dropped.put(id, take(first, id, held, seen));
                    }
                    List<SourceRef> kept = first.assets().keySet().stream()
                            .filter(asset -> !asset.equals(dropped.get(id)))
                            .toList();
                    flow(cut, memory).advance(plan(id, "2", kept, clock.now()));
                    flow(cut, memory).advance(first);
                },
                (id, memory) -> {
                    SourceRef asset = dropped.get(id);
                    assertThat(shelf.distributed(asset)).as(id).isEqualTo(seen.contains(id) ? 2 : 0);
                    if (held) {
                        assertThat(shelf.reader().get(asset).status()).as(id).isEqualTo(AssetStatus.HELD);
                    }
                });
    }

    /** People take one asset back, and what is seen of it then. */
    private SourceRef take(Launch launch, String id, boolean held, Set<String> seen) throws Exception {
        SourceRef asset = launch.assets().entrySet().stream()
                .filter(one -> !one.getKey().id().equals(one.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
        if (held) {
            shelf.publisher().hold(asset, "a complaint");
        } else {
            shelf.revoke(asset);
        }
        if (shelf.distributed(asset) > 0) {
            seen.add(id);
        }
        return asset;
    }

    @Test
    void launchesAllOnceWheneverItDies() throws Exception {
        Map<String, List<SourceRef>> made = new HashMap<>();
        Interruptions.survived(
                "launch",
                (id, cut, memory) -> {
                    if (!made.containsKey(id)) {
                        made.put(id, List.of(shelf.draft(id + "-a"), shelf.draft(id + "-b")));
                    }
                    assertThat(out(made.get(id))).as("none or all").isIn(0L, 2L);
                    Launch launch = plan(id, "1", made.get(id), clock.now());
                    if (flow(cut, memory).advance(launch) instanceof LaunchOutcome.Waiting waiting) {
                        assertThat(out(made.get(id))).isZero();
                        stage.complete(waiting.caseRef(), ALL_DONE);
                        flow(cut, memory).advance(launch);
                    }
                },
                (id, memory) -> {
                    assertThat(out(made.get(id))).isEqualTo(2);
                    assertThat(shelf.publisher().publications(made.get(id).get(0)))
                            .hasSize(1);
                    assertThat(Shelf.trail(memory))
                            .filteredOn(event -> event.type().value().equals("asset.published"))
                            .hasSize(2);
                });
    }
}
