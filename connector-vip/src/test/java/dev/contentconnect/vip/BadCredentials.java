package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.PublishRequest;
import org.junit.jupiter.api.Test;

/** Wrong credentials: WordPress goes on anonymously, and shows less. */
abstract class BadCredentials extends BadInputStage {
    BadCredentials(Site site) {
        super(site);
    }

    private VipConnector stranger() {
        return VipConnector.create(library.config(Library.ADMIN)
                .applicationPassword(Secret.of("abcd efgh ijkl mnop qrst uvwx"))
                .build());
    }

    @Test
    void failAtOnceInsteadOfReadingLess() {
        try (VipConnector stranger = stranger()) {
            assertThat(kind(stranger::check)).isEqualTo(ErrorKind.UNAUTHENTICATED);
            AssetReader reader = stranger.require(AssetReader.class);
            assertThat(kind(() -> reader.query(AssetQuery.ALL).iterator().next()))
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(kind(() -> reader.findByKey(key))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        }
    }

    @Test
    void changeNothing() {
        Asset asset = create(key);
        Shown before = shown();
        try (VipConnector stranger = stranger()) {
            AssetDraft draft = draft(key + "-2", Pictures.content(PICTURE, "a.png"));
            assertThat(kind(() -> stranger.require(AssetWriter.class).create(draft)))
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(kind(() -> stranger.require(AssetPublisher.class).publish(request("1", null, asset))))
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
            CommentDraft comment = new CommentDraft("c-1", "Hm.", null, null);
            assertThat(kind(() -> stranger.require(CommentThread.class).add(asset.ref(), comment)))
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
        }
        assertThat(shown()).isEqualTo(before);
        assertThat(vip.require(CommentThread.class).comments(asset.ref())).isEmpty();
    }

    @Test
    void thatArePassedOverInMidWorkStopItAndItGoesOnLater() {
        Asset first = create(key);
        Asset second = create(key + "-2");
        PublishRequest launch = request("1", null, first, second);
        Shown before = shown();
        site.passwords(false);

        assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(kind(() -> create(key + "-3"))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(kind(() -> reader().query(AssetQuery.ALL).iterator().next()))
                .as("the list that strangers get is shorter")
                .isEqualTo(ErrorKind.UNAUTHENTICATED);

        site.passwords(true);
        assertThat(shown()).isEqualTo(before);
        publisher().publish(launch);
        assertThat(isPublic(first.ref().id())).isTrue();
        assertThat(isPublic(second.ref().id())).isTrue();
    }
}
