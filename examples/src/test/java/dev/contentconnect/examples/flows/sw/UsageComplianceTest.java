package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Busy;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.Bought;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the workflow service, from the trail and from where the host keeps the status. */
class UsageComplianceTest {
    private static final Actor KIM = Actor.of("kim@agency.example");
    private static final UsageThresholds THRESHOLDS = new UsageThresholds(List.of(100, 80, 80), 10);

    private final SwStage stage = SwStage.sandboxes();
    private final StateStore state = StateStore.inMemory(stage.clock, TrailChain.plain());
    private final UsageCompliance flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private UsageCompliance flow(PowerCut cut, StateStore memory) {
        return flow(stage, cut, memory);
    }

    private static UsageCompliance flow(SwStage of, PowerCut cut, StateStore memory) {
        return new UsageCompliance(
                of.desk.workflow(cut),
                of.smintio(cut),
                entry -> !entry.ref().id().startsWith("usage/"),
                THRESHOLDS,
                memory,
                of.clock);
    }

    private Bought limited(String name, int downloads) {
        return limited(stage, name, downloads);
    }

    private static Bought limited(SwStage of, String name, int downloads) {
        return of.stock(name)
                .with("license_download_constraints", Map.of("effective_max_downloads", 100, "effective_max_users", 5))
                .with("current_downloads", downloads);
    }

    private Map<String, Standing> sweep() {
        Map<String, Standing> out = new LinkedHashMap<>();
        flow.sweep().forEach((breach, standing) -> out.put(breach.word(), standing));
        return out;
    }

    private List<String> causes(SourceRef subject) {
        return stage.cases(subject).stream()
                .map(one -> String.valueOf(CaseFields.of(one).text("cause")))
                .toList();
    }

    private SourceRef onlyCase(SourceRef subject) {
        List<CaseRecord> cases = stage.cases(subject);
        assertThat(cases).hasSize(1);
        return cases.get(0).ref();
    }

    private void solve(SourceRef caseRef) {
        stage.desk.complete(caseRef, "triage", TaskResult.of("correct", "too many copies", KIM));
        stage.desk.complete(caseRef, "corrective", TaskResult.of("corrected", "bought more", KIM));
        stage.desk.complete(caseRef, "verify", TaskResult.of("resolved", null, KIM));
    }

    private void download(String id, String who, @Nullable String at, @Nullable Long count, SourceRef... assets) {
        stage.downloads.add(new Delivery(
                SourceRef.of("smintio", "report/" + id),
                null,
                List.of(assets),
                null,
                who,
                DeliveryStatus.DELIVERED,
                at == null ? null : Instant.parse(at),
                null,
                count,
                Extensions.none()));
    }

    @Test
    void opensACaseAtEachThresholdAndNotBefore() {
        SourceRef licence = stage.buy("a", limited("a", 79));
        assertThat(sweep()).isEmpty();
        assertThat(stage.cases(licence)).isEmpty();
        stage.buy("a", limited("a", 80).changed(2, stage.clock.now()));
        assertThat(sweep()).containsOnlyKeys("downloads-80-of-100");
        assertThat(causes(licence)).containsExactly("downloads: 80 of 100, which is 80 percent or more");
        stage.buy("a", limited("a", 99).changed(3, stage.clock.now()));
        assertThat(sweep()).hasSize(1);
        assertThat(stage.cases(licence)).hasSize(1);
        stage.buy("a", limited("a", 100).changed(4, stage.clock.now()));

        assertThat(sweep()).containsOnlyKeys("downloads-80-of-100", "downloads-100-of-100");
        assertThat(stage.cases(licence)).hasSize(2);
        assertThat(SwStage.trail(state, CaseEventType.USAGE_LIMIT_REACHED)).hasSize(2);
    }

