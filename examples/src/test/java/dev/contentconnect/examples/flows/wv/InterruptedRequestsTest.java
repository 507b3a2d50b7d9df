package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.testkit.reference.ReferenceConfig;
import dev.contentconnect.core.testkit.reference.ReferenceConnector;
import dev.contentconnect.core.testkit.reference.ReferenceSandbox;
import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends after any single request of the real connectors, and a new one finishes: nothing is there twice. */
class InterruptedRequestsTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final WorkflowSandbox desk = new WorkflowSandbox(clock);
    private final ReferenceSandbox shop = new ReferenceSandbox(clock);
    private final Connector people = desk(PowerCut.never());
    private final Connector eyes = shop(PowerCut.never());

    @TempDir
    private Path folder;

    @BeforeEach
    void deploy() {
        try (WorkflowConnector setUp = desk(PowerCut.never())) {
            ModelLibrary.deployAll(setUp.client());
        }
    }

    @AfterEach
    void close() {
        people.close();
        eyes.close();
        desk.close();
        shop.close();
    }

    private WorkflowConnector desk(PowerCut cut) {
        return WorkflowConnector.create(WorkflowConfig.builder()
                .endpoint(desk.endpoint())
                .tenant(WorkflowSandbox.TENANT)
                .clientId(WorkflowSandbox.CLIENT_ID)
                .clientSecret(Secret.of(WorkflowSandbox.CLIENT_SECRET))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    private Connector shop(PowerCut cut) {
        return ReferenceConnector.create(ReferenceConfig.builder()
                .endpoint(shop.endpoint())
                .clientId(ReferenceSandbox.CLIENT_ID)
                .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    @Test
    void publishesOnceAndWhole() throws Exception {
        survivesEveryRequest("approved", content -> {
            Asset asset = asset(content);
            AssetReader reader = eyes.require(AssetReader.class);
            assertThat(reader.versions(asset.ref()))
                    .extracting(AssetVersion::id)
                    .containsExactly(asset.currentVersion().id());
            try (InputStream bytes = reader.content(asset.ref(), null, null).open()) {
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("hero.txt 1");
            }
            assertThat(eyes.require(RightsReader.class).rights(asset.ref()).grants())
                    .hasSize(1);
            assertThat(eyes.require(AssetPublisher.class).publications(asset.ref()))
                    .singleElement()
                    .extracting(Publication::versions)
                    .isEqualTo(Map.of(asset.ref(), asset.currentVersion().id()));
        });
    }

    @Test
    void refusesOnceAndSaysWhy() throws Exception {
        survivesEveryRequest("rejected", content -> {
            Asset asset = asset(content);
            assertThat(asset.currentVersion()).isNull();
            assertThat(asset.status().value()).isEqualTo("held");
            assertThat(eyes.require(AssetPublisher.class).publications(asset.ref()))
                    .isEmpty();
            assertThat(eyes.require(CommentThread.class).comments(asset.ref()))
                    .singleElement()
                    .extracting(Comment::text)
                    .asString()
                    .contains("legal said rejected");
        });
    }

    private interface Proof {
        void of(ContentPackage content) throws Exception;
    }

    private void survivesEveryRequest(String legal, Proof proof) throws Exception {
        boolean killed = true;
        int moment = 0;
        while (killed) {
            ContentPackage content = new Packages(folder).single("after-request-" + moment);
            StateStore state = StateStore.inMemory();
            PowerCut cut = new PowerCut(moment);
            killed = isKilled(() -> run(flow(cut, state), content, legal));
            PackageOutcome outcome = run(flow(PowerCut.never(), state), content, legal);
            assertThat(outcome)
                    .as(content.id())
                    .isInstanceOf(
                            legal.equals("approved") ? PackageOutcome.Published.class : PackageOutcome.Refused.class);
            assertThat(asked(content))
                    .as(content.id())
                    .extracting(Approval::stakeholder)
                    .containsExactlyInAnyOrderElementsOf(ApproveThenPublish.STAKEHOLDERS);
            proof.of(content);
            moment++;
        }
        assertThat(moment).as("requests").isGreaterThan(20);
    }

    private ApproveThenPublish flow(PowerCut cut, StateStore state) {
        return new ApproveThenPublish(desk(cut), shop(cut), state, clock);
    }

    private static boolean isKilled(Runnable run) {
        try {
            run.run();
            return false;
        } catch (PowerCut.Killed expected) {
            return true;
        }
    }

    private PackageOutcome run(ApproveThenPublish flow, ContentPackage content, String legal) {
        PackageOutcome outcome = flow.start(content);
        if (outcome instanceof PackageOutcome.Waiting waiting) {
            decide(waiting, legal);
            outcome = flow.advance(content);
        }
        return outcome;
    }

    private void decide(PackageOutcome.Waiting waiting, String legal) {
        CaseDesk cases = people.require(CaseDesk.class);
        people.require(ApprovalDesk.class).query(ApprovalQuery.ALL.ofCase(waiting.caseRef())).stream()
                .filter(approval -> !approval.status().isFinal())
                .toList()
                .forEach(approval -> {
                    String word = "legal".equals(approval.stakeholder()) ? legal : "approved";
                    cases.complete(approval.ref(), TaskResult.of(word, null, Actor.of("somebody@example.com")));
                });
    }

    private Asset asset(ContentPackage content) {
        SourceRef made = content.items().get(0).asset().ref();
        return eyes.require(AssetReader.class).findByKey(made.toString()).orElseThrow();
    }

    /** All that was ever asked about a package, whichever case it belongs to. */
    private List<Approval> asked(ContentPackage content) {
        return people.require(ApprovalDesk.class).query(ApprovalQuery.ALL).stream()
                .filter(approval -> content.ref().equals(approval.subject()))
                .toList();
    }
}
