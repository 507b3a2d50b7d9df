package dev.contentconnect.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {
    private static final String SECRET = "p&ss \"w0rd\"/é<='1'>";

    private static String masked(String secret, String text) {
        return KnownSecrets.of(List.of(secret)).mask(text);
    }

    @Test
    void findsASecretInEveryFormThatSystemsWriteItIn() {
        String percent = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String json = new String(Json.encode(SECRET), StandardCharsets.UTF_8);
        String html = SECRET.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        for (String form : List.of(
                SECRET,
                percent,
                percent.replace("+", "%20"),
                Pattern.compile("%..")
                        .matcher(percent)
                        .replaceAll(found -> found.group().toLowerCase(Locale.ROOT)),
                json.substring(1, json.length() - 1),
                json.substring(1, json.length() - 1).replace("/", "\\/"),
                html,
                html.replace("\"", "&quot;").replace("'", "&#39;"))) {
            assertThat(masked(SECRET, "token " + form + " is bad")).isEqualTo("token *** is bad");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "somebody:"})
    void findsItInBase64WhateverStandsBeforeIt(String before) {
        String secret = "S3cr3t-of-the-client";
        byte[] bytes = (before + secret + "!").getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder :
                List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
            String out = masked(secret, "saw " + encoder.encodeToString(bytes) + " here");
            assertThat(out).contains("***").startsWith("saw ").endsWith(" here").hasSizeLessThan(30);
        }
    }

    @Test
    void findsTheBeginningOfALongOneThatWasCutOff() {
        String token = "0123456789abcdef0123456789abcdef";
        assertThat(masked(token, "token 0123456789abcdef0123… and " + token + "?"))
                .isEqualTo("token ***… and ***?");
        assertThat(masked(token, "token 0123456789ab is another")).isEqualTo("token 0123456789ab is another");
    }

    @Test
    void leavesMessagesAloneThatOnlyHoldShortWords() {
        assertThat(masked("admin", "the admin of administration")).isEqualTo("the admin of administration");
        assertThat(masked("secret", "secretary, a secret: secret")).isEqualTo("secretary, a ***: ***");
        assertThat(masked("library-1", "xlibrary-12")).isEqualTo("x***2");
        assertThat(KnownSecrets.of(List.of()).mask("nothing to hide")).isEqualTo("nothing to hide");
        assertThat(KnownSecrets.of(List.of(SECRET))).asString().doesNotContain("w0rd");
    }
}
