package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Permission;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.smintio.map.LicenseWords;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Permission run(
            URI identity, URI licensing, Secret secret, TokenStore tokens, Map<String, String> paths, Path shelf) {
        // example
        SmintioConfig config = SmintioConfig.builder()
                .endpoint(identity)
                .licensingEndpoint(licensing)
                .tenant("northpeak")
                .clientId("content-connect")
                .clientSecret(secret)
                .redirectUri(URI.create("https://app.example/smintio/back"))
                .metadataPath(paths.get("metadata")) // from the interface description that Smint.io gives you
                .purchasesPath(paths.get("purchases"))
                .binariesPath(paths.get("binaries"))
                .tokens(tokens)
                .shelf(PurchaseShelf.folder(shelf))
                .build();
        try (SmintioConnector smintio = SmintioConnector.create(config)) {
            smintio.purchases().run();
            Use poster = Use.at(Instant.now())
                    .in(Territory.of("AT"))
                    .with(RightsDimension.USAGE, LicenseWords.word("advertising_print"));
            SourceRef licence = SourceRef.of("smintio", "license/tx-1");
            return smintio.require(RightsReader.class).rights(licence).permits(poster);
        }
        // end
    }
}
