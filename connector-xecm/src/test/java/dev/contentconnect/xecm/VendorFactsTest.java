package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.testkit.AgainstSpecification;
import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.xecm.sandbox.Facts;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of facts is neither too long nor too short: one conversation makes each call of it and is told all of it. */
@AgainstSpecification("OpenAPI documents")
class VendorFactsTest extends Scenes {
    private final Map<Facts.Fact, Set<String>> seen = new HashMap<>();

    @BeforeEach
    void talk() throws IOException {
        new Conversation(connector, sandbox).hold();
        for (XecmConfig.OtdsApi api : XecmConfig.OtdsApi.values()) {
            logIn(directory(XecmConfig.Way.OTDS).otdsApi(api));
        }
        logIn(directory(XecmConfig.Way.OAUTH_PASSWORD)
                .clientId(XecmSandbox.CLIENT_ID)
                .clientSecret(Secret.of(XecmSandbox.CLIENT_SECRET)));
        Facts facts = Facts.known();
        for (Exchange one : sandbox.exchanges()) {
            seen.computeIfAbsent(facts.find(one.request()).orElseThrow(), any -> new HashSet<>())
                    .addAll(facts.reached(one));
        }
    }

    private XecmConfigBuilder directory(XecmConfig.Way way) {
        return Server.bare(sandbox).login(way).otdsEndpoint(sandbox.directory()).time(clock);
    }

    private static void logIn(XecmConfigBuilder builder) {
        try (XecmClient client = XecmClient.create(builder.build())) {
            client.members().me();
        }
    }

    @Test
    void exercisesEveryFact() {
        assertThat(Facts.known().all()).isSubsetOf(seen.keySet());
    }

    @Test
    void isToldEveryMemberOfEveryAnswer() {
        List<String> never = new ArrayList<>();
        seen.forEach((fact, answered) -> fact.answer().stream()
                .filter(path -> !answered.contains(path))
                .forEach(path -> never.add(fact + " " + path)));
        assertThat(never).isEmpty();
    }
}
