package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two who write the same in one moment: one wins, the other is told or gets the same. */
abstract class BadWriters extends BadInputStage {
    private static final int THREADS = 4;

    BadWriters(Site site) {
        super(site);
    }

    /** A file while whose first bytes are on their way something else happens. */
    private static Content during(Runnable meanwhile) {
        InputStream slow = new ByteArrayInputStream(PICTURE) {
            private boolean begun;

            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                if (!begun) {
                    begun = true;
                    meanwhile.run();
                }
                return super.read(target, offset, length);
            }
        };
        return Content.of(slow, PICTURE.length, "slow.png", "image/png");
    }

    private <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                calls.add(call);
            }
            List<T> out = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(calls)) {
                try {
                    out.add(one.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    ConnectorException.class,
                                    lost -> assertThat(lost.kind()).isEqualTo(ErrorKind.CONFLICT));
                }
            }
            assertThat(out).as("those who were not told of a conflict").isNotEmpty();
            return out;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofVersionsMakeAConflictForTheSecond() throws Exception {
        Asset asset = published(key);
        try (VipConnector other = library.connect()) {
            List<AssetVersion> theirs = new ArrayList<>();
            Content slow = during(() -> theirs.add(other.require(AssetWriter.class)
                    .addVersion(asset.ref(), "theirs", Pictures.content(OTHER_PICTURE, "theirs.png"))));
            long before = shown().stored();

            assertThat(kind(() -> writer().addVersion(asset.ref(), "ours", slow)))
                    .isEqualTo(ErrorKind.CONFLICT);

            assertThat(shown().stored()).isEqualTo(before + 1);
            assertThat(reader().versions(asset.ref()))
                    .extracting(AssetVersion::id)
                    .containsExactly(theirs.get(0).id(), asset.ref().id());
            assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(OTHER_PICTURE);
            assertThat(isPublic(theirs.get(0).id())).isFalse();
            assertThat(writer().addVersion(asset.ref(), "ours", Pictures.content(PICTURE, "ours.png"))
                            .number())
                    .as("tried again")
                    .isEqualTo(3);
        }
    }

    @Test
    void ofOneAssetUnderOneKeyGetTheSame() {
        try (VipConnector other = library.connect()) {
            List<Asset> theirs = new ArrayList<>();
            Content slow = during(() -> theirs.add(
                    other.require(AssetWriter.class).create(draft(key, Pictures.content(PICTURE, "theirs.png")))));
            long before = shown().stored();
            Asset ours = writer().create(draft(key, slow));
            assertThat(ours).isEqualTo(theirs.get(0));
            assertThat(shown().stored()).isEqualTo(before + 1);
        }
    }

    @Test
    void inManyThreadsMakeOneAsset() throws Exception {
        assertThat(atOnce(() -> create(key).ref()))
                .hasSize(2 * THREADS)
                .containsOnly(create(key).ref());
        assertThat(reader().query(AssetQuery.ALL.withKey(key))).hasSize(1);
        assertThat(reader().query(AssetQuery.ALL).stream().filter(one -> key.equals(one.key())))
                .hasSize(1);
    }

    @Test
    void inManyThreadsMakeOnePackage() throws Exception {
        Asset first = create(key);
        Asset second = create(key + "-2");
        int before = shown().packages().size();
        PublishRequest launch = request("1", null, first, second);

        List<SourceRef> made = atOnce(() -> publisher().publish(launch).ref());

        Publication out = publisher().publish(launch);
        assertThat(made).containsOnly(out.ref());
        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(shown().packages()).hasSize(Math.min(100, before + 1));
        assertThat(publisher().publications(first.ref()))
                .extracting(Publication::ref)
                .containsExactly(out.ref());
        assertThat(isPublic(first.ref().id())).isTrue();
        assertThat(isPublic(second.ref().id())).isTrue();
    }

    @Test
    void inManyThreadsSayACommentOnce() throws Exception {
        Asset asset = create(key);
        CommentThread thread = vip.require(CommentThread.class);
        CommentDraft draft = new CommentDraft("c-1", "Einmal & nicht öfter.", null, null);

        List<SourceRef> said = atOnce(() -> thread.add(asset.ref(), draft).ref());

        assertThat(thread.comments(asset.ref())).extracting(Comment::ref).hasSize(1);
        assertThat(said).contains(thread.comments(asset.ref()).iterator().next().ref());
    }

    @Test
    void ofMetadataMakeAConflictForWhoWritesBackWhatWasReadBefore() {
        Asset asset = create(key);
        site.age(asset.ref());
        Asset stale = reader().get(asset.ref());
        try (VipConnector other = library.connect()) {
            other.require(AssetWriter.class)
                    .update(Asset.builder(asset.ref()).title("Theirs").build());
        }
        Asset ours = stale.toBuilder().description("Ours").build();
        assertThat(kind(() -> writer().update(ours))).isEqualTo(ErrorKind.CONFLICT);
        assertThat(reader().get(asset.ref()).title()).isEqualTo("Theirs");

        Asset fresh = reader().get(asset.ref());
        Asset changed = writer().update(fresh.toBuilder().description("Ours").build());
        assertThat(changed.title()).isEqualTo("Theirs");
        assertThat(changed.description()).isEqualTo("Ours");
    }

    @Test
    void ofRightsMakeAConflictForWhoReadThemBefore() {
        Asset asset = create(key);
        site.age(asset.ref());
        RightsReader rights = vip.require(RightsReader.class);
        RightsRecord stale = rights.rights(asset.ref());
        vip.require(RightsWriter.class).block(asset.ref(), "complaint");

        RightsRecord cleared = stale.toBuilder().status(RightsStatus.CLEARED).build();
        assertThat(kind(() -> vip.require(RightsWriter.class).apply(cleared))).isEqualTo(ErrorKind.CONFLICT);
        assertThat(rights.rights(asset.ref()).status()).isEqualTo(RightsStatus.BLOCKED);
    }
}
