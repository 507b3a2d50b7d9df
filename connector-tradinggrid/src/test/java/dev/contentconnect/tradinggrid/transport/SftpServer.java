package dev.contentconnect.tradinggrid.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on a free port of the loopback interface, over a folder. */
public final class SftpServer implements AutoCloseable {
    /** Who may log in. */
    public static final String USER = "acme";

    /** With what. */
    public static final String PASSWORD = "sftp-Secret-4711";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final Set<PublicKey> known = new HashSet<>();

    /** Starts the server. */
    public SftpServer(Path folder) throws Exception {
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setPublickeyAuthenticator((user, key, session) ->
                USER.equals(user) && known.stream().anyMatch(one -> KeyUtils.compareKeys(one, key)));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
    }

    /** Lets the owner of a key in. */
    public void trust(PublicKey key) {
        known.add(key);
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /** What tells it from another server. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
