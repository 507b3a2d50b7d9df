package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Stage;
import dev.contentconnect.core.testkit.Wiring;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A sandbox, a clock and a connector, for tests. */
final class Tenant extends Stage<AprimoSandbox, AprimoConnector> {
    static final byte[] BYTES = "some bytes of a poster".getBytes(StandardCharsets.UTF_8);
    static final Map<String, String> ASSET_FIELDS = Map.of(
            "title", "Title",
            "description", "Description",
            "market", "Market",
            "language", "LanguageOf",
            "tags", "Keywords");
    static final Map<String, String> RIGHTS_FIELDS = Map.of(
            "status", "RightsStatus",
            "holder", "RightsHolder",
            "usageTerms", "RightsTerms",
            "validFrom", "RightsFrom",
            "validUntil", "RightsUntil",
            "territories", "RightsTerritories",
            "record", "RightsRecord",
            "block", "Blocked, because");

    static final Map<String, String> APPROVAL_FIELDS = Map.of(
            "status", "ApprovalStatus",
            "record", "Approvals",
            "version", "ApprovedVersion",
            "approver", "Approver",
            "decidedOn", "ApprovedOn");
    static final Secret CALLOUT_SECRET = Secret.of("a secret that rules sign with 4711");

    Tenant() {
        this(builder -> builder);
    }

    Tenant(UnaryOperator<AprimoConfigBuilder> options) {
        super(
                AprimoSandbox::new,
                (clock, sandbox) -> AprimoConnector.create(
                        options.apply(options(new Wiring(clock).apply(AprimoConfig.builder()), sandbox))
                                .build()));
    }

    static AprimoConfigBuilder options(AprimoConfigBuilder builder, AprimoSandbox sandbox) {
        return builder.endpoint(sandbox.endpoint())
                .loginEndpoint(sandbox.endpoint())
                .clientId(AprimoSandbox.CLIENT_ID)
                .clientSecret(Secret.of(AprimoSandbox.CLIENT_SECRET))
                .language("en-US")
                .keyField(AprimoSandbox.KEY_FIELD)
                .classification(AprimoSandbox.INBOX)
                .assetFields(ASSET_FIELDS)
                .rightsFields(RIGHTS_FIELDS)
                .publicationField("Publications")
                .approvalFields(APPROVAL_FIELDS)
                .webhookSecrets(List.of(CALLOUT_SECRET));
    }

    AprimoClient client() {
        return connector.client();
    }

    static SourceRef ref(String id) {
        return SourceRef.of("aprimo", id);
    }

    static Content content(byte[] bytes, String name) {
        return content(bytes, name, "image/jpeg");
    }

    Asset poster(String key) {
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "1")).title("Poster").build();
        return the(AssetWriter.class).create(new AssetDraft(key, metadata, content(BYTES, "poster.jpg")));
    }

    /** Lets the index catch up. */
    void settle() {
        clock.advance(Duration.ofMinutes(1));
    }
}
