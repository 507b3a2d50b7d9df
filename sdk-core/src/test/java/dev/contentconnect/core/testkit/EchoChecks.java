package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.spi.Connector;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a system repeats of what we proved ourselves with: it must not come back to us in clear. */
abstract class EchoChecks extends Checks {
    private static final int ALWAYS = 1_000;

    /** No message can be kept clear of what is shorter. */
    private static final int SHORTEST = 6;

    private static final Set<String> SECRET_FIELDS =
            Set.of("client_secret", "clientSecret", "password", "refresh_token", "refreshToken");

    EchoChecks(ConnectorContract contract) {
        super(contract);
    }

    @Test
    void masksTheCredentialThatTheSystemRepeats() {
        StringBuilder shown = new StringBuilder();
        Set<String> credentials = new LinkedHashSet<>();
        try (CapturedLog log = CapturedLog.open();
                Connector connector = subject().connect(new Wiring(clock()))) {
            ContractCall read = warm(subject().read(connector));
            for (Fault fault : repeating(credentials, this::presented, List.of(400, 403, 500, 200))) {
                sandbox().clearFaults();
                failNext(ALWAYS, read, fault);
                shown.append(everything(failure(read.call())));
                assumeFalse(credentials.isEmpty(), "the system is shown no credential that could be repeated");
            }
            shown.append(log.text());
        }
        assertMasked(shown.toString(), credentials);
    }

    @Test
    void masksWhatALoginShowedWhereTheTokenEndpointRepeatsIt() {
        assumeTrue(subject().tokenPath().isPresent(), "the credential is sent as it is");
        String path = subject().tokenPath().orElseThrow();
        StringBuilder shown = new StringBuilder();
        Set<String> secrets = new LinkedHashSet<>();
        try (CapturedLog log = CapturedLog.open();
                Connector connector = subject().connect(new Wiring(clock()))) {
            ContractCall read = warm(subject().read(connector));
            for (Fault fault : repeating(secrets, this::proofs, List.of(400, 401, 500, 200))) {
                sandbox().clearFaults();
                sandbox().expireTokens();
                sandbox().failNext(ALWAYS, "*", path, fault);
                shown.append(everything(failure(read.call())));
            }
            shown.append(log.text());
        }
        assertThat(secrets).as("secrets in the requests to " + path).isNotEmpty();
        assertMasked(shown.toString(), secrets);
    }

    /** Each secret in each form, in the words that systems have for errors, in a page for people and in a header. */
    private List<Fault> repeating(
            Set<String> seen, Function<SandboxRequest, Set<String>> secretsOf, List<Integer> statuses) {
        List<Fault> out = new ArrayList<>();
        for (int status : statuses) {
            out.add(repeating(
                    seen,
                    secretsOf,
                    (words, id) -> SandboxResponse.text(
                            status,
                            "text/html",
                            "<html><head><title>Oh</title></head><body><p>" + words + "</p></body></html>")));
            if (status != 200) {
                out.add(repeating(
                        seen,
                        secretsOf,
                        (words, id) -> SandboxResponse.json(status, inEveryMember(words))
                                .header("X-Request-Id", id)));
                // Where a cap cuts it in its middle.
                out.add(repeating(
                        seen,
                        secretsOf,
                        (words, id) -> SandboxResponse.text(status, "text/plain", "x".repeat(180) + " " + words)));
            }
        }
        return out;
    }

    private Fault repeating(
            Set<String> seen,
            Function<SandboxRequest, Set<String>> secretsOf,
            BiFunction<String, String, SandboxResponse> answer) {
        return Fault.made("repeats secrets", () -> {
            List<SandboxRequest> all = sandbox().requests();
            Set<String> secrets = secretsOf.apply(all.get(all.size() - 1));
            seen.addAll(secrets);
            String echo =
                    secrets.stream().flatMap(secret -> forms(secret).stream()).collect(Collectors.joining(" and "));
            return answer.apply("who are you, " + echo + "? not known", String.join(",", secrets));
        });
    }

    private static Map<String, Object> inEveryMember(String words) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (String name :
                List.of("message", "error_description", "error_msg", "detail", "title", "description", "reason")) {
            out.put(name, words);
        }
        out.put("errors", List.of(words));
        return out;
    }

    private static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new LinkedHashSet<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    private static void assertMasked(String shown, Set<String> secrets) {
        assertThat(shown).as("what the system said arrived").contains("***");
        for (String secret : secrets) {
            forms(secret).forEach(form -> assertThat(shown).doesNotContain(form.replaceAll("=+$", "")));
        }
    }

    /** What stands in the headers of a request and is known to be secret; of Basic, the password too. */
    private Set<String> presented(SandboxRequest request) {
        Set<String> known = new LinkedHashSet<>(subject().secrets());
        known.addAll(sandbox().tokens());
        Set<String> out = new LinkedHashSet<>();
        request.headers().values().stream().flatMap(List::stream).forEach(value -> {
            String proof = value.substring(value.indexOf(' ') + 1);
            boolean basic = value.regionMatches(true, 0, "Basic ", 0, 6);
            if (basic || known.contains(proof)) {
                out.add(proof);
            }
            if (basic) {
                String pair = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
                out.add(pair.substring(pair.indexOf(':') + 1));
            }
        });
        out.removeIf(secret -> secret.length() < SHORTEST);
        return out;
    }

    /** What proves who logs in, wherever a request has it. */
    private Set<String> proofs(SandboxRequest request) {
        Set<String> out = new LinkedHashSet<>(presented(request));
        Stream.of(request.form(), members(request))
                .flatMap(fields -> fields.entrySet().stream())
                .filter(field -> SECRET_FIELDS.contains(field.getKey()))
                .forEach(field -> out.add(String.valueOf(field.getValue())));
        out.removeIf(secret -> secret.length() < SHORTEST);
        return out;
    }

    private static Map<String, ?> members(SandboxRequest request) {
        try {
            return request.json();
        } catch (JsonException notJson) {
            return Map.of();
        }
    }

    private static String everything(ConnectorException thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.append(thrown.error().toString())
                .append(thrown.error().trace().toString())
                .toString();
    }
}
