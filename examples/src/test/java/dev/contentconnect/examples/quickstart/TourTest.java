package dev.contentconnect.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.json.CaseEventLines;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.wv.ApproveThenPublish;
import dev.contentconnect.examples.flows.wv.ContentPackage;
import dev.contentconnect.examples.flows.wv.PackageOutcome;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow on the sandboxes of both systems; what is compared was read from the target system. */
class TourTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Test
    void bringsBytesMetadataAndRightsToTheTargetSystemOnce() throws Exception {
        ContentPackage content = MediaFolder.shipped().read(Launch.CAMPAIGN.get(0));
        try (StateStore state = StateStore.inMemory();
                Systems systems = start()) {
            PackageOutcome first = take(systems, state, content);
            // A process that has lost its memory, too, ends in the same state.
            PackageOutcome second = take(systems, StateStore.inMemory(), content);

            assertThat(second).isEqualTo(first).isInstanceOf(PackageOutcome.Published.class);
            AssetReader reader = systems.target().require(AssetReader.class);
            Asset hero = reader.findByKey("files:campaign/ridge-hero.jpg").orElseThrow();
            assertThat(hero.status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(hero.title()).isEqualTo(content.items().get(0).asset().title());
            assertThat(reader.versions(hero.ref())).hasSize(1);
            try (InputStream arrived = reader.content(hero.ref(), null, null).open();
                    InputStream sent = content.items().get(0).content().open()) {
                assertThat(arrived.readAllBytes()).isEqualTo(sent.readAllBytes());
            }
            assertThat(systems.target()
                            .require(RightsReader.class)
                            .rights(hero.ref())
                            .grants())
                    .isEqualTo(content.items().get(0).rights().grants());
            assertThat(systems.target().require(AssetPublisher.class).publications(hero.ref()))
                    .singleElement()
                    .satisfies(publication -> assertThat(publication.audience())
                            .containsExactlyInAnyOrderElementsOf(
                                    ApproveThenPublish.VIP_AUDIENCE.segments(content.audience())));
        }
    }

    @Test
    void leavesTheReasonOfARejectionOnTheRecord() {
        ContentPackage content = MediaFolder.shipped().read(Launch.REFUSED.get(0));
        try (StateStore state = StateStore.inMemory();
                Systems systems = start()) {
            PackageOutcome first = take(systems, state, content);

            assertThat(take(systems, StateStore.inMemory(), content)).isEqualTo(first);
            Asset record = systems.target()
                    .require(AssetReader.class)
                    .findByKey("files:refused/summit-portrait.jpg")
                    .orElseThrow();
            assertThat(record.status()).isEqualTo(AssetStatus.HELD);
            assertThat(record.currentVersion()).isNull();
            assertThat(systems.target().require(CommentThread.class).comments(record.ref()))
                    .singleElement()
                    .satisfies(comment -> assertThat(comment.text()).contains("has not agreed"));
            assertThat(systems.target().require(AssetPublisher.class).publications(record.ref()))
                    .isEmpty();
        }
    }

    @Test
    void tellsEveryStepAndLeavesTrailReportAndMemory(@TempDir Path folder) throws Exception {
        Output output = new Output(folder);
        Files.writeString(output.trail(), "of an earlier run");
        QuickStart.run(real(), output, narrator);

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("legal: Jonas takes it and says rejected: the person shown has not agreed")
                .contains("partner_program Studio Quillfeather")
                .contains("expired: 2024-02-01T00:00:00Z")
                .contains("no_grant_stated")
                .contains("4 packages published, 3 refused")
                .containsPattern(
                        "workflow   [1-9]\\d+ calls, \\d+ failed, \\d+\\.\\d ms each, the longest [1-9]\\d* ms")
                .containsPattern("vip        [1-9]\\d+ calls, \\d+ failed")
                .containsPattern("requests   [1-9]\\d+, of which \\d+ ended with an error")
                .contains(output.trail().toString())
                .contains(output.report().toUri().toString());
        try (Stream<CaseEvent> events = CaseEventLines.read(output.trail())) {
            assertThat(events.map(event -> event.type().value()))
                    .contains("case.opened", "approval.decided", "case.resolved", "asset.published", "flow.refused");
        }
        assertThat(Files.readString(output.report()))
                .contains(
                        "Every one of 6 publications had a valid approval", "3 flows ended by rule", "Summit portrait");
        assertThat(output.state()).isNotEmptyFile();
    }

    @Test
    void knowsOneOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuickStart.main(new String[] {"--engine"}))
                .withMessageContaining("--real");
    }

    /** Where the flow runs. */
    Systems start() {
        return Systems.sandboxes(HostServices.defaults());
    }

    /** Whether these are the real servers. */
    boolean real() {
        return false;
    }

    private PackageOutcome take(Systems systems, StateStore state, ContentPackage content) {
        return new Tour(systems.workflow(), systems.target(), state, TimeSource.system(), narrator).take(content);
    }
}
