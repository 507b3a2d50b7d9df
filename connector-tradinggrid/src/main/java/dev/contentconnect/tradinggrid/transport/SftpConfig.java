package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an SFTP server.
 *
 * @param host its name
 * @param port its port, 22 as a rule
 * @param user who we are
 * @param keyFile our private key in OpenSSH or PEM form, or null where a password is used
 * @param keyPassword what unlocks the key, or null
 * @param password the password, or null where a key is used
 * @param hostKeys fingerprints of the server's keys, one or more, in the form {@code SHA256:…}; another server is refused
 * @param timeout how long connecting, logging in and the beginning of SFTP may take, each; answers after that may take the
 *     ten minutes that the library waits
 * @param folders the folders below the user's own
 */
public record SftpConfig(
        String host,
        int port,
        String user,
        @Nullable Path keyFile,
        @Nullable Secret keyPassword,
        @Nullable Secret password,
        Set<String> hostKeys,
        Duration timeout,
        Folders folders) {
    /**
     * Makes the configuration.
     *
     * @param host its name
     * @param port its port
     * @param user who we are
     * @param keyFile our private key, or null
     * @param keyPassword what unlocks the key, or null
     * @param password the password, or null
     * @param hostKeys fingerprints of the server's keys
     * @param timeout how long each step of the beginning may take
     * @param folders the folders
     * @throws IllegalArgumentException when there is neither key nor password, or no fingerprint, or a value is out of range
     */
    public SftpConfig {
        hostKeys = Set.copyOf(hostKeys);
        if (host.isBlank() || user.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("host, port and user are required");
        }
        if ((keyFile == null) == (password == null)) {
            throw new IllegalArgumentException("either a key or a password is required");
        }
        if (hostKeys.isEmpty() || !hostKeys.stream().allMatch(one -> one.startsWith("SHA256:"))) {
            throw new IllegalArgumentException("hostKeys are fingerprints such as SHA256:…");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero");
        }
    }

    /**
     * A server that knows us by a key.
     *
     * @param host its name
     * @param port its port
     * @param user who we are
     * @param keyFile our private key without a password
     * @param hostKey the fingerprint of the server's key
     * @return a configuration with standard folders and 30 seconds for each step of the beginning
     */
    public static SftpConfig withKey(String host, int port, String user, Path keyFile, String hostKey) {
        return new SftpConfig(
                host, port, user, keyFile, null, null, Set.of(hostKey), Duration.ofSeconds(30), Folders.STANDARD);
    }

    /**
     * A server that knows us by a password.
     *
     * @param host its name
     * @param port its port
     * @param user who we are
     * @param password the password
     * @param hostKey the fingerprint of the server's key
     * @return a configuration with standard folders and 30 seconds for each step of the beginning
     */
    public static SftpConfig withPassword(String host, int port, String user, Secret password, String hostKey) {
        return new SftpConfig(
                host, port, user, null, null, password, Set.of(hostKey), Duration.ofSeconds(30), Folders.STANDARD);
    }

    @Override
    public String toString() {
        return "SftpConfig[" + user + " at " + host + ":" + port + "]";
    }
}
