package dev.contentconnect.examples.flows.tv;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Both systems of a flow, new for each test. */
abstract class TvScene {
    @TempDir
    Path folder;

    TvStage stage;
    Gallery gallery;

    /** Where it runs. */
    TvStage stage(Path files) {
        return TvStage.sandboxes(files);
    }

    @BeforeEach
    void openStage() {
        stage = stage(folder);
        gallery = new Gallery(stage);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }
}
