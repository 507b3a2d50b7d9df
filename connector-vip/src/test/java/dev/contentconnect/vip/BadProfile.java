package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The server profile is missing, is an older one, or goes away while it is in use. */
abstract class BadProfile extends BadInputStage {
    private static final String MISSING = "server_profile_missing";

    BadProfile(Site site) {
        super(site);
    }

    @Test
    void isToldByTheCheckWithWhatIsMissing() {
        site.profile(false);
        ConnectorException failure = failure(() -> vip.check());
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo(MISSING);
        assertThat(failure)
                .hasMessageContaining("packages")
                .hasMessageContaining("distributions")
                .hasMessageContaining("rights_status");
    }

    @Test
    void ofAnOlderFormIsToldByTheTypeThatItLacks() {
        site.olderProfile();
        ConnectorException failure = failure(() -> vip.check());
        assertThat(failure.error().trace().vendorCode()).isEqualTo(MISSING);
        assertThat(failure).hasMessageContaining("missing are [distributions]");
        DeliveryDraft draft = new DeliveryDraft(
                key,
                List.of(SourceRef.of("dam", "1")),
                null,
                "p",
                DeliveryStatus.SENT,
                library.time().now(),
                null);
        assertThat(code(() -> vip.require(DeliveryLog.class).record(draft))).isEqualTo(MISSING);
    }

    @Test
    void leavesNothingBehindOfAnAssetWhoseKeyTheServerDrops() {
        Shown before = shown();
        site.profile(false);
        ConnectorException failure = failure(() -> create(key));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("silently_dropped");
        assertThat(failure).hasMessageContaining("asset_key");
        site.profile(true);
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().findByKey(key)).isEmpty();
    }

    @Test
    void stopsWhatIsInUseAndLosesNothing() {
        Asset asset = create(key);
        Shown before = shown();
        site.profile(false);

        assertThat(code(() -> reader().get(asset.ref()))).isEqualTo(MISSING);
        assertThat(code(() -> create(key))).isEqualTo(MISSING);
        assertThat(code(() -> add(asset, "v-2"))).isEqualTo(MISSING);
        assertThat(code(() -> publisher().publish(request("1", null, asset)))).isEqualTo(MISSING);
        assertThat(code(() -> publisher().findByKey(key + ":1"))).isEqualTo(MISSING);
        assertThat(code(() -> publisher().hold(asset.ref(), "why"))).isEqualTo(MISSING);
        assertThat(code(() -> vip.require(RightsWriter.class).block(asset.ref(), "why")))
                .isEqualTo(MISSING);

        site.profile(true);
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().get(asset.ref())).isEqualTo(asset);
        publisher().publish(request("1", null, asset));
        assertThat(isPublic(asset.ref().id())).isTrue();
    }

    @Test
    void canBeDoneWithout() throws Exception {
        site.profile(false);
        try (VipConnector plain = VipConnector.create(
                library.config(Library.ADMIN).serverProfile(false).build())) {
            assertThat(plain.find(RightsReader.class)).isEmpty();
            assertThat(plain.find(AssetPublisher.class)).isEmpty();
            assertThat(plain.find(DeliveryLog.class)).isEmpty();
            AssetWriter writer = plain.require(AssetWriter.class);
            AssetDraft draft = draft(key, Pictures.content(PICTURE, "a.png"));
            Asset made = writer.create(draft);
            assertThat(writer.create(draft).ref()).isEqualTo(made.ref());
            AssetReader reader = plain.require(AssetReader.class);
            assertThat(reader.findByKey(key).map(Asset::ref)).contains(made.ref());
            assertThat(bytes(reader.content(made.ref(), null, null))).isEqualTo(PICTURE);
            assertThat(plain.check().details()).containsEntry("serverProfile", "not used");
        }
    }

    @Test
    void leftOutIsToldOfAndWhatItTakesIsRefusedBeforeAnythingIsWritten() {
        Asset asset = create(key);
        Shown before = shown();
        site.profile(false);
        try (VipConnector plain = VipConnector.create(
                library.config(Library.ADMIN).serverProfile(false).build())) {
            Map<Class<?>, CapabilityDescription> told = plain.describe().capabilities().stream()
                    .collect(Collectors.toMap(CapabilityDescription::type, one -> one));
            assertThat(told.keySet())
                    .containsExactlyInAnyOrder(
                            AssetReader.class, AssetWriter.class, CommentThread.class, AssetFeed.class);
            assertThat(told.get(AssetReader.class).offers("query.segments")).isFalse();
            assertThat(told.get(AssetReader.class).offers("query.text")).isTrue();
            assertThat(told.get(AssetWriter.class).offers("addVersion")).isFalse();
            assertThat(told.get(AssetWriter.class).notes())
                    .anySatisfy(note ->
                            assertThat(note).contains("market, language, master, segments and status are left out"));

            AssetWriter writer = plain.require(AssetWriter.class);
            assertThat(code(() -> writer.addVersion(asset.ref(), "v-2", Pictures.content(OTHER_PICTURE, "b.png"))))
                    .isEqualTo(NotOffered.CODE);
            AssetQuery query = AssetQuery.ALL.withSegments(List.of(Segment.region("Japan")));
            assertThat(code(() -> plain.require(AssetReader.class).query(query).stream()
                            .count()))
                    .isEqualTo(NotOffered.CODE);
            ConnectorException empty = failure(() -> writer.create(draft(key + "-2", null)));
            assertThat(empty.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(empty).hasMessageContaining("without the server profile an asset needs its bytes");
        }
        site.profile(true);
        assertThat(shown()).isEqualTo(before);
    }

    /** Versions, rights and packages would silently be gone: whoever configured it says what is to become of that. */
    @Test
    void isNeverDoneWithoutUnlessTheConfigurationSaysSo() {
        site.profile(false);
        assertThat(vip.find(RightsReader.class)).isPresent();
        assertThat(code(() -> vip.check())).isEqualTo(MISSING);
        assertThat(failure(() -> vip.check())).hasMessageContaining("set serverProfile to false");
    }
}
