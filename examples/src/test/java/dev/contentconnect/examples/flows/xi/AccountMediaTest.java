package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.xi.ShelfOutcome.NoWorkspace;
import dev.contentconnect.examples.flows.xi.ShelfOutcome.Shelved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI3. What is compared was read from both servers. */
class AccountMediaTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final Cabinet cabinet = new Cabinet(stage);
    private final StateStore state = StateStore.inMemory();
    private final AccountMedia flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private AccountMedia flow(PowerCut cut, StateStore memory) {
        return new AccountMedia(
                stage.iconik(cut), stage.xecm(cut), stage::page, AccountMedia.KINDS, memory, stage.clock);
    }

    private SourceRef media(String title, String account, String... tags) {
        SourceRef film = films.upload(title);
        films.fill(film, "Account", account);
        films.fill(film, "Tags", (Object[]) tags);
        return film;
    }

    private String page(SourceRef film) {
        return stage.page(film).toString();
    }

    @Test
    void linksMediaByTheKeyOfTheAccount() {
        SourceRef northpeak = stage.workspace("account", "0010815");
        SourceRef quill = stage.workspace("account", "10815");
        SourceRef demo = media("Demo", "0010815", "Demo", "spring");
        SourceRef recording = media("Call of May", "0010815", "recording");
        SourceRef testimonial = media("What Ines says", "10815", "testimonial");
        media("Office party", "0010815", "internal");
        stage.settle();

        assertThat(((Shelved) flow.advance("0010815")).standing()).containsExactlyInAnyOrder(demo, recording);
        flow.advance("10815");
        assertThat(cabinet.addresses(northpeak)).containsExactlyInAnyOrder(page(demo), page(recording));
        assertThat(cabinet.addresses(quill)).containsExactly(page(testimonial));
        assertThat(cabinet.status(demo)).isEqualTo("Draft");
    }

    @Test
    void followsTheAssetFromAccountToAccountAndOut() {
        SourceRef first = stage.workspace("account", "A-1");
        SourceRef second = stage.workspace("account", "A-2");
        SourceRef demo = media("Demo", "A-1", "demo");
        flow.advance(demo);
        assertThat(cabinet.addresses(first)).containsExactly(page(demo));

        films.fill(demo, "Account", "A-2");
        flow.advance(demo);
        assertThat(cabinet.addresses(first)).isEmpty();
        assertThat(cabinet.addresses(second)).containsExactly(page(demo));

        films.fill(demo, "Tags", "raw");
        flow.advance(demo);
        assertThat(cabinet.addresses(second)).isEmpty();

        films.fill(demo, "Tags", "demo");
        flow.advance(demo);
        films.bin(demo);
        flow.handle(event(CaseEventType.ASSET_DELETED, demo));
        assertThat(cabinet.addresses(second)).isEmpty();
        assertThat(cabinet.status(demo)).isEqualTo("Blocked");
    }

    @Test
    void changesNothingTheSecondTime() {
        SourceRef workspace = stage.workspace("account", "A-1");
        SourceRef demo = media("Demo", "A-1", "demo");
        stage.settle();
        flow.advance("A-1");
        long writes = cabinet.writes();
        flow.advance("A-1");
        flow.advance(demo);
        flow.sweep();
        assertThat(cabinet.writes()).isEqualTo(writes);
        assertThat(cabinet.children(workspace)).hasSize(1);
    }

    @Test
    void waitsForTheWorkspaceOfANewCustomer() {
        SourceRef demo = media("Demo", "A-7", "demo");
        assertThat(flow.advance(demo)).containsEntry("A-7", new NoWorkspace("A-7"));
        assertThat(flow.advance(demo)).containsEntry("A-7", new NoWorkspace("A-7"));
        assertThat(XiStage.trail(state)).hasSize(1);

        // A campaign of the same key is somebody else.
        SourceRef campaign = stage.workspace("campaign", "A-7");
        flow.handle(event(CaseEventType.WORKSPACE_CREATED, campaign));
        assertThat(cabinet.children(campaign)).isEmpty();

        SourceRef workspace = stage.workspace("account", "A-7");
        stage.settle();
        flow.handle(event(CaseEventType.WORKSPACE_CREATED, workspace));
        assertThat(cabinet.addresses(workspace)).containsExactly(page(demo));
    }

    @Test
    void sharesTheRecordOfAnAssetWithTheCampaigns() {
        SourceRef account = stage.workspace("account", "A-1");
        SourceRef campaign = stage.workspace("campaign", "C-1");
        SourceRef demo = media("Demo", "A-1", "demo");
        films.fill(demo, "Campaign", "C-1");
        films.approve(demo);

        flow.advance(demo);
        new CampaignReferences(stage.library, stage.archive, stage::page, state, stage.clock).advance(demo);
        assertThat(cabinet.addresses(account)).containsExactly(page(demo));
        assertThat(cabinet.addresses(campaign)).containsExactly(page(demo));
        assertThat(cabinet.status(demo)).isEqualTo("Approved");
    }

    private CaseEvent event(CaseEventType type, SourceRef subject) {
        return CaseEvent.builder("test", type, type + "/" + subject, stage.clock.now())
                .subject(subject)
                .build();
    }

    @Test
    void linksOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Interruptions.survived(
                "A",
                (id, cut, memory) -> {
                    SourceRef demo = made.computeIfAbsent(id, key -> {
                        stage.workspace("account", key);
                        return media("Demo " + key, key, "demo");
                    });
                    flow(cut, memory).advance(demo);
                },
                (id, memory) -> {
                    SourceRef workspace = stage.workspace("account", id);
                    assertThat(cabinet.addresses(workspace)).as(id).containsExactly(page(made.get(id)));
                    assertThat(cabinet.records(made.get(id))).as(id).hasSize(1);
                    assertThat(XiStage.trail(memory)).as(id).hasSize(1);
                });
    }

    @Test
    void movesOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Set<String> moved = new HashSet<>();
        Interruptions.survived(
                "M",
                (id, cut, memory) -> {
                    SourceRef demo = made.computeIfAbsent(id, key -> {
                        stage.workspace("account", key);
                        stage.workspace("account", key + "-new");
                        return media("Demo " + key, key, "demo");
                    });
                    if (!moved.contains(id)) {
                        flow(PowerCut.never(), memory).advance(demo);
                        films.fill(demo, "Account", id + "-new");
                        moved.add(id);
                    }
                    flow(cut, memory).advance(demo);
                },
                (id, memory) -> {
                    assertThat(cabinet.children(stage.workspace("account", id)))
                            .as(id)
                            .isEmpty();
                    assertThat(cabinet.addresses(stage.workspace("account", id + "-new")))
                            .as(id)
                            .containsExactly(page(made.get(id)));
                });
    }
}
