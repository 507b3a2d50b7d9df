package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Community Management: roles by login, deletion by id, and flags that are words. */
final class CommunityRoutes {
    private static final String OWN = "/TGCommunityServices/v1/companies/{company}";
    private static final Set<String> FLAGS =
            Set.of("isConsentClause", "isDayLightSavingsTimeObserved", "isRequiredOpenTextMarketingMaterials");

    final List<Map<String, Object>> partners = new ArrayList<>();
    final Map<String, Map<String, @Nullable Object>> users = new LinkedHashMap<>();
    final Map<String, List<String>> roles = new LinkedHashMap<>();
    boolean wraps;
    boolean dropsRoles;

    @Nullable Runnable beforeRoles;

    private int lastUser;

    CommunityRoutes(TradingGridSandbox sandbox) {
        sandbox.add(
                "GET",
                OWN,
                request -> own(request, Map.of("companyId", TradingGridSandbox.COMPANY, "companyName", "Acme")));
        sandbox.add("GET", OWN + "/partnerDirectory", this::directory);
        sandbox.add("GET", OWN + "/users", this::users);
        sandbox.add("POST", OWN + "/users", this::create);
        sandbox.add("GET", OWN + "/users/{user}", request -> own(request, either(request.parameter("user"))));
        sandbox.add("PUT", OWN + "/users/{user}", this::update);
        sandbox.add("DELETE", OWN + "/users/{user}", this::delete);
        sandbox.add("GET", OWN + "/users/{user}/roles", this::rolesOf);
        sandbox.add("PUT", OWN + "/users/{user}/roles", this::addRoles);
        sandbox.add("GET", OWN + "/entitlements", request -> own(request, List.of(Map.of("service", "Lens"))));
        sandbox.add("GET", "/TGCommunityServices/v1/users/{user}/entitlements", request -> {
            byLogin(request.parameter("user"));
            return SandboxResponse.json(List.of(Map.of("service", "Lens", "level", "standard")));
        });
    }

    private static SandboxResponse own(SandboxRequest request, Object body) {
        check(request);
        return SandboxResponse.json(body);
    }

    private static void check(SandboxRequest request) {
        if (!request.parameter("company").equals(TradingGridSandbox.COMPANY)) {
            throw Refusal.plain(403, "not your company");
        }
    }

    private SandboxResponse list(SandboxRequest request, String name, List<?> all) {
        return own(request, wraps ? Map.of(name, all, "count", all.size()) : all);
    }

    private SandboxResponse directory(SandboxRequest request) {
        String name = request.query("partnerCompanyName").orElse(null);
        return list(
                request,
                "partners",
                partners.stream()
                        .filter(one ->
                                name == null || one.get("partnerCompanyName").equals(name))
                        .toList());
    }

    private SandboxResponse users(SandboxRequest request) {
        String login = request.query("loginId").orElse(null);
        return list(
                request,
                "users",
                users.values().stream()
                        .filter(one -> login == null || login.equals(one.get("loginId")))
                        .toList());
    }

    private Map<String, @Nullable Object> either(String id) {
        Map<String, @Nullable Object> user = users.get(id);
        return user != null ? user : byLogin(id);
    }

    private Map<String, @Nullable Object> byLogin(String login) {
        return users.values().stream()
                .filter(one -> login.equals(one.get("loginId")))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(404, "no such user"));
    }

    private static String id(Map<String, @Nullable Object> user) {
        return String.valueOf(user.get("userId"));
    }

    private SandboxResponse create(SandboxRequest request) {
        check(request);
        Map<String, @Nullable Object> sent = request.json();
        flags(sent);
        if (users.values().stream().anyMatch(one -> one.get("loginId").equals(sent.get("loginId")))) {
            throw Refusal.plain(409, "the login exists");
        }
        return SandboxResponse.json(Map.of("uniqueId", add(sent)));
    }

    String add(Map<String, ? extends @Nullable Object> members) {
        lastUser++;
        String id = "GCP" + (400_000 + lastUser);
        Map<String, @Nullable Object> user = new LinkedHashMap<>(members);
        user.remove("loginPassword");
        user.put("userId", id);
        users.put(id, user);
        roles.put(id, new ArrayList<>());
        return id;
    }

    private static void flags(Map<String, @Nullable Object> sent) {
        FLAGS.forEach(name -> {
            Object value = sent.getOrDefault(name, "No");
            if (!"Yes".equals(value) && !"No".equals(value)) {
                throw Refusal.plain(400, name + " must be Yes or No");
            }
        });
        if (sent.get("contactInformation") instanceof Map<?, ?> contact
                && contact.containsKey("phoneNumberExtension")) {
            throw Refusal.plain(400, "Unrecognized field phoneNumberExtension");
        }
    }

    private Map<String, @Nullable Object> byId(SandboxRequest request) {
        check(request);
        Map<String, @Nullable Object> user = users.get(request.parameter("user"));
        if (user == null) {
            throw Refusal.plain(404, "no such user");
        }
        return user;
    }

    private SandboxResponse update(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        flags(sent);
        byId(request).putAll(sent);
        return SandboxResponse.json(byId(request));
    }

    private SandboxResponse delete(SandboxRequest request) {
        users.remove(id(byId(request)));
        return SandboxResponse.status(200);
    }

    private SandboxResponse rolesOf(SandboxRequest request) {
        check(request);
        if (beforeRoles != null) {
            Runnable once = beforeRoles;
            beforeRoles = null;
            once.run();
        }
        return list(request, "roles", names(id(byLogin(request.parameter("user")))));
    }

    private List<Map<String, String>> names(String id) {
        return roles.getOrDefault(id, List.of()).stream()
                .map(role -> Map.of("roleName", role))
                .toList();
    }

    private SandboxResponse addRoles(SandboxRequest request) {
        check(request);
        if (!"Add".equals(request.query("action").orElse(""))) {
            throw Refusal.plain(400, "unknown action");
        }
        List<String> own = roles.getOrDefault(id(byLogin(request.parameter("user"))), new ArrayList<>());
        if (!(Json.decodePlain(request.body()) instanceof List<?> sent)) {
            throw Refusal.plain(400, "a list of roles is expected");
        }
        for (Object one : sent) {
            if (!dropsRoles && one instanceof Map<?, ?> role) {
                own.add(String.valueOf(role.get("roleName")));
            }
        }
        return SandboxResponse.json(Map.of("status", "SUCCESS"));
    }
}
