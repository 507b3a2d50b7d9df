package dev.contentconnect.workflow.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine is started with. Every option can be given as {@code --name=value}, or as an environment variable
 * {@code CONTENTCONNECT_ENGINE_NAME}; an argument wins. Secrets are better kept in the environment, where a process
 * list does not show them.
 *
 * @param port loopback port; 0 takes a free one
 * @param tenant tenant id in the token path and in every response
 * @param clientId the one client that may ask for tokens
 * @param clientSecret its secret
 * @param userPassword the password every user has (password grant)
 * @param tokenLifetime how long a token is accepted; {@code expires_in} says the same
 * @param documentedFieldsOnly leaves out the response fields that are only inferred, not documented
 * @param stay keeps running after standard input closed
 */
public record EngineOptions(
        int port,
        String tenant,
        String clientId,
        String clientSecret,
        String userPassword,
        Duration tokenLifetime,
        boolean documentedFieldsOnly,
        boolean stay) {

    /** The one subscription of the tenant. */
    public static final String SUBSCRIPTION = "99999999-8888-7777-6666-555555555555";

    private static final Set<String> NAMES = Set.of(
            "port",
            "tenant",
            "client-id",
            "client-secret",
            "user-password",
            "token-lifetime",
            "documented-fields-only",
            "stay");

    /** Reads the options; an unknown name is refused rather than ignored. */
    static EngineOptions parse(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (String name : NAMES) {
            String variable =
                    "CONTENTCONNECT_ENGINE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            Optional.ofNullable(environment.get(variable)).ifPresent(value -> given.put(name, value));
        }
        Arrays.stream(args).forEach(arg -> {
            String[] parts = arg.replaceFirst("^--", "").split("=", 2);
            if (!arg.startsWith("--") || !NAMES.contains(parts[0])) {
                throw new IllegalArgumentException("Unknown option " + parts[0] + "; known: " + NAMES);
            }
            given.put(parts[0], parts.length == 2 ? parts[1] : "true");
        });
        return new EngineOptions(
                Integer.parseInt(given.getOrDefault("port", "0")),
                given.getOrDefault("tenant", "11111111-2222-3333-4444-555555555555"),
                given.getOrDefault("client-id", "engine-client"),
                given.getOrDefault("client-secret", "engine-secret"),
                given.getOrDefault("user-password", "engine-user"),
                lifetime(given.getOrDefault("token-lifetime", "PT15M")),
                Boolean.parseBoolean(given.getOrDefault("documented-fields-only", "false")),
                Boolean.parseBoolean(given.getOrDefault("stay", "false")));
    }

    private static Duration lifetime(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.ofSeconds(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return "EngineOptions[port=" + port + ", tenant=" + tenant + ", clientId=" + clientId + ", tokenLifetime="
                + tokenLifetime + "]";
    }
}
