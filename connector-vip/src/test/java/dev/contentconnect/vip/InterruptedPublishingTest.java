package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WirePost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends after any request of a publication; the same key finishes it. */
class InterruptedPublishingTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final VipSandbox sandbox = new VipSandbox(clock);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private VipConnector vip(PowerCut cut) {
        return VipConnector.create(VipConfig.wordpress()
                .endpoint(sandbox.endpoint())
                .username(VipSandbox.ADMIN)
                .applicationPassword(Secret.of(VipSandbox.PASSWORD))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    @Test
    void leavesOnlyTheNewestVersionVisible() {
        try (VipConnector eyes = vip(PowerCut.never())) {
            boolean killed = true;
            int moment = 0;
            for (; killed; moment++) {
                SourceRef asset = asset(eyes, moment);
                List<String> versions = new ArrayList<>(List.of(asset.id()));
                for (String name : List.of("2", "3")) {
                    AssetVersion next = eyes.require(AssetWriter.class)
                            .addVersion(asset, name, Pictures.content(Pictures.png(8, 8, 3), "next.png"));
                    versions.add(next.id());
                    killed = isKilled(moment, request(asset, next, moment));
                    eyes.require(AssetPublisher.class).publish(request(asset, next, moment));

                    assertThat(versions)
                            .as("visible after request " + moment + " of version " + name)
                            .filteredOn(one -> "inherit"
                                    .equals(eyes.wordpress()
                                            .media()
                                            .get(Long.parseLong(one))
                                            .status()))
                            .containsExactly(next.id());
                    assertThat(eyes.require(AssetReader.class).get(asset).status())
                            .isEqualTo(AssetStatus.PUBLISHED);
                }
            }
            assertThat(moment).isGreaterThan(8);
        }
    }

    /** Nobody said which version; one more is added before the publication is finished. */
    @Test
    void showsTheVersionOfThePublicationWhenAnotherOneCameMeanwhile() {
        try (VipConnector eyes = vip(PowerCut.never())) {
            boolean killed = true;
            int moment = 0;
            for (; killed; moment++) {
                SourceRef asset = asset(eyes, moment);
                AssetWriter writer = eyes.require(AssetWriter.class);
                AssetVersion second = writer.addVersion(asset, "2", Pictures.content(Pictures.png(8, 8, 3), "n.png"));
                PublishRequest request =
                        new PublishRequest("next " + moment, "Next", List.of(asset), List.of(), null, null);
                killed = isKilled(moment, request);
                AssetVersion third = writer.addVersion(asset, "3", Pictures.content(Pictures.png(8, 8, 4), "n.png"));
                Publication out = eyes.require(AssetPublisher.class).publish(request);

                String when = "after request " + moment;
                List<String> visible = new ArrayList<>(List.of(asset.id(), second.id(), third.id()));
                visible.removeIf(one -> !"inherit".equals(media(eyes, one).status()));
                assertThat(visible).as(when).hasSize(1);
                assertThat(new Fields(media(eyes, asset.id()).metaFields()).number(Profile.ASSET_PUBLISHED))
                        .as(when)
                        .isEqualTo(Long.parseLong(visible.get(0)));
                WirePost item = eyes.wordpress()
                        .posts(Profile.PACKAGES)
                        .get(Long.parseLong(out.ref().id()));
                assertThat(new Fields(item.metaFields()).texts(Profile.ASSET_VERSIONS))
                        .as(when)
                        .containsExactly(asset.id() + "=" + visible.get(0));
            }
            assertThat(moment).isGreaterThan(8);
        }
    }

    /** People hold the asset before the publication is finished. */
    @Test
    void leavesHeldWhatCameOutBefore() {
        try (VipConnector eyes = vip(PowerCut.never())) {
            boolean killed = true;
            for (int moment = 0; killed; moment++) {
                SourceRef asset = asset(eyes, moment);
                AssetVersion second = eyes.require(AssetWriter.class)
                        .addVersion(asset, "2", Pictures.content(Pictures.png(8, 8, 3), "n.png"));
                PublishRequest request = request(asset, second, moment);
                killed = isKilled(moment, request);
                boolean out = sandbox.publicFiles().contains(second.id());
                eyes.require(AssetPublisher.class).hold(asset, "a complaint");
                eyes.require(AssetPublisher.class).publish(request);

                assertThat(eyes.require(AssetReader.class).get(asset).status())
                        .as("after request " + moment)
                        .isEqualTo(out ? AssetStatus.HELD : AssetStatus.PUBLISHED);
                assertThat(sandbox.publicFiles().contains(second.id()))
                        .as("after request " + moment)
                        .isEqualTo(!out);
            }
        }
    }

    private static WireMedia media(VipConnector eyes, String id) {
        return eyes.wordpress().media().get(Long.parseLong(id));
    }

    private static SourceRef asset(VipConnector eyes, int moment) {
        Asset poster = Asset.builder(SourceRef.of("dam", "poster-" + moment))
                .title("Poster")
                .build();
        SourceRef asset = eyes.require(AssetWriter.class)
                .create(new AssetDraft("dam:" + moment, poster, Pictures.content(Pictures.png(8, 8, 2), "first.png")))
                .ref();
        eyes.require(AssetPublisher.class)
                .publish(new PublishRequest("first " + moment, "First", List.of(asset), List.of(), null, null));
        return asset;
    }

    private static PublishRequest request(SourceRef asset, AssetVersion version, int moment) {
        String key = "next " + moment + " " + version.id();
        return new PublishRequest(key, "Next", List.of(asset), List.of(), null, null)
                .ofVersions(Map.of(asset, version.id()));
    }

    private boolean isKilled(int moment, PublishRequest request) {
        try (VipConnector vip = vip(new PowerCut(moment))) {
            vip.require(AssetPublisher.class).publish(request);
            return false;
        } catch (PowerCut.Killed expected) {
            return true;
        }
    }
}
