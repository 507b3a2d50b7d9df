package dev.contentconnect.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineProcessTest {

    @Test
    void saysWhereItListensForgetsTokensInTimeAndEndsWithItsParent() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineApplication.class.getName(),
                        "--port=0",
                        "--token-lifetime=2",
                        "--documented-fields-only")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String line = firstLine(process);
            assertThat(line).matches("LISTENING http://127\\.0\\.0\\.1:\\d+");
            Caller service = new Caller(line.substring("LISTENING ".length()), null).asService();
            assertThat(service.get(Cases.API + "/tasks").status()).isEqualTo(200);
            Cases.eventually(() -> service.get(Cases.API + "/tasks").status(), status -> status == 401);

            process.getOutputStream().close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void readsArgumentsBeforeTheEnvironment() {
        EngineOptions options = EngineOptions.parse(
                new String[] {"--client-id=argument", "--token-lifetime=PT30S"},
                Map.of("CONTENTCONNECT_ENGINE_CLIENT_ID", "variable", "CONTENTCONNECT_ENGINE_CLIENT_SECRET", "hidden"));

        assertThat(options.clientId()).isEqualTo("argument");
        assertThat(options.clientSecret()).isEqualTo("hidden");
        assertThat(options.tokenLifetime().toSeconds()).isEqualTo(30);
        assertThat(options.toString()).doesNotContain("hidden");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> EngineOptions.parse(new String[] {"--prot=1"}, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prot");
    }
}
