package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI2: agreements that people remove from the workspace. */
class RightsSyncOdditiesTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final RightsDesk desk = new RightsDesk(stage, RightsMapping.DEFAULT);
    private final StateStore state = StateStore.inMemory();
    private final RightsSync flow = desk.flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private List<SourceRef> named(SourceRef film) {
        return stage.archive
                .require(RightsReader.class)
                .rights(desk.workspace(film))
                .documents();
    }

    private List<SourceRef> filed(SourceRef film) {
        return desk.documents(film).stream()
                .map(one -> SourceRef.of("xecm", Long.toString(one.id())))
                .toList();
    }

    private void delete(SourceRef document) {
        stage.archive.client().nodes().delete(Long.parseLong(document.id()));
    }

    @Test
    void filesAnAgreementAgainThatSomebodyDeleted() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        SourceRef licence = films.upload("Agreement with the studio");
        films.fill(film, "Agreements", licence.id());
        flow.advance(film);
        SourceRef first = filed(film).get(0);
        delete(first);
        stage.settle();
        flow.advance(film);
        assertThat(filed(film)).hasSize(1).doesNotContain(first);
        assertThat(named(film)).isEqualTo(filed(film));
        flow.advance(film);
        assertThat(filed(film)).hasSize(1);
        assertThat(XiStage.trail(state))
                .filteredOn(event -> event.type().equals(CaseEventType.ATTACHMENT_ADDED))
                .hasSize(2);
    }

    @Test
    void namesNoAgreementThatIsNotOnFileAnyMore() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        SourceRef licence = films.upload("Agreement with the studio");
        SourceRef release = films.upload("Agreement of the model");
        films.fill(film, "Agreements", licence.id(), release.id());
        flow.advance(film);
        List<SourceRef> both = filed(film);
        assertThat(named(film)).containsExactlyInAnyOrderElementsOf(both);
        films.fill(film, "Agreements");
        delete(both.get(0));
        stage.settle();
        flow.advance(film);
        assertThat(named(film)).containsExactly(both.get(1));
        assertThat(filed(film)).containsExactly(both.get(1));
    }

    @Test
    void knowsAnAgreementThatPeopleMovedIntoAFolder() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        films.fill(film, "Agreements", films.upload("Agreement").id());
        flow.advance(film);
        WireNode document = desk.documents(film).get(0);
        long folder = stage.records.folder(Cabinet.id(desk.workspace(film)), "Signed");
        stage.archive.client().nodes().update(document.id(), Map.of("parent_id", folder));
        long writes = new Cabinet(stage).writes();
        stage.settle();
        flow.advance(film);
        assertThat(named(film)).containsExactly(SourceRef.of("xecm", Long.toString(document.id())));
        assertThat(new Cabinet(stage).writes()).isEqualTo(writes);
    }
}
