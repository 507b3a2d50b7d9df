package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest extends Scenes {
    @Test
    void theExampleIsTheOneThatRunsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/contentconnect/xecm/ReadmeExample.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(example.stripTrailing().stripIndent());
    }

    @Test
    void theExampleAsks() {
        assertThat(ReadmeExample.run(sandbox.address(), Secret.of(XecmSandbox.PASSWORD), content("bytes")))
                .extracting(Approval::status)
                .containsExactly(ApprovalStatus.PENDING);
    }

    @Test
    void theTablesNameEveryFieldWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Map.of("asset", XecmDefaults.ASSET_FIELDS, "rights", XecmDefaults.RIGHTS_FIELDS)
                .forEach((what, fields) -> fields.forEach((meaning, name) -> assertThat(readme)
                        .as(what)
                        .contains("`" + meaning + "`")
                        .contains(name)));
    }
}
