package dev.contentconnect.smintio.api;

import java.net.URI;
import java.time.Duration;

/**
 * Where the push service says that something was bought. It is a hint to read the stream now and nothing more: its payload is
 * of no use, what was missed does not come again, and the schedule stays. The host connects with a client of the push service
 * of its own choice.
 *
 * @see <a href="https://github.com/smintio/CLAPI-C-Integration-Core-Java">Smint.io: sync core for Java</a>
 */
public final class PushChannel {
    /** The cluster of the push service. */
    public static final String CLUSTER = "eu";

    /** The key of the application there; public, and the same for everybody. */
    public static final String APPLICATION = "32f31c26a83e09dc401b";

    /** The event to listen for. */
    public static final String EVENT = "global-transaction-history-update";

    /** How long to wait before connecting again. */
    public static final Duration RECONNECT = Duration.ofSeconds(30);

    private PushChannel() {}

    /**
     * The private channel of a tenant.
     *
     * @param channelId the number that the vendor gave out; 1 or more
     * @return its name
     * @throws IllegalArgumentException when the number is below 1, which means that there is no push
     */
    public static String name(long channelId) {
        if (channelId < 1) {
            throw new IllegalArgumentException("no push for channel " + channelId);
        }
        return "private-2-" + channelId;
    }

    /**
     * Where to connect over a web socket.
     *
     * @param client how the client presents itself
     * @param version its version
     * @return the address
     */
    public static URI address(String client, String version) {
        return URI.create("wss://ws-" + CLUSTER + ".pusher.com/app/" + APPLICATION + "?protocol=7&client=" + client
                + "&version=" + version);
    }
}