    @Test
    void looksIntoABreachOnceHoweverOftenItIsSeenAndHoweverItEnded() {
        SourceRef licence = stage.buy("a", limited("a", 85));
        sweep();
        sweep();
        solve(onlyCase(licence));
        assertThat(sweep()).containsEntry("downloads-80-of-100", new Standing.Done(onlyCase(licence), "resolved"));
        stage.buy("a", limited("a", 95).changed(2, stage.clock.now()));
        assertThat(sweep()).hasSize(1);
        assertThat(stage.cases(licence)).hasSize(1);
        assertThat(stage.statuses).isEmpty();
    }

    @Test
    void looksIntoEachCounterByItself() {
        SourceRef licence =
                stage.buy("a", limited("a", 3).with("current_users", 5).with("current_reuses", 1_000));
        assertThat(sweep()).containsOnlyKeys("users-80-of-5", "users-100-of-5");
        assertThat(stage.cases(licence)).hasSize(2);
    }

    @Test
    void keepsBackWhatPeopleCannotResolve() {
        SourceRef licence = stage.buy("a", limited("a", 85));
        sweep();
        stage.desk.complete(onlyCase(licence), "triage", TaskResult.of("cannot-resolve", "no budget", KIM));

        assertThat(sweep().get("downloads-80-of-100")).isInstanceOf(Standing.Refused.class);
        assertThat(stage.statuses).containsEntry(licence, AssetStatus.HELD);
        stage.statuses.put(licence, AssetStatus.of("released"));
        sweep();
        assertThat(stage.statuses).as("what people do afterwards").containsEntry(licence, AssetStatus.of("released"));
    }

    @Test
    void takesACaseThatPeopleCancelledForNoBreach() {
        SourceRef licence = stage.buy("a", limited("a", 85));
        sweep();
        stage.desk.people().require(CaseDesk.class).cancel(onlyCase(licence), "agreed by phone");
        assertThat(sweep().get("downloads-80-of-100")).isInstanceOf(Standing.Done.class);
        assertThat(stage.cases(licence)).hasSize(1);
        assertThat(stage.statuses).isEmpty();
    }

    @Test
    void cancelsTheCaseWhenTheLimitIsRaisedAndBeginsAnewWhenItIsPassedAgain() {
        SourceRef licence = stage.buy("a", limited("a", 85));
        sweep();
        SourceRef first = onlyCase(licence);
        Map<String, Integer> more = Map.of("effective_max_downloads", 1_000);
        stage.buy(
                "a", limited("a", 85).with("license_download_constraints", more).changed(2, stage.clock.now()));
        assertThat(sweep()).isEmpty();
        assertThat(stage.read(first).status()).isEqualTo(CaseStatus.CANCELLED);

        stage.buy("a", limited("a", 90).changed(3, stage.clock.now()));
        assertThat(sweep()).hasSize(1);
        assertThat(stage.cases(licence)).hasSize(2);
    }

    @Test
    void leavesACaseAloneWhenItsCounterIsNotKnownAnyMore() {
        SourceRef licence = stage.buy("a", limited("a", 85));
        sweep();
        stage.buy("a", limited("a", 85).with("current_downloads", null).changed(2, stage.clock.now()));
        sweep();
        assertThat(stage.read(onlyCase(licence)).status().isFinal()).isFalse();
    }

    @Test
    void looksIntoTheOthersWhereRightsCannotBeReadOrACaseCannotBeCalledOff() {
        SourceRef raised = stage.buy("raised", limited("raised", 85));
        sweep();
        stage.buy(
                "raised",
                limited("raised", 85)
                        .with("license_download_constraints", Map.of("effective_max_downloads", 90))
                        .changed(2, stage.clock.now()));
        SourceRef other = stage.buy("other", limited("other", 85));
        SourceRef ended = stage.licensed("ended", stage.stock("ended").term("valid_until", "2026-11-15T00:00:00Z"));
        download("0", "Ann", "2026-11-14T10:00:00Z", null, SourceRef.of("vip", "7"));
        download("1", "Ann", "2026-11-16T10:00:00Z", null, ended);
        Busy broken = new Busy(stage.desk.workflow(PowerCut.never()), method -> {
            if (method.equals("cancel")) {
                throw new ConnectorException(
                        new ConnectorError.Unavailable(Trace.local("workflow", method, "out of order"), null));
            }
        });
        UsageCompliance failing = new UsageCompliance(
                broken, stage.portal, entry -> !entry.ref().id().startsWith("usage/"), THRESHOLDS, state, stage.clock);

        assertThatThrownBy(failing::sweep)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("out of order")
                .satisfies(e ->
                        assertThat(e.getSuppressed()).singleElement().isInstanceOf(IllegalArgumentException.class));
        assertThat(causes(other)).hasSize(1);
        assertThat(causes(ended)).hasSize(1);
        assertThat(causes(raised)).contains("downloads: 85 of 90, which is 80 percent or more");
    }

