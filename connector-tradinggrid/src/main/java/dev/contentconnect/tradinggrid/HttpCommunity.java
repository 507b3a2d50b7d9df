package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.LoggedIssues;
import dev.contentconnect.tradinggrid.api.Community;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireRole;
import dev.contentconnect.tradinggrid.wire.WireUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Community Management Services over HTTP. */
record HttpCommunity(TradingGridHttp http) implements Community {
    private static final String USER_PREFIX = "GCP";

    private RequestUri root() {
        return TradingGridHttp.uri(http.config().options().endpoint(), "TGCommunityServices", "v1");
    }

    private RequestUri own(String... path) {
        return root().path("companies", http.config().companyId()).path(path);
    }

    private <T> List<T> list(String operation, RequestUri uri, Class<T> type, String... names) {
        HttpCall call = TradingGridHttp.json(HttpCall.get(operation, uri.build()));
        return TradingGridHttp.list(http.gateway(), call, type, new LoggedIssues(SYSTEM, operation), names);
    }

    @Override
    public WireCompany company() {
        return http.gateway()
                .read(TradingGridHttp.json(HttpCall.get("community.company", own().build())), WireCompany.class);
    }

    @Override
    public List<WireCompany> partners() {
        return list("community.partners", own("partnerDirectory"), WireCompany.class, "partners", "items");
    }

    @Override
    public List<WireCompany> partnersNamed(String name) {
        RequestUri uri = own("partnerDirectory").query("partnerCompanyName", name);
        try {
            return list("community.partnersNamed", uri, WireCompany.class, "partners", "items");
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public List<WireUser> users() {
        return list("community.users", own("users"), WireUser.class, "users", "items");
    }

    @Override
    public Optional<WireUser> userByLogin(String loginId) {
        try {
            return list(
                            "community.userByLogin",
                            own("users").query("loginId", loginId),
                            WireUser.class,
                            "users",
                            "items")
                    .stream()
                    .filter(user -> loginId.equalsIgnoreCase(user.loginId()))
                    .findFirst();
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public WireUser user(String userIdOrLogin) {
        return http.gateway()
                .read(
                        TradingGridHttp.json(HttpCall.get(
                                "community.user", own("users", userIdOrLogin).build())),
                        WireUser.class);
    }

    @Override
    public String create(Map<String, ?> fields) {
        HttpCall.Builder call =
                HttpCall.post("community.create", own("users").build()).json(words(fields));
        WireUser made = http.gateway().read(TradingGridHttp.json(call), WireUser.class);
        String id = made.id();
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable("community.create", "the answer has no id of the user");
        }
        return id;
    }

    @Override
    public void update(String userId, Map<String, ?> fields) {
        http.gateway()
                .send(TradingGridHttp.json(HttpCall.put(
                                "community.update", own("users", userId(userId)).build())
                        .json(words(fields))));
    }

    @Override
    public void delete(String userId) {
        http.gateway()
                .send(TradingGridHttp.json(HttpCall.delete(
                        "community.delete", own("users", userId(userId)).build())));
    }

    private static String userId(String given) {
        if (!given.startsWith(USER_PREFIX)) {
            throw new IllegalArgumentException("the id of a user is needed, which begins with " + USER_PREFIX);
        }
        return given;
    }

    /** Flags are words here, not booleans. */
    private static Map<String, @Nullable Object> words(Map<?, ?> fields) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        fields.forEach((name, value) -> out.put(
                String.valueOf(name),
                value instanceof Boolean flag
                        ? (flag ? "Yes" : "No")
                        : value instanceof Map<?, ?> inner ? words(inner) : value));
        return out;
    }

    /** Calls that take the login. It is looked up first; where it changed in between, once more. */
    private <T> T withLogin(String operation, String userId, Function<String, T> call) {
        String login = login(operation, userId);
        try {
            return call.apply(login);
        } catch (ConnectorException e) {
            String now = e.kind() == ErrorKind.NOT_FOUND ? login(operation, userId) : login;
            if (now.equals(login)) {
                throw e;
            }
            return call.apply(now);
        }
    }

    private String login(String operation, String userId) {
        String login = user(userId(userId)).loginId();
        if (login == null || login.isBlank()) {
            throw REFUSED.undecodable(operation, "user " + userId + " has no login");
        }
        return login;
    }

    @Override
    public List<String> roles(String userId) {
        return withLogin("community.roles", userId, this::rolesOf);
    }

    private List<String> rolesOf(String login) {
        return list("community.roles", own("users", login, "roles"), WireRole.class, "roles", "items").stream()
                .map(WireRole::roleName)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean hasRole(String userId, String role) {
        return has(roles(userId), role);
    }

    private static boolean has(List<String> roles, String role) {
        return roles.stream().anyMatch(one -> folded(one).equals(folded(role)));
    }

    private static String folded(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> addRoles(String userId, Collection<String> roles) {
        String operation = "community.addRoles";
        return withLogin(operation, userId, login -> {
            List<String> before = rolesOf(login);
            List<Map<String, String>> missing = roles.stream()
                    .filter(role -> !has(before, role))
                    .map(role -> Map.of("roleName", role))
                    .toList();
            if (missing.isEmpty()) {
                return before;
            }
            RequestUri uri = own("users", login, "roles").query("action", "Add");
            http.gateway()
                    .send(TradingGridHttp.json(
                            HttpCall.put(operation, uri.build()).json(missing)));
            List<String> after = rolesOf(login);
            roles.stream().filter(role -> !has(after, role)).findFirst().ifPresent(role -> {
                throw REFUSED.rejected(operation, LocalErrors.DROPPED, "role " + role + " was not taken");
            });
            return after;
        });
    }

    @Override
    public List<WireCompany> entitlements() {
        return list("community.entitlements", own("entitlements"), WireCompany.class, "entitlements", "items");
    }

    @Override
    public List<WireCompany> entitlements(String userId) {
        return withLogin(
                "community.userEntitlements",
                userId,
                login -> list(
                        "community.userEntitlements",
                        root().path("users", login, "entitlements"),
                        WireCompany.class,
                        "entitlements",
                        "items"));
    }
}
