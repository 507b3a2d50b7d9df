package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.shows(ReadmeExample.class);
    }

    @Test
    void theExampleAsksEverybody() {
        try (WorkflowSandbox sandbox = new WorkflowSandbox()) {
            assertThat(ReadmeExample.run(
                            sandbox.endpoint(),
                            WorkflowSandbox.TENANT,
                            WorkflowSandbox.CLIENT_ID,
                            Secret.of(WorkflowSandbox.CLIENT_SECRET)))
                    .hasSize(2);
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), WorkflowConfigBuilder.class);
    }
}
