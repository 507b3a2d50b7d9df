package dev.contentconnect.generic;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.generic.sandbox.GenericSandbox;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A sandbox with a connector to it. */
final class Tenant implements AutoCloseable {
    static final JsonPaging LINKS =
            JsonPaging.byNextLink("/links/next").withSize("limit").withTotal("/total");
    static final JsonPaging NUMBERS =
            JsonPaging.byPage("page", 1).withSize("limit").withTotal("/total");

    final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    final GenericSandbox sandbox = new GenericSandbox(clock);
    final GenericConnector connector;

    Tenant() {
        this(config -> config);
    }

    Tenant(UnaryOperator<GenericConfigBuilder> change) {
        connector = GenericConnector.create(
                change.apply(everything(sandbox, new Wiring(clock))).build());
    }

    /** Where everything stands in the sandbox. */
    static GenericConfigBuilder reading(GenericSandbox sandbox, Wiring wiring) {
        return wiring.apply(GenericConfig.builder())
                .endpoint(sandbox.endpoint())
                .system("dam")
                .path(GenericPath.ASSETS, "/v2/assets")
                .path(GenericPath.ASSET, "/v2/assets/{id}")
                .path(GenericPath.CONTENT, "/v2/assets/{id}/original")
                .items("/data")
                .item("/data")
                .paging(LINKS)
                .field(AssetField.ID, "/id")
                .field(AssetField.TITLE, "/name")
                .field(AssetField.STATUS, "/state")
                .field(AssetField.SIZE_BYTES, "/file/bytes")
                .field(AssetField.SHA256, "/file/sha256")
                .field(AssetField.CREATED_AT, "/created")
                .field(AssetField.UPDATED_AT, "/modified")
                .error("/error/code", "/error/message");
    }

    static GenericConfigBuilder everything(GenericSandbox sandbox, Wiring wiring) {
        return reading(sandbox, wiring)
                .clientCredentials("/oauth/token", GenericSandbox.CLIENT_ID, Secret.of(GenericSandbox.SECRET))
                .path(GenericPath.CREATE, "/v2/assets")
                .path(GenericPath.UPDATE, "/v2/assets/{id}")
                .path(GenericPath.UPLOAD, "/v2/assets/{id}/original")
                .path(GenericPath.DELETE, "/v2/assets/{id}")
                .field(AssetField.KEY, "/externalId")
                .field(AssetField.DESCRIPTION, "/about/text")
                .field(AssetField.KIND, "/about/type")
                .field(AssetField.TAGS, "/keywords")
                .field(AssetField.FILE_NAME, "/file/name")
                .field(AssetField.MEDIA_TYPE, "/file/type")
                .right(FlatRights.STATUS, "/rights/status")
                .right(FlatRights.HOLDER, "/rights/holder")
                .right(FlatRights.VALID_UNTIL, "/rights/until")
                .right(FlatRights.TERRITORIES, "/rights/places")
                .filter("key", "externalId")
                .filter("text", "q")
                .filter("tags", "keyword")
                .filter("statuses", "state")
                .filter("changedSince", "modifiedSince")
                .ownFields(Set.of("campaign"));
    }

    <T> T the(Class<T> capability) {
        return connector.require(capability);
    }

    static SourceRef ref(String id) {
        return SourceRef.of("dam", id);
    }

    @Override
    public void close() {
        connector.close();
        sandbox.close();
    }
}
