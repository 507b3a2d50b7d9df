package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PublishRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The database goes down in mid-work and comes back. */
abstract class BadDatabase extends BadInputStage {
    BadDatabase(Site site) {
        super(site);
    }

    private static DeliveryDraft delivery(String key, Asset asset, Instant at) {
        return new DeliveryDraft(key, List.of(asset.ref()), null, "partner", DeliveryStatus.SENT, at, "by mail");
    }

    private VipConnector struckBefore(int request, AtomicInteger count) {
        HttpStep strike = (call, next) -> {
            if (count.getAndIncrement() == request) {
                site.database(false);
            }
            return next.proceed(call);
        };
        return VipConnector.create(library.config(Library.ADMIN)
                .retry(RetryPolicy.none())
                .stepPerAttempt(strike)
                .build());
    }

    @Test
    void betweenAnyTwoRequestsOfAPublicationLeavesAllOrNothing() {
        AtomicInteger count = new AtomicInteger();
        boolean isStruck;
        int moment = 0;
        do {
            Asset first = create(key + "-a" + moment);
            Asset second = create(key + "-b" + moment);
            PublishRequest launch = request("launch" + moment, null, first, second);
            count.set(0);
            try (VipConnector struck = struckBefore(moment, count)) {
                try {
                    struck.require(AssetPublisher.class).publish(launch);
                } catch (ConnectorException e) {
                    assertThat(e.kind()).as("request " + moment).isEqualTo(ErrorKind.UNAVAILABLE);
                    assertThat(e.error().retryable()).isTrue();
                    assertThat(e)
                            .hasMessageContaining("database connection")
                            .message()
                            .doesNotContain("<");
                    site.database(true);
                }
            }
            assertThat(isPublic(first.ref().id()))
                    .as("after request " + moment)
                    .isEqualTo(isPublic(second.ref().id()));

            Publication out = publisher().publish(launch);
            assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(isPublic(first.ref().id())).isTrue();
            assertThat(isPublic(second.ref().id())).isTrue();
            assertThat(reader().get(second.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
            isStruck = count.get() > moment;
            moment += stride();
        } while (isStruck);
        assertThat(moment).isGreaterThan(8);
    }

    /** Starting a database takes seconds. */
    abstract int stride();

    @Test
    void isAnOutageForReadersAndWritersAndPasses() {
        Asset asset = published(key);
        Shown before = shown();
        AtomicInteger count = new AtomicInteger();
        try (VipConnector calm = struckBefore(-1, count)) {
            calm.check();
            AssetFeed feed = calm.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            site.database(false);
            AssetReader reader = calm.require(AssetReader.class);
            assertThat(kind(() -> reader.get(asset.ref()))).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(kind(() -> reader.query(AssetQuery.ALL).iterator().next()))
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(kind(() -> calm.require(AssetWriter.class)
                            .create(draft(key + "-2", Pictures.content(PICTURE, "a.png")))))
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(kind(() -> calm.require(AssetPublisher.class).hold(asset.ref(), "why")))
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(kind(() -> feed.changes(start, 10))).isEqualTo(ErrorKind.UNAVAILABLE);
            site.database(true);
            assertThat(reader.get(asset.ref()).status()).isEqualTo(AssetStatus.PUBLISHED);
        }
        assertThat(shown()).isEqualTo(before);
        assertThat(create(key + "-2").status()).isEqualTo(AssetStatus.DRAFT);
    }

    /** WordPress answers 400 when the file is stored and its row is not. */
    @Test
    void thatTakesNoRowForAFileIsAnOutage() {
        Asset asset = published(key);
        Shown before = shown();
        site.closeTable("posts");
        ConnectorException first = failure(() -> create(key + "-2"));
        ConnectorException version = failure(() -> add(asset, "v-2"));
        ConnectorException launch = failure(() -> publisher().publish(request("2", null, asset)));
        assertThat(List.of(first, version, launch)).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(one.error().retryable()).isTrue();
        });

        site.closeTable("");
        assertThat(shown()).isEqualTo(before);
        assertThat(create(key + "-2").status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(add(asset, "v-2").number()).isEqualTo(2);
        assertThat(publisher().publish(request("2", null, asset)).status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    /** The row is there, and says nothing of whose it is. */
    @Test
    void thatBreaksOffBetweenARowAndItsFieldsIsMadeGoodUnderTheSameKey() throws Exception {
        Asset asset = published(key);
        Asset other = create(key + "-2");
        Instant at = library.time().now();
        PublishRequest launch = request("2", null, other);
        Shown before = shown();
        site.closeTable("postmeta");
        assertThat(kind(() -> create(key + "-3"))).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(kind(() -> add(asset, "v-2"))).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(kind(() -> vip.require(DeliveryLog.class).record(delivery(key, other, at))))
                .isEqualTo(ErrorKind.UNAVAILABLE);
        site.closeTable("");
        assertThat(shown().files()).isEqualTo(before.files());
        assertThat(shown().packages()).isEqualTo(before.packages());

        Asset made = create(key + "-3");
        assertThat(made.key()).isEqualTo(key + "-3");
        assertThat(made.market()).isEqualTo("AT");
        assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(PICTURE);
        AssetVersion version = add(asset, "v-2");
        assertThat(version.number())
                .as("2 is taken by what nobody knows any more")
                .isEqualTo(3);
        assertThat(reader().get(asset.ref()).currentVersion()).isEqualTo(version);
        assertThat(add(asset, "v-2")).isEqualTo(version);
        Publication out = publisher().publish(launch);
        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(out.assets()).containsExactly(other.ref());
        assertThat(out.key()).isEqualTo(key + ":2");
        assertThat(isPublic(other.ref().id())).isTrue();
        assertThat(shown().packages()).hasSize(Math.min(100, before.packages().size() + 1));
        Delivery sent = vip.require(DeliveryLog.class).record(delivery(key, other, at));
        assertThat(sent.recipient()).isEqualTo("partner");
        assertThat(sent.key()).isEqualTo(key);
    }

    @Test
    void thatTakesNoCommentIsAnOutage() {
        Asset asset = create(key);
        CommentThread thread = vip.require(CommentThread.class);
        CommentDraft draft = new CommentDraft("c-1", "Hm.", null, null);
        site.closeTable("comments");
        assertThat(kind(() -> thread.add(asset.ref(), draft))).isEqualTo(ErrorKind.UNAVAILABLE);
        site.closeTable("");
        thread.add(asset.ref(), draft);
        assertThat(thread.comments(asset.ref())).hasSize(1);
    }
}
