package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.PublishRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A date that passes while nobody runs the site's cron: WordPress goes on hiding what was to come out. */
abstract class BadDate extends BadInputStage {
    private static final AssetStatus SCHEDULED = AssetStatus.of("scheduled");

    BadDate(Site site) {
        super(site);
    }

    private Instant later() {
        return library.time().now().plus(Duration.ofDays(30));
    }

    @Test
    void leavesThePackageScheduledAndSaysSo() {
        Asset asset = create(key);
        Publication planned = publisher().publish(request("1", later(), asset));
        site.missDate(planned.ref());

        assertThat(isPublic(asset.ref().id())).isFalse();
        assertThat(reader().get(asset.ref()).status()).isEqualTo(SCHEDULED);
        assertThat(publisher().findByKey(key + ":1")).hasValueSatisfying(one -> {
            assertThat(one.status()).isEqualTo(SCHEDULED);
            assertThat(one.at()).isBefore(library.time().now());
        });
    }

    @Test
    void bringsThePackageOutByItselfAsSoonAsCronRuns() {
        Asset asset = create(key);
        PublishRequest launch = request("1", later(), asset);
        Publication planned = publisher().publish(launch);
        site.missDate(planned.ref());
        assertThat(isPublic(asset.ref().id())).isFalse();

        site.runCron();

        assertThat(isPublic(asset.ref().id())).isTrue();
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().findByKey(key + ":1")).hasValueSatisfying(out -> {
            assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(publisher().publish(launch)).isEqualTo(out);
        });
    }

    @Test
    void isMadeGoodByPublishingAgainUnderTheSameKey() {
        Asset first = create(key);
        Asset second = create(key + "-2");
        PublishRequest launch = request("1", later(), first, second);
        Publication planned = publisher().publish(launch);
        site.missDate(planned.ref());

        Publication out = publisher().publish(launch);

        assertThat(out.ref()).isEqualTo(planned.ref());
        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(isPublic(first.ref().id())).isTrue();
        assertThat(isPublic(second.ref().id())).isTrue();
        assertThat(reader().get(first.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().publish(launch)).isEqualTo(out);
    }

    @Test
    void isNotTakenForPublishedByWhoFinishesAPublicationThatBrokeOff() {
        Asset asset = create(key);
        PublishRequest launch = request("1", later(), asset);
        Publication planned = publisher().publish(launch);
        // As it stands when the process ends before the last request.
        vip.wordpress()
                .posts("packages")
                .update(Long.parseLong(planned.ref().id()), Map.of("meta", Map.of("state", "pending")));
        site.missDate(planned.ref());

        PublishRequest again = request("1", library.time().now().minusSeconds(60), asset);
        Publication out = publisher().publish(again);

        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(isPublic(asset.ref().id())).isTrue();
    }

    @Test
    void bringsOutNothingThatWasHeldMeanwhile() {
        Asset held = create(key);
        Asset other = create(key + "-2");
        PublishRequest launch = request("1", later(), held, other);
        Publication planned = publisher().publish(launch);
        publisher().hold(held.ref(), "the model withdrew");
        site.missDate(planned.ref());

        publisher().publish(launch);

        assertThat(isPublic(held.ref().id())).isFalse();
        assertThat(reader().get(held.ref()).status()).isEqualTo(AssetStatus.HELD);
        assertThat(isPublic(other.ref().id())).isTrue();
    }

    /** WordPress takes what has a date within the next minute for due. */
    @Test
    void withinTheNextMinuteHasCome() {
        Asset asset = create(key);
        Publication out = publisher().publish(request("1", library.time().now().plusSeconds(30), asset));
        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(isPublic(asset.ref().id())).isTrue();
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
    }
}