    @Test
    void asksWhenSomebodyDownloadsMoreThanIsUsualOnADay() {
        SourceRef asset = stage.licensed("a", stage.stock("a"));
        for (int i = 0; i < 11; i++) {
            download("n" + i, "Nosy Ltd", "2026-11-20T23:00:00Z", null, asset);
            download("p" + i, "Patient Ltd", "2026-11-" + (10 + i) + "T10:00:00Z", null, asset);
        }
        download("bulk", "Bulk Ltd", "2026-11-20T09:00:00Z", 11L, asset);
        download("fair", "Fair Ltd", "2026-11-20T09:00:00Z", 10L, asset);
        download("n0", "Nosy Ltd", "2026-11-20T23:00:00Z", null, asset);
        download("late", "Nosy Ltd", "2026-11-19T08:00:00Z", null, asset);
        download("undated", "Nosy Ltd", null, 500L, asset);

        assertThat(flow.sweep().keySet())
                .extracting(UsageBreach::subject)
                .containsExactlyInAnyOrder(
                        SourceRef.of("sw8", "recipient/Nosy Ltd"), SourceRef.of("sw8", "recipient/Bulk Ltd"));
        sweep();
        assertThat(causes(SourceRef.of("sw8", "recipient/Nosy Ltd")))
                .containsExactly("Nosy Ltd downloaded 11 times on 2026-11-20, where 10 are usual");
        download("n11", "Nosy Ltd", "2026-11-20T23:30:00Z", null, asset);
        sweep();
        assertThat(stage.cases(SourceRef.of("sw8", "recipient/Nosy Ltd"))).hasSize(1);
        assertThat(stage.cases(SourceRef.of("sw8", "recipient/Fair Ltd"))).isEmpty();
    }

    @Test
    void asksWhenSomebodyDownloadsWhatIsNoLongerLicensed() {
        SourceRef asset = stage.licensed("a", stage.stock("a").term("valid_until", "2026-11-15T00:00:00Z"));
        SourceRef unlicensed = stage.upload("b");
        download("1", "Ann", "2026-11-14T10:00:00Z", null, asset, unlicensed);
        download("2", "Ann", "2026-11-16T10:00:00Z", null, asset, unlicensed);
        download("3", "Ann", "2026-11-17T10:00:00Z", null, stage.asset("gone"));

        Map<UsageBreach, Standing> found = flow.sweep();
        assertThat(found.keySet()).extracting(UsageBreach::word).containsExactly("download-report/2");
        assertThat(stage.cases(unlicensed)).isEmpty();
        stage.desk.complete(onlyCase(asset), "triage", TaskResult.of("cannot-resolve", "sue them", KIM));
        sweep();
        assertThat(stage.statuses).containsEntry(asset, AssetStatus.HELD);
        assertThat(stage.isPending(asset)).isTrue();
    }

    @Test
    void doesNotJudgeTheDownloadsOfYesterdayByTheLicenceOfToday() {
        SourceRef asset = stage.licensed("a", stage.stock("a").term("valid_until", "2026-11-15T00:00:00Z"));
        download("1", "Ann", "2026-11-14T10:00:00Z", null, asset);
        assertThat(sweep()).isEmpty();
        stage.buy(
                "a",
                stage.stock("a")
                        .term("valid_from", "2026-11-20T00:00:00Z")
                        .term("valid_until", "2027-11-20T00:00:00Z")
                        .changed(2, stage.clock.now()));
        assertThat(sweep()).isEmpty();
        assertThat(stage.cases(asset)).isEmpty();
    }

