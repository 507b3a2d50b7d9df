package dev.contentconnect.aprimo;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Asset run(URI dam, URI login, String clientId, Secret secret, String inbox, Content poster) {
        // example
        AprimoConfig config = AprimoConfig.builder()
                .tenant("acme")
                .endpoint(dam) // not needed: made of the name of the tenant
                .loginEndpoint(login) // likewise
                .clientId(clientId)
                .clientSecret(secret)
                .keyField("ContentConnectKey")
                .classification(inbox)
                .assetFields(Map.of("title", "Title", "tags", "Keywords"))
                .build();
        try (AprimoConnector aprimo = AprimoConnector.create(config)) {
            Asset draft = Asset.builder(SourceRef.of("brief", "42"))
                    .title("Poster")
                    .tags(List.of("summer"))
                    .build();
            return aprimo.require(AssetWriter.class).create(new AssetDraft("brief:42", draft, poster));
        }
        // end
    }
}
