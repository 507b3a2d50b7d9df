package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.WorkspaceDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That both systems are set up as their configurations say. */
class XiStageTest {
    private final XiStage stage = new XiStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void hasWhatBothConnectorsAreConfiguredFor() {
        assertThat(stage.library.check().details()).containsKey("user");
        assertThat(stage.archive.check().details()).containsKeys("assets", "rights");
    }

    @Test
    void hasAWorkspaceOfEachType() {
        WorkspaceDesk desk = stage.archive.require(WorkspaceDesk.class);
        Furniture.BUSINESS_OBJECTS.keySet().forEach(type -> {
            SourceRef made = stage.workspace(type, "K-1");
            assertThat(desk.findByKey(type, "K-1").orElseThrow().ref()).isEqualTo(made);
            assertThat(desk.get(made).type()).isEqualTo(type);
        });
    }
}
