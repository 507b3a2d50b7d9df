package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes in that is wrong, item by item: each ends in a typed error or is made good, and nothing is half published. On
 * sandboxes; {@link BadInputRealIT} has the same on the real WordPress. What happens when the process itself ends is in
 * {@link InterruptedPublishingTest}, what the codes of answers mean in {@link WordpressErrorsTest}, and a book too large for
 * memory that is cut off in {@link FlatPortfolioTest}.
 */
class BadInputTest {
    private static final FakeClock CLOCK = new FakeClock(Instant.parse("2031-05-04T03:02:01.500Z"));

    private static VipSandbox sandbox;
    private static Site site;

    @BeforeAll
    static void start() {
        sandbox = new VipSandbox(CLOCK);
        site = new SandboxSite(sandbox, CLOCK);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Nested
    class WrongCredentials extends BadCredentials {
        WrongCredentials() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class MissingServerProfile extends BadProfile {
        MissingServerProfile() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class ForbiddenFileType extends BadFileType {
        ForbiddenFileType() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class FileOverTheLimit extends BadFileSize {
        FileOverTheLimit() {
            super(BadInputTest.site);
        }

        @Override
        Library onAStrictWebServer() {
            sandbox.webLimit(64 << 10);
            return library;
        }
    }

    @Nested
    class FileOfUnknownLength extends BadInputStage {
        FileOfUnknownLength() {
            super(BadInputTest.site);
        }

        @Test
        void isRefusedBeforeAnythingIsMade() throws Exception {
            Asset made = writer().create(draft(key, Pictures.content(PICTURE, "a.png")));
            Content unknown = new GeneratedContent("b.png", "image/png", -1, false);
            sandbox.clearRequests();
            assertThat(code(() -> writer().create(draft(key + "-2", unknown)))).isEqualTo(LocalErrors.LENGTH_UNKNOWN);
            assertThat(code(() -> writer().addVersion(made.ref(), "v-2", unknown)))
                    .isEqualTo(LocalErrors.LENGTH_UNKNOWN);
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Nested
    class FileThatBrokeOff extends BadInputStage {
        FileThatBrokeOff() {
            super(BadInputTest.site);
        }

        private VipConnector raw() {
            return VipConnector.create(library.config(Library.ADMIN)
                    .upload(WordpressConfig.Upload.RAW)
                    .build());
        }

        /** The web server says nothing of what lies there, as it may be for who asks with HEAD. */
        private static void isSilent(boolean silent) {
            if (silent) {
                sandbox.failNext(1, "HEAD", "/wp-content/uploads/", Fault.status(405));
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void isNotTakenForAnAssetAndIsSentAgain(boolean serverIsSilent) throws Exception {
            Shown before = shown();
            try (VipConnector raw = raw()) {
                AssetWriter writer = raw.require(AssetWriter.class);
                sandbox.cutOffNextUpload();
                assertThat(kind(() -> writer.create(draft(key, Pictures.content(PICTURE, "a.png")))))
                        .isEqualTo(ErrorKind.UNAVAILABLE);
                Asset half = reader().findByKey(key).orElseThrow();
                AssetPublisher desk = raw.require(AssetPublisher.class);
                assertThat(code(() -> desk.publish(request("1", null, half)))).isEqualTo("asset_unfinished");
                assertThat(shown().files()).isEqualTo(before.files());

                isSilent(serverIsSilent);
                Asset whole = writer.create(draft(key, Pictures.content(PICTURE, "a.png")));

                assertThat(bytes(reader().content(whole.ref(), null, null))).isEqualTo(PICTURE);
                assertThat(shown().stored()).isEqualTo(before.stored() + 1);
                publisher().publish(request("1", null, whole));
                assertThat(isPublic(whole.ref().id())).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void isNoVersionAndIsSentAgain(boolean serverIsSilent) throws Exception {
            Asset asset = published(key);
            Shown before = shown();
            try (VipConnector raw = raw()) {
                AssetWriter writer = raw.require(AssetWriter.class);
                sandbox.cutOffNextUpload();
                assertThat(kind(() -> writer.addVersion(asset.ref(), "v-2", Pictures.content(OTHER_PICTURE, "b.png"))))
                        .isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(PICTURE);

                isSilent(serverIsSilent);
                AssetVersion whole = writer.addVersion(asset.ref(), "v-2", Pictures.content(OTHER_PICTURE, "b.png"));

                assertThat(whole.number()).isEqualTo(2);
                assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(OTHER_PICTURE);
                assertThat(shown().stored()).isEqualTo(before.stored() + 1);
            }
        }
    }

    @Nested
    class FileNames extends BadFileName {
        FileNames() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class PageThatShifts extends BadPage {
        PageThatShifts() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class TermThatVanished extends BadTerm {
        TermThatVanished() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class PublisherWhoMayNot extends BadPublisher {
        PublisherWhoMayNot() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class MissingPermalinks extends BadPermalinks {
        MissingPermalinks() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class TwoWriters extends BadWriters {
        TwoWriters() {
            super(BadInputTest.site);
        }

        @Test
        void ofOneCommentInOneMomentSayItOnce() {
            Asset asset = create(key);
            CommentThread thread = vip.require(CommentThread.class);
            CommentDraft draft = new CommentDraft("c-1", "Hm.", null, null);
            SourceRef first = thread.add(asset.ref(), draft).ref();
            sandbox.twoInOneMoment();
            assertThat(thread.add(asset.ref(), draft).ref()).isEqualTo(first);
            assertThat(thread.comments(asset.ref())).hasSize(1);
        }
    }

    @Nested
    class HtmlErrorPage extends BadAnswer {
        HtmlErrorPage() {
            super(BadInputTest.site);
        }

        @Test
        void isNoFile() {
            Asset made = create(key);
            sandbox.failNext(1, "GET", "/wp-content/uploads/", Fault.htmlPage(200));
            ConnectorException failure = failure(
                    () -> reader().content(made.ref(), null, null).open().close());
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
        }

        @Test
        void isNoItem() {
            Asset made = create(key);
            sandbox.failNext(9, "GET", "/wp-json/wp/v2/media/", Fault.htmlPage(200));
            ConnectorException failure = failure(() -> reader().get(made.ref()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
            assertThat(failure)
                    .hasMessageContaining("being looked after")
                    .message()
                    .doesNotContain("<");
        }

        @Test
        void doesNotMakeAnAssetThatIsThereTwice() {
            Shown before = shown();
            sandbox.failNext(
                    1, "POST", "/wp-json/wp/v2/media", Fault.htmlPage(200).afterHandling());
            assertThat(kind(() -> create(key))).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(create(key).status()).isEqualTo(AssetStatus.DRAFT);
            assertThat(shown().stored()).isEqualTo(before.stored() + 1);
        }

        @Test
        void doesNotPublishTwice() {
            Asset asset = create(key);
            Shown before = shown();
            PublishRequest launch = request("1", null, asset);
            sandbox.failNext(
                    1, "POST", "/wp-json/wp/v2/packages", Fault.htmlPage(200).afterHandling());
            assertThat(kind(() -> publisher().publish(launch))).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(shown()).isEqualTo(before);
            publisher().publish(launch);
            assertThat(isPublic(asset.ref().id())).isTrue();
            assertThat(shown().packages()).hasSize(before.packages().size() + 1);
        }
    }

    @Nested
    class ImageThatIsGone extends BadImage {
        ImageThatIsGone() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class ProductBookCutOffInTheMiddle extends BadBook {}

    @Nested
    class DateThatPassesWithoutCron extends BadDate {
        DateThatPassesWithoutCron() {
            super(BadInputTest.site);
        }
    }

    @Nested
    class DatabaseThatGoesDown extends BadDatabase {
        DatabaseThatGoesDown() {
            super(BadInputTest.site);
        }

        @Override
        int stride() {
            return 1;
        }
    }
}
