package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends after any single request, a new one finishes: nothing is in VIP twice, and nothing is missing. */
class ApproveThenPublishInterruptedTest {
    private final Stage stage = Stage.sandboxes();
    private final Connector vip = stage.eyes();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    private ApproveThenPublish flow(PowerCut cut, StateStore state) {
        return new ApproveThenPublish(
                stage.workflow(cut), stage.vip(cut), ApproveThenPublish.VIP_AUDIENCE, state, stage.clock());
    }

    private void survives(Map<String, String> words, Class<? extends PackageOutcome> end, Interruptions.Proof proof)
            throws Exception {
        Interruptions.survived(
                "cut",
                (id, cut, state) -> {
                    ContentPackage content = new Packages(folder).single(id);
                    ApproveThenPublish flow = flow(cut, state);
                    PackageOutcome outcome = flow.start(content);
                    if (outcome instanceof PackageOutcome.Waiting waiting) {
                        Reviews.answer(stage.people(), waiting.caseRef(), words);
                        outcome = flow.advance(content);
                    }
                    assertThat(outcome).as(id).isInstanceOf(end);
                },
                (id, state) -> {
                    assertThat(asked(id))
                            .as(id)
                            .extracting(Approval::stakeholder)
                            .containsExactlyInAnyOrderElementsOf(ApproveThenPublish.STAKEHOLDERS);
                    assertThat(report(state).cases().opened()).as(id).isOne();
                    assertThat(report(state).cases().resolved()).as(id).isOne();
                    proof.of(id, state);
                });
    }

    @Test
    void publishesOnceAndWhole() throws Exception {
        survives(Reviews.ALL_APPROVE, PackageOutcome.Published.class, (id, state) -> {
            Asset asset = asset(id);
            AssetReader reader = vip.require(AssetReader.class);
            assertThat(asset.status()).as(id).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(reader.versions(asset.ref()))
                    .as(id)
                    .extracting(AssetVersion::id)
                    .containsExactly(asset.currentVersion().id());
            try (InputStream bytes = reader.content(asset.ref(), null, null).open()) {
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("hero.txt 1");
            }
            assertThat(vip.require(RightsReader.class).rights(asset.ref()).grants())
                    .as(id)
                    .hasSize(1);
            assertThat(vip.require(AssetPublisher.class).publications(asset.ref()))
                    .as(id)
                    .singleElement()
                    .returns(AssetStatus.PUBLISHED, Publication::status)
                    .returns(Map.of(asset.ref(), asset.currentVersion().id()), Publication::versions);
            assertThat(report(state).compliance().valid()).as(id).isOne();
        });
    }

    @Test
    void refusesOnceAndSaysWhy() throws Exception {
        survives(Reviews.LEGAL_REJECTS, PackageOutcome.Refused.class, (id, state) -> {
            Asset asset = asset(id);
            assertThat(asset.currentVersion()).as(id).isNull();
            assertThat(asset.status()).as(id).isEqualTo(AssetStatus.HELD);
            assertThat(vip.require(AssetPublisher.class).publications(asset.ref()))
                    .as(id)
                    .isEmpty();
            assertThat(vip.require(CommentThread.class).comments(asset.ref()))
                    .as(id)
                    .singleElement()
                    .extracting(Comment::text)
                    .asString()
                    .contains("legal said rejected");
        });
    }

    /** What broke off may be seen already: it is not seen beside another one when a newer version comes. */
    @Test
    void showsOneVersionWheneverItDiesBeforeANewerOneComes() throws Exception {
        Packages packages = new Packages(folder);
        Set<String> begun = new HashSet<>();
        Interruptions.survived(
                "newer",
                (id, cut, state) -> {
                    if (begun.add(id)) {
                        run(packages.single(id), cut, state);
                    } else {
                        run(packages.single(id, "2"), cut, state);
                    }
                },
                (id, state) -> {
                    Asset asset = asset(id);
                    assertThat(seen(id))
                            .as(id)
                            .containsExactly(asset.currentVersion().id());
                    assertThat(report(state).compliance().violations()).as(id).isEmpty();
                });
    }

    /** People hold the asset in between: what nobody had seen of the older version is not brought out either. */
    @Test
    void bringsNothingOutThatPeopleTookBackBeforeANewerOneComes() throws Exception {
        Packages packages = new Packages(folder);
        Set<String> begun = new HashSet<>();
        Set<String> taken = new HashSet<>();
        Interruptions.survived(
                "taken",
                (id, cut, state) -> {
                    if (begun.add(id)) {
                        run(packages.single(id), cut, state);
                        return;
                    }
                    Optional<Asset> there = vip.require(AssetReader.class).findByKey("files:" + id);
                    if (there.isPresent() && taken.add(id)) {
                        vip.require(AssetPublisher.class).hold(there.get().ref(), "a complaint");
                    }
                    flow(cut, state).start(packages.single(id, "2"));
                },
                (id, state) -> {
                    if (taken.contains(id)) {
                        assertThat(seen(id)).as(id).isEmpty();
                    }
                });
    }

    private void run(ContentPackage content, PowerCut cut, StateStore state) {
        if (flow(cut, state).start(content) instanceof PackageOutcome.Waiting waiting) {
            Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
            flow(cut, state).advance(content);
        }
    }

    /** The versions that a stranger gets. */
    private List<String> seen(String id) throws Exception {
        List<String> seen = new ArrayList<>();
        for (AssetVersion version :
                vip.require(AssetReader.class).versions(asset(id).ref())) {
            if (stage.isPublic(version.id())) {
                seen.add(version.id());
            }
        }
        return seen;
    }

    @Test
    void hangsUnderTheFeedOfTheWorkflowService() {
        ContentPackage content = new Packages(folder).single("by-feed");
        StateStore state = StateStore.inMemory();
        ApproveThenPublish flow = flow(PowerCut.never(), state);
        Map<String, ContentPackage> packages = Map.of("wv1:by-feed@1", content);
        try (FeedRunner runner = FeedRunner.builder("wv1", state, item -> {
                    ContentPackage about =
                            packages.get(String.valueOf(item.event().caseKey()));
                    if (about != null) {
                        flow.advance(about);
                    }
                })
                .poll(stage.people().require(CaseFeed.class), Duration.ofSeconds(30))
                .build()) {
            runner.runUntilIdle();
            PackageOutcome started = flow.start(content);
            Reviews.answer(stage.people(), ((PackageOutcome.Waiting) started).caseRef(), Reviews.ALL_APPROVE);
            runner.runUntilIdle();
        }

        assertThat(asset("by-feed").status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    private Asset asset(String id) {
        return vip.require(AssetReader.class).findByKey("files:" + id).orElseThrow();
    }

    private GovernanceReport report(StateStore state) {
        return state.read(view ->
                GovernanceReport.of(view, ReportSettings.asOf(stage.clock().now())));
    }

    /** All that was ever asked about a package, whichever case it belongs to. */
    private List<Approval> asked(String id) {
        return stage.people().require(ApprovalDesk.class).query(ApprovalQuery.ALL).stream()
                .filter(approval ->
                        approval.subject() != null && approval.subject().id().equals(id))
                .toList();
    }
}
