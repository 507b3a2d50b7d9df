package dev.contentconnect.iconik;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Approval run(URI endpoint, String appId, Secret token, Content film) {
        // example
        IconikConfig config = IconikConfig.builder()
                .endpoint(endpoint)
                .appId(appId)
                .authToken(token)
                .build();
        try (IconikConnector iconik = IconikConnector.create(config)) {
            Asset draft = Asset.builder(SourceRef.of("dam", "42")).title("Film").build();
            Asset kept = iconik.require(AssetWriter.class).create(new AssetDraft("dam:42", draft, film));
            ApprovalRequest question = new ApprovalRequest(
                    "approve dam:42",
                    "Film",
                    kept.ref(),
                    null,
                    List.of("anna@agency.example"),
                    null,
                    "Final cut",
                    Map.of());
            return iconik.require(ApprovalDesk.class).request(question).get(0);
        }
        // end
    }
}
