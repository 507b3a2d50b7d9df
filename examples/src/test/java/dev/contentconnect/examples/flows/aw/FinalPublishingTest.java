package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.FinalPublishing.ReviewedPackage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the records in Aprimo and from the workflow service. */
class FinalPublishingTest {
    private static final Map<String, String> YES = Map.of("brand", "approved", "legal", "approved");

    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory();
    private final FinalPublishing flow = flow(PowerCut.never(), state);
    private final AssetReader reader = stage.planning.require(AssetReader.class);

    @AfterEach
    void close() {
        stage.close();
    }

    private FinalPublishing flow(PowerCut cut, StateStore memory) {
        return new FinalPublishing(stage.desk.workflow(cut), stage.aprimo(cut), memory, stage.clock);
    }

    private String version(SourceRef asset) {
        return reader.get(asset).currentVersion().id();
    }

    private ReviewedPackage content(String id, SourceRef... assets) {
        Map<SourceRef, String> versions = new LinkedHashMap<>();
        for (SourceRef asset : assets) {
            versions.put(asset, version(asset));
        }
        return new ReviewedPackage(
                SourceRef.of("launch", id),
                "Package " + id,
                versions,
                List.of("brand", "legal"),
                List.of("web", "social"),
                null);
    }

    private SourceRef asked(ReviewedPackage content) {
        return ((Standing.Waiting) flow.advance(content)).caseRef();
    }

    private AssetStatus status(SourceRef asset) {
        return reader.get(asset).status();
    }

    private List<Publication> publications(SourceRef asset) {
        return stage.planning.require(AssetPublisher.class).publications(asset).stream()
                .toList();
    }

    private void upload(SourceRef asset, String key) {
        stage.planning.require(AssetWriter.class).addVersion(asset, key, AwStage.file(key));
        stage.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void publishesAllOfItAfterTheLastApprovalAndNotBefore() {
        SourceRef hero = stage.poster("hero");
        SourceRef banner = stage.poster("banner");
        ReviewedPackage content = content("summer", hero, banner);
        SourceRef caseRef = asked(content);
        stage.answer(caseRef, Map.of("brand", "approved"));
        assertThat(flow.advance(content)).isEqualTo(new Standing.Waiting(caseRef, List.of("legal")));
        assertThat(List.of(status(hero), status(banner))).containsOnly(AssetStatus.DRAFT);
        stage.answer(caseRef, YES);

        assertThat(flow.advance(content)).isEqualTo(new Standing.Done(caseRef, "published"));
        assertThat(List.of(status(hero), status(banner))).containsOnly(AssetStatus.PUBLISHED);
        assertThat(publications(hero)).hasSize(1).isEqualTo(publications(banner));
        assertThat(stage.report(state).cases().resolved()).isOne();
    }

    @Test
    void publishesNothingWhenSomebodySaysNo() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        stage.answer(asked(content), Map.of("brand", "approved", "legal", "rejected"));

        assertThat(flow.advance(content))
                .isEqualTo(new Standing.Refused(List.of("legal said rejected: not legal enough")));
        assertThat(status(hero)).isEqualTo(AssetStatus.DRAFT);
        assertThat(publications(hero)).isEmpty();
    }

    @Test
    void publishesNoNewerVersionThanTheOneThatWasApproved() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        SourceRef caseRef = asked(content);
        stage.answer(caseRef, YES);
        upload(hero, "hero 2");

        assertThat(flow.advance(content)).isInstanceOf(Standing.Refused.class);
        assertThat(status(hero)).isEqualTo(AssetStatus.DRAFT);
        ReviewedPackage newer = content("summer", hero);
        SourceRef second = asked(newer);
        assertThat(second).isNotEqualTo(caseRef);
        stage.answer(second, YES);
        assertThat(flow.advance(newer)).isInstanceOf(Standing.Done.class);
        assertThat(status(hero)).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void callsTheReviewOffWhenThePackageChanges() {
        SourceRef hero = stage.poster("hero");
        SourceRef first = asked(content("summer", hero));
        upload(hero, "hero 2");
        SourceRef second = asked(content("summer", hero));
        assertThat(second).isNotEqualTo(first);
        assertThat(stage.read(first).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void publishesOnceAndLeavesWhatPeopleTakeBackWhereTheyPutIt() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        SourceRef caseRef = asked(content);
        assertThat(asked(content)).isEqualTo(caseRef);
        stage.answer(caseRef, YES);
        Standing end = flow.advance(content);
        stage.planning.require(AssetPublisher.class).withdraw(hero, "the model withdrew");
        AssetStatus withdrawn = status(hero);

        assertThat(flow.advance(content)).isEqualTo(end);
        assertThat(status(hero)).isEqualTo(withdrawn).isNotEqualTo(AssetStatus.PUBLISHED);
        assertThat(AwStage.events(state, CaseEventType.ASSET_PUBLISHED)).hasSize(1);
    }

    @Test
    void publishesOnceWheneverItDies() throws Exception {
        Map<String, ReviewedPackage> packages = new HashMap<>();
        Interruptions.survived(
                "package",
                (id, cut, memory) -> {
                    ReviewedPackage content = packages.computeIfAbsent(
                            id, any -> content(any, stage.poster(any + "a"), stage.poster(any + "b")));
                    FinalPublishing cutOff = flow(cut, memory);
                    if (cutOff.advance(content) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(content);
                    }
                },
                (id, memory) -> {
                    ReviewedPackage content = packages.get(id);
                    content.versions().forEach((asset, version) -> {
                        assertThat(status(asset)).as(id).isEqualTo(AssetStatus.PUBLISHED);
                        assertThat(version(asset)).as(id).isEqualTo(version);
                        assertThat(publications(asset)).as(id).hasSize(1);
                    });
                    assertThat(stage.desk.opened(content.ref())).as(id).hasSize(1);
                    assertThat(AwStage.events(memory, CaseEventType.ASSET_PUBLISHED))
                            .as(id)
                            .hasSize(2);
                });
    }

    @Test
    void publishesNothingWheneverItDiesWhenSomebodySaysNo() throws Exception {
        Map<String, ReviewedPackage> packages = new HashMap<>();
        Interruptions.survived(
                "refused",
                (id, cut, memory) -> {
                    ReviewedPackage content =
                            packages.computeIfAbsent(id, any -> content(any, stage.poster(any + "a")));
                    FinalPublishing cutOff = flow(cut, memory);
                    if (cutOff.advance(content) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), Map.of("brand", "rejected", "legal", "approved"));
                        cutOff.advance(content);
                    }
                },
                (id, memory) -> {
                    SourceRef asset =
                            packages.get(id).versions().keySet().iterator().next();
                    assertThat(status(asset)).as(id).isEqualTo(AssetStatus.DRAFT);
                    assertThat(publications(asset)).as(id).isEmpty();
                    assertThat(AwStage.events(memory, CaseEventType.FLOW_REFUSED))
                            .as(id)
                            .hasSize(1);
                });
    }
}
