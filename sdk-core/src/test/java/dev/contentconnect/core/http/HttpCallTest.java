package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;

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
}
