package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A page for people where data was asked for. */
abstract class BadAnswer extends BadInputStage {
    BadAnswer(Site site) {
        super(site);
    }

    /** A library that gives up at once, so that a test of an outage is no test of patience. */
    private VipConnector hasty() {
        return VipConnector.create(
                library.config(Library.ADMIN).retry(RetryPolicy.none()).build());
    }

    @Test
    void ofMaintenanceIsAnOutageAndChangesNothing() {
        Asset first = create(key);
        Asset second = create(key + "-2");
        PublishRequest launch = request("1", null, first, second);
        Shown before = shown();
        try (VipConnector hasty = hasty()) {
            hasty.check();
            site.maintenance(true);
            for (ConnectorException failure : List.of(
                    failure(hasty::check),
                    failure(() -> hasty.require(AssetReader.class).get(first.ref())),
                    failure(() -> hasty.require(AssetPublisher.class).publish(launch)),
                    failure(() -> hasty.require(AssetWriter.class)
                            .create(draft(key + "-3", Pictures.content(PICTURE, "a.png")))))) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(failure.error().retryable()).isTrue();
                assertThat(failure)
                        .hasMessageContaining("maintenance")
                        .message()
                        .doesNotContain("<");
            }
            site.maintenance(false);
            assertThat(shown()).isEqualTo(before);
            hasty.require(AssetPublisher.class).publish(launch);
        }
        assertThat(isPublic(first.ref().id())).isTrue();
        assertThat(isPublic(second.ref().id())).isTrue();
    }

    /** Counts requests and lets the site go into maintenance before one of them. */
    private HttpStep before(int request, AtomicInteger count) {
        return (call, next) -> {
            if (count.getAndIncrement() == request) {
                site.maintenance(true);
            }
            return next.proceed(call);
        };
    }

    @Test
    void atAnyMomentOfAPublicationLeavesAllOrNothing() {
        AtomicInteger count = new AtomicInteger();
        boolean isStruck;
        int moment = 0;
        do {
            Asset first = create(key + "-a" + moment);
            Asset second = create(key + "-b" + moment);
            PublishRequest launch = request("launch" + moment, null, first, second);
            count.set(0);
            try (VipConnector struck = VipConnector.create(library.config(Library.ADMIN)
                    .retry(RetryPolicy.none())
                    .stepPerAttempt(before(moment, count))
                    .build())) {
                struck.require(AssetPublisher.class).publish(launch);
            } catch (ConnectorException e) {
                assertThat(e.kind()).as("request " + moment).isEqualTo(ErrorKind.UNAVAILABLE);
            } finally {
                site.maintenance(false);
            }
            assertThat(isPublic(first.ref().id()))
                    .as("after request " + moment)
                    .isEqualTo(isPublic(second.ref().id()));
            publisher().publish(launch);
            assertThat(isPublic(first.ref().id())).isTrue();
            assertThat(reader().get(second.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
            isStruck = count.get() > moment;
            moment++;
        } while (isStruck);
        assertThat(moment).isGreaterThan(8);
    }
}
