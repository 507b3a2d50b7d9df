package dev.contentconnect.generic;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import java.net.URI;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Asset run(URI endpoint, Secret token, Content picture) {
        // example
        GenericConfig config = GenericConfig.builder()
                .endpoint(endpoint)
                .system("house-dam")
                .bearer(token)
                .path(GenericPath.ASSETS, "/v2/assets")
                .path(GenericPath.ASSET, "/v2/assets/{id}")
                .path(GenericPath.CREATE, "/v2/assets")
                .path(GenericPath.UPLOAD, "/v2/assets/{id}/original")
                .items("/data")
                .item("/data")
                .paging(JsonPaging.byNextLink("/links/next").withSize("limit"))
                .field(AssetField.ID, "/id")
                .field(AssetField.KEY, "/externalId")
                .field(AssetField.TITLE, "/name")
                .field(AssetField.SIZE_BYTES, "/file/bytes")
                .filter("key", "externalId")
                .build();
        try (GenericConnector dam = GenericConnector.create(config)) {
            Asset poster =
                    Asset.builder(SourceRef.of("agency", "42")).title("Poster").build();
            dam.require(AssetWriter.class).create(new AssetDraft("agency:42", poster, picture));
            return dam.require(AssetReader.class).findByKey("agency:42").orElseThrow();
        }
        // end
    }
}
