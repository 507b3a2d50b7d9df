package dev.contentconnect.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer S3cr3t.Value-42",
                "authorization=Basic S3cr3t.Value-42",
                "{\"Authorization\":\"Bearer S3cr3t.Value-42\"}",
                "the header 'Authorization: Bearer S3cr3t.Value-42' was refused",
                "{\"access_token\":\"S3cr3t.Value-42\",\"expires_in\":60}",
                "{ \"password\" : \"S3cr3t.Value-42\" }",
                "{'client_secret': 'S3cr3t.Value-42'}",
                "{\"message\":\"{\\\"password\\\":\\\"S3cr3t.Value-42\\\"}\"}",
                "{\"tokens\":[\"S3cr3t.Value-42\",\"other\"]}",
                "{\"tokens\":[\"other\", \"S3cr3t.Value-42\"]}",
                "{\"credentials\":{\"user\":\"u\",\"key\":\"S3cr3t.Value-42\"}}",
                "{\"token\":\"S3cr3t.Value-42",
                "https://app.example/cb?access_token=S3cr3t.Value-42&state=1",
                "https://user:S3cr3t.Value-42@app.example/path",
                "https://bob:p@ss@S3cr3t.Value-42@db.example/path",
                "jdbc:postgresql://bob:p@S3cr3t.Value-42@db.example",
                "https://store.example/f?sv=1&sig=S3cr3t.Value-42",
                "grant_type=password&username=u&password=S3cr3t.Value-42",
                "password=with,comma,S3cr3t.Value-42 rest",
                "Cookie: a=b; session=S3cr3t.Value-42",
                "Set-Cookie: JSESSIONID=S3cr3t.Value-42; Path=/; HttpOnly",
                "X-Api-Key: S3cr3t.Value-42",
                "<token>S3cr3t.Value-42</token>",
                "<ns:password type=\"text\">S3cr3t.Value-42</ns:password>",
                "OTCSTicket=S3cr3t.Value-42",
                "pwd=S3cr3t.Value-42",
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.S3cr3t-Value-42",
            })
    void masksASecretInEveryUsualShape(String text) {
        assertThat(Redaction.clean(text, 500)).doesNotContain("S3cr3t").doesNotContain("Value-42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No such asset 8f2c",
                "{\"id\":42,\"name\":\"Summer, winter\"}",
                "The field title is required",
                "https://app.example/a/b?x=1&y=2",
                "see https://app.example/@anna or write to anna@app.example",
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(Redaction.clean(text, 500)).isEqualTo(text);
    }

    @Property(tries = 500)
    void neverLetsASecretThrough(@ForAll("secrets") String secret, @ForAll("shapes") String shape) {
        assertThat(Redaction.clean(shape.replace("@@", secret), 4_000)).doesNotContain(secret);
    }

    @Property(tries = 300)
    void cleansOnceAndForAll(@ForAll String text) {
        String once = Redaction.clean(text, 300);
        assertThat(once.length()).isLessThanOrEqualTo(300);
        assertThat(once).doesNotContain("\n", "\r", "\u0000", "\u001b");
        assertThat(Redaction.clean(once, 300)).isEqualTo(once);
    }

    @Test
    void capsALongText() {
        assertThat(Redaction.clean("x".repeat(10_000), 100)).hasSize(100).endsWith("…");
    }

    @Test
    void makesOneLineOfMany() {
        assertThat(Redaction.clean("a\r\n\tb\u0000c", 100)).isEqualTo("a b c");
    }

    @Test
    void staysQuickOnHostileText() {
        // Milliseconds each on an idle machine, most of a minute when a pattern backtracks; the limit is for a busy
        // one.
        for (String hostile : new String[] {
            "a".repeat(4_000),
            "token".repeat(800),
            "\"token\":\"" + "\\\\".repeat(2_000),
            "token=" + ",".repeat(3_900),
            "token:" + "[".repeat(3_900),
            "eyJ".repeat(1_300),
            "://" + "a:".repeat(1_900),
        }) {
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> Redaction.clean(hostile, 500));
        }
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-_.~+/=")
                .ofMinLength(12)
                .ofMaxLength(60)
                .filter(s -> Character.isLetterOrDigit(s.charAt(0)));
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of(
                "Authorization: Bearer @@",
                "authorization: basic @@",
                "{\"access_token\":\"@@\"}",
                "{\"refreshToken\" : \"@@\", \"x\":1}",
                "a=1&client_secret=@@&b=2",
                "X-Api-Key: @@",
                "Cookie: sid=1; other=@@",
                "password='@@'",
                "ticket=@@;",
                "{\"list\":[{\"secret\":\"@@\"}]}",
                "{\"e\":\"{\\\"token\\\":\\\"@@\\\"}\"}",
                "<secret>@@</secret>");
    }
}
