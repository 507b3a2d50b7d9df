package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.auth.PendingLogin;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.LoginSandbox;
import dev.contentconnect.vip.sandbox.VtinfoRestSandbox;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Clients of a private REST interface, logged in, and the sandbox they talk to. */
@Timeout(60)
abstract class RestStage {
    static final JsonPaging PAGES =
            JsonPaging.byPage("page", 1).withSize("size").withTotal("/found/total");
    static final JsonPaging OFFSETS = JsonPaging.byOffset("start").withSize("limit");
    static final JsonPaging LINKS = JsonPaging.byNextLink("/links/next");
    static final JsonPaging CURSORS = JsonPaging.byCursor("/next", "token");

    final FakeClock clock = new FakeClock(Instant.parse("2026-11-05T10:00:00Z"));
    final VtinfoRestSandbox service = new VtinfoRestSandbox();
    final TokenStore store = TokenStore.inMemory(null);
    private final List<VtinfoRest> opened = new ArrayList<>();

    @BeforeEach
    void logIn() {
        OAuthLogin login = open("/all", "", JsonPaging.none()).login();
        PendingLogin pending = login.begin();
        login.complete(pending, service.personLogsIn(pending.address()));
        service.clearRequests();
    }

    @AfterEach
    void stop() {
        opened.forEach(VtinfoRest::close);
        service.close();
    }

    final VtinfoRestConfigBuilder config(String list, String items, JsonPaging paging) {
        return VtinfoRestConfig.builder()
                .endpoint(URI.create(service.endpoint() + "/api"))
                .authorizationEndpoint(service.authorizePage())
                .tokenEndpoint(service.tokenPage())
                .clientId(LoginSandbox.CLIENT_ID)
                .clientSecret(Secret.of(LoginSandbox.CLIENT_SECRET))
                .redirectUri(URI.create(LoginSandbox.REDIRECT_URI))
                .scope("email vtinfo.itemcatalog.distributor.read")
                .tokens(store)
                .path("assets", "/{distributor}" + list)
                .path("asset", "/{distributor}/items/{id}")
                .path("lost", "/{distributor}/lost")
                .path("search", "/{distributor}/all?name={name}&active=true")
                .value("distributor", "01 234")
                .parameters(Set.of("name"))
                .items(items)
                .item("/data")
                .field(AssetField.ID, "/itemId")
                .field(AssetField.TITLE, "/names/long")
                .field(AssetField.MEDIA_TYPE, "/image/type")
                .field(AssetField.FILE_NAME, "/image/file")
                .field(AssetField.SIZE_BYTES, "/image/bytes")
                .field(AssetField.TAGS, "/brands")
                .field(AssetField.UPDATED_AT, "/changed")
                .paging(paging)
                .pageSize(2)
                .retry(RetryPolicy.none())
                .rateGate(new RateGate(1_000_000, 10, clock))
                .time(clock);
    }

    final VtinfoRest open(VtinfoRestConfigBuilder config) {
        VtinfoRest rest = VtinfoRest.create(config.build());
        opened.add(rest);
        return rest;
    }

    final VtinfoRest open(String list, String items, JsonPaging paging) {
        return open(config(list, items, paging));
    }

    final VtinfoRest plain() {
        return open("/all", "", JsonPaging.none());
    }

    final VtinfoRest pagesBy(String way) {
        return switch (way) {
            case "pages" -> open("/pages", "/found/items", PAGES);
            case "pages without total" -> open("/pages", "/found/items", PAGES.withTotal(null));
            case "offsets" -> open("/offsets", "/items", OFFSETS);
            case "links" -> open("/links", "/items", LINKS);
            default -> open("/cursors", "/items", CURSORS);
        };
    }

    static List<String> ids(Iterable<Asset> assets) {
        return StreamSupport.stream(assets.spliterator(), false)
                .map(asset -> asset.ref().id())
                .toList();
    }

    static ConnectorException failure(Supplier<?> call) {
        return catchThrowableOfType(ConnectorException.class, call::get);
    }
}
