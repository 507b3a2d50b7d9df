package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.Bought;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared was read from both tenants, from the workflow service and from the tables of the stores. */
class AgencyLibrariesTest {
    private static final Map<String, String> NORTH_SAYS = Map.of("brand", "approved", "legal", "approved");
    private static final Map<String, String> SOUTH_SAYS = Map.of("marketing", "approved");

    private final Agency agency = new Agency();
    private final StateStore forNorth = StateStore.inMemory(agency.north.clock, TrailChain.plain());
    private final StateStore forSouth = StateStore.inMemory(agency.north.clock, TrailChain.plain());
    private final AgencyLibraries flow = agency.open(PowerCut.never(), forNorth, forSouth);

    @AfterEach
    void close() {
        agency.close();
    }

    private SourceRef caseOf(String client, SourceRef asset) {
        return ((Standing.Waiting) flow.advance(client, asset)).caseRef();
    }

    private void answer(SourceRef caseRef, Map<String, String> words) {
        agency.north.answer(caseRef, words);
    }

    private List<String> inNorth(SourceRef asset) {
        return agency.north.offers(asset, SwStage.AUSTRIA);
    }

    private List<String> inSouth(SourceRef asset) {
        return agency.south.offers(asset, SwStage.GERMANY);
    }

    @Test
    void takesTheSameIdentityThroughTheApprovalsOfEachClientAlone() {
        SourceRef asset = agency.twins("a");
        SourceRef north = caseOf(Agency.NORTH, asset);
        SourceRef south = caseOf(Agency.SOUTH, asset);
        assertThat(north).isNotEqualTo(south);
        answer(north, Map.of("brand", "approved", "legal", "approved", "marketing", "approved"));

        assertThat(flow.advance(Agency.NORTH, asset)).isEqualTo(new Standing.Done(north, "1"));
        assertThat(flow.advance(Agency.SOUTH, asset)).isEqualTo(new Standing.Waiting(south, List.of("marketing")));
        assertThat(inNorth(asset)).hasSize(1);
        assertThat(inSouth(asset)).isEmpty();
        assertThat(agency.south.statuses).containsEntry(asset, AssetStatus.HELD);

        answer(south, Map.of("marketing", "rejected"));
        assertThat(flow.advance(Agency.SOUTH, asset)).isInstanceOf(Standing.Refused.class);
        assertThat(inSouth(asset)).isEmpty();
        assertThat(inNorth(asset)).hasSize(1);
        assertThat(agency.south.said(asset, "not offered: marketing said rejected"))
                .isOne();
        assertThat(agency.north.said(asset, "rejected")).isZero();
        assertThat(agency.north.cases(asset)).hasSize(2);
    }

    @Test
    void appliesTheRulesForUseOfEachClient() {
        SourceRef asset = agency.twins("a");
        agency.south.licences.put(asset.id(), "tx-print");
        agency.south.sandbox.buys(
                Bought.image("tx-print", "For print", agency.north.clock.now()).build());
        answer(caseOf(Agency.NORTH, asset), NORTH_SAYS);
        answer(caseOf(Agency.SOUTH, asset), SOUTH_SAYS);

        assertThat(flow.advance(Agency.NORTH, asset)).isInstanceOf(Standing.Done.class);
        assertThat(flow.advance(Agency.SOUTH, asset)).isInstanceOf(Standing.Refused.class);
        assertThat(inNorth(asset)).hasSize(1);
        assertThat(inSouth(asset)).isEmpty();
        agency.south.licences.put(asset.id(), "tx-a");
        assertThat(flow.advance(Agency.SOUTH, asset)).isInstanceOf(Standing.Done.class);
    }

    @Test
    void escalatesAsEachClientWants() {
        SourceRef asset = agency.twins("a");
        caseOf(Agency.NORTH, asset);
        caseOf(Agency.SOUTH, asset);
        agency.north.clock.advance(Duration.ofDays(3));
        agency.north.desk.runTimers();
        flow.advance(Agency.NORTH, asset);
        flow.advance(Agency.SOUTH, asset);
        flow.advance(Agency.NORTH, asset);

        assertThat(agency.north.said(asset, "an approval is late: northpeak was told"))
                .isEqualTo(2);
        assertThat(agency.south.said(asset, "late")).isZero();
        assertThat(SwStage.trail(forNorth, CaseEventType.ESCALATED)).hasSize(2);
        assertThat(SwStage.trail(forSouth, CaseEventType.ESCALATED)).isEmpty();
    }

