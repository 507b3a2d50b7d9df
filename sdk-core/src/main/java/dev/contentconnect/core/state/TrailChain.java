package dev.contentconnect.core.state;

import dev.contentconnect.core.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of an audit trail hang together. The hash of an entry is SHA-256, or HMAC-SHA-256 where there is a key,
 * over: the hash of the entry before it (32 bytes), its number (8 bytes, big-endian), its time in milliseconds since 1970
 * (8 bytes, big-endian), and its JSON in UTF-8. Safe for use by several threads.
 *
 * <p>Without a key the chain shows every change that does not also recompute all later hashes and the head. Somebody who
 * may write to the database can do that; so use a key that is not kept there, or keep {@linkplain TrailHead heads} outside.
 */
public final class TrailChain {
    /** What stands for the hash before the first entry: 64 zeros. */
    public static final String START = "0".repeat(64);

    private final @Nullable SecretKeySpec key;

    private TrailChain(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A chain of plain hashes.
     *
     * @return the chain
     */
    public static TrailChain plain() {
        return new TrailChain(null);
    }

    /**
     * A chain of keyed hashes.
     *
     * @param key known to the hosts that record and to those that check
     * @return the chain
     */
    public static TrailChain keyed(Secret key) {
        return new TrailChain(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /**
     * The hash of the next entry.
     *
     * @param before the end of the trail so far
     * @param recordedAtMillis the time of the next entry
     * @param json the event of the next entry
     * @return in lower-case hex
     */
    public String next(TrailHead before, long recordedAtMillis, String json) {
        byte[] place = ByteBuffer.allocate(48)
                .put(HexFormat.of().parseHex(before.hash()))
                .putLong(before.number() + 1)
                .putLong(recordedAtMillis)
                .array();
        return HexFormat.of().formatHex(digest(place, json.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] digest(byte[] place, byte[] json) {
        try {
            if (key == null) {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(place);
                return sha.digest(json);
            }
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(place);
            return mac.doFinal(json);
        } catch (GeneralSecurityException everyPlatformHasThem) {
            throw new IllegalStateException(everyPlatformHasThem);
        }
    }

    @Override
    public String toString() {
        return key == null ? "TrailChain[plain]" : "TrailChain[keyed]";
    }
}
