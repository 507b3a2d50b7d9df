package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Logins, and tickets that slide: each answer carries a new one, and the old one stays good until its end. */
final class Sessions {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Vault vault;
    private final int port;
    private final Supplier<String> issue;
    private final Predicate<String> valid;
    private final Map<String, Instant> ends = new HashMap<>();
    private int tickets;
    private boolean slides = true;
    private String renewed = "";

    Sessions(Vault vault, int port, Supplier<String> issue, Predicate<String> valid) {
        this.vault = vault;
        this.port = port;
        this.issue = issue;
        this.valid = valid;
    }

    /** What may be asked within a session. */
    void register(XecmSandbox sandbox) {
        sandbox.on(
                "GET",
                "/v1/auth",
                request -> SandboxResponse.json(Map.of(
                        "data",
                        Vault.map("id", vault.user, "name", vault.users.get(vault.user), "first_name", "Ann"))));
        sandbox.on(
                "GET",
                "/v1/serverinfo",
                request -> SandboxResponse.json(Map.of(
                        "server", Map.of("version", "24.4", "time_zone_offset_enabled", vault.datesHaveZone),
                        "sessions", Map.of("enabled", true, "session_inactivity", LIFE.toMillis()))));
    }

    void stopSliding() {
        slides = false;
    }

    SandboxResponse login(SandboxRequest request) {
        Form form = Form.of(request);
        if (!XecmSandbox.USER.equals(form.text("username")) || !XecmSandbox.PASSWORD.equals(form.text("password"))) {
            return SandboxResponse.json(401, Map.of("error", "Invalid username/password specified."));
        }
        String ticket = ticket(issue.get());
        return dated(SandboxResponse.json(Map.of("ticket", ticket)), ticket);
    }

    SandboxResponse directory(SandboxRequest request, String user, String reason) {
        Map<String, Object> sent = request.json();
        if (!XecmSandbox.USER.equals(sent.get(user)) || !XecmSandbox.PASSWORD.equals(sent.get("password"))) {
            return SandboxResponse.json(Vault.map("ticket", null, "token", null, reason, "INVALID_CREDENTIALS"));
        }
        // Good for one exchange.
        String ticket = "*OTDSSSO*" + ++tickets + "-" + port + "*";
        ends.put(ticket, vault.clock.now().plus(LIFE));
        return SandboxResponse.json(Vault.map("ticket", ticket, "token", "t", reason, null));
    }

    SandboxResponse oauth(SandboxRequest request) {
        Form form = Form.of(request);
        boolean good = XecmSandbox.CLIENT_ID.equals(form.text("client_id"))
                && XecmSandbox.CLIENT_SECRET.equals(form.text("client_secret"));
        if (!good) {
            return SandboxResponse.json(401, Map.of("error", "invalid_client"));
        }
        String bearer = "brr-" + ++tickets + "-" + port;
        ends.put(bearer, vault.clock.now().plusSeconds(3600));
        return SandboxResponse.json(Map.of("access_token", bearer, "token_type", "Bearer", "expires_in", 3600));
    }

    /** A ticket belongs to a session; sessions are what the test kit counts and ends. */
    private String ticket(String session) {
        String ticket = session + "." + ++tickets;
        ends.put(ticket, vault.clock.now().plus(LIFE));
        return ticket;
    }

    private static String session(String ticket) {
        int dot = ticket.lastIndexOf('.');
        return dot < 0 ? ticket : ticket.substring(0, dot);
    }

    boolean isKnown(SandboxRequest request) {
        renewed = "";
        String ticket = request.header("OTCSTicket").orElse("");
        if (!ticket.isEmpty()) {
            boolean good = valid.test(session(ticket)) && isFresh(ticket);
            renewed = good ? session(ticket) : "";
            return good;
        }
        String directory = request.header("OTDSTicket").orElse("");
        if (!directory.isEmpty()) {
            boolean good = ends.remove(directory) != null;
            renewed = good ? issue.get() : "";
            return good;
        }
        String bearer = request.bearer().orElse("");
        if (isFresh(bearer)) {
            renewed = request.path().endsWith("/v1/auth") ? issue.get() : "";
            return true;
        }
        String basic = Base64.getEncoder()
                .encodeToString((XecmSandbox.USER + ":" + XecmSandbox.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").orElse("").equals("Basic " + basic);
    }

    private boolean isFresh(String token) {
        Instant end = ends.get(token);
        return end != null && vault.clock.now().isBefore(end);
    }

    /** Each answer carries a new ticket, and the old one stays good until its end. */
    SandboxResponse renewed(SandboxResponse answer) {
        if (!slides || renewed.isEmpty()) {
            return answer;
        }
        return dated(answer, ticket(renewed));
    }

    private SandboxResponse dated(SandboxResponse answer, String ticket) {
        return answer.header("OTCSTicket", ticket)
                .header("OTCSTicketExpires", http(ends.get(ticket)))
                .header("Date", http(vault.clock.now()));
    }

    private static String http(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
    }
}
