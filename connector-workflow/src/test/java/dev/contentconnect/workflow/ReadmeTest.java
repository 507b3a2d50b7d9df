package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/contentconnect/workflow/ReadmeExample.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(example.stripTrailing().stripIndent());
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
}
