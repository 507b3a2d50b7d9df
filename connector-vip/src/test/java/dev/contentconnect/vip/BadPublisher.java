package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody publishes who may not, and a site whose own rules keep back what is to come out. */
abstract class BadPublisher extends BadInputStage {
    BadPublisher(Site site) {
        super(site);
    }

    private Instant in(long days) {
        return days == 0 ? null : library.time().now().plus(Duration.ofDays(days));
    }

    private AssetStatus statusOf(Asset asset) {
        return reader().get(asset.ref()).status();
    }

    private void set(Publication item, String status) {
        vip.wordpress().posts("packages").update(Long.parseLong(item.ref().id()), Map.of("status", status));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void withoutTheRightIsForbiddenAndNothingComesOut(long days) {
        Asset asset = create(key);
        PublishRequest launch = request("1", in(days), asset);
        try (VipConnector contributor = library.connect("contributor")) {
            long user = contributor.wordpress().me().id();
            vip.wordpress().media().update(Long.parseLong(asset.ref().id()), Map.of("author", user));
            Shown before = shown();

            ConnectorException refused =
                    failure(() -> contributor.require(AssetPublisher.class).publish(launch));

            assertThat(refused.kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(refused.error().trace().vendorCode()).isEqualTo("rest_cannot_publish");
            assertThat(shown()).isEqualTo(before);
        }
        assertThat(isPublic(asset.ref().id())).isFalse();
        assertThat(statusOf(asset)).isEqualTo(AssetStatus.DRAFT);

        publisher().publish(launch);
        assertThat(isPublic(asset.ref().id()))
                .as("finished by somebody who may")
                .isEqualTo(days == 0);
    }

    @Test
    void withoutTheRightToUploadIsForbidden() {
        Shown before = shown();
        try (VipConnector contributor = library.connect("contributor")) {
            AssetWriter writer = contributor.require(AssetWriter.class);
            assertThat(kind(() -> writer.create(draft(key, Pictures.content(PICTURE, "a.png")))))
                    .isEqualTo(ErrorKind.FORBIDDEN);
        }
        assertThat(shown()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void onASiteThatKeepsPackagesForReviewIsToldThatNothingCameOut(long days) {
        Asset asset = create(key);
        PublishRequest launch = request("1", in(days), asset);
        Shown before = shown();
        site.review(true);

        for (int attempt = 0; attempt < 2; attempt++) {
            ConnectorException refused = failure(() -> publisher().publish(launch));
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
            assertThat(refused).hasMessageContaining("pending and not published");
            assertThat(shown()).isEqualTo(before);
            assertThat(isPublic(asset.ref().id())).isFalse();
            assertThat(statusOf(asset)).isNotEqualTo(AssetStatus.PUBLISHED);
            assertThat(publisher().findByKey(key + ":1").map(Publication::status))
                    .contains(AssetStatus.IN_REVIEW);
        }

        site.review(false);
        assertThat(publisher().publish(launch).status())
                .isEqualTo(days == 0 ? AssetStatus.PUBLISHED : AssetStatus.of("scheduled"));
        assertThat(isPublic(asset.ref().id())).isEqualTo(days == 0);
    }

    @Test
    void isFinishedWhereTheReviewerBroughtItOut() {
        Asset asset = create(key);
        PublishRequest launch = request("1", null, asset);
        site.review(true);
        assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.REJECTED);
        site.review(false);
        set(publisher().findByKey(key + ":1").orElseThrow(), "publish");
        assertThat(isPublic(asset.ref().id())).isTrue();

        assertThat(publisher().publish(launch).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(statusOf(asset)).isEqualTo(AssetStatus.PUBLISHED);
    }

    /** Private is what people make of a package that is not to come out: what broke off before is not finished then. */
    @Test
    void doesNotFinishWhatPeopleMadePrivateMeanwhile() {
        Asset asset = create(key);
        PublishRequest launch = request("1", null, asset);
        site.review(true);
        assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.REJECTED);
        site.review(false);
        set(publisher().findByKey(key + ":1").orElseThrow(), "private");

        assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.CONFLICT);
        assertThat(isPublic(asset.ref().id())).isFalse();
        assertThat(statusOf(asset)).isNotEqualTo(AssetStatus.PUBLISHED);
    }

    /** What stands in WordPress after our own publication is what the publication says. */
    @Test
    void seesWhatPeopleDidToAPackage() {
        Asset asset = create(key);
        Publication out = publisher().publish(request("1", null, asset));
        Map<String, AssetStatus> told =
                Map.of("pending", AssetStatus.IN_REVIEW, "draft", AssetStatus.DRAFT, "private", AssetStatus.HELD);
        told.forEach((word, status) -> {
            set(out, word);
            assertThat(publisher().findByKey(key + ":1").map(Publication::status))
                    .as(word)
                    .contains(status);
            assertThat(isPublic(asset.ref().id())).as(word).isFalse();
        });
        set(out, "publish");
        assertThat(publisher().findByKey(key + ":1").map(Publication::status)).contains(AssetStatus.PUBLISHED);
        assertThat(isPublic(asset.ref().id())).isTrue();
    }
}
