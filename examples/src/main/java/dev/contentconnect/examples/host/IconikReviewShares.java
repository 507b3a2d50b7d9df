package dev.contentconnect.examples.host;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.xi.ReviewShares;
import dev.contentconnect.iconik.IconikClient;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.wire.WireShare;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shares of iconik for {@link ReviewShares}: people look and comment; they do not download and do not decide. The title
 * carries a mark of the key, because it is all that iconik keeps of a share and hands out again. A share that has expired is
 * none, and another one is opened.
 */
public final class IconikReviewShares implements ReviewShares {
    private static final URI HERE = URI.create("https://app.iconik.io/");

    private final IconikClient client;
    private final Duration life;
    private final TimeSource time;

    /**
     * Makes it. Never touches the network.
     *
     * @param client iconik; stays open
     * @param life how long a share is good; a tenant may cut that short
     * @param time the clock
     */
    public IconikReviewShares(IconikClient client, Duration life, TimeSource time) {
        this.client = client;
        this.life = life;
        this.time = time;
    }

    @Override
    public Share open(SourceRef asset, String key, String title) {
        WireShare share = shares(asset, key).stream()
                .filter(this::isGood)
                .findFirst()
                .orElseGet(() -> client.shares()
                        .createWithUrl(
                                ObjectType.ASSETS,
                                asset.id(),
                                Map.of(
                                        "title", title + mark(key),
                                        "expires", time.now().plus(life).toString(),
                                        "allow_comments", true,
                                        "allow_approving_comments", false,
                                        "allow_download", false,
                                        "allow_setting_approve_status", false)));
        return new Share(
                Objects.requireNonNullElse(share.id(), ""),
                RequestUri.lenient(HERE, Objects.requireNonNullElse(share.url(), "")));
    }

    @Override
    public void close(SourceRef asset, String key) {
        for (WireShare share : shares(asset, key)) {
            try {
                client.shares().delete(ObjectType.ASSETS, asset.id(), Objects.requireNonNullElse(share.id(), ""));
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    private List<WireShare> shares(SourceRef asset, String key) {
        String mark = mark(key);
        try {
            return client.shares().list(ObjectType.ASSETS, asset.id(), ListQuery.ALL).stream()
                    .filter(one -> one.title() != null && one.title().endsWith(mark) && one.id() != null)
                    .toList();
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private boolean isGood(WireShare share) {
        Instant end = date(share.expires());
        return share.url() != null && (end == null || time.now().isBefore(end));
    }

    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (DateTimeException odd) {
            return null;
        }
    }

    private static String mark(String key) {
        return " [" + Fingerprint.of(key).substring(0, 10) + "]";
    }
}
