package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.wordpress.OnRealWordpress;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * The items of {@link BadInputTest} on the real WordPress, whose database, disk and processes really fail. The product book is
 * of another system and is cut off there only.
 */
@OnRealWordpress
class BadInputRealIT {
    private static @Nullable RealWordpress wordpress;
    private static @Nullable Site site;

    @BeforeAll
    static void start() {
        wordpress = RealWordpress.start(Path.of("target", "wordpress-bad-input"));
        site = new RealSite(wordpress);
    }

    @AfterAll
    static void stop() {
        if (wordpress != null) {
            wordpress.close();
        }
    }

    @Nested
    class WrongCredentials extends BadCredentials {
        WrongCredentials() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class MissingServerProfile extends BadProfile {
        MissingServerProfile() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class ForbiddenFileType extends BadFileType {
        ForbiddenFileType() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class FileOverTheLimit extends BadFileSize {
        FileOverTheLimit() {
            super(BadInputRealIT.site);
        }

        @Override
        @Nullable Library onAStrictWebServer() {
            Optional<URI> apache = wordpress.apache(64 << 10);
            if (RealWordpress.isRequired()) {
                assertThat(apache)
                        .as("apache2-bin and libapache2-mod-php are installed")
                        .isPresent();
            }
            return apache.map(front -> new Library(front, wordpress::password, TimeSource.system()))
                    .orElse(null);
        }
    }

    @Nested
    class FileNames extends BadFileName {
        FileNames() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class PageThatShifts extends BadPage {
        PageThatShifts() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class TermThatVanished extends BadTerm {
        TermThatVanished() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class PublisherWhoMayNot extends BadPublisher {
        PublisherWhoMayNot() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class MissingPermalinks extends BadPermalinks {
        MissingPermalinks() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class TwoWriters extends BadWriters {
        TwoWriters() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class HtmlErrorPage extends BadAnswer {
        HtmlErrorPage() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class ImageThatIsGone extends BadImage {
        ImageThatIsGone() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class DateThatPassesWithoutCron extends BadDate {
        DateThatPassesWithoutCron() {
            super(BadInputRealIT.site);
        }
    }

    @Nested
    class DatabaseThatGoesDown extends BadDatabase {
        DatabaseThatGoesDown() {
            super(BadInputRealIT.site);
        }

        @Override
        int stride() {
            return 3;
        }
    }
}
