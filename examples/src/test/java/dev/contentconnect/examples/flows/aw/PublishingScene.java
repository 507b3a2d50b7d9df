package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.FinalPublishing.ReviewedPackage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Packages that are reviewed, and the flow AW6. */
abstract class PublishingScene {
    static final Map<String, String> YES = Map.of("brand", "approved", "legal", "approved");

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    final FinalPublishing flow = flow(PowerCut.never(), state);
    final AssetReader reader = stage.planning.require(AssetReader.class);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    FinalPublishing flow(PowerCut cut, StateStore memory) {
        return new FinalPublishing(stage.desk.workflow(cut), stage.aprimo(cut), memory, stage.time());
    }

    String version(SourceRef asset) {
        return reader.get(asset).currentVersion().id();
    }

    ReviewedPackage content(String id, SourceRef... assets) {
        Map<SourceRef, String> versions = new LinkedHashMap<>();
        for (SourceRef asset : assets) {
            versions.put(asset, version(asset));
        }
        return new ReviewedPackage(
                SourceRef.of("launch", stage.own(id)),
                "Package " + id,
                versions,
                List.of("brand", "legal"),
                List.of("web", "social"),
                null);
    }

    SourceRef asked(ReviewedPackage content) {
        return ((Standing.Waiting) flow.advance(content)).caseRef();
    }

    AssetStatus status(SourceRef asset) {
        return reader.get(asset).status();
    }

    List<Publication> publications(SourceRef asset) {
        return stage.planning.require(AssetPublisher.class).publications(asset).stream()
                .toList();
    }

    void upload(SourceRef asset, String key) {
        stage.planning.require(AssetWriter.class).addVersion(asset, key, AwStage.file(key));
        stage.clock.advance(Duration.ofMinutes(1));
    }
}