    @Test
    void saysSoWhereNobodyCanHoldALicenceAndGoesOnWithTheOthers() {
        SwStage bare = stage.neighbour(options -> options.statusPort(null));
        UsageCompliance without = new UsageCompliance(
                stage.desk.workflow(PowerCut.never()), bare.portal, entry -> false, THRESHOLDS, state, stage.clock);
        SourceRef one = bare.buy("one", limited(bare, "one"));
        without.sweep();
        stage.desk.complete(onlyCase(one), "triage", TaskResult.of("cannot-resolve", null, KIM));
        SourceRef two = bare.buy("two", limited(bare, "two"));

        assertThatThrownBy(without::sweep)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("not_offered");
        assertThat(stage.cases(two)).hasSize(1);
        bare.leave();
    }

    private static Bought limited(SwStage tenant, String name) {
        return tenant.stock(name)
                .with("license_download_constraints", Map.of("effective_max_downloads", 10))
                .with("current_downloads", 9);
    }

    @Test
    void bearsOddCountersAndNames() {
        stage.buy("none", stage.stock("none").with("current_downloads", 7_000_000));
        stage.buy(
                "zero",
                stage.stock("zero")
                        .with("license_download_constraints", Map.of("effective_max_downloads", 0))
                        .with("current_downloads", 9));
        stage.buy("minus", limited("minus", -3));
        stage.buy("huge", limited("huge", Integer.MAX_VALUE));
        stage.sandbox.streams(null);
        stage.sandbox.streams(Map.of("uuid", "bad", "license_terms", "none"));
        download("odd", "Zoë @ \"Ünion: 7\"", "2026-11-20T10:00:00Z", 99L);
        download("less", "Minus", "2026-11-20T10:00:00Z", -99L);

        assertThat(flow.sweep().keySet())
                .extracting(breach -> breach.subject().id())
                .contains("license/huge", "recipient/Zoë @ \"Ünion: 7\"")
                .doesNotContain("license/none", "license/zero", "license/minus", "recipient/Minus");
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageThresholds(List.of(0), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageThresholds(List.of(80), 0));
    }

    /** Each run has a tenant of its own: with the licences of all runs before it, no run would be the last. */
    @Test
    void leavesNothingTwiceWheneverItDies() throws Exception {
        Map<String, SwStage> tenants = new HashMap<>();
        Interruptions.survived(
                "sw8",
                stage.clock,
                (id, cut, memory) -> {
                    SwStage tenant = tenants.computeIfAbsent(id, any -> stage.neighbour(options -> options));
                    SourceRef licence = tenant.licence(id);
                    if (tenant.cases(licence).isEmpty()) {
                        tenant.buy(id, limited(tenant, id, 85));
                    }
                    UsageCompliance dying = flow(tenant, cut, memory);
                    dying.sweep();
                    List<CaseRecord> open = tenant.cases(licence).stream()
                            .filter(one -> !one.status().isFinal())
                            .toList();
                    for (CaseRecord one : open) {
                        stage.desk.complete(one.ref(), "triage", TaskResult.of("cannot-resolve", "no", KIM));
                    }
                    dying.sweep();
                },
                (id, memory) -> {
                    SwStage tenant = Objects.requireNonNull(tenants.remove(id));
                    SourceRef licence = tenant.licence(id);
                    assertThat(tenant.cases(licence)).as(id).hasSize(1);
                    assertThat(tenant.statuses).as(id).containsEntry(licence, AssetStatus.HELD);
                    assertThat(SwStage.trail(memory, CaseEventType.ASSET_HELD).stream()
                                    .map(event -> String.valueOf(event.subject()))
                                    .filter(licence.toString()::equals)
                                    .collect(Collectors.toList()))
                            .as(id)
                            .hasSize(1);
                    tenant.leave();
                });
    }
}
