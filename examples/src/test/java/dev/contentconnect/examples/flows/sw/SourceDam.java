package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system behind the portal, and the adapter that brings to the portal what it has: the portal's own work, when it likes. */
final class SourceDam implements OnboardingRules, AutoCloseable {
    final IconikConnector library;
    private final SwStage stage;
    private final IconikSandbox media;

    SourceDam(SwStage stage) {
        this.stage = stage;
        this.media = new IconikSandbox(stage.clock);
        media.define(IconikSandbox.ASSET_VIEW, List.of(Map.of("name", "Brand", "field_type", "string", "multi", true)));
        this.library = iconik(PowerCut.never());
    }

    IconikConnector iconik(PowerCut cut) {
        return IconikConnector.create(IconikConfig.builder()
                .endpoint(media.endpoint())
                .appId(IconikSandbox.APP_ID)
                .authToken(Secret.of(IconikSandbox.TOKEN))
                .assetView(IconikSandbox.ASSET_VIEW)
                .assetFields(Map.of("segment.brand", "Brand"))
                .rightsView(IconikSandbox.RIGHTS_VIEW)
                .stepPerAttempt(cut.onRequests())
                .time(stage.clock)
                .build());
    }

    /** Somebody ingests a file, and the portal shows it; its identity there. */
    SourceRef ingest(String title) {
        String id = media.personUploads(title, title.getBytes(StandardCharsets.UTF_8));
        return stage.upload(id);
    }

    void addsVersion(SourceRef shown) {
        media.personAddsVersion(of(shown).id(), ("again " + shown).getBytes(StandardCharsets.UTF_8));
    }

    /** The adapter runs: the portal follows its source, and takes that for another version. */
    void adapt(SourceRef shown) {
        Asset asset = asset(shown);
        if (!asset.tags().isEmpty()) {
            stage.sandbox.sets(
                    shown.id(), "localizedTags", "localized_strings_array_model", Map.of("x-default", asset.tags()));
        }
        stage.newVersion(shown, String.valueOf(asset.updatedAt()));
    }

    void bin(SourceRef shown) {
        library.client().assets().delete(of(shown).id());
    }

    Asset asset(SourceRef shown) {
        return library.require(AssetReader.class).get(of(shown));
    }

    RightsRecord rights(SourceRef shown) {
        return library.require(RightsReader.class).rights(of(shown));
    }

    private SourceRef of(SourceRef shown) {
        return origin(shown).orElseThrow();
    }

    /** The scoped id is the adapter, the kind and the id in the source. */
    @Override
    public Optional<SourceRef> origin(SourceRef shown) {
        String[] parts = shown.id().split(":", -1);
        return parts.length == 4 && parts[0].equals("dam")
                ? Optional.of(SourceRef.of(IconikConnector.SYSTEM, parts[2]))
                : Optional.empty();
    }

    @Override
    public Segment category(String word) {
        return Segment.brand(word);
    }

    @Override
    public Map<String, String> groups() {
        return Map.of("creativeGroup", "editors", "productGroup", "librarians");
    }

    @Override
    public void close() {
        library.close();
        media.close();
    }
}
