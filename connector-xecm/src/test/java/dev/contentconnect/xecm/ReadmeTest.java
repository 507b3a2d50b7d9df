package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest extends Scenes {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.shows(ReadmeExample.class);
    }

    @Test
    void theExampleAsks() {
        assertThat(ReadmeExample.run(sandbox.address(), Secret.of(XecmSandbox.PASSWORD), content("bytes")))
                .extracting(Approval::status)
                .containsExactly(ApprovalStatus.PENDING);
    }

    @Test
    void theTablesNameEveryFieldWithItsDefault() {
        String readme = Readme.text();
        Map.of("asset", XecmDefaults.ASSET_FIELDS, "rights", XecmDefaults.RIGHTS_FIELDS)
                .forEach((what, fields) -> fields.forEach((meaning, name) -> assertThat(readme)
                        .as(what)
                        .contains("`" + meaning + "`")
                        .contains(name)));
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), XecmConfigBuilder.class);
    }
}