    @Test
    void refusesAStoreAConnectorOrANameOfAnotherClient(@TempDir Path folder) {
        assertThatIllegalStateException()
                .isThrownBy(() -> agency.open(PowerCut.never(), forNorth, forNorth))
                .withMessageContaining(Agency.SOUTH);
        assertThatIllegalStateException().isThrownBy(() -> agency.open(PowerCut.never(), forSouth, forNorth));
        Path file = folder.resolve("state.db");
        try (StateStore one = JdbcStateStore.file(file).tablePrefix("same_").open();
                StateStore two = JdbcStateStore.file(file).tablePrefix("same_").open()) {
            assertThatIllegalStateException().isThrownBy(() -> agency.open(PowerCut.never(), one, two));
        }
        var portal = agency.north.portal;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agency.open(agency.north.desk.people(), portal, portal, forNorth, forSouth));
        var twice = new AgencyLibraries.Client(Agency.NORTH_POLICY, portal, Regions::assets, forNorth);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AgencyLibraries.open(agency.north.desk.people(), List.of(twice, twice), agency.north.clock));
        assertThatIllegalArgumentException().isThrownBy(() -> flow.advance("nobody", SourceRef.of("smintio", "dam:x")));
    }

    @Test
    void leavesEventsOfOtherClientsAlone() {
        SourceRef asset = agency.twins("a");
        SourceRef south = caseOf(Agency.SOUTH, asset);
        for (CaseEvent event : List.of(
                event(asset, "sw7.southbay:" + asset + "@1"),
                event(asset, "sw7.northpeakx:" + asset + "@1"),
                event(asset, "sw1:" + asset + "@1"),
                event(agency.north.licence("a"), null))) {
            flow.handle(Agency.NORTH, event);
        }
        assertThat(agency.north.cases(asset)).extracting(CaseRecord::ref).containsExactly(south);
        assertThat(agency.north.sandbox.requests("POST", "/frontend")).isEmpty();
        flow.handle(Agency.NORTH, event(asset, null));
        flow.handle(Agency.NORTH, event(asset, null));
        assertThat(agency.north.cases(asset)).hasSize(2);
    }

    private CaseEvent event(SourceRef subject, @Nullable String key) {
        return CaseEvent.builder("any", CaseEventType.CASE_RESOLVED, "e" + key, agency.north.clock.now())
                .subject(subject)
                .caseKey(key)
                .build();
    }

    /** Both run by their feeds, in one file, with everything that can happen to an asset; then everything that is kept is read. */
    @Test
    void letsNothingOfAClientReachAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.db");
        try (StateStore north = store(file, "north_");
                StateStore south = store(file, "south_")) {
            AgencyLibraries both = agency.open(PowerCut.never(), north, south);
            List<FeedRunner> runners = both.runners(Duration.ofSeconds(1));
            run(runners);
            SourceRef yes = agency.twins("yes");
            SourceRef no = agency.twins("no");
            run(runners);
            for (CaseRecord one : cases(yes)) {
                answer(one.ref(), NORTH_SAYS);
                answer(one.ref(), SOUTH_SAYS);
            }
            for (CaseRecord one : cases(no)) {
                answer(one.ref(), Map.of("brand", "rejected", "legal", "approved", "marketing", "rejected"));
            }
            agency.north.clock.advance(Duration.ofMinutes(1));
            run(runners);
            runners.forEach(runner -> assertThat(runner.status().parked()).isZero());
            runners.forEach(FeedRunner::close);
            assertThat(inNorth(yes)).hasSize(1);
            assertThat(inSouth(yes)).hasSize(1);
            assertThat(inNorth(no)).isEmpty();
            assertThat(inSouth(no)).isEmpty();
            assertThat(SwStage.trail(north, CaseEventType.ASSET_PUBLISHED)).hasSize(1);
            assertThat(SwStage.trail(south, CaseEventType.ASSET_PUBLISHED)).hasSize(1);
            for (SourceRef asset : List.of(yes, no)) {
                for (CaseRecord one : cases(asset)) {
                    assertOneSided(one.toString());
                }
            }
        }
        String north = tables(file, "north_");
        String south = tables(file, "south_");
        assertThat(north).contains("northpeak", "dam:image:yes:x").doesNotContain("southbay", "baltic");
        assertThat(south).contains("southbay", "dam:image:yes:x").doesNotContain("northpeak", "alpine");
        Set<String> ofNorth = agency.north.sandbox.tokens();
        Set<String> ofSouth = agency.south.sandbox.tokens();
        assertThat(ofNorth).isNotEmpty().doesNotContainAnyElementsOf(ofSouth);
        assertThat(asked(agency.north.sandbox))
                .doesNotContain("southbay", "baltic")
                .doesNotContain(ofSouth);
        assertThat(asked(agency.south.sandbox))
                .doesNotContain("northpeak", "alpine")
                .doesNotContain(ofNorth);
    }

    private List<CaseRecord> cases(SourceRef asset) {
        List<CaseRecord> cases = agency.north.cases(asset);
        assertThat(cases).hasSize(2);
        return cases;
    }

    private static void assertOneSided(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        assertThat(small.contains("northpeak")).isNotEqualTo(small.contains("southbay"));
        assertThat(small.contains("alpine")).isNotEqualTo(small.contains("baltic"));
        assertThat(small.contains("alpine")).isEqualTo(small.contains("northpeak"));
    }

    private StateStore store(Path file, String prefix) {
        return JdbcStateStore.file(file)
                .tablePrefix(prefix)
                .timeSource(agency.north.clock)
                .open();
    }

    private void run(List<FeedRunner> runners) {
        for (int i = 0; i < 2; i++) {
            runners.forEach(FeedRunner::runUntilIdle);
            agency.north.clock.advance(Duration.ofSeconds(5));
        }
    }

    /** Every value of every table, in small letters. */
    private static String tables(Path file, String prefix) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            assertThat(names).anyMatch(name -> name.startsWith(prefix));
            for (String name : names) {
                if (name.startsWith(prefix)) {
                    try (ResultSet rows = statement.executeQuery("select * from " + name)) {
                        while (rows.next()) {
                            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                all.append(rows.getString(i)).append('\n');
                            }
                        }
                    }
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** Everything a tenant was asked, with headers and bodies, in small letters but for the tokens. */
    private static String asked(Sandbox tenant) {
        StringBuilder all = new StringBuilder();
        for (SandboxRequest one : tenant.requests()) {
            all.append((one.path() + one.rawQuery() + one.text()).toLowerCase(Locale.ROOT))
                    .append(one.headers())
                    .append('\n');
        }
        assertThat(all).isNotEmpty();
        return all.toString();
    }

    @Test
    void readsNoCaseOfAnotherClientFromTheFeedOfAll() {
        SourceRef asset = agency.twins("a");
        var narrowed = new ClientReview(
                        new AgencyLibraries.Client(Agency.NORTH_POLICY, agency.north.portal, Regions::assets, forNorth),
                        agency.north.desk.people(),
                        agency.north.clock)
                .narrowed(agency.north.desk.people().require(CaseFeed.class));
        var begin = narrowed.changes(null, 100);
        caseOf(Agency.NORTH, asset);
        caseOf(Agency.SOUTH, asset);
        agency.north.clock.advance(Duration.ofMinutes(10));
        assertThat(narrowed.changes(begin.next(), 100).events())
                .isNotEmpty()
                .allMatch(event -> String.valueOf(event.caseKey()).startsWith("sw7.northpeak:"));
    }

    @Test
    void leavesNothingTwiceWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Map<String, StateStore> others = new HashMap<>();
        Interruptions.survived(
                "sw7",
                agency.north.clock,
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, agency::twins);
                    StateStore other = others.computeIfAbsent(
                            id, any -> StateStore.inMemory(agency.north.clock, TrailChain.plain()));
                    agency.north.clock.advance(Duration.ofMinutes(2));
                    AgencyLibraries dying = agency.open(cut, memory, cut.on(other));
                    for (String client : List.of(Agency.NORTH, Agency.SOUTH)) {
                        if (dying.advance(client, asset) instanceof Standing.Waiting waiting) {
                            answer(waiting.caseRef(), client.equals(Agency.NORTH) ? NORTH_SAYS : SOUTH_SAYS);
                        }
                        dying.advance(client, asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(inNorth(asset)).as(id).hasSize(1);
                    assertThat(inSouth(asset)).as(id).hasSize(1);
                    assertThat(agency.north.cases(asset)).as(id).hasSize(2);
                    assertThat(agency.north.said(asset, "brand said approved"))
                            .as(id)
                            .isOne();
                    assertThat(SwStage.trail(memory, CaseEventType.ASSET_PUBLISHED))
                            .as(id)
                            .hasSize(1);
                    assertThat(SwStage.trail(others.get(id), CaseEventType.ASSET_PUBLISHED))
                            .as(id)
                            .hasSize(1);
                    // A look at what is out costs a request for each publication: those of earlier runs go.
                    agency.north.sandbox.personDeletes("[cc-publication");
                    agency.south.sandbox.personDeletes("[cc-publication");
                });
    }
}
