package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else does the same between any two requests of ours, as far as they get. */
class TwoAtOnceTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final VipSandbox sandbox = new VipSandbox(clock);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private VipConnector vip(HttpStep step) {
        return VipConnector.create(VipConfig.wordpress()
                .endpoint(sandbox.endpoint())
                .username(VipSandbox.ADMIN)
                .applicationPassword(Secret.of(VipSandbox.PASSWORD))
                .stepPerAttempt(step)
                .time(clock)
                .build());
    }

    /** A draft that comes late was sent before ours could be seen. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void haveOnePackageUnderOneKey(boolean late) {
        try (VipConnector eyes = vip(PowerCut.never().onRequests())) {
            boolean met = true;
            int moment = 0;
            for (; met; moment++) {
                boolean cut = true;
                for (int theirs = 0; cut && met; theirs++) {
                    String when = "met before request " + moment + " by one that ended after " + theirs;
                    SourceRef asset = asset(eyes, when);
                    PublishRequest request = new PublishRequest(when, "Launch", List.of(asset), List.of(), null, null);
                    Meeting meeting = new Meeting(
                            moment,
                            theirs,
                            late ? () -> sendDraft(request) : () -> {},
                            other -> publish(other, request));
                    try (VipConnector ours = vip(meeting)) {
                        publish(ours, request);
                    }
                    met = meeting.happened;
                    cut = meeting.cut;

                    AssetPublisher publisher = eyes.require(AssetPublisher.class);
                    Publication out = publisher.publish(request);

                    assertThat(out.status()).as(when).isEqualTo(AssetStatus.PUBLISHED);
                    assertThat(publisher.findByKey(when)).contains(out);
                    assertThat(publisher.publications(asset)).as(when).containsExactly(out);
                    assertThat(sandbox.publicFiles()).as(when).contains(asset.id());
                }
            }
            assertThat(moment).isGreaterThan(8);
        }
    }

    private static SourceRef asset(VipConnector eyes, String key) {
        Asset poster = Asset.builder(SourceRef.of("dam", key)).title("Poster").build();
        return eyes.require(AssetWriter.class)
                .create(new AssetDraft(key, poster, Pictures.content(Pictures.png(8, 8, 2), "first.png")))
                .ref();
    }

    private static void publish(VipConnector vip, PublishRequest request) {
        try {
            vip.require(AssetPublisher.class).publish(request);
        } catch (ConnectorException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
        }
    }

    private void sendDraft(PublishRequest request) {
        try (VipConnector other = vip(PowerCut.never().onRequests())) {
            other.wordpress()
                    .posts(Profile.PACKAGES)
                    .create(Map.of("slug", Names.slug("p", request.key()), "status", "draft", "title", "Launch"));
        }
    }

    /** Under two keys: they have ours hung on its draft, or shown already, when they show theirs. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showOneVersionOfAnAsset(boolean theirsIsNewer) {
        try (VipConnector eyes = vip(PowerCut.never().onRequests())) {
            boolean met = true;
            int moment = 0;
            for (; met; moment++) {
                String when = "met before request " + moment;
                SourceRef asset = asset(eyes, when);
                AssetPublisher publisher = eyes.require(AssetPublisher.class);
                publisher.publish(version(asset, asset.id(), when));
                String second = added(eyes, asset, "2");
                String third = added(eyes, asset, "3");
                PublishRequest their = version(asset, theirsIsNewer ? third : second, when);
                Meeting meeting = new Meeting(moment, -1, () -> {}, other -> publish(other, their));
                try (VipConnector ours = vip(meeting)) {
                    publish(ours, version(asset, theirsIsNewer ? second : third, when));
                }
                met = meeting.happened;

                assertThat(sandbox.publicFiles())
                        .as(when)
                        .filteredOn(List.of(asset.id(), second, third)::contains)
                        .hasSize(1);
            }
            assertThat(moment).isGreaterThan(8);
        }
    }

    private static String added(VipConnector eyes, SourceRef asset, String name) {
        return eyes.require(AssetWriter.class)
                .addVersion(asset, name, Pictures.content(Pictures.png(8, 8, 3), "next.png"))
                .id();
    }

    private static PublishRequest version(SourceRef asset, String version, String when) {
        return new PublishRequest(when + ": " + version, "Launch", List.of(asset), List.of(), null, null)
                .ofVersions(Map.of(asset, version));
    }

    /** Their look finds nothing, and WordPress gives their file the short name of ours. */
    @Test
    void haveOneAssetUnderOneKey() {
        try (VipConnector eyes = vip(PowerCut.never().onRequests())) {
            boolean met = true;
            int moment = 0;
            for (; met; moment++) {
                boolean cut = true;
                for (int theirs = 0; cut && met; theirs++) {
                    String when = "met before request " + moment + " by one that ended after " + theirs;
                    List<SourceRef> made = new ArrayList<>();
                    Meeting meeting =
                            new Meeting(moment, theirs, sandbox::twoInOneMoment, other -> made.add(asset(other, when)));
                    try (VipConnector ours = vip(meeting)) {
                        made.add(asset(ours, when));
                    }
                    met = meeting.happened;
                    cut = meeting.cut;

                    assertThat(made).as(when).containsOnly(asset(eyes, when));
                }
            }
            assertThat(moment).isGreaterThan(4);
        }
    }

    /** Before one of our requests somebody else does the same, and ends after some requests or with all of them. */
    private final class Meeting implements HttpStep {
        private final int moment;
        private final int theirs;
        private final Runnable before;
        private final Consumer<VipConnector> work;
        private int passed;
        private boolean happened;
        private boolean cut;

        private Meeting(int moment, int theirs, Runnable before, Consumer<VipConnector> work) {
            this.moment = moment;
            this.theirs = theirs;
            this.before = before;
            this.work = work;
        }

        @Override
        public HttpReply take(HttpCall call, Next next) {
            if (passed++ == moment) {
                happened = true;
                before.run();
                PowerCut power = new PowerCut(theirs);
                try (VipConnector other = vip(power.onRequests())) {
                    work.accept(other);
                } catch (PowerCut.Killed expected) {
                    cut = true;
                }
            }
            return next.proceed(call);
        }
    }
}
