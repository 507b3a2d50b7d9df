package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.FinalPublishing.ReviewedPackage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class FinalPublishingInterruptedTest extends PublishingScene {
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

    private ReviewedPackage ofThree(String id) {
        return content(id, stage.poster(id + "a"), stage.poster(id + "b"), stage.poster(id + "c"));
    }

    /** As far as it goes when everybody says yes. */
    private void advanceWithAYes(FinalPublishing flow, ReviewedPackage content) {
        if (flow.advance(content) instanceof Standing.Waiting waiting) {
            stage.answer(waiting.caseRef(), YES);
            flow.advance(content);
        }
    }

    @Test
    void leavesNothingReleasedThatIsNoPublicationWhenAnotherVersionComesAfterItDied() throws Exception {
        Map<String, ReviewedPackage> packages = new HashMap<>();
        Set<String> uploaded = new HashSet<>();
        Interruptions.survived(
                "renewed",
                (id, cut, memory) -> {
                    FinalPublishing cutOff = flow(cut, memory);
                    if (!packages.containsKey(id)) {
                        packages.put(id, ofThree(id));
                        advanceWithAYes(cutOff, packages.get(id));
                    } else if (uploaded.add(id)) {
                        packages.get(id).versions().keySet().forEach(asset -> upload(asset, asset.id() + " 2"));
                    }
                    advanceWithAYes(cutOff, packages.get(id));
                },
                (id, memory) -> {
                    int out = AwStage.events(memory, CaseEventType.ASSET_PUBLISHED)
                            .size();
                    packages.get(id).versions().keySet().forEach(asset -> {
                        assertThat(status(asset))
                                .as(id)
                                .isEqualTo(out == 0 ? AssetStatus.DRAFT : AssetStatus.PUBLISHED);
                        assertThat(publications(asset)).as(id).hasSize(out == 0 ? 0 : 1);
                    });
                });
    }

    /** The process dies while it publishes, and then the host hands over the package with other versions, which nobody wants. */
    @Test
    void leavesNothingReleasedThatIsNoPublicationWhenThePackageIsAnotherOneAfterItDied() throws Exception {
        Map<String, ReviewedPackage> packages = new HashMap<>();
        Map<String, ReviewedPackage> others = new HashMap<>();
        Interruptions.survived(
                "replaced",
                (id, cut, memory) -> {
                    FinalPublishing cutOff = flow(cut, memory);
                    if (!packages.containsKey(id)) {
                        packages.put(id, ofThree(id));
                        advanceWithAYes(cutOff, packages.get(id));
                        return;
                    }
                    ReviewedPackage other = others.computeIfAbsent(id, any -> newer(any, packages.get(any)));
                    if (cutOff.advance(other) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), Map.of("brand", "rejected", "legal", "approved"));
                        assertThat(cutOff.advance(other)).as(id).isInstanceOf(Standing.Refused.class);
                    }
                    cutOff.advance(packages.get(id));
                },
                (id, memory) -> {
                    int out = AwStage.events(memory, CaseEventType.ASSET_PUBLISHED)
                            .size();
                    packages.get(id).versions().keySet().forEach(asset -> {
                        assertThat(status(asset))
                                .as(id)
                                .isEqualTo(out == 0 ? AssetStatus.DRAFT : AssetStatus.PUBLISHED);
                        assertThat(publications(asset)).as(id).hasSize(out == 0 ? 0 : 1);
                    });
                });
    }

    private ReviewedPackage newer(String id, ReviewedPackage before) {
        SourceRef[] assets = before.versions().keySet().toArray(SourceRef[]::new);
        for (SourceRef asset : assets) {
            upload(asset, asset.id() + " 2");
        }
        return content(id, assets);
    }
}
