package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.sandbox.VtinfoSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    @ParameterizedTest
    @ValueSource(classes = {ReadmeExample.class, VtinfoReadmeExample.class})
    void theExampleIsTheOneThatRunsHere(Class<?> example) {
        Readme.shows(example);
    }

    @Test
    void theExamplePublishes() {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (VipSandbox sandbox = new VipSandbox(clock)) {
            assertThat(ReadmeExample.run(
                                    sandbox.endpoint(),
                                    Secret.of(VipSandbox.PASSWORD),
                                    Pictures.content(Pictures.png(4, 4, 9), "poster.png"))
                            .status())
                    .isEqualTo(AssetStatus.PUBLISHED);
        }
    }

    @Test
    void theSecondExampleFetchesASellSheet(@TempDir Path folder) throws IOException {
        byte[] pdf = {1, 2, 3};
        try (VtinfoSandbox sandbox = new VtinfoSandbox()) {
            String sheet = sandbox.file("sheet (1).pdf", "application/pdf", pdf);
            sandbox.distributor("00123")
                    .product("7", "Pale", null, sheet, "A1")
                    .product("7")
                    .put("product_packages", List.of(Map.of("retail_upc", "012345678905")));
            VtinfoDownload done = VtinfoReadmeExample.run(folder, sandbox.service(), sandbox.endpoint());
            assertThat(done.kind()).isEqualTo(AssetKind.DOCUMENT);
            assertThat(Files.readAllBytes(folder.resolve("sheet.pdf"))).isEqualTo(pdf);
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(
                List.of(
                        Map.of(),
                        Map.of("backend", "vtinfo", "finderCustomer", "ABC", "restEndpoint", "https://rest.example")),
                WordpressConfigBuilder.class,
                VtinfoConfigBuilder.class,
                VtinfoFinderConfigBuilder.class,
                VtinfoRestConfigBuilder.class);
    }
}
