package dev.contentconnect.vip;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a library on WordPress. Made by {@link VipConfig#wordpress()} or {@link VipConfig#fromMap}.
 *
 * @param options the options all connectors share
 * @param username the login of the user, not the label of the application password
 * @param applicationPassword an application password of that user, with or without blanks
 * @param routes how addresses of the REST interface are made
 * @param upload how files are sent
 * @param serverProfile whether the server profile is installed there
 * @param overlap how far the feed reads back
 * @param feedFrom where the feed begins without a cursor, or null for the present
 */
public record WordpressConfig(
        ConnectorOptions options,
        String username,
        Secret applicationPassword,
        Routes routes,
        Upload upload,
        boolean serverProfile,
        Duration overlap,
        @Nullable Instant feedFrom)
        implements VipConfig {
    /** How addresses of the REST interface are made. */
    public enum Routes {
        /** As the first answer of the site shows: {@link #PRETTY}, or {@link #PLAIN} where permalinks are off. */
        AUTO,
        /** {@code {site}/wp-json/…}. */
        PRETTY,
        /** {@code {site}/?rest_route=/…}, for a site without permalinks. */
        PLAIN
    }

    /** How files are sent. */
    public enum Upload {
        /** As a form with a part for the file; the limits of PHP for uploaded files apply. */
        MULTIPART,
        /** As the bytes alone, with the fields in the query; the server holds the file in memory. */
        RAW
    }

    /** Address and user; no secrets. */
    @Override
    public String toString() {
        return "WordpressConfig[" + options.endpoint() + ", user " + username + "]";
    }
}
