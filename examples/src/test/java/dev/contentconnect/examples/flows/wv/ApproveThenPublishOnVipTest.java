package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.AudienceRules;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the Workflow Service to VIP; what is compared was read from VIP. */
class ApproveThenPublishOnVipTest {
    private static final List<Segment> AUDIENCE_THERE = List.of(
            Segment.region("DE"), Segment.region("AT"), new Segment(SegmentKind.PARTNER_PROGRAM, "Quillfeather"));

    private final String id = "spring-" + UUID.randomUUID();
    private final StateStore state = StateStore.inMemory();

    @TempDir
    private Path folder;

    private Packages packages;
    private Stage stage;
    private Connector vip;

    /** Where the flow runs. */
    Stage stage() {
        return Stage.sandboxes();
    }

    @BeforeEach
    void open() {
        stage = stage();
        vip = stage.eyes();
        packages = new Packages(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private ApproveThenPublish flow(AudienceRules audience) {
        return new ApproveThenPublish(
                stage.workflow(PowerCut.never()), stage.vip(PowerCut.never()), audience, state, stage.clock());
    }

    private ApproveThenPublish flow() {
        return flow(ApproveThenPublish.VIP_AUDIENCE);
    }

    private void answer(PackageOutcome outcome, Map<String, String> words) {
        Reviews.answer(stage.people(), ((PackageOutcome.Waiting) outcome).caseRef(), words);
    }

    /** The case of a real engine closes a moment after the last answer. */
    private PackageOutcome end(ApproveThenPublish flow, ContentPackage content) throws InterruptedException {
        PackageOutcome outcome = flow.advance(content);
        for (int i = 0; i < 100 && outcome instanceof PackageOutcome.Waiting; i++) {
            stage.clock().sleep(Duration.ofMillis(100));
            outcome = flow.advance(content);
        }
        return outcome;
    }

    private PackageOutcome run(ContentPackage content, Map<String, String> words) throws InterruptedException {
        PackageOutcome started = flow().start(content);
        if (started instanceof PackageOutcome.Waiting) {
            answer(started, words);
        }
        return end(flow(), content);
    }

    private Asset asset(ContentPackage content) {
        String key = content.items().get(0).asset().ref().toString();
        return vip.require(AssetReader.class).findByKey(key).orElseThrow();
    }

    private String bytes(Asset asset) throws Exception {
        try (InputStream in =
                vip.require(AssetReader.class).content(asset.ref(), null, null).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Publication> publications(Asset asset) {
        return vip.require(AssetPublisher.class).publications(asset.ref()).stream()
                .toList();
    }

    private List<CaseEvent> trail(CaseEventType type) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(memory -> {
            memory.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return events;
        });
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Test
    void bringsBytesMetadataRightsAndAudienceToVipOnce() throws Exception {
        ContentPackage content = packages.single(id);
        PackageOutcome published = run(content, Reviews.ALL_APPROVE);

        assertThat(published).isInstanceOf(PackageOutcome.Published.class);
        assertThat(run(content, Reviews.ALL_APPROVE)).isEqualTo(published);
        Asset hero = asset(content);
        assertThat(hero.title()).isEqualTo("Title of hero.txt");
        assertThat(hero.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(hero.segments()).containsExactlyInAnyOrderElementsOf(AUDIENCE_THERE);
        assertThat(bytes(hero)).isEqualTo("hero.txt 1");
        assertThat(vip.require(AssetReader.class).versions(hero.ref())).hasSize(1);
        RightsRecord rights = vip.require(RightsReader.class).rights(hero.ref());
        assertThat(rights.grants()).isEqualTo(content.items().get(0).rights().grants());
        assertThat(rights.holder()).isEqualTo("Studio Quillfeather");
        assertThat(publications(hero)).singleElement().satisfies(publication -> {
            assertThat(publication.status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(publication.audience()).containsExactlyInAnyOrderElementsOf(AUDIENCE_THERE);
            assertThat(publication.versions())
                    .isEqualTo(Map.of(hero.ref(), hero.currentVersion().id()));
            assertThat(publication.extensions().get("vip").get("note"))
                    .as("what VIP has no segment for is told")
                    .asString()
                    .contains("channel: web");
        });
    }

    @Test
    void publishesNothingBeforeTheLastDecision() {
        ContentPackage content = packages.single(id);
        answer(flow().start(content), Map.of("brand", "approved", "marketing", "approved"));

        assertThat(flow().advance(content))
                .isInstanceOfSatisfying(
                        PackageOutcome.Waiting.class,
                        waiting -> assertThat(waiting.open()).containsExactly("legal"));
        assertThat(vip.require(AssetReader.class).findByKey("files:" + id)).isEmpty();
    }

    @Test
    void leavesTheReasonOfARejectionOnTheRecordAndPublishesNothing() throws Exception {
        ContentPackage content = packages.single(id);
        PackageOutcome refused = run(content, Reviews.LEGAL_REJECTS);

        assertThat(refused).isEqualTo(new PackageOutcome.Refused(List.of("legal said rejected: not legal enough")));
        assertThat(run(content, Reviews.ALL_APPROVE)).isEqualTo(refused);
        Asset hero = asset(content);
        assertThat(hero.status()).isEqualTo(AssetStatus.HELD);
        assertThat(hero.currentVersion()).isNull();
        assertThat(hero.extensions().get("vip").get("state_note")).asString().contains("not legal enough");
        assertThat(publications(hero)).isEmpty();
        assertThat(vip.require(CommentThread.class).comments(hero.ref()))
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .contains("legal said rejected: not legal enough");
    }

    @Test
    void refusesWhatTheRightsDoNotAllowWhateverPeopleSay() throws Exception {
        ContentPackage content = packages.single(id, Packages.granted("DE"));

        assertThat(run(content, Reviews.ALL_APPROVE))
                .isEqualTo(new PackageOutcome.Refused(List.of("rights of " + id + ": territory_not_granted: AT")));
        assertThat(publications(asset(content))).isEmpty();
    }

    @Test
    void replacesTheOlderVersionOnlyWhenTheNewOneIsApproved() throws Exception {
        ContentPackage first = packages.single(id);
        run(first, Reviews.ALL_APPROVE);
        String old = asset(first).currentVersion().id();

        run(packages.single(id, "2"), Reviews.LEGAL_REJECTS);
        assertThat(bytes(asset(first))).isEqualTo("hero.txt 1");
        assertThat(asset(first).status()).isEqualTo(AssetStatus.PUBLISHED);

        run(packages.single(id, "3"), Reviews.ALL_APPROVE);
        Asset hero = asset(first);
        assertThat(bytes(hero)).isEqualTo("hero.txt 3");
        assertThat(vip.require(AssetReader.class).versions(hero.ref()))
                .extracting(AssetVersion::id)
                .containsExactly(hero.currentVersion().id(), old);
        assertThat(publications(hero))
                .extracting(publication -> publication.versions().get(hero.ref()))
                .containsExactlyInAnyOrder(old, hero.currentVersion().id());
    }

    @Test
    void doesNotLiftABlockOfThePeopleOfVip() throws Exception {
        ContentPackage first = packages.single(id);
        run(first, Reviews.ALL_APPROVE);
        Asset hero = asset(first);
        vip.require(RightsWriter.class).block(hero.ref(), "legal said so");

        assertThat(run(packages.single(id, "2"), Reviews.ALL_APPROVE))
                .isEqualTo(new PackageOutcome.Refused(List.of(id + " is blocked where it would be published")));
        assertThat(vip.require(RightsReader.class).rights(hero.ref()).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(bytes(hero)).isEqualTo("hero.txt 1");
    }

    @Test
    void saysInTheTrailThatVipRefusesAnAudienceAndGoesOnWhenItIsSaidDifferently() throws Exception {
        ContentPackage content = packages.single(id);
        answer(flow(AudienceRules.AS_IS).start(content), Reviews.ALL_APPROVE);

        assertThatThrownBy(() -> end(flow(AudienceRules.AS_IS), content))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        refused ->
                                assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE));
        assertThat(publications(asset(content))).isEmpty();
        assertThat(asset(content).status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(trail(CaseEventType.FLOW_FAILED)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(content.ref());
            assertThat(event.note()).contains("channel");
        });

        assertThat(end(flow(), content)).isInstanceOf(PackageOutcome.Published.class);
        assertThat(vip.require(AssetReader.class).versions(asset(content).ref()))
                .hasSize(1);
    }

    @Test
    void saysInTheTrailThatVipDoesNotTakeAFile() throws Exception {
        ContentPackage content = packages.named(id, "hero.exe");
        answer(flow().start(content), Reviews.ALL_APPROVE);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> end(flow(), content)).isInstanceOf(ConnectorException.class);
        }
        assertThat(trail(CaseEventType.FLOW_FAILED)).hasSize(1);
        assertThat(trail(CaseEventType.ASSET_PUBLISHED)).isEmpty();
        assertThat(publications(asset(content))).isEmpty();
    }
}
