package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.config.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HttpCallTest {
    @Test
    void showsNeitherWhoAsksNorWhatIsAsked() {
        URI link = URI.create("https://jo:hunter2@files.example:8443/a/b?signature=s3cret#part");
        HttpCall call = HttpCall.get("files.get", link)
                .credential("X-Key", Secret.of("k3y"))
                .build();
        assertThat(call).hasToString("files.get GET files.example:8443/a/b");
    }

    @Test
    void takesEveryStatusThatWasNamedOnceOrTwice() {
        URI link = URI.create("https://files.example/a");
        HttpCall call =
                HttpCall.get("files.get", link).accept(404, 404).accept(410).build();
        assertThat(call.accepts(404)).isTrue();
        assertThat(call.toBuilder().accept(409).build().accepts(410)).isTrue();
        assertThat(call.accepts(409)).isFalse();
    }

    @Test
    void refusesAPortThatThereIsNot() {
        URI link = URI.create("https://files.example:99999/a");
        assertThatIllegalArgumentException().isThrownBy(() -> HttpCall.get("files.get", link));
    }
}
